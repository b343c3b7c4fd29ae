"""A small store of invented figures: appeals by law and year, and people by law and quarter."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from sagsgang.figures.indicator import Break, Declared, Indicator, Input
from sagsgang.figures.observation import Observation, Origin, Unit, group_of
from sagsgang.figures.periods import Grain, Period
from sagsgang.figures.store import Store, stage

AREA = "ny"
AT = datetime(2026, 1, 15, 9, tzinfo=UTC)
#: Upheld, changed and remitted by year and law.
APPEALS = {
    "2023": {"LAB": (20, 5, 5), "SDP": (30, 10, 10)},
    "2024": {"LAB": (25, 5, 5), "SDP": (40, 8, 12)},
    "2025": {"LAB": (30, 4, 2), "SDP": (39, 4, 15)},
}
PEOPLE = {
    "2025Q1": {"unge": 3, "voksne": 20, "ældre": 41},
    "2025Q2": {"unge": 6, "voksne": 22, "ældre": 40},
}


def appeals() -> Iterable[Observation]:
    """As many observations as there are numbers above."""
    for year, laws in APPEALS.items():
        for law, values in laws.items():
            for name, value in zip(("upheld", "changed", "remitted"), values, strict=True):
                yield observation(f"appeals.{name}", year, value, Unit.COUNT, law=law)


def people() -> Iterable[Observation]:
    """The same of people."""
    for quarter, ages in PEOPLE.items():
        for age, value in ages.items():
            yield observation("recipients.count", quarter, value, Unit.PERSONS, age=age)


def observation(
    series: str, period: str, value: object, unit: Unit, area: str = AREA, **group: str
) -> Observation:
    """One of them."""
    when, told = Period.parse(period), Decimal(str(value))
    return Observation(series, area, when, told, unit, group_of(group))


def filled(
    folder: Path,
    observations: Iterable[Observation],
    preliminary_from: str = "",
    source: str = "opdigtet",
) -> Store:
    """A store with one load more."""
    store = Store(folder)
    with stage() as staged:
        staged.add((each, f"linje {n}") for n, each in enumerate(observations, start=1))
        number = len(store.loads()) + 1
        origin = Origin(
            source,
            f"tal-{number}.csv",
            f"{number:064}",
            AT,
            preliminary_from=Period.parse(preliminary_from) if preliminary_from else None,
        )
        store.add(staged, origin, at=AT, is_confirmed=True)
    return store


def recipients() -> Indicator:
    """An indicator that counts people, by age and quarter."""
    declared = Declared(
        title="Modtagere",
        unit=Unit.PERSONS,
        inputs={"count": Input("Modtagere", "recipients.count")},
        expression="count",
        grains=(Grain.QUARTER,),
        by=("age",),
        counts_people=True,
        breaks=(Break(date(2025, 4, 1), "ny lov"),),
    )
    return Indicator("recipients", "benefits", declared, lambda cells, given: None, Path())
