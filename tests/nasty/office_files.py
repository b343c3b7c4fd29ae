"""Nasty office documents: archives and XML that expand without end, tables without bounds."""

import io
import zipfile
from functools import partial

from tests.nasty.nasty_file import EITHER, LINES, READ, Nasty

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
ODT_TYPE = b"application/vnd.oasis.opendocument.text"
LARGE = "fylder over"
BROKEN = "beskadiget"
LOCKED = "adgangskode"
#: The parser may see for itself that the entities of a document type go round in rings.
OWN_TYPE = "dokumenttype|beskadiget"
_MEGABYTE = b"A" * 1_000_000


def packed(parts: dict[str, bytes | list[bytes]], stored: tuple[str, ...] = ()) -> bytes:
    """A zip archive of these parts, the same bytes each time; a list is written piece by piece."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, (2025, 3, 4, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            with archive.open(info, "w") as part:
                for piece in [content] if isinstance(content, bytes) else content:
                    part.write(piece)
    return out.getvalue()


def word(body: str, before: str = "", **parts: bytes | list[bytes]) -> bytes:
    """A Word file with this body; `before` stands above the root, `parts` beside the body."""
    document = f'{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = "".join(
        f'<Relationship Id="r{name}" Type="{kinds}/{name}" Target="{name}.xml"/>' for name in parts
    )
    beside = {f"word/{name}.xml": content for name, content in parts.items()}
    return packed({
        "word/document.xml": document.encode(),
        "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>".encode(),
        **beside,
    })  # fmt: skip


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


PLAIN = "".join(map(p, LINES))


def odt(body: str, before: str = "") -> bytes:
    """An ODT file with this body."""
    names = "".join(f' xmlns:{n}="{OFFICE}:{n}:1.0"' for n in ("office", "text", "table", "style"))
    content = (
        f"{before}<office:document-content{names}><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )
    return packed({"mimetype": ODT_TYPE, "content.xml": content.encode()}, ("mimetype",))


ODT_PLAIN = "".join(f"<text:p>{line}</text:p>" for line in LINES)


def expanding(root: str, levels: int = 9) -> str:
    """A document type whose entity &b9; stands for a billion laughs."""
    entities = '<!ENTITY b0 "ha ha ha ha ">' + "".join(
        f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, levels + 1)
    )
    return f"<!DOCTYPE {root} [{entities}]>"


def quadratic(root: str) -> str:
    """A document type with one long entity, to be called many times."""
    return f'<!DOCTYPE {root} [<!ENTITY b9 "{"ha " * 30_000}">]>'


def outside(root: str) -> str:
    """A document type whose entity is another file."""
    return f'<!DOCTYPE {root} [<!ENTITY b9 SYSTEM "file:///etc/hostname">]>'


def bomb(times: int) -> list[bytes]:
    head = f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>'.encode()
    return [head, *[_MEGABYTE] * times, b"</w:t></w:r></w:p></w:body></w:document>"]


def lying() -> bytes:
    """An archive whose directory says that 60 MB are 100 bytes."""
    data = packed({"word/document.xml": bomb(60)})
    size = sum(map(len, bomb(60))).to_bytes(4, "little")
    return data.replace(size, (100).to_bytes(4, "little"))


def nested() -> bytes:
    """Archives in one another, each of ten times the one within."""
    inner = packed({"a": [_MEGABYTE] * 20})
    for _ in range(5):
        inner = packed({f"{n}.zip": inner for n in range(10)})
    return packed({"word/document.xml": inner, "word/embeddings/oleObject1.bin": inner})


def encrypted() -> bytes:
    """A zip archive whose entries are marked as encrypted."""
    data = bytearray(word(PLAIN))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(sign, at + 4)
    return bytes(data)


def compound(*names: str) -> bytes:
    """The head of an OLE file with these streams in its directory, as Office writes it."""
    entries = b"".join(name.encode("utf-16-le").ljust(64, b"\0") + b"\0" * 64 for name in names)
    return (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + b"\x3e\0\3\0\xfe\xff\x09\0").ljust(
        512, b"\0"
    ) + entries.ljust(4096, b"\0")


def wide_table(cells: int, properties: str = "") -> str:
    cell = f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>"
    row = f"<w:tr>{cell * cells}</w:tr>"
    return f"{PLAIN}<w:tbl>{row * 2}</w:tbl>"


def deep(opening: str, closing: str, within: str, depth: int) -> str:
    return opening * depth + within + closing * depth


def own_note() -> bytes:
    """A footnote that calls itself."""
    call = '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    notes = (
        f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:id="2">{call * 20}</w:footnote></w:footnotes>'
    )
    return word(PLAIN + call * 20, footnotes=notes.encode())


def style_loop() -> bytes:
    """Styles that are based on one another, and a numbering that refers to itself."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="S{n}"><w:basedOn w:val="S{(n + 1) % 500}"/>'
        f'<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for n in range(500)
    )
    lists = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="S0"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    return word(
        p("Løkke", '<w:pStyle w:val="S0"/>') * 1000 + PLAIN,
        styles=f'<w:styles xmlns:w="{WORD}">{styles}</w:styles>'.encode(),
        numbering=f'<w:numbering xmlns:w="{WORD}">{lists}</w:numbering>'.encode(),
    )


CALLS = p("&b9;" * 1000) + PLAIN
SDT, SDT_END = "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"
TBL, TBL_END = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
LISTS, LISTS_END = "<text:list><text:list-item>", "</text:list-item></text:list>"
REPEATED = 'table:number-columns-repeated="1000000000"'
ROWS = 'table:number-rows-repeated="1000000000"'
CELL = "<text:p>1</text:p></table:table-cell>"

FILES: dict[str, Nasty] = {
    "docx-bomb": Nasty(lambda: packed({"word/document.xml": bomb(120)}), LARGE),
    "docx-bomb-in-parts": Nasty(
        lambda: word(PLAIN, styles=[_MEGABYTE] * 120, numbering=[_MEGABYTE] * 120), LARGE
    ),
    "docx-bomb-that-lies": Nasty(lying, BROKEN),
    "docx-bomb-nested": Nasty(nested, BROKEN),
    "docx-20000-parts": Nasty(
        lambda: packed({"word/document.xml": b"<a/>"} | {f"word/{n}": b"" for n in range(20_000)}),
        LARGE,
    ),
    "docx-paths-out-of-the-archive": Nasty(
        lambda: packed({"../../../tmp/x": b"x", "/etc/y": b"y", "word/document.xml": b"<a/>"}),
        "Word",
    ),
    "docx-billion-laughs": Nasty(lambda: word(CALLS, expanding("w:document")), OWN_TYPE),
    "docx-quadratic": Nasty(lambda: word(CALLS, quadratic("w:document")), OWN_TYPE),
    "docx-other-file": Nasty(lambda: word(CALLS, outside("w:document")), OWN_TYPE),
    "docx-wide-table": Nasty(lambda: word(wide_table(10_000)), READ),
    "docx-endless-cells": Nasty(
        lambda: word(wide_table(50, '<w:gridSpan w:val="2147483647"/>')), READ
    ),
    "docx-deep-controls": Nasty(lambda: word(deep(SDT, SDT_END, PLAIN, 50_000)), EITHER),
    "docx-deep-controls-within-the-parser": Nasty(
        lambda: word(deep(SDT, SDT_END, PLAIN, 120)), EITHER
    ),
    "docx-deep-tables": Nasty(lambda: word(PLAIN + deep(TBL, TBL_END, p("x"), 80)), EITHER),
    "docx-calls-its-own-note": Nasty(own_note, READ),
    "docx-styles-in-a-loop": Nasty(style_loop, READ),
    "docx-encrypted-parts": Nasty(encrypted, LOCKED),
    "docx-with-password": Nasty(
        lambda: compound("Root Entry", "EncryptionInfo", "EncryptedPackage"), LOCKED
    ),
    "doc-of-old-word": Nasty(lambda: compound("Root Entry", "WordDocument"), "Word"),
    "xls-of-old-excel": Nasty(lambda: compound("Root Entry", "Workbook"), "gem"),
    "zip-of-nothing": Nasty(lambda: packed({}), "fil"),
    "zip-of-something-else": Nasty(lambda: packed({"xl/workbook.xml": b"<a/>"}), "fil"),
    "odt-bomb": Nasty(
        lambda: packed({"mimetype": ODT_TYPE, "content.xml": bomb(120)}, ("mimetype",)), LARGE
    ),
    "odt-billion-laughs": Nasty(
        lambda: odt(f"<text:p>{'&b9;' * 1000}</text:p>", expanding("office:document-content")),
        OWN_TYPE,
    ),
    "odt-endless-blanks": Nasty(
        lambda: odt(f'{ODT_PLAIN}<text:p>a<text:s text:c="2147483647"/>b</text:p>'), READ
    ),
    "odt-endless-cells": Nasty(
        lambda: odt(
            f"{ODT_PLAIN}<table:table><table:table-row {ROWS}>"
            f"<table:table-cell {REPEATED}>{CELL}</table:table-row></table:table>"
        ),
        EITHER,
    ),
    "odt-many-repeated-cells": Nasty(
        lambda: odt(
            f"{ODT_PLAIN}<table:table>"
            + f"<table:table-row><table:table-cell {REPEATED}>{CELL}</table:table-row>" * 1000
            + "</table:table>"
        ),
        EITHER,
    ),
    "odt-deep-sections": Nasty(
        lambda: odt(deep("<text:section>", "</text:section>", ODT_PLAIN, 50_000)), EITHER
    ),
    "odt-deep-lists": Nasty(
        lambda: odt(ODT_PLAIN + deep(LISTS, LISTS_END, "<text:p>x</text:p>", 120)),
        EITHER,
    ),
}

for _part in (10, 50, 90, 99):
    FILES[f"docx-first-{_part}-percent"] = Nasty(
        partial(lambda part: (d := word(PLAIN * 20))[: len(d) * part // 100], _part), "Word"
    )
    FILES[f"odt-first-{_part}-percent"] = Nasty(
        partial(lambda part: (d := odt(ODT_PLAIN * 20))[: len(d) * part // 100], _part), "fil"
    )
FILES["docx-named-txt"] = Nasty(lambda: word(PLAIN), READ, name="referat.txt")
FILES["odt-named-docx"] = Nasty(lambda: odt(ODT_PLAIN), READ, name="referat.docx")
