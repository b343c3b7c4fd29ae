"""A day, a month or a year as it is printed, and which of two is the earlier."""

import re
from dataclasses import dataclass

from sagsgang.language.dates import MONTH_NUMBERS

_MONTH = re.compile(
    r"(?<![a-zæøå])(" + "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True)) + r")(?![a-zæøå])"
)
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


@dataclass(frozen=True, slots=True)
class When:
    """A year, and the month and day where they are printed; `text` as printed."""

    text: str
    year: int
    month: int | None = None
    day: int | None = None

    def differs(self, other: "When") -> bool:
        """True when both cannot be the same day, as far as both are told."""
        if self.year != other.year:
            return True
        if self.month is None or other.month is None:
            return False
        if self.month != other.month:
            return True
        return self.day is not None and other.day is not None and self.day != other.day

    @property
    def months(self) -> int:
        """Months since year 0, for telling how far two are apart; January where none is told."""
        return 12 * self.year + (self.month or 1) - 1


def read_when(text: str) -> When | None:
    """A date or a year as printed: "1. september 2022", "sept. 2020", "2021"; None without year."""
    year = _YEAR.search(text)
    if year is None:
        return None
    month = _MONTH.search(text.lower())
    if month is None:
        digits = re.fullmatch(r"\D*([0-9]{1,2})[-./]([0-9]{1,2})[-./](?:19|20)[0-9]{2}\D*", text)
        if digits and 1 <= int(digits[2]) <= 12:
            return When(text, int(year[0]), int(digits[2]), int(digits[1]))
        return When(text, int(year[0]))
    day = re.match(r"\D{0,6}([0-9]{1,2})\.", text)
    return When(text, int(year[0]), MONTH_NUMBERS[month[1]], int(day[1]) if day else None)
