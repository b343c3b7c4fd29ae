"""Periods: weeks, thirds of a month, quarters, months and years."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.language.periods import find_periods, parse_period


@pytest.mark.parametrize(
    ("text", "year", "first", "last"),
    [
        ("uge 33", 2024, "2024-08-12", "2024-08-18"),
        ("Uge 33, 2024", None, "2024-08-12", "2024-08-18"),
        ("uge 33/2024", None, "2024-08-12", "2024-08-18"),
        ("uge 15 (april)", 2024, "2024-04-08", "2024-04-14"),
        ("uge 9-10", 2024, "2024-02-26", "2024-03-10"),
        ("primo august", 2025, "2025-08-01", "2025-08-10"),
        ("medio juni", 2025, "2025-06-11", "2025-06-20"),
        ("ultimo februar 2026", None, "2026-02-21", "2026-02-28"),
        ("ultimo februar 2024", None, "2024-02-21", "2024-02-29"),
        ("ultimo 2025", None, "2025-09-01", "2025-12-31"),
        ("4. kvartal 2024", None, "2024-10-01", "2024-12-31"),
        ("1. halvår 2021", None, "2021-01-01", "2021-06-30"),
        ("maj 2025", None, "2025-05-01", "2025-05-31"),
        ("maj", 2025, "2025-05-01", "2025-05-31"),
        ("januar-marts 2025", None, "2025-01-01", "2025-03-31"),
        ("2022-2025", None, "2022-01-01", "2025-12-31"),
        ("2022 – 2025", None, "2022-01-01", "2025-12-31"),
        ("2024", None, "2024-01-01", "2024-12-31"),
    ],
)
def test_periods(text: str, year: int | None, first: str, last: str) -> None:
    period = parse_period(text, year)
    assert period is not None
    assert period.text == text
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["uge 33", "primo august", "uge 54 2024", "3. halvår 2024", "2025-2022", "12. maj 2025", ""],
)
def test_what_is_no_period(text: str) -> None:
    assert parse_period(text) is None


def test_a_date_or_a_lone_year_in_prose_is_no_period() -> None:
    assert find_periods("Den 12. maj 2025 og i 2024 var der 33 uger.", year=2025) == []


def test_several_in_order_without_overlap() -> None:
    text = "Fra uge 33 2024 til ultimo marts 2025, i planperioden 2022-2025"
    assert [period.text for period in find_periods(text)] == [
        "uge 33 2024",
        "ultimo marts 2025",
        "2022-2025",
    ]


@given(st.dates(datetime.date(1970, 1, 1), datetime.date(2069, 12, 31)))
def test_a_day_lies_in_its_own_week(date: datetime.date) -> None:
    year, week, _ = date.isocalendar()
    period = parse_period(f"uge {week} {year}")
    assert period is not None
    assert period.first <= date <= period.last
    assert (period.last - period.first).days == 6


@given(st.text(max_size=60), st.none() | st.integers(1900, 2100))
def test_any_text_gives_ordered_periods(text: str, year: int | None) -> None:
    for period in find_periods(text, year):
        assert period.first <= period.last
        assert text[period.start : period.end] == period.text
