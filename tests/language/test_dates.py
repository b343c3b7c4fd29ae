"""Dates and clock times: every printed form, what is no date, and the round trip."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.language.dates import (
    MONTHS,
    find_clocks,
    find_dates,
    parse_clock,
    parse_date,
)

MAY_12 = datetime.date(2025, 5, 12)


@pytest.mark.parametrize(
    "text",
    [
        "d. 12. maj 2025",
        "den 12. maj 2025",
        "mandag d. 12. maj 2025",
        "Mandag, den 12. maj 2025",
        "Man. 12-05-2025",
        "mandagen den 12/5 2025",
        "12-05-2025",
        "12.05.2025",
        "12. 05. 2025",
        "12/5 2025",
        "12/05-2025",
        "12/5-25",
        "12.05.25",
        "12.5.25",
        "2025-05-12",
        "12. MAJ 2025",
        "12 maj 2025",
        "12.maj 2025",
        "12.\xa0maj\xa02025",
        "12.\u202fmaj 2025",
        "12. maj\n2025",
        "d.12.05.2025",
        " 12-05-2025. ",
    ],
)
def test_every_form_of_one_date(text: str) -> None:
    assert parse_date(text) == MAY_12


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3. jan. 2024", datetime.date(2024, 1, 3)),
        ("3. febr. 2024", datetime.date(2024, 2, 3)),
        ("13. sept. 2024", datetime.date(2024, 9, 13)),
        ("31.03.1998", datetime.date(1998, 3, 31)),
        ("05.03.98", datetime.date(1998, 3, 5)),
        ("29. februar 2024", datetime.date(2024, 2, 29)),
    ],
)
def test_months_and_years(text: str, expected: datetime.date) -> None:
    assert parse_date(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "30. februar 2024",
        "29.02.2025",
        "31-04-2025",
        "32. maj 2025",
        "12.13.2025",
        "00.30.14-Ø00-7-25",
        "27.03.12-G01-2-23",
        "27.03.12P35-55-21",
        "24/19987",
        "24/1234-5",
        "21-014448",
        "2016-001340",
        "12.05.250",
        "1.12.05.25",
        "2022-2025",
        "12. maj",
        "21/5",
        "12.055.250",
        "1.471,7",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text) == []
    assert parse_date(text) is None


def test_more_than_a_date_is_not_one_date() -> None:
    assert parse_date("Mødet den 12. maj 2025") is None
    assert parse_date("12. maj 2025 og 13. maj 2025") is None


def test_the_span_covers_weekday_and_den() -> None:
    text = "Beslutning i Plejeudvalget onsdag den 14. maj 2025: Godkendt"
    (found,) = find_dates(text)
    assert text[found.start : found.end] == "onsdag den 14. maj 2025"
    assert (found.weekday, found.has_year) == (2, True)


def test_the_weekday_is_as_printed_even_when_wrong() -> None:
    (found,) = find_dates("tirsdag den 12. maj 2025")
    assert found.weekday == 1
    assert found.date.weekday() == 0


def test_ranges_give_both_ends() -> None:
    dates = [found.date for found in find_dates("01.01.2025-31.12.2025, 1. marts - 2. april 2025")]
    assert dates == [
        datetime.date(2025, 1, 1),
        datetime.date(2025, 12, 31),
        datetime.date(2025, 4, 2),
    ]


@pytest.mark.parametrize("text", ["12. maj", "d. 12/5", "mandag den 12/5", "12/5", "inden 12/5"])
def test_the_year_may_be_given(text: str) -> None:
    (found,) = find_dates(text, year=2025)
    assert (found.date, found.has_year) == (MAY_12, False)


def test_fractions_are_no_dates_even_with_a_year() -> None:
    assert find_dates("mindst 1/3 af medlemmerne, åbent 24/7 hele ugen", year=2025) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kl. 16:30", (16, 30)),
        ("kl. 16.30", (16, 30)),
        ("Kl.16.30", (16, 30)),
        ("16.30", (16, 30)),
        ("kl. 9", (9, 0)),
        ("klokken 8", (8, 0)),
        ("kl. 1630", (16, 30)),
        ("16:30 - 18:00", (16, 30)),
        ("Mandag d. 12. maj 2025 kl. 16:30", (16, 30)),
        ("12.05.25 16:30", (16, 30)),
    ],
)
def test_clock(text: str, expected: tuple[int, int]) -> None:
    assert parse_clock(text) == datetime.time(*expected)


@pytest.mark.parametrize("text", ["", "kl. 25:00", "12.05.2025", "16.75", "1.630", "lokale 9", "9"])
def test_no_clock(text: str) -> None:
    assert parse_clock(text) is None


@pytest.mark.parametrize("text", ["16:30 - 18:00", "kl. 16.30-18", "kl. 16.30 til kl. 18.00"])
def test_both_ends_of_a_meeting(text: str) -> None:
    assert find_clocks(text) == [datetime.time(16, 30), datetime.time(18, 0)]


DATES = st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31))


@given(DATES)
def test_printed_dates_are_read_back(date: datetime.date) -> None:
    forms = [
        f"den {date.day}. {MONTHS[date.month - 1]} {date.year}",
        f"{date:%d-%m-%Y}",
        f"{date:%d.%m.%Y}",
        f"{date.day}/{date.month} {date.year}",
        f"{date.day}/{date.month}-{date.year}",
        date.isoformat(),
    ]
    assert [parse_date(form) for form in forms] == [date] * len(forms)


@given(st.times())
def test_printed_clocks_are_read_back(time: datetime.time) -> None:
    expected = datetime.time(time.hour, time.minute)
    assert parse_clock(f"kl. {expected:%H:%M}") == expected
    assert parse_clock(f"{expected:%H.%M}") == expected


@given(st.text(alphabet="0123456789.-/: dmajnonsgkl\n", max_size=60))
def test_any_text_gives_ordered_spans(text: str) -> None:
    end = 0
    for found in find_dates(text, year=2024):
        assert end <= found.start < found.end <= len(text)
        end = found.end
    parse_date(text)
    find_clocks(text)
