"""Arithmetic on what is known of rounded numbers."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.checking.interval import Interval, added

numbers = st.decimals(-1000, 1000, allow_nan=False, places=3)
intervals = st.tuples(numbers, numbers).map(lambda ends: Interval(min(ends), max(ends)))


@given(intervals, intervals, st.floats(0, 1), st.floats(0, 1))
def test_what_holds_for_the_values_holds_for_the_intervals(one, other, here, there):
    def at(interval, place):
        width = interval.high - interval.low
        return min(interval.high, interval.low + width * Decimal(place))

    a, b = at(one, here), at(other, there)
    slack = Decimal("1e-18")

    def holds(interval, value):
        return interval.low - slack <= value <= interval.high + slack

    assert holds(one + other, a + b)
    assert holds(one - other, a - b)
    assert holds(one * other, a * b)
    assert holds(abs(one), abs(a))
    if not other.low <= 0 <= other.high:
        assert holds(one / other, a / b)


def test_a_quotient_that_comes_out_even_is_exact():
    share = (Interval.exactly(280) / Interval.exactly(896)).times(100)
    assert share == Interval.exactly(Decimal("31.25"))


def test_nothing_is_divided_by_what_may_be_zero():
    with pytest.raises(ZeroDivisionError):
        Interval.exactly(1) / Interval(Decimal(-1), Decimal(1))


def test_a_sum_of_nothing_is_zero():
    assert added([]) == Interval.exactly(0)
