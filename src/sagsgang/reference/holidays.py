"""Which days are public holidays in Denmark, and which others are often closed.

The calendar is that of the package `holidays` (store bededag until 2023, when it was abolished).
"""

import datetime
from collections.abc import Collection
from functools import lru_cache

import holidays as calendar

#: Month and day of days that are no public holidays but on which many municipalities are closed.
OFTEN_CLOSED: dict[tuple[int, int], str] = {
    (5, 1): "1. maj",
    (6, 5): "Grundlovsdag",
    (12, 24): "Juleaftensdag",
    (12, 31): "Nytårsaftensdag",
}


@lru_cache(maxsize=64)
def public_holidays(year: int) -> dict[datetime.date, str]:
    """The public holidays of `year` with their Danish names, in order."""
    found = calendar.country_holidays("DK", years=year, language="da")
    return dict(sorted(found.items()))


def holiday_name(day: datetime.date) -> str | None:
    """The name of the public holiday that `day` is, or None."""
    return public_holidays(day.year).get(day)


def is_weekday(
    day: datetime.date,
    *,
    saturday_is_weekday: bool = False,
    closed: Collection[tuple[int, int]] = (),
) -> bool:
    """Whether `day` is a weekday (hverdag): no Sunday, no public holiday, none of `closed`.

    Whether Saturday is one is disputed, so it is a setting of each municipality. `closed` holds
    months and days from `OFTEN_CLOSED` that a municipality counts as holidays.
    """
    if day.weekday() == 6 or (day.weekday() == 5 and not saturday_is_weekday):
        return False
    return holiday_name(day) is None and (day.month, day.day) not in closed
