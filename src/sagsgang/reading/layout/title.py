"""An item's title, which may go on over the next line, and the case number beside or above it."""

import re
from typing import NamedTuple

from sagsgang.minutes import CaseNumber
from sagsgang.reading.layout.below_title import case_number, is_meta
from sagsgang.reading.layout.items import Start
from sagsgang.reading.layout.paragraphs import join
from sagsgang.reading.layout.sheet import Sheet

_GAP = re.compile(r"\s{3,}|\t+")
_IN_BRACKETS = re.compile(
    r"\s*[\[(](?:sagsnr\.?:?\s*|j\.?nr\.?:?\s*)?(?P<case>[^()\[\]]{4,30})[\])]\s*$", re.I
)
_CLOSED = re.compile(
    r"^\(?lukket\b|\blukket (?:sag|dagsordenspunkt|punkt)\b|\(lukket[^)]*\)|"
    r"[-–]\s*lukket\s*(?:punkt|sag)?\)?$",
    re.I,
)
#: Stricter: much that a title names is open ("Åbent hus", "Salg af åben grund").
_OPEN = re.compile(
    r"^\(?åbent?(?:\s+(?:punkt|sag|dagsordenspunkt))?(?:\s*[:)]|\s+[-–]\s|$)|"
    r"\(åbent?(?:\s+(?:punkt|sag|dagsordenspunkt))?\)|"
    r"\s[-–]\s*åbent?(?:\s+(?:punkt|sag))?\)?$",
    re.I,
)
_UNFINISHED = (",", "-", " og", " af", " i", " på", " til", " for")
_LONGEST_SHORT = 35
_MOST_LINES = 4


class Title(NamedTuple):
    """`last` is the last line of the title (from 0)."""

    text: str
    last: int
    case_number: CaseNumber | None


def says_closed(title: str) -> bool:
    """Whether a title says that its item is closed."""
    return _CLOSED.search(title) is not None


def says_open(title: str) -> bool:
    """Whether a title says that its item is open."""
    return _OPEN.search(title) is not None


def read_title(sheet: Sheet, start: Start, first_head: int) -> Title:
    """The title of the item that begins at `start`; it ends before the first heading."""
    text, number = start.title, None
    if "  " in text or "\t" in text:
        pieces = _GAP.split(text)
        number = case_number(pieces[-1]) if len(pieces) > 1 else None
        if number is not None:
            text = " ".join(pieces[:-1])
    last = start.title_line
    while not sheet.flowed and last + 1 < first_head and last - start.title_line < _MOST_LINES - 1:
        if not _goes_on(sheet, text, last + 1):
            break
        last += 1
        text = join(text, sheet.text[last])
    if number is None and start.line < start.title_line:
        number = case_number(sheet.text[start.line])
    if (
        number is None
        and (match := _IN_BRACKETS.search(text))
        and (number := case_number(match["case"]))
    ):
        text = text[: match.start()]
    return Title(text, last, number)


def _goes_on(sheet: Sheet, title: str, below: int) -> bool:
    line = sheet.text[below]
    indented = sheet.raw[below].startswith(("   ", "\t"))
    if not line or is_meta(line):
        return False
    if title.endswith(_UNFINISHED):
        return True
    if len(title) < _LONGEST_SHORT and not indented:
        return False
    if line[0].islower():
        return True
    if line.endswith((".", ":")):
        return False
    cut = sheet.wrapped and len(title) > sheet.width * 0.7 and len(line) < sheet.width * 0.8
    return indented or cut
