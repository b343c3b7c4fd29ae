"""The arithmetic of indicators: exact, missing is not zero, and nothing but arithmetic."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.figures.expression import Expression, to_decimal
from sagsgang.figures.observation import Missing

amounts = st.decimals(-(10**12), 10**12, places=2, allow_nan=False)


@given(amounts, amounts, amounts)
def test_it_computes_as_fractions_do(one, two, three):
    told = Expression("(one - two) * 3 + max(two, three, 0) / 7").value(
        {"one": one, "two": two, "three": three}
    )
    exact = (Fraction(one) - Fraction(two)) * 3 + max(
        Fraction(two), Fraction(three), Fraction(0)
    ) / 7
    assert told == to_decimal(exact)
    assert abs(Fraction(told) - exact) <= Fraction(1, 2 * 10**12)


def test_halves_go_away_from_zero():
    assert to_decimal(Fraction(1, 2 * 10**12)) == Decimal("1E-12")
    assert to_decimal(Fraction(-1, 2 * 10**12)) == Decimal("-1E-12")
    assert str(to_decimal(Fraction(594739, 2))) == "297369.5"


@given(amounts)
def test_what_is_missing_is_told_and_never_zero(amount):
    product = Expression("one * 0 + two")
    assert product.value({"one": Missing.NOT_YET, "two": amount}) is Missing.NOT_YET
    both = {"one": Missing.NOT_YET, "two": Missing.SUPPRESSED}
    assert product.value(both) is Missing.SUPPRESSED


def test_a_share_of_nothing_is_no_number():
    share = Expression("part / whole * 100")
    assert share.value({"part": Decimal(0), "whole": Decimal(0)}) is Missing.NO_BASE


@pytest.mark.parametrize(
    "text", ["__import__('os')", "one.real", "one ** 2", "one if two else 3", "len(one)", "'a'"]
)
def test_only_arithmetic_is_understood(text):
    with pytest.raises(ValueError, match="is no arithmetic"):
        Expression(text)
