"""A store with appeals of two years, and a case that a figure may be put into."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from sagsgang.figures.observation import Observation, Origin, Unit, group_of
from sagsgang.figures.periods import Period
from sagsgang.figures.store import stage
from sagsgang.web.cases.figures.asking import Asked
from sagsgang.web.cases.figures.services import FigureInput
from sagsgang.web.figures.selectors import store

#: Upheld, changed and remitted, by year and law.
Appeals = Mapping[tuple[str, str], tuple[int, int, int]]
FIRST: Appeals = {
    ("2024", "Serviceloven"): (60, 20, 20),
    ("2024", "Aktivloven"): (80, 10, 10),
    ("2025", "Serviceloven"): (50, 25, 25),
    ("2025", "Aktivloven"): (90, 5, 5),
}
SERIES = ("appeals.upheld", "appeals.changed", "appeals.remitted")


def _observations(appeals: Appeals) -> Iterator[tuple[Observation, str]]:
    for (year, law), counts in appeals.items():
        for series, count in zip(SERIES, counts, strict=True):
            yield (
                Observation(
                    series,
                    "ny",
                    Period.parse(year),
                    Decimal(count),
                    Unit.COUNT,
                    group_of({"law": law}),
                ),
                f"{year} {law}",
            )


@pytest.fixture
def load() -> Callable[..., None]:
    """Load appeals as one file: `load(FIRST, day=12)`."""

    def loaded(appeals: Appeals = FIRST, *, day: int = 12, preliminary: str = "") -> None:
        moment = datetime(2026, 5, day, 9, tzinfo=UTC)
        origin = Origin(
            source="Ankestyrelsen",
            file_name=f"anker-{day}.csv",
            file_sha256=hashlib.sha256(repr(sorted(appeals.items())).encode()).hexdigest(),
            retrieved_at=moment,
            preliminary_from=Period.parse(preliminary) if preliminary else None,
        )
        with stage() as staged:
            staged.add(_observations(appeals))
            store().add(staged, origin, at=datetime.now(UTC), is_confirmed=True)

    return loaded


@pytest.fixture
def case(world, load):
    """A draft, and data that its figures can be of."""
    load()
    return world.case()


@pytest.fixture
def number() -> FigureInput:
    """The newest share of reversed decisions, in running text."""
    return FigureInput(Asked("reversal_rate"))


@pytest.fixture
def table() -> FigureInput:
    """The same by law, for two years."""
    return FigureInput(
        Asked("reversal_rate", periods=2, by="law"), form="table", words="Et godt år."
    )
