"""Typst's compiler: the templates and data to the bytes of a PDF/UA-1 and PDF/A-2a file."""

import json
import re
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst

from sagsgang import __version__
from sagsgang.rendering.typst.letters import FONTS

TEMPLATES = Path(__file__).parent / "templates"
STANDARDS: "typst.PDFStandards" = ["ua-1", "a-2a"]
#: By this the reader knows a file of ours.
CREATOR = f"Sagsgang {__version__}"
_MADE = re.compile(
    rb"(/Creator\(|<xmp:CreatorTool>)Typst [\d.]+(?=\)/ModDate\(|</xmp:CreatorTool>)"
)
_PROBE = '#set document(title: "x")\n#set text(font: "IBM Plex Sans")\n#'


class NotDrawn(ValueError):
    """A letter of the text is in none of the fonts."""


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[FONTS])


def compiled(template: str, data: dict[str, Any], created: datetime) -> bytes:
    """The PDF that the template makes of the data; the same bytes for the same data and time."""
    try:
        made = typst.compile(
            TEMPLATES / template,
            root=TEMPLATES,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards=STANDARDS,
            timestamp=created,
        )
    except typst.TypstError as error:
        if "could not be displayed" in str(error) or "codepoint" in str(error):
            raise NotDrawn(error.message) from error
        raise
    return named(made)


def is_drawn(letter: str) -> bool:
    """Whether our font or one inside the compiler has the letter."""
    try:
        typst.compile(
            f"{_PROBE}{json.dumps(letter, ensure_ascii=False)}".encode(),
            font_paths=_fonts(),
            ignore_system_fonts=True,
            pdf_standards=STANDARDS,
            timestamp=0,
        )
    except typst.TypstError:
        return False
    return True


def named(data: bytes) -> bytes:
    """The file with Sagsgang as the program it was made with, in its properties and its XMP.

    The compiler cannot be told the name. The places of what stands behind are moved in the table
    of references.
    """
    places = [(found.end(1), found.end()) for found in _MADE.finditer(data)]
    start = int(data[data.rindex(b"startxref") :].split()[1])
    if len(places) != 2 or any(end > start for _, end in places):
        raise ValueError("the compiler's file has another shape than expected")
    name = CREATOR.encode("ascii")
    longer = [(begin, len(name) - (end - begin)) for begin, end in places]

    def moved(place: int) -> int:
        return place + sum(by for at, by in longer if at < place)

    table = re.sub(
        rb"(\d{10})(?= \d{5} n)",
        lambda found: b"%010d" % moved(int(found[1])),
        data[start : data.rindex(b"startxref")],
    )
    out, end = [], 0
    for begin, until in places:
        out += [data[end:begin], name]
        end = until
    out.append(data[end:start])
    body = b"".join(out)
    metadata = body.rindex(b"/Type/Metadata")
    begin = body.rindex(b"obj", 0, metadata)
    head = body[begin : body.index(b"stream", metadata)]
    by = len(name) - (places[1][1] - places[1][0])
    lengthened = re.sub(rb"(/Length )(\d+)", lambda f: f[1] + str(int(f[2]) + by).encode(), head)
    if len(lengthened) != len(head):
        raise ValueError("the metadata's length has another number of digits")
    body = body[:begin] + lengthened + body[begin + len(head) :]
    return body + table + b"startxref\n" + str(moved(start)).encode() + b"\n%%EOF"
