"""How the lines of one paragraph become one text: words broken at a line's end are mended."""

import re
import unicodedata
from collections.abc import Iterable

_BROKEN = re.compile(r"(?P<part>[^\W_]+)-$")
#: "Børne- og Ungeudvalget": the hyphen stands for a word that is left out.
_LEFT_OUT = re.compile(r"(?:og|eller|samt|og/eller|til|hhv\.?|henholdsvis|men|eks\.?|kontra|med)\b")
_LIGATURES = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
}  # fmt: skip
_BULLETS = dict.fromkeys(
    map(
        ord,
        "\u2022\u25aa\u25cf\u25cb\u25e6\u2023\u00b7\uf0b7\uf0a7\uf0d8\uf02d\uf0fc\u25a0\u25a1\u2219",
    ),
    "•",
)
_UNSEEN = dict.fromkeys(
    [*range(0x09), *range(0x0B, 0x20), 0x7F, 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFFFE]
)
_CHANGED = str.maketrans({**_LIGATURES, **_BULLETS, **_UNSEEN, 0x09: " ", 0xA0: " "})
_BLANKS = re.compile(r"\s+")
BULLET = "•"


def clean(text: str) -> str:
    """The text with ligatures as letters, accents joined to their letters, every blank the same."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", text.translate(_CHANGED))


def joined(above: str, below: str) -> str:
    """Two lines of one paragraph as one: "beskæfti-" and "gelse" are one word, "Børne-" and "og" two."""
    if not above or not below:
        return above or below
    match = _BROKEN.search(above)
    if match is None:
        if above[-1] in "/–" and above[-2:-1].strip() and not below[0].isspace():
            return above + below if above[-1] == "/" else f"{above} {below}"
        return f"{above} {below}"
    if _LEFT_OUT.match(below):
        return f"{above} {below}"
    if below[0].islower() and not _keeps_hyphen(match["part"]):
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
