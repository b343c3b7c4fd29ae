"""Percent and percentage points as they are printed; they are different units and never mixed."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from sagsgang.language.numbers import Number, find_numbers, format_number

Unit = Literal["percent", "percentage_point"]
Sign = Literal["pct.", "%", "procent"]

_UNIT = re.compile(
    r"\s{0,2}(?:%|pct\b\.?|procent)(?P<point>\s?[.-]?\s?-?points?\b)?(?![^\W\d_])", re.IGNORECASE
)
_JOINED = re.compile(r"\s?(?:[-–]|til)\s?")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Percent:
    """A share, or a difference between shares, at `start`–`end` of a text: 46,2 is 46.2."""

    number: Number
    unit: Unit
    text: str
    start: int
    end: int

    @property
    def value(self) -> Decimal:
        """The number of percent or percentage points."""
        return self.number.value


def parse_percent(text: str) -> Percent | None:
    """The share that the whole of `text` is ("32,8%", "-0,47 pct. point"), else None."""
    stripped = text.strip()
    found = find_percents(stripped)
    if len(found) != 1 or found[0].start != 0 or found[0].end != len(stripped):
        return None
    return found[0]


def find_percents(text: str) -> list[Percent]:
    """The shares in `text`, in order; numbers parted by a dash share the unit of the last."""
    lowered = text.lower()
    if "%" not in lowered and "pct" not in lowered and "procent" not in lowered:
        return []
    found: list[Percent] = []
    following: tuple[int, Unit] | None = None
    for number in reversed(find_numbers(text)):
        printed = _UNIT.match(text, number.end)
        if printed:
            unit: Unit = "percentage_point" if printed["point"] else "percent"
            end = printed.end()
        elif following and _shares(text, number, following[0]):
            unit, end = following[1], number.end
        else:
            following = None
            continue
        found.append(Percent(number, unit, text[number.start : end], number.start, end))
        following = (number.start, unit)
    return found[::-1]


def format_percent(
    value: Decimal | int, decimals: int = 1, unit: Unit = "percent", sign: Sign = "pct."
) -> str:
    """`46,2 pct.`, `46,2 %` or `46,2 procent`; a difference is always `0,5 pct. point`."""
    number = format_number(value, decimals)
    return f"{number} {'pct. point' if unit == 'percentage_point' else sign}"


def _shares(text: str, number: Number, following: int) -> bool:
    joined = _JOINED.fullmatch(text[number.end : following])
    return joined is not None and not _YEAR.fullmatch(number.text)
