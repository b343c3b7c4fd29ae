"""Which days a series of meetings falls on, and what to do where one is a holiday."""

import calendar
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sagsgang.reference.holidays import OFTEN_CLOSED, holiday_name, is_weekday

#: Which of a month's Tuesdays, say: the first to the fourth, or the last.
LAST = 5
#: How many days forward another day is looked for.
_REACH = 14


@dataclass(frozen=True, slots=True)
class Proposed:
    """`day` is the one proposed; `instead_of` the day off that the rule hit, and its name."""

    day: date
    instead_of: date | None = None
    holiday: str = ""


def series_days(
    first: date, last: date, *, weekday: int, which: int, months: Collection[int]
) -> Iterator[date]:
    """The days from `first` to and with `last` that are the `which` (1–4, `LAST`) weekday
    (0 is Monday) of one of the months.
    """
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        if month in months:
            day = _day_of(year, month, weekday, which)
            if first <= day <= last:
                yield day
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def _day_of(year: int, month: int, weekday: int, which: int) -> date:
    days = calendar.monthrange(year, month)[1]
    fitting = [day for day in range(1, days + 1) if date(year, month, day).weekday() == weekday]
    return date(year, month, fitting[-1] if which == LAST else fitting[which - 1])


def proposed(day: date) -> Proposed:
    """The day itself, or for a day off the next working day after it."""
    name = day_off(day)
    if not name:
        return Proposed(day)
    after = (day + timedelta(days=step) for step in range(1, _REACH))
    other = next(each for each in after if is_weekday(each, closed=OFTEN_CLOSED))
    return Proposed(other, day, name)


def day_off(day: date) -> str:
    """The name of the holiday, or of the day on which most are closed; empty for other days."""
    return holiday_name(day) or OFTEN_CLOSED.get((day.month, day.day), "")
