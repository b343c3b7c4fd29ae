"""A bundle as large as a municipal budget's: many pages, many sheets with many cells."""

from pathlib import Path

from tests.attachments.making.pdf import Writer, shown
from tests.attachments.making.planting import OFFICE, relations, zipped
from tests.attachments.making.word import p, r

_SENTENCE = (
    "Udvalget fik forelagt en opgørelse over de samlede udgifter i området fordelt på distrikter "
    "og målgrupper med en fremskrivning til de kommende år"
)
_WORDS = _SENTENCE.split()


def large_pdf(pages: int, seed: int) -> bytes:
    """A file of full pages: running text, and a table with lines and shaded rows."""
    writer = Writer()
    font = writer.add(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    numbers = []
    parent = 2 + 2 * pages
    for page in range(pages):
        parts = []
        for line in range(36):
            first = (seed * 7 + page * 5 + line) % len(_WORDS)
            words = _WORDS[first:] + _WORDS[:first]
            parts.append(shown(" ".join(words[:14]), 50, 800 - 12 * line, size=9))
        for row in range(20):
            y = 350 - 14 * row
            shade = "0.9 g" if row % 2 else "1 g"
            parts.append(f"{shade} 50 {y - 3} 480 14 re f 0 g 50 {y - 3} 480 0.5 re f\n")
            parts += [
                shown(str((seed + page * 97 + row * 31 + c * 17) % 9973), 60 + 80 * c, y, size=9)
                for c in range(6)
            ]
        content = writer.stream("".join(parts).encode("cp1252"))
        numbers.append(
            writer.add(
                b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 "
                b"%d 0 R >> >> /Contents %d 0 R >>" % (parent, font, content)
            )
        )
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    pages_number = writer.add(b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, kids))
    assert pages_number == parent
    root = writer.add(b"<< /Type /Catalog /Pages %d 0 R >>" % parent)
    return writer.finish(root, writer.add(b"<< /Author (Ane) >>"))


def large_workbook(rows: int, columns: int, seed: int) -> bytes:
    """A workbook of one sheet: names and amounts."""
    letters = [chr(65 + column) for column in range(columns)]
    lines = [
        f'<row r="{row}">'
        + "".join(
            f'<c r="{letter}{row}" t="s"><v>{(row * columns + place) % 500}</v></c>'
            if place % 4 == 0
            else f'<c r="{letter}{row}" s="1"><v>{(seed + row * 37 + place * 11) % 99991}.5</v></c>'
            for place, letter in enumerate(letters)
        )
        + "</row>"
        for row in range(1, rows + 1)
    ]
    strings = "".join(f"<si><t>Område {number}</t></si>" for number in range(500))
    return zipped({
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations("r1 officeDocument xl/workbook.xml"),
        "xl/workbook.xml": (
            '<workbook xmlns:r="r"><sheets><sheet name="Tal" r:id="r1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": relations(
            "r1 worksheet worksheets/sheet1.xml", "r4 sharedStrings sharedStrings.xml",
            "r5 styles styles.xml",
        ),
        "xl/styles.xml": (
            '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="4"/></cellXfs></styleSheet>'
        ),
        "xl/sharedStrings.xml": f"<sst>{strings}</sst>",
        "xl/worksheets/sheet1.xml": (
            f"<worksheet><sheetData>{''.join(lines)}</sheetData></worksheet>"
        ),
    })  # fmt: skip


def large_word(paragraphs: int) -> bytes:
    """A document of many paragraphs under headings."""
    body = "".join(
        p(r(f"Afsnit {number}"), '<w:pStyle w:val="Overskrift1"/>') if number % 20 == 0
        else p(r(" ".join(_WORDS)))
        for number in range(paragraphs)
    )  # fmt: skip
    return zipped({
        "_rels/.rels": relations("r1 officeDocument word/document.xml"),
        "word/document.xml": f"<w:document {OFFICE}><w:body>{body}</w:body></w:document>",
    })  # fmt: skip


def write_large(folder: Path, pdfs: int = 15, pages: int = 100, sheets: int = 40) -> list[Path]:
    """60 attachments: 1,500 pages of PDF, 40 workbooks of 40,000 cells, 5 documents."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number in range(pdfs):
        paths.append(folder / f"rapport-{number:02}.pdf")
        paths[-1].write_bytes(large_pdf(pages, number))
    for number in range(sheets):
        paths.append(folder / f"budget-{number:02}.xlsx")
        paths[-1].write_bytes(large_workbook(4_000, 10, number))
    for number in range(60 - pdfs - sheets):
        paths.append(folder / f"notat-{number:02}.docx")
        paths[-1].write_bytes(large_word(2_000))
    return paths
