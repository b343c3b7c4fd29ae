"""How far an indicator is told: budgets and appropriations as far as the ledger that tells them."""

from decimal import Decimal

from tests.figures.small_store import AREA, filled, observation

from sagsgang.figures.observation import Unit
from sagsgang.figures.overview import Wanted, overview, periods_of
from sagsgang.figures.periods import Grain
from sagsgang.figures.registry import indicator

BUDGET = indicator("adjusted_budget")


def ledger(*months: int, appropriated: tuple[int, ...] = (4,)):
    """A year's budget of 100 kr., of which 60 are posted late, spending in some months and 10 kr.
    appropriated in others.
    """
    for account, kroner in (("5.57.78", 60), ("5.57.71", 40)):
        yield observation("ledger.original_budget", "2026", kroner, Unit.KR, account=account)
    for month in appropriated:
        period = f"2026M{month:02}"
        yield observation("ledger.supplementary_appropriation", period, 10, Unit.KR)
    for month in months:
        yield observation("ledger.spending", f"2026M{month:02}", 9, Unit.KR)


def latest(snapshot, name, grain):
    seen = overview(snapshot, Wanted(indicator(name), AREA, grain))
    return str(seen.latest.period), seen.latest.value


def test_the_budget_is_told_to_the_ledgers_newest_month(tmp_path):
    snapshot = filled(tmp_path, ledger(*range(1, 9))).snapshot()
    assert latest(snapshot, "adjusted_budget", Grain.MONTH) == ("2026M08", 110)
    assert latest(snapshot, "adjusted_budget", Grain.YEAR) == ("2026", 110)
    name, value = latest(snapshot, "even_spend_rate", Grain.MONTH)
    assert (name, round(value, 2)) == ("2026M08", Decimal("62.12"))
    seen = overview(snapshot, Wanted(BUDGET, AREA, Grain.MONTH))
    assert [each.value for each in seen.wholes.values()] == [100] * 3 + [110] * 5


def test_a_quarter_is_told_when_it_is_over(tmp_path):
    snapshot = filled(tmp_path, ledger(*range(1, 9), appropriated=(4, 8))).snapshot()
    assert latest(snapshot, "adjusted_budget", Grain.QUARTER) == ("2026Q2", 110)
    assert latest(snapshot, "even_spend_rate", Grain.QUARTER)[0] == "2026Q2"


def test_an_appropriation_after_the_last_spending_counts_in_its_month(tmp_path):
    snapshot = filled(tmp_path, ledger(1, 2, 3, appropriated=(4, 6))).snapshot()
    assert latest(snapshot, "adjusted_budget", Grain.MONTH) == ("2026M06", 120)
    assert [str(p) for p in periods_of(snapshot, BUDGET, AREA, Grain.MONTH)] == [
        *("2026M01", "2026M02", "2026M03", "2026M04", "2026M06"),
    ]


def test_a_forecast_is_told_for_the_month_it_was_made_in(tmp_path):
    made = observation("ledger.forecast_outturn", "2026M03", 130, Unit.KR)
    snapshot = filled(tmp_path, [*ledger(*range(1, 9), appropriated=()), made]).snapshot()
    assert latest(snapshot, "forecast_deviation", Grain.MONTH) == ("2026M03", 30)
