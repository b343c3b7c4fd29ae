"""When a deadline of so many weekdays (hverdage) before a meeting falls.

The law's four weekdays before a council meeting (kommunestyrelsesloven § 8) leave open whether
Saturday is one and whether the day of sending counts, so both are settings.
"""

import datetime
from collections.abc import Collection
from typing import Literal

from sagsgang.reference.holidays import is_weekday

#: "clear": so many whole weekdays lie between; "inclusive": the day of sending is one of them.
Counting = Literal["clear", "inclusive"]

#: Weekdays before a council meeting by which agenda and material must have been sent.
COUNCIL_WEEKDAYS = 4

_ONE_DAY = datetime.timedelta(days=1)


def weekday_deadline(
    meeting: datetime.date,
    weekdays: int = COUNCIL_WEEKDAYS,
    *,
    saturday_is_weekday: bool = False,
    counting: Counting = "clear",
    closed: Collection[tuple[int, int]] = (),
) -> datetime.date:
    """The last day on which something due `weekdays` before `meeting` is in time.

    The day of the meeting never counts, and the deadline is itself a weekday.
    Raises ValueError when `weekdays` is negative.
    """
    if weekdays < 0:
        raise ValueError(f"a deadline cannot be {weekdays} weekdays before")
    left = weekdays + (counting == "clear")
    day = meeting
    while left:
        day -= _ONE_DAY
        left -= is_weekday(day, saturday_is_weekday=saturday_is_weekday, closed=closed)
    return day


def weekdays_before(
    sent: datetime.date,
    meeting: datetime.date,
    *,
    saturday_is_weekday: bool = False,
    counting: Counting = "clear",
    closed: Collection[tuple[int, int]] = (),
) -> int:
    """How many weekdays before `meeting` something was `sent`; 0 when not before it.

    What is sent on a Sunday or a holiday counts as sent on the next weekday.
    """
    days = (sent + _ONE_DAY * offset for offset in range(max(0, (meeting - sent).days)))
    counted = sum(
        is_weekday(day, saturday_is_weekday=saturday_is_weekday, closed=closed) for day in days
    )
    return max(0, counted - (counting == "clear"))
