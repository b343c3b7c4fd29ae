"""The year's spending is forecast from the ledger, beside its budget and economy's own estimate."""

from decimal import Decimal

import pytest
from tests.figures.small_store import AREA, filled, observation

from sagsgang.figures.forecast import (
    CannotForecast,
    Scenario,
    last_month_of_spending,
    spending_forecast,
)
from sagsgang.figures.observation import Unit
from sagsgang.figures.periods import Period

MONTHS = (50, 48, 61, 50, 49, 53, 30, 47, 52, 54, 60, 70)
YEAR = sum(MONTHS) * 1000


def ledger(until="2025M09"):
    """Three years of one committee's months, half as much of another's, and financing."""
    last = Period.parse(until)
    for committee, share in (("Havneudvalget", 2), ("Skoleudvalget", 1)):
        group = {"committee": committee, "policy_area": "Drift", "frame": "service"}
        for year in ("2023", "2024", "2025"):
            for number, value in enumerate(MONTHS, start=1):
                month = f"{year}M{number:02}"
                if Period.parse(month) <= last:
                    amount = value * 500 * share
                    yield observation("ledger.spending", month, amount, Unit.KR, **group)
        budget = 300_000 * share
        yield observation("ledger.original_budget", "2025", budget, Unit.KR, **group)
        yield observation(
            "ledger.supplementary_appropriation", "2025M04", 1000 * share, Unit.KR, **group
        )
    group = {"committee": "Havneudvalget", "policy_area": "Drift", "frame": "service"}
    for month, value in (("2025M03", 600_000), ("2025M08", 610_000)):
        yield observation("ledger.forecast_outturn", month, value, Unit.KR, **group)
    for series, period in (("ledger.spending", "2025M09"), ("ledger.original_budget", "2025")):
        yield observation(
            series,
            period,
            -9_000_000,
            Unit.KR,
            committee="Økonomiudvalget",
            policy_area="Skatter",
            frame="financing",
        )


@pytest.fixture
def snapshot(tmp_path):
    return filled(tmp_path, ledger(), source="ledger").snapshot()


def test_it_is_beside_the_budget_and_the_estimate(snapshot):
    found = spending_forecast(snapshot, AREA, where={"committee": ("Havneudvalget",)})
    assert found.forecast.year.value == YEAR
    assert found.forecast.known == sum(MONTHS[:9]) * 1000
    assert found.budget.value == 602_000
    assert found.deviation == YEAR - 602_000
    assert (found.estimate.value, str(found.estimated)) == (610_000, "2025M08")
    assert found.from_estimate == YEAR - 610_000
    assert found.forecast.tested.origins == 7
    assert [each.source for each in found.origins] == ["ledger"]


def test_all_of_it_leaves_financing_out(snapshot):
    found = spending_forecast(snapshot, AREA)
    assert found.forecast.year.value == YEAR * 3 / 2
    assert found.budget.value == 903_000
    assert len(found.history.values) == 33


def test_what_has_no_estimate_has_none_beside_it(snapshot):
    found = spending_forecast(snapshot, AREA, where={"committee": ("Skoleudvalget",)})
    assert found.estimate.value is None
    assert (found.estimated, found.from_estimate) == (None, None)
    assert found.deviation == YEAR / 2 - 301_000


def test_an_assumption_moves_the_year_and_not_the_budget(snapshot):
    plain = spending_forecast(snapshot, AREA)
    scenario = Scenario({Period.parse("2025M12"): Decimal(5000)})
    more = spending_forecast(snapshot, AREA, scenario=scenario)
    assert more.deviation - plain.deviation == 5000
    assert more.budget.value == plain.budget.value


def test_why_there_is_none(tmp_path, snapshot):
    assert str(last_month_of_spending(snapshot, AREA)) == "2025M09"
    with pytest.raises(CannotForecast, match="ingen måneder at regne frem fra"):
        spending_forecast(snapshot, AREA, where={"committee": ("Ukendt udvalg",)})
    with pytest.raises(CannotForecast, match="ikke indlæst forbrug"):
        spending_forecast(snapshot, "andet sted")
    over = filled(tmp_path / "over", ledger("2025M12"), source="ledger").snapshot()
    with pytest.raises(CannotForecast, match="2025 er slut"):
        spending_forecast(over, AREA)
