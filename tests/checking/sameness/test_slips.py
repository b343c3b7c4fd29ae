"""Slips of the pen between two printed numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sagsgang.checking.sameness.slips import is_slip, is_swap, telling_digits


@pytest.mark.parametrize(
    ("one", "other"),
    [("5,326", "5,236"), ("48.310", "43.810"), ("1.482", "1.842"), ("743,0", "843,0")],
)
def test_slips(one, other):
    assert is_slip(one, other)
    assert is_slip(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("12", "21"), ("123", "124"), ("500.000", "600.000"), ("5,326", "53,26"), ("-5,326", "5,236")],
)
def test_no_slips(one, other):
    assert not is_slip(one, other)


def test_zeros_that_end_whole_numbers_tell_nothing():
    assert [telling_digits(each) for each in ("500.000", "743,0", "0,064", "1.410")] == [1, 4, 2, 3]


@given(some.integers(0, 10**9), some.integers(0, 10**9))
def test_both_ways_the_same(one, other):
    assert is_slip(str(one), str(other)) == is_slip(str(other), str(one))
    assert not is_swap(str(one), str(other)) or sorted(str(one)) == sorted(str(other))
