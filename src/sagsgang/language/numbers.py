"""How a Danish number is read and written, and how exact what is printed can be.

A printed number is an interval: `46,2` says that the value lies within half a unit of the last
printed digit, 46,15–46,25. Whole numbers are ±0,5, also when they end in zeros.
`1.000` is a thousand; `1.5` is read as nothing, for nobody knows what it means.
"""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from sagsgang.language.case_numbers import find_case_numbers
from sagsgang.language.dates import find_dates

#: A point or a narrow blank between thousands, a comma before decimals; no sign, no group.
NUMBER_PATTERN = (
    r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?![0-9])"
    r"|[1-9][0-9]{0,2}(?:[\xa0\u202f\u2009][0-9]{3})+(?![0-9])"
    r"|(?:0|[1-9][0-9]*))(?:,[0-9]+)?"
)

_SIGNS = "-−–+"
_BLANKS_BETWEEN_THOUSANDS = r"[1-9][0-9]{0,2}(?: [0-9]{3})+(?:,[0-9]+)?"
_WHOLE = re.compile(
    rf"(?P<sign>[{_SIGNS}]?)\s{{0,2}}(?P<digits>{NUMBER_PATTERN}|{_BLANKS_BETWEEN_THOUSANDS})"
)
# A sign that touches the number belongs to it unless a digit or a letter stands before ("10-15",
# "a-3"). One that does not touch it belongs to it only at the beginning of a cell: in
# "10,6 - 6,7 og 2,1" it parts a list.
_IN_TEXT = re.compile(
    rf"(?:(?<![\w.,/:)-])(?P<sign>[-−+])|(?:(?<=[\n\t(:=])|(?<=\s\s)|\A)(?P<apart>[{_SIGNS}])\s{{1,2}})?"
    rf"(?<![\w.,/:])(?<![\w]-)(?P<digits>{NUMBER_PATTERN})"
    r"(?![0-9])(?![.,:/][0-9])(?!½)(?!(?!kr|mio|mia|pct|t\.)[^\W\d_])"
)
_RANGE_END = re.compile(
    rf"(?<=[0-9])-(?P<digits>{NUMBER_PATTERN})(?![0-9])(?![.,:/][0-9])(?!-[0-9])"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed at `start`–`end` of a text; the true value is in `low`–`high`."""

    value: Decimal
    half_unit: Decimal
    text: str
    start: int
    end: int

    @property
    def low(self) -> Decimal:
        """The least value that is printed like this."""
        return self.value - self.half_unit

    @property
    def high(self) -> Decimal:
        """The greatest value that is printed like this."""
        return self.value + self.half_unit

    @property
    def decimals(self) -> int:
        """The number of printed decimals."""
        return len(self.text.rpartition(",")[2]) if "," in self.text else 0


def parse_number(text: str) -> Number | None:
    """The number that the whole of `text` is (blanks around it allowed), else None."""
    match = _WHOLE.fullmatch(text.strip())
    if match is None:
        return None
    start = len(text) - len(text.lstrip())
    return _number(match["sign"], match["digits"], match.group(), start)


def find_numbers(text: str) -> list[Number]:
    """The numbers in `text`, in order; the digits of dates, clock times and case numbers are none.

    A range gives two: "15-25" is 15 and 25.
    """
    if not any(character.isdigit() for character in text):
        return []
    taken = [(date.start, date.end) for date in find_dates(text)]
    taken += [(number.start, number.end) for number in find_case_numbers(text)]
    found: list[Number] = []
    matches = [(match, match["sign"] or match["apart"]) for match in _IN_TEXT.finditer(text)]
    ends = {match.end() for match, _ in matches}
    matches += [(match, None) for match in _RANGE_END.finditer(text) if match.start() in ends]
    for match, sign in sorted(matches, key=lambda pair: pair[0].start()):
        if any(start < match.end() and match.start() < end for start, end in taken):
            continue
        start = match.start() if sign else match.start("digits")
        found.append(_number(sign, match["digits"], text[start : match.end()], start))
    return found


def format_number(value: Decimal | int, decimals: int = 0) -> str:
    """`value` rounded half up, a point between thousands and a comma before decimals: `1.471,7`.

    Nothing rounds to minus zero. `parse_number` reads it back.
    """
    rounded = Decimal(value).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    if rounded == 0:
        rounded = abs(rounded)
    return f"{rounded:,f}".translate(_DANISH)


_DANISH = str.maketrans(",.", ".,")


def _number(sign: str | None, digits: str, text: str, start: int) -> Number:
    whole, _, fraction = digits.partition(",")
    plain = "".join(filter(str.isdigit, whole)) + ("." + fraction if fraction else "")
    value = Decimal(plain)
    if sign and sign != "+":
        value = -value
    half_unit = Decimal(5).scaleb(-len(fraction) - 1)
    return Number(value, half_unit, text, start, start + len(text))
