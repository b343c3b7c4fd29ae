"""Which months a figure is of: a month, a quarter or a year, written 2025M05, 2025Q2 and 2025."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

_WRITTEN = re.compile(r"(?P<year>(?:19|20)[0-9]{2})(?:(?P<grain>[MQ])(?P<number>[0-9]{1,2}))?")
_MONTHS = (
    *("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september"),
    *("oktober", "november", "december"),
)


class Grain(StrEnum):
    """How long a period is."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def months(self) -> int:
        """How many months it lasts."""
        return {"month": 1, "quarter": 3, "year": 12}[self.value]


class BadPeriod(ValueError):
    """A period that cannot be read; the message says why, in Danish."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """`first` is the number of its first month, twelve a year and January of year 0 being 0.

    Periods are ordered by when they begin, and of those the shorter first.
    """

    first: int
    length: int

    @classmethod
    def of(cls, grain: Grain, year: int, number: int = 1) -> Self:
        """Month or quarter `number`, from 1, of a year. Raises BadPeriod."""
        if not 1 <= number <= 12 // grain.months:
            raise BadPeriod(f"{year} har ingen {number}. {grain_words(grain)}.")
        return cls(year * 12 + (number - 1) * grain.months, grain.months)

    @classmethod
    def parse(cls, text: str) -> Self:
        """2025, 2025Q2, 2025M05 or 2025-05. Raises BadPeriod."""
        written = re.sub(r"\A((?:19|20)[0-9]{2})-([0-9]{2})\Z", r"\1M\2", text.strip().upper())
        match = _WRITTEN.fullmatch(written.replace("K", "Q"))
        if match is None:
            raise BadPeriod(
                f"“{text}” er ikke en periode. Skriv et år (2025), et kvartal (2025Q2) eller en "
                "måned (2025M05)."
            )
        grain = {"M": Grain.MONTH, "Q": Grain.QUARTER, None: Grain.YEAR}[match["grain"]]
        return cls.of(grain, int(match["year"]), int(match["number"] or 1))

    @property
    def grain(self) -> Grain:
        """Whether it is a month, a quarter or a year."""
        return {1: Grain.MONTH, 3: Grain.QUARTER, 12: Grain.YEAR}[self.length]

    @property
    def last(self) -> int:
        """The number of its last month."""
        return self.first + self.length - 1

    @property
    def calendar_year(self) -> int:
        """The year it lies in."""
        return self.first // 12

    @property
    def year(self) -> "Period":
        """The whole year it lies in."""
        return Period(self.first // 12 * 12, 12)

    def before(self, count: int = 1) -> "Period":
        """The period of the same length `count` of them earlier; later when it is negative."""
        return Period(self.first - count * self.length, self.length)

    def year_before(self) -> "Period":
        """The same period a year earlier."""
        return Period(self.first - 12, self.length)

    def months(self) -> tuple["Period", ...]:
        """Its months in their order."""
        return tuple(Period(month, 1) for month in range(self.first, self.last + 1))

    def __str__(self) -> str:
        year, month = divmod(self.first, 12)
        if self.length == 12:
            return str(year)
        return f"{year}Q{month // 3 + 1}" if self.length == 3 else f"{year}M{month + 1:02}"

    def in_danish(self) -> str:
        """ "2025", "2. kvartal 2025" or "maj 2025"."""
        year, month = divmod(self.first, 12)
        if self.length == 12:
            return str(year)
        return (
            f"{month // 3 + 1}. kvartal {year}" if self.length == 3 else f"{_MONTHS[month]} {year}"
        )


def grain_words(grain: Grain) -> str:
    """The grain in Danish, as in "5. måned"."""
    return {Grain.MONTH: "måned", Grain.QUARTER: "kvartal", Grain.YEAR: "år"}[grain]
