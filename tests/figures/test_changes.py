"""What a figure has changed by, when it may be compared at all."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from sagsgang.figures.changes import Since, changes
from sagsgang.figures.engine import Question
from sagsgang.figures.indicator import Break
from sagsgang.figures.observation import Missing, Unit
from sagsgang.figures.periods import Period
from sagsgang.figures.registry import indicator

YEAR = Period.parse("2024")


@pytest.fixture
def spent(world):
    """Sønderborg, August 2024, item 7, and a policy area that is new."""
    rows = []
    for year, budget, spending in (("2023", "1361.7", "671.3"), ("2024", "1491.7", "688.5")):
        rows.append(world.observation("ledger.original_budget", year, Decimal(budget) * 10**6))
        rows += [
            world.observation("ledger.spending", f"{year}M0{month}", Decimal(spending) * 10**6 / 5)
            for month in range(1, 6)
        ]
        rows.append(world.observation("ledger.spending", f"{year}M06", Decimal(0)))
    return world.snapshot(rows)


def test_percent_less_percent_is_percentage_points(world, spent):
    asked = Question(indicator("spend_rate"), Period.parse("2024M06"), world.area)
    (change,) = changes(spent, asked, Since.YEAR_BEFORE)
    assert (change.before.in_words(), change.now.in_words()) == ("49,3 pct.", "46,2 pct.")
    assert change.unit is Unit.PERCENTAGE_POINT
    assert change.in_words() == "-3,1 pct. point"
    assert change.percent is None


def test_an_amount_changes_by_so_many_percent_too(world):
    rows = [
        world.observation("ledger.spending", year, Decimal(value), {"account": account})
        for year, account, value in (
            ("2023", "1", 200),
            ("2024", "1", 150),
            ("2024", "2", 50),
        )
    ]
    asked = Question(indicator("annual_accounts"), YEAR, world.area, by=("account",))
    one, new, whole = changes(world.snapshot(rows), asked, Since.PERIOD_BEFORE)
    assert (one.difference, one.percent, one.in_words()) == (-50, -25, "-50 kr.")
    assert (new.difference, new.missing, new.in_words()) == (
        None,
        Missing.UNKNOWN,
        "ikke oplyst",
    )
    assert (whole.difference, whole.in_words()) == (0, "0 kr.")


def test_what_rises_says_so(world):
    rows = [
        world.observation("ledger.spending", year, Decimal(value))
        for year, value in (("2023", 100), ("2024", 130))
    ]
    asked = Question(indicator("annual_accounts"), YEAR, world.area)
    (change,) = changes(world.snapshot(rows), asked, Since.YEAR_BEFORE)
    assert change.in_words() == "+30 kr."


@pytest.mark.parametrize(("since", "is_broken"), [("2024-01-01", True), ("2023-01-01", False)])
def test_nothing_is_compared_across_a_break(world, since, is_broken):
    each = indicator("annual_accounts")
    why = "kontoplanen blev lagt om"
    declared = replace(each.declared, breaks=(Break(date.fromisoformat(since), why),))
    rows = [world.observation("ledger.spending", year, Decimal(1)) for year in ("2023", "2024")]
    asked = Question(replace(each, declared=declared), YEAR, world.area)
    (change,) = changes(world.snapshot(rows), asked, Since.YEAR_BEFORE)
    assert (change.broken is not None) is is_broken
    assert (change.difference is None) is is_broken
    if is_broken:
        assert change.in_words() == f"kan ikke sammenlignes: {why}"
