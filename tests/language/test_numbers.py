"""Numbers: what is printed, how exact it is, and the round trip."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.language.numbers import find_numbers, format_number, parse_number


@pytest.mark.parametrize(
    ("text", "value", "half_unit"),
    [
        ("1.471,7", "1471.7", "0.05"),
        ("1471,7", "1471.7", "0.05"),
        ("-0,47", "-0.47", "0.005"),
        ("−0,47", "-0.47", "0.005"),
        ("- 12.355", "-12355", "0.5"),
        ("– 12.355", "-12355", "0.5"),
        ("+8,4", "8.4", "0.05"),
        ("2070", "2070", "0.5"),
        ("1.000", "1000", "0.5"),
        ("1.658.739", "1658739", "0.5"),
        ("8,06", "8.06", "0.005"),
        ("8,60", "8.60", "0.005"),
        ("12 355", "12355", "0.5"),
        ("12\xa0355,5", "12355.5", "0.05"),
        (" 0 ", "0", "0.5"),
    ],
)
def test_printed_numbers(text: str, value: str, half_unit: str) -> None:
    number = parse_number(text)
    assert number is not None
    assert (number.value, number.half_unit) == (Decimal(value), Decimal(half_unit))
    assert number.low == Decimal(value) - Decimal(half_unit)
    assert number.high == Decimal(value) + Decimal(half_unit)
    assert text[number.start : number.end] == number.text


@pytest.mark.parametrize(
    "text",
    ["", "-", "1.5", "0.123", "007", "1,000.5", "12.05.2025", "1.0000", "tre", "12%", "1 2", "1-2"],
)
def test_what_is_no_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("10,6 - 6,7 og 2,1", ["10.6", "6.7", "2.1"]),
        ("15-25", ["15", "25"]),
        ("2022–2025", ["2022", "2025"]),
        ("fra -0,03 til −0,14 (8)", ["-0.03", "-0.14", "8"]),
        ("-12.355\t- 6.462\t3", ["-12355", "-6462", "3"]),
        ("10 -5 3", ["10", "-5", "3"]),
        ("1. at 3.100 pers., 46,2%", ["1", "3100", "46.2"]),
        ("5mio. og 1.000,-", ["5", "1000"]),
        ("mandag 12-05-2025 kl. 16:30, sag 24/19987 og 15.00.30-G01-1-20", []),
        ("m2, 5G, 2½ time, 1.5 og 12.05", []),
    ],
)
def test_numbers_in_a_text(text: str, values: list[str]) -> None:
    found = find_numbers(text)
    assert [number.value for number in found] == [Decimal(value) for value in values]
    assert [text[number.start : number.end] for number in found] == [n.text for n in found]


def test_rounding_is_half_up_and_never_minus_zero() -> None:
    assert format_number(Decimal("297369.5")) == "297.370"
    assert format_number(Decimal("-0.004"), 2) == "0,00"
    assert format_number(Decimal("1471.7"), 1) == "1.471,7"
    assert format_number(-12355) == "-12.355"


VALUES = st.integers(-(10**12), 10**12).flatmap(
    lambda units: st.integers(0, 4).map(lambda places: (Decimal(units).scaleb(-places), places))
)


@given(VALUES)
def test_parse_and_format_are_inverse(pair: tuple[Decimal, int]) -> None:
    value, decimals = pair
    printed = format_number(value, decimals)
    number = parse_number(printed)
    assert number is not None
    assert (number.value, number.decimals) == (value, decimals)
    assert format_number(number.value, number.decimals) == printed
    assert [found.value for found in find_numbers(f"i alt {printed} pers.")] == [value]


@given(VALUES, st.integers(0, 3))
def test_the_interval_holds_the_value_that_was_rounded(
    pair: tuple[Decimal, int], decimals: int
) -> None:
    number = parse_number(format_number(pair[0], decimals))
    assert number is not None
    assert number.low <= pair[0] <= number.high


@given(st.text(max_size=60) | st.text(alphabet="0123456789.,-– +krmio%", max_size=40))
def test_any_text_gives_ordered_spans(text: str) -> None:
    end = 0
    for number in find_numbers(text):
        assert end <= number.start < number.end
        end = number.end
    parse_number(text)
