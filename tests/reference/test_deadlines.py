"""Weekday deadlines: two settings, five meetings, and the laws that hold for all."""

import datetime
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.reference.deadlines import Counting, weekday_deadline, weekdays_before
from sagsgang.reference.holidays import OFTEN_CLOSED

#: Meeting → deadline four weekdays before: (Saturday is a weekday, counting) → day.
TABLE = {
    "2025-05-12": ("2025-05-06", "2025-05-05", "2025-05-07", "2025-05-06"),
    "2025-03-05": ("2025-02-27", "2025-02-26", "2025-02-28", "2025-02-27"),
    "2024-08-13": ("2024-08-07", "2024-08-06", "2024-08-08", "2024-08-07"),
    "2025-04-22": ("2025-04-11", "2025-04-10", "2025-04-14", "2025-04-12"),
    "2026-05-19": ("2026-05-12", "2026-05-11", "2026-05-13", "2026-05-12"),
}
SETTINGS: list[tuple[bool, Counting]] = [
    (False, "inclusive"),
    (False, "clear"),
    (True, "inclusive"),
    (True, "clear"),
]


@pytest.mark.parametrize("meeting", TABLE)
@pytest.mark.parametrize("column", range(4))
def test_the_table(meeting: str, column: int) -> None:
    saturday_is_weekday, counting = SETTINGS[column]
    deadline = weekday_deadline(
        date.fromisoformat(meeting), saturday_is_weekday=saturday_is_weekday, counting=counting
    )
    assert deadline.isoformat() == TABLE[meeting][column]


def test_closed_days_move_the_deadline() -> None:
    meeting = date(2024, 5, 6)
    assert weekday_deadline(meeting) == date(2024, 4, 29)
    assert weekday_deadline(meeting, closed=OFTEN_CLOSED) == date(2024, 4, 26)


def test_no_negative_deadlines() -> None:
    with pytest.raises(ValueError, match="-1"):
        weekday_deadline(date(2025, 5, 12), -1)


MEETINGS = st.dates(datetime.date(2000, 1, 1), datetime.date(2060, 12, 31))


@given(MEETINGS, st.integers(0, 12), st.booleans(), st.sampled_from(["clear", "inclusive"]))
def test_the_deadline_is_the_last_day_that_keeps_it(
    meeting: date, weekdays: int, saturday_is_weekday: bool, counting: Counting
) -> None:
    deadline = weekday_deadline(
        meeting, weekdays, saturday_is_weekday=saturday_is_weekday, counting=counting
    )

    def kept(sent: date) -> int:
        return weekdays_before(
            sent, meeting, saturday_is_weekday=saturday_is_weekday, counting=counting
        )

    assert kept(deadline) == weekdays
    if weekdays:
        assert kept(deadline + timedelta(days=1)) < weekdays


@given(MEETINGS, st.integers(1, 12))
def test_inclusive_is_one_weekday_later_than_clear(meeting: date, weekdays: int) -> None:
    assert weekday_deadline(meeting, weekdays + 1, counting="inclusive") == weekday_deadline(
        meeting, weekdays, counting="clear"
    )
