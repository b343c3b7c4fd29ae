"""A series falls on the days that a plain walk through the calendar finds."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.reference.holidays import holiday_name
from sagsgang.web.bodies.examples import setting_examples
from sagsgang.web.bodies.models import MunicipalitySettings
from sagsgang.web.bodies.series import LAST, Proposed, proposed, series_days

DAYS = st.dates(date(2024, 1, 1), date(2031, 12, 31))


@given(
    first=DAYS,
    length=st.integers(0, 500),
    weekday=st.integers(0, 6),
    which=st.integers(1, LAST),
    months=st.sets(st.integers(1, 12)),
)
def test_the_days_are_those_a_walk_finds(first, length, weekday, which, months):
    last = first + timedelta(days=length)
    walked = []
    for number in range(length + 1):
        day = first + timedelta(days=number)
        days_in_month = calendar.monthrange(day.year, day.month)[1]
        is_which = day.day > days_in_month - 7 if which == LAST else (day.day - 1) // 7 + 1 == which
        if day.weekday() == weekday and is_which and day.month in months:
            walked.append(day)
    found = series_days(first, last, weekday=weekday, which=which, months=months)
    assert list(found) == walked


@given(DAYS)
def test_what_is_proposed_is_never_a_day_off(day):
    found = proposed(day)
    assert holiday_name(found.day) is None
    assert (found.instead_of is None) == (found.day == day)
    assert found.day >= day
    if found.instead_of:
        assert found.day.weekday() < 5


def test_the_day_after_easter():
    assert proposed(date(2027, 3, 29)) == Proposed(
        date(2027, 3, 30), date(2027, 3, 29), "Anden påskedag"
    )


@pytest.mark.parametrize(
    ("setting", "value", "name", "text"),
    [
        ("item_numbering", "through_year", "item_numbering", "punkt 13"),
        ("case_numbers", "esdh", "case_numbers", "26/1042"),
        ("counting", "inclusive", "weekdays_before", "tirsdag den 12. maj 2026"),
        ("saturday_is_weekday", True, "weekdays_before", "tirsdag den 12. maj 2026"),
        ("half_holidays_are_off", False, "half_holidays_are_off", "tirsdag den 2. juni 2026"),
        ("sign", "budget_minus_actual", "sign", "−2,0 mio. kr."),
        ("sign", "in_words", "sign", "et merforbrug på 2,0 mio. kr."),
        ("percent", "%", "percent", "12,5 %"),
        ("money_unit", "kr.", "money_unit", "1.234.567,0 kr."),
        ("money_decimals", 3, "money_unit", "1,235 mio. kr."),
        ("balance", "period", "balance", "går i nul"),
        ("smallest_cell", 0, "smallest_cell", "også én person"),
        ("smallest_cell", 5, "smallest_cell", "4 personer vises ikke; 5 vises"),
    ],
)
def test_each_setting_is_shown_by_an_example(setting, value, name, text):
    examples = setting_examples(MunicipalitySettings(**{setting: value}))
    assert text in examples[name]
