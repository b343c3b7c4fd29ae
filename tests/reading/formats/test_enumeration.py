"""Numbers of list points: letters and Roman numerals count without gaps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.reading.formats.enumeration import numeral

_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


@pytest.mark.parametrize(
    ("number", "style", "expected"),
    [
        (3, "decimal", "3"),
        (3, "decimal-zero", "03"),
        (1, "lower-alpha", "a"),
        (26, "lower-alpha", "z"),
        (27, "upper-alpha", "AA"),
        (4, "lower-roman", "iv"),
        (1994, "upper-roman", "MCMXCIV"),
        (0, "lower-alpha", "0"),
        (4000, "lower-roman", "4000"),
        (5, "hebrew", "5"),
    ],
)
def test_styles(number: int, style: str, expected: str) -> None:
    assert numeral(number, style) == expected


@given(st.integers(1, 3999))
def test_roman_numerals_add_up_to_their_number(number: int) -> None:
    digits = [_VALUES[sign] for sign in numeral(number, "lower-roman")]
    signed = [-d if d < max(digits[i:]) else d for i, d in enumerate(digits)]
    assert sum(signed) == number


@given(st.integers(1, 100_000))
def test_letters_are_a_number_in_base_26_without_zero(number: int) -> None:
    value = 0
    for letter in numeral(number, "lower-alpha"):
        value = value * 26 + ord(letter) - ord("a") + 1
    assert value == number
