"""Public holidays: the ones that move with Easter, the abolished one, and weekdays."""

import datetime
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.reference.holidays import OFTEN_CLOSED, holiday_name, is_weekday, public_holidays

EASTER = {
    2023: date(2023, 4, 9),
    2024: date(2024, 3, 31),
    2025: date(2025, 4, 20),
    2026: date(2026, 4, 5),
}


@pytest.mark.parametrize("year", EASTER)
def test_the_days_of_a_year(year: int) -> None:
    easter = EASTER[year]
    moving = [-3, -2, 0, 1, 39, 49, 50] + ([26] if year <= 2023 else [])
    expected = {easter + timedelta(days=offset) for offset in moving}
    expected |= {date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)}
    assert set(public_holidays(year)) == expected


def test_store_bededag_was_abolished() -> None:
    assert holiday_name(date(2023, 5, 5)) == "Store bededag"
    assert holiday_name(date(2024, 4, 26)) is None


def test_often_closed_days_are_a_setting() -> None:
    for month, day in OFTEN_CLOSED:
        closed = date(2024, month, day)
        assert holiday_name(closed) is None
        assert is_weekday(closed)
        assert not is_weekday(closed, closed=OFTEN_CLOSED)


def test_saturday_is_a_setting_and_sunday_is_not() -> None:
    assert not is_weekday(date(2025, 5, 10))
    assert is_weekday(date(2025, 5, 10), saturday_is_weekday=True)
    assert not is_weekday(date(2025, 5, 11), saturday_is_weekday=True)


@given(st.dates(datetime.date(1950, 1, 1), datetime.date(2099, 12, 31)))
def test_no_holiday_is_a_weekday(day: date) -> None:
    if holiday_name(day):
        assert not is_weekday(day, saturday_is_weekday=True)
    if is_weekday(day):
        assert is_weekday(day, saturday_is_weekday=True)
