"""Numbers and periods in cells: as Danes write them, and alike in Python and the database."""

from decimal import Decimal

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.figures.observation import Missing
from sagsgang.figures.periods import BadPeriod
from sagsgang.figures.sources.files import NotANumber, is_english_only, number_of, read_period
from sagsgang.figures.sources.files.cells import DANISH, ENGLISH
from sagsgang.language.numbers import format_number


@given(st.decimals(-(10**15), 10**15, places=2))
def test_what_is_printed_in_danish_is_read_back(value):
    assert number_of(format_number(value, 2)) == value
    assert number_of(f"{abs(value):f}".replace(".", ",") + "-") == -abs(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.000", 1000),
        ("1.234.567,89", Decimal("1234567.89")),
        ("−12", -12),
        ("- 12.355", -12355),
        ("1 000", 1000),
        ("1\xa0000,5", Decimal("1000.5")),
        ("034", 34),
        ("", None),
        ("-", Missing.NONE),
        ("..", Missing.UNKNOWN),
        ("…", Missing.NOT_YET),
        ("x", Missing.SUPPRESSED),
    ],
)
def test_cells_are_read(text, value):
    assert number_of(text) == value


@pytest.mark.parametrize("text", ["12,3,4", "1.5", "1.00", "12 kr.", "abc", "1.0000", "12a", "--1"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(NotANumber):
        number_of(text)


def test_english_numbers_are_known():
    assert is_english_only("12.5")
    assert not is_english_only("1.000")
    assert number_of("1,234.5", is_english=True) == Decimal("1234.5")


@given(st.text("0123456789.,-−– \xa0", max_size=12))
def test_the_database_takes_the_same_for_a_number(text):
    text = text.strip()
    with duckdb.connect() as database:
        row = database.execute(
            "SELECT regexp_full_match(?, ?), regexp_full_match(?, ?)", [text, DANISH, text, ENGLISH]
        ).fetchone()
    for is_english, taken in zip((False, True), row, strict=True):
        try:
            read = isinstance(number_of(text, is_english=is_english), Decimal)
        except NotANumber:
            read = False
        # "-" alone is a sign, and an empty cell is nothing: neither is a number.
        assert taken == read, text


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2025", "2025"),
        ("2025-05", "2025M05"),
        ("202505", "2025M05"),
        ("2025M05", "2025M05"),
        ("2025M5", "2025M05"),
        ("maj 2025", "2025M05"),
        ("Maj-2025", "2025M05"),
        ("2025 maj", "2025M05"),
        ("05-2025", "2025M05"),
        ("31-05-2025", "2025M05"),
        ("31.05.2025", "2025M05"),
        ("2025-05-31", "2025M05"),
        ("2025-05-31 00:00:00", "2025M05"),
        ("20250531", "2025M05"),
        ("2025K2", "2025Q2"),
        ("2025Q2", "2025Q2"),
        ("2. kvartal 2025", "2025Q2"),
    ],
)
def test_periods_are_read(text, period):
    assert str(read_period(text)) == period


def test_a_month_may_have_its_year_beside_it():
    assert str(read_period("5", "2025")) == "2025M05"
    assert str(read_period("maj", "2025")) == "2025M05"
    assert str(read_period("", "2025")) == "2025"


@pytest.mark.parametrize(
    "text", ["", "13", "2025-13", "2025K5", "32-05-2025", "i går", "2024QMAT02"]
)
def test_what_is_no_period_is_refused(text):
    with pytest.raises(BadPeriod):
        read_period(text)
