"""Percent and percentage points: told apart, and the round trip."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.language.percent import (
    Sign,
    Unit,
    find_percents,
    format_percent,
    parse_percent,
)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("46,2 pct.", "46.2", "percent"),
        ("46,2 pct", "46.2", "percent"),
        ("26 %", "26", "percent"),
        ("32,8%", "32.8", "percent"),
        ("95 procent", "95", "percent"),
        ("-0,47 pct. point", "-0.47", "percentage_point"),
        ("−0,47 pct. Point", "-0.47", "percentage_point"),
        ("3 procentpoint", "3", "percentage_point"),
        ("2 pct.-point", "2", "percentage_point"),
        ("5 pct.point", "5", "percentage_point"),
        ("2 %-point", "2", "percentage_point"),
    ],
)
def test_shares(text: str, value: str, unit: str) -> None:
    percent = parse_percent(text)
    assert percent is not None
    assert (percent.value, percent.unit) == (Decimal(value), unit)


@pytest.mark.parametrize("text", ["", "26", "procenten", "5 procentsatser", "26 kr.", "pct."])
def test_what_is_no_share(text: str) -> None:
    assert find_percents(text) == []


def test_numbers_joined_by_a_dash_share_the_unit() -> None:
    assert [p.value for p in find_percents("i 2024: 50-60 pct. af 87 og 6%")] == [50, 60, 6]


UNITS: list[Unit] = ["percent", "percentage_point"]
SIGNS: list[Sign] = ["pct.", "%", "procent"]


@given(
    st.integers(-(10**6), 10**6),
    st.integers(0, 3),
    st.sampled_from(UNITS),
    st.sampled_from(SIGNS),
)
def test_parse_and_format_are_inverse(units: int, decimals: int, unit: Unit, sign: Sign) -> None:
    value = Decimal(units).scaleb(-decimals)
    printed = format_percent(value, decimals, unit, sign)
    percent = parse_percent(printed)
    assert percent is not None
    assert (percent.value, percent.unit) == (value, unit)
    assert format_percent(percent.value, percent.number.decimals, unit, sign) == printed


@given(st.text(max_size=60) | st.text(alphabet="0123456789, %-pctroin.", max_size=40))
def test_any_text_gives_ordered_spans(text: str) -> None:
    end = 0
    for percent in find_percents(text):
        assert end <= percent.start < percent.end
        end = percent.end
