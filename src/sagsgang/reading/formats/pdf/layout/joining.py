"""How the lines of one paragraph become one text: words broken at a line's end are mended."""

import re
import unicodedata
from collections.abc import Iterable

_LAST_WORD = re.compile(r"[\W_]+")
#: "Børne- og Ungeudvalget": the hyphen stands for a word that is left out.
_LEFT_OUT = re.compile(r"(?:og|eller|samt|hhv\.|henholdsvis)\b")
_LIGATURES = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl",
    0xFB05: "st", 0xFB06: "st",
}  # fmt: skip
#: Signs of lists in the private places of symbol fonts.
_BULLETS = dict.fromkeys((0xF0B7, 0xF0A7, 0xF0D8, 0xF02D, 0xF0FC, 0xF076, 0xF06E), "•")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_UNSEEN = dict.fromkeys(
    [*range(0x09), *range(0x0B, 0x20), 0x7F, 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFFFE]
)
_CHANGED = str.maketrans(
    {**_LIGATURES, **_BULLETS, **_UNSEEN, 0x09: " ", 0xA0: " ", 0x2010: "-", 0x2011: "-"}
)


# line ends and the sign for a hyphen at a line's end never get into a piece of text
_TO_CHANGE = re.compile(
    f"[{re.escape(''.join(chr(code) for code in _CHANGED if code not in (0x0D, 0xFFFE)))}"
    "\u0300-\u036f]"
)


def is_clean(text: str) -> bool:
    """Whether `clean` leaves the text as it is."""
    return _TO_CHANGE.search(text) is None


def clean(text: str) -> str:
    """The text with ligatures as letters, accents joined to their letters, every blank the same."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", text.translate(_CHANGED))


def raised(text: str) -> str:
    """Figures set above the line, as the signs for them: "m2" and "2024" with note 1 stay apart."""
    return text.translate(_RAISED) if text.strip().isdecimal() else text


def joined(above: str, below: str) -> str:
    """Two lines as one: "beskæfti-" and "gelse" are one word, "Børne-" and "og" two."""
    if not above or not below:
        return above or below
    if above[-1] == "/" and not above[-2:-1].isspace():
        return above + below
    if above[-1] != "-" or not above[-2:-1].isalnum():
        return f"{above} {below}"
    if _LEFT_OUT.match(below):
        return f"{above} {below}"
    if below[0].islower() and not _keeps_hyphen(_LAST_WORD.split(above[-40:-1])[-1]):
        return above[:-1] + below
    return above + below


def _keeps_hyphen(part: str) -> bool:
    """ "A-kasse", "KL-aftale", "2-årig", "it-system": what stands before is no part of a word."""
    return len(part) == 1 or part.isupper() or part[-1].isdigit() or part.casefold() in ("it", "ph")


def all_joined(lines: Iterable[str]) -> str:
    """Lines of one paragraph or cell as one."""
    whole = ""
    for line in lines:
        whole = joined(whole, line)
    return whole
