"""What the text of one cell says: a number with its rounding, nothing, a dash, or words."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from sagsgang.language.numbers import NUMBER_PATTERN, parse_number

#: Longer numbers are account numbers or the like, and would not be added exactly.
MAX_LETTERS = 20

_NUMBER = re.compile(
    r"(?:kr\.?\s?)?(?P<sign>[-−–+])?\s?(?:kr\.?\s?)?"
    rf"(?P<digits>[1-9][0-9]{{0,2}}(?: [0-9]{{3}})+(?:,[0-9]+)?|{NUMBER_PATTERN})(?![0-9.])(?:,-)?",
    re.IGNORECASE,
)
#: What may follow the number: a unit with or without a scale, a word, an aside in parentheses,
#: stars.
_SUFFIX = re.compile(
    r"\s?(?:(?P<percent>%|pct\.?|procent)(?:[\s-]?point)?"
    r"|(?P<scale>mio|mia|mill|t|tusinde?|1\.000)(?:\.?\s?kr|(?<!1\.000))\.?|kr\.?"
    r"|(?!(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec))[a-zæøå]{2,20}\.?)?"
    r"(?:\s?\([^()]{1,40}\))?\s?\*{0,3}",
    re.IGNORECASE,
)
_DASHES = frozenset("-−–—")

_SCALES = {"mio": 6, "mill": 6, "mia": 9, "t": 3, "tusind": 3, "tusinde": 3, "1.000": 3}


class CellKind(StrEnum):
    """A number, an empty cell, a dash (nothing or not stated: the table decides), or words."""

    NUMBER = "number"
    BLANK = "blank"
    DASH = "dash"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Cell:
    """`value` ± `half`: the number and half a unit of its last digit; zero when it is none.

    `number` is the number as printed, with its sign and without unit, aside or stars.
    `scale` is the power of ten printed beside it ("mio." is 6), already applied.
    """

    text: str
    kind: CellKind
    value: Decimal = Decimal(0)
    half: Decimal = Decimal(0)
    is_percent: bool = False
    scale: int = 0
    decimals: int = 0
    number: str = ""

    @property
    def is_number(self) -> bool:
        """True for a printed number."""
        return self.kind is CellKind.NUMBER

    @property
    def is_empty(self) -> bool:
        """True for a blank cell or a dash."""
        return self.kind in (CellKind.BLANK, CellKind.DASH)


@lru_cache(maxsize=4096)
def read_cell(text: str) -> Cell:
    """The cell that `text` prints; a number only when the whole of it is one, with its unit and an
    aside.

    "ca. 20", "1.01", "08.00", "15-25" and "012" are words: nothing exact can be said of them.
    """
    stripped = text.strip()
    if not stripped:
        return Cell(text, CellKind.BLANK)
    if set(stripped) <= _DASHES:
        return Cell(text, CellKind.DASH)
    match = _NUMBER.match(stripped)
    suffix = _SUFFIX.fullmatch(stripped, match.end()) if match else None
    if match is None or suffix is None:
        return Cell(text, CellKind.WORDS)
    number = parse_number(match["digits"])
    if number is None or len(match["digits"]) > MAX_LETTERS:
        return Cell(text, CellKind.WORDS)
    scale = _SCALES.get((suffix["scale"] or "").lower(), 0)
    negative = match["sign"] not in (None, "+")
    value = number.value.scaleb(scale)
    return Cell(
        text=stripped,
        kind=CellKind.NUMBER,
        value=-value if negative else value,
        half=number.half_unit.scaleb(scale),
        is_percent=suffix["percent"] is not None,
        scale=scale,
        decimals=number.decimals,
        number=("-" if negative else "") + match["digits"],
    )
