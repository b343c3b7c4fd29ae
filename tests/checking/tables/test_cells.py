"""What the text of a cell says."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.checking.tables.cells import CellKind, read_cell
from sagsgang.language.numbers import format_number


@pytest.mark.parametrize(
    ("text", "value", "half"),
    [
        ("2070", "2070", "0.5"),
        ("1.785.217", "1785217", "0.5"),
        ("-0,47", "-0.47", "0.005"),
        ("−0,47", "-0.47", "0.005"),
        ("- 12.355", "-12355", "0.5"),
        ("+5", "5", "0.5"),
        ("kr. 20.000", "20000", "0.5"),
        ("1.500,-", "1500", "0.5"),
        ("58*", "58", "0.5"),
        ("39 (67 %)", "39", "0.5"),
        ("120 timer", "120", "0.5"),
        ("70,3 mio. kr.", "70300000", "50000"),
        ("20.000 t.kr.", "20000000", "500"),
        ("1 234 567", "1234567", "0.5"),
    ],
)
def test_a_number_is_an_interval(text, value, half):
    cell = read_cell(text)
    assert cell.is_number
    assert (cell.value, cell.half, cell.is_percent) == (Decimal(value), Decimal(half), False)


@pytest.mark.parametrize("text", ["32,8% (22 %)", "10 pct.", "0 %", "0,31 pct. point"])
def test_a_share_is_known_as_one(text):
    assert read_cell(text).is_percent


@pytest.mark.parametrize(
    "text",
    [
        "ca. 20",
        "1.01",
        "08.00",
        "2 0",
        "15-25",
        "012",
        "5. januar",
        "10 januar",
        "< 5",
        "Afklares",
        "1/2",
        "(5)",
        "12\n345",
        "5.57.71",
        "12345678901234567890123",
    ],
)
def test_what_is_not_exactly_one_number_is_words(text):
    assert read_cell(text).kind is CellKind.WORDS


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", CellKind.BLANK),
        (" \xa0 ", CellKind.BLANK),
        ("–", CellKind.DASH),
        ("----", CellKind.DASH),
    ],
)
def test_nothing_is_told_from_a_dash(text, kind):
    assert read_cell(text).kind is kind


@given(st.text(max_size=40))
def test_any_text_is_a_cell(text):
    assert read_cell(text).kind in CellKind


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_what_is_written_is_read(value):
    cell = read_cell(format_number(value, 2))
    assert cell.value == value
    assert cell.half == Decimal("0.005")
