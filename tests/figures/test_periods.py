"""Periods: written one way, read in several, and every month is in its quarter and its year."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.figures.periods import BadPeriod, Grain, Period

periods = st.builds(
    lambda grain, year, number: Period.of(grain, year, number % (12 // grain.months) + 1),
    st.sampled_from(Grain),
    st.integers(1900, 2099),
    st.integers(0, 11),
)


@given(periods)
def test_what_is_written_is_read_back(period):
    assert Period.parse(str(period)) == period
    assert Period.parse(str(period).lower()) == period


@given(periods)
def test_its_months_lie_in_it_one_after_the_other(period):
    months = period.months()
    assert len(months) == period.grain.months
    assert [month.first for month in months] == list(range(period.first, period.last + 1))
    assert all(month.year == period.year for month in months)


@given(periods)
def test_before_and_a_year_before(period):
    assert period.before(12 // period.length) == period.year_before()
    assert period.before().before(-1) == period
    assert period.before().last + 1 == period.first


@pytest.mark.parametrize(
    ("text", "written", "danish"),
    [
        ("2025", "2025", "2025"),
        ("2025q2", "2025Q2", "2. kvartal 2025"),
        ("2025K2", "2025Q2", "2. kvartal 2025"),
        ("2025-05", "2025M05", "maj 2025"),
        (" 2025M12 ", "2025M12", "december 2025"),
    ],
)
def test_how_it_is_read_and_told(text, written, danish):
    period = Period.parse(text)
    assert str(period) == written
    assert period.in_danish() == danish


@pytest.mark.parametrize("text", ["", "maj", "2025M13", "2025Q5", "25M01", "2025M00", "2025-5-1"])
def test_what_is_no_period_is_refused(text):
    with pytest.raises(BadPeriod):
        Period.parse(text)
