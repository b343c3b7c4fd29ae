"""A small municipality with figures: appeals by law, and spending by committee and quarter."""

from decimal import Decimal
from pathlib import Path

import pytest
from django.test import Client
from tests.figures.small_store import AREA, appeals, filled, observation, people, recipients

from sagsgang.figures.indicator import Declared, Direction, Indicator, Input, Sign
from sagsgang.figures.observation import Unit
from sagsgang.figures.periods import Grain
from sagsgang.figures.registry import all_indicators
from sagsgang.web.bodies.models import Role

SPENT = {"Havneudvalget": (10, 12, 14, 9), "Økonomiudvalget": (40, 41, 39, 60)}


def spending():
    """Budgets and spending by quarter, in kroner."""
    for committee, quarters in SPENT.items():
        for number, mio in enumerate(quarters, start=1):
            for series, value in (("test.spending", mio), ("test.budget", 20)):
                yield observation(
                    series,
                    f"2025Q{number}",
                    value * 1_000_000,
                    Unit.KR,
                    committee=committee,
                    policy_area="Drift" if number % 2 else "Anlæg",
                )


def over_budget(tmp_path: Path) -> Indicator:
    """An indicator like those of the economy, for the figures above."""
    page = tmp_path / "over.md"
    page.write_text("# Afvigelse\n\nForbrug mod budget.\n\n## Hvad tæller det?\n\nDriften.\n")
    declared = Declared(
        title="Afvigelse fra budget",
        unit=Unit.KR,
        inputs={
            "spending": Input("Forbrug", "test.spending"),
            "budget": Input("Budget", "test.budget"),
        },
        expression="spending - budget",
        grains=(Grain.QUARTER, Grain.YEAR),
        by=("committee", "policy_area"),
        sign=Sign.OVERSPEND,
        direction=Direction.NEITHER,
    )
    return Indicator(
        "over_budget",
        "finance",
        declared,
        lambda cells, given: Decimal(sum(cells["spending"]) - sum(cells["budget"])),
        page,
    )


@pytest.fixture
def figures(world, settings, tmp_path, monkeypatch):
    """The world with figures loaded, and an analyst in it."""
    folder = Path(settings.SAGSGANG_DATA) / "figures"
    filled(folder, appeals(), preliminary_from="2025")
    filled(folder, [*spending(), *people()])
    own = tuple(each for each in all_indicators() if each.id == "reversal_rate")
    shown = (*own, over_budget(tmp_path), recipients())
    for place in ("cards", "views", "panels"):
        name = f"sagsgang.web.figures.information.{place}.all_indicators"
        monkeypatch.setattr(name, lambda: shown)
    kept = {each.id: each for each in shown}
    monkeypatch.setattr("sagsgang.web.figures.information.views.indicator", kept.__getitem__)
    monkeypatch.setattr("sagsgang.web.figures.information.asked.area_of", lambda home: AREA)
    monkeypatch.setattr("sagsgang.web.figures.information.panels.area_of", lambda home: AREA)
    world.assign(world.user("analyst", "Anja Lindegård"), Role.ANALYST)
    return world


@pytest.fixture
def signed_in():
    """A browser in which somebody is signed in."""

    def _signed_in(user) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return _signed_in
