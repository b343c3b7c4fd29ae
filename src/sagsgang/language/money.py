"""What a printed sum of money is in kroner, and in which unit a table is printed."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from sagsgang.language.numbers import NUMBER_PATTERN, Number, find_numbers, format_number

Scale = Literal["kr.", "t.kr.", "mio. kr.", "mia. kr."]

FACTORS: dict[Scale, int] = {"kr.": 1, "t.kr.": 10**3, "mio. kr.": 10**6, "mia. kr.": 10**9}

_KRONER = r"(?:kr\b\.?|kroner\b|dkk\b)"
_MILLION = r"(?:mio\b\.?|mill\b\.?|million(?:er)?\b)"
_BILLION = r"(?:mia\b\.?|milliard(?:er)?\b)"
_THOUSAND = r"(?:t\.?\s?(?=kr)|tusinde?\b)"
_UNIT = re.compile(
    rf"\s{{0,3}}(?:(?P<million>{_MILLION})|(?P<billion>{_BILLION})|(?P<thousand>{_THOUSAND}))?"
    rf"\s{{0,3}}(?P<kroner>{_KRONER}|,-)?",
    re.IGNORECASE,
)
_KRONER_BEFORE = re.compile(r"(?<![\w.])(?:kr\.?|dkk)\s{0,2}\Z", re.IGNORECASE)
#: "kr." that belongs to the sum before it: "100 kr. 20 personer".
_KRONER_AFTER = re.compile(
    r"(?:[0-9]|mio\.?|mia\.?|er|million|milliard|tusinde?)\s{0,2}(?:kr\.?|dkk)\s{0,2}\Z",
    re.IGNORECASE,
)
_RANGE_BEFORE = re.compile(rf"{NUMBER_PATTERN}\s?[-–]\s?\Z")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")

#: The unit of a table stands after a word, a bracket or nothing; after a number it is a sum's.
_TABLE_UNIT = re.compile(
    rf"(?:^|[(\[,:-]\s?|(?<=[^\W\d]\s))(?:hele\s)?"
    rf"(?:(?P<million>{_MILLION}|1\.000\.000(?=\skr))|(?P<billion>{_BILLION})"
    rf"|(?P<thousand>{_THOUSAND}|1[. ]?000(?=\s?kr)))?\s?{_KRONER}",
    re.IGNORECASE,
)
_LONGEST_CAPTION = 300


@dataclass(frozen=True, slots=True)
class Money:
    """A sum at `start`–`end` of a text; `number` as printed, `scale` what it is counted in."""

    number: Number
    scale: Scale
    text: str
    start: int
    end: int

    @property
    def kroner(self) -> Decimal:
        """The sum in kroner."""
        return self.number.value * FACTORS[self.scale]

    @property
    def half_unit(self) -> Decimal:
        """Half a unit of the last printed digit, in kroner."""
        return self.number.half_unit * FACTORS[self.scale]

    @property
    def low(self) -> Decimal:
        """The least sum, in kroner, that is printed like this."""
        return self.kroner - self.half_unit

    @property
    def high(self) -> Decimal:
        """The greatest sum, in kroner, that is printed like this."""
        return self.kroner + self.half_unit


def parse_money(text: str) -> Money | None:
    """The sum that the whole of `text` is ("kr. 20.000", "- 1,2 mio. kr."), else None."""
    stripped = text.strip()
    found = find_money(stripped)
    if len(found) != 1 or found[0].start != 0 or found[0].end != len(stripped):
        return None
    return found[0]


def find_money(text: str) -> list[Money]:
    """The sums in `text`, in order: numbers with "kr." after or before them.

    Numbers parted by a dash share the unit of the last ("15-25 mio. kr." are two sums).
    """
    if "kr" not in text.lower() and "dkk" not in text.lower() and ",-" not in text:
        return []
    found: list[Money] = []
    following: tuple[int, Scale] | None = None
    for number in reversed(find_numbers(text)):
        unit = _UNIT.match(text, number.end)
        before = _KRONER_BEFORE.search(text, max(0, number.start - 5), number.start)
        if before and _KRONER_AFTER.search(text, max(0, number.start - 20), number.start):
            before = None
        if unit and (unit["kroner"] or before):
            scale = _scale(unit)
            start = before.start() if before else number.start
            end = len(text[: unit.end()].rstrip())
        elif following and _shares(text, number, following[0]):
            scale, start, end = following[1], number.start, number.end
        else:
            following = None
            continue
        found.append(Money(number, scale, text[start:end], start, end))
        following = (number.start, scale)
    return found[::-1]


def parse_scale(text: str) -> Scale | None:
    """The unit that a caption or a heading prints: "(i 1.000 kr.)", "Mio. kr.", "i hele kroner"."""
    unit = _TABLE_UNIT.search(" ".join(text[:_LONGEST_CAPTION].split()))
    return _scale(unit) if unit else None


def format_money(kroner: Decimal | int, scale: Scale = "kr.", decimals: int = 0) -> str:
    """A sum in kroner printed in `scale`, rounded half up: `297.370 kr.`, `1.471,7 mio. kr.`."""
    return f"{format_number(Decimal(kroner) / FACTORS[scale], decimals)} {scale}"


def _scale(unit: re.Match[str]) -> Scale:
    if unit["million"]:
        return "mio. kr."
    if unit["billion"]:
        return "mia. kr."
    return "t.kr." if unit["thousand"] else "kr."


def _shares(text: str, number: Number, following: int) -> bool:
    """Whether only a dash stands between a number and the next; years share no unit."""
    if _YEAR.fullmatch(number.text):
        return False
    between = text[number.end : following].strip()
    if between == "og":  # the last of a list: "10,6 - 6,7 og 2,1"
        return _RANGE_BEFORE.search(text, max(0, number.start - 30), number.start) is not None
    return between in ("-", "–", "til")
