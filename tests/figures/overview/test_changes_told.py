"""A change is told in the unit of the value beside it."""

import pytest
from tests.figures.small_store import AREA, filled, observation

from sagsgang.figures.observation import Unit
from sagsgang.figures.overview import Wanted, change_words, overview
from sagsgang.figures.periods import Grain
from sagsgang.figures.registry import indicator
from sagsgang.figures.wording import HouseStyle


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        (2_418_200_000, 2_485_448_000, "steg 67,2 mio. kr. siden 2024"),
        (2_485_900_000, 2_485_448_000, "faldt 0,5 mio. kr. siden 2024"),
        (2_485_448_100, 2_485_448_000, "næsten uændret siden 2024"),
        (2_485_448_000, 2_485_448_000, "uændret siden 2024"),
        (500_000, 402_350, "faldt 97.650 kr. siden 2024"),
        (5_000_000, 402_350, "faldt 4.597.650 kr. siden 2024"),
    ],
)
def test_money_in_the_unit_of_the_value(tmp_path, before, now, told):
    spent = [
        observation("ledger.spending", year, value, Unit.KR)
        for year, value in (("2024", before), ("2025", now))
    ]
    snapshot = filled(tmp_path, spent).snapshot()
    seen = overview(snapshot, Wanted(indicator("annual_accounts"), AREA, Grain.YEAR))
    assert change_words(seen) == told


def test_percent_that_is_printed_as_nothing(tmp_path):
    spent = [
        observation("ledger.spending", year, value, Unit.KR)
        for year, value in (("2024", 50_040), ("2025", 50_060))
    ]
    budgets = [
        observation("ledger.original_budget", year, 100_000, Unit.KR) for year in ("2024", "2025")
    ]
    snapshot = filled(tmp_path, [*spent, *budgets]).snapshot()
    seen = overview(snapshot, Wanted(indicator("spend_rate"), AREA, Grain.YEAR))
    assert [each.printed() for each in seen.wholes.values()] == ["50,0", "50,1"]
    assert change_words(seen) == "næsten uændret siden 2024"


def test_money_in_the_houses_unit(tmp_path):
    spent = [
        observation("ledger.spending", year, value, Unit.KR)
        for year, value in (("2024", 700_000), ("2025", 402_350))
    ]
    snapshot = filled(tmp_path, spent).snapshot()
    seen = overview(snapshot, Wanted(indicator("annual_accounts"), AREA, Grain.YEAR))
    assert change_words(seen, HouseStyle("t.kr.", 0)) == "faldt 298 t.kr. siden 2024"
