"""The key figures there are something of: the newest of each, and of whom it is told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sagsgang.figures.engine import CannotCompute
from sagsgang.figures.figure import Figure
from sagsgang.figures.indicator import Indicator
from sagsgang.figures.overview import (
    Overview,
    Wanted,
    grains_of,
    has_data,
    members_of,
    overview,
    periods_of,
)
from sagsgang.figures.periods import Grain
from sagsgang.figures.registry import all_indicators
from sagsgang.figures.store import Snapshot

#: What a reader may limit the figures to: the name in the address, the dimension.
LIMITS = {"udvalg": "committee", "omraade": "policy_area"}
GRAINS = {"kvartal": Grain.QUARTER, "aar": Grain.YEAR, "maaned": Grain.MONTH}
#: So many periods are shown where nobody says how many: with the same period of the year before.
PERIODS = {Grain.QUARTER: 8, Grain.YEAR: 8, Grain.MONTH: 13}
#: What is asked for most stands first; the others follow by their titles.
FIRST = ("spend_rate", "forecast_outturn", "forecast_deviation", "adjusted_budget")


@dataclass(frozen=True, slots=True)
class Card:
    """An indicator that there are figures of, and its latest. `of_whole` are the dimensions that
    were asked for and that it does not have: of them it is told for the whole municipality.
    """

    indicator: Indicator
    seen: Overview
    latest: Figure
    of_whole: tuple[str, ...]

    @property
    def is_limited(self) -> bool:
        """Whether it is of what was asked for: nothing, or at least some of it."""
        return bool(self.seen.wanted.where) or not self.of_whole


def cards_of(
    snapshot: Snapshot, area: str, smallest: int, limits: Mapping[str, str]
) -> tuple[Card, ...]:
    """The newest figure of each indicator that there is something of and nothing has to be assumed
    for, those asked for most first. Those that cannot be limited as asked are told for the whole
    municipality.
    """
    found = []
    for each in sorted(all_indicators(), key=_place):
        if not has_data(snapshot, each, area):
            continue
        where = where_of(each, limits)
        seen = _newest(snapshot, each, area, smallest, where)
        if seen is not None and seen.latest is not None:
            dimensions = [LIMITS[name] for name in limits]
            of_whole = tuple(name for name in dimensions if name not in dict(where))
            found.append(Card(each, seen, seen.latest, of_whole))
    return tuple(found)


def where_of(indicator: Indicator, limits: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The limits, by dimension, that an indicator has."""
    return tuple(
        (LIMITS[name], member)
        for name, member in limits.items()
        if LIMITS[name] in indicator.declared.by
    )


def members_told(
    snapshot: Snapshot, area: str, dimension: str, committee: str = ""
) -> tuple[str, ...]:
    """The members of a dimension that there are figures of; of one committee only where it is
    named.
    """
    limited = [
        each
        for each in all_indicators()
        if dimension in each.declared.by and has_data(snapshot, each, area)
    ]
    where = (("committee", committee),) if committee else ()
    return members_of(snapshot, limited, area, dimension, where) if limited else ()


def _place(indicator: Indicator) -> tuple[str, int, str]:
    at = FIRST.index(indicator.id) if indicator.id in FIRST else len(FIRST)
    return indicator.family, at, indicator.title


def _newest(
    snapshot: Snapshot,
    indicator: Indicator,
    area: str,
    smallest: int,
    where: tuple[tuple[str, str], ...],
) -> Overview | None:
    """By quarter, else by year; by month where a month is newer than the last whole quarter."""
    found: Overview | None = None
    for grain in _tried(grains_of(snapshot, indicator, area)):
        latest = found.latest if found else None
        if latest and periods_of(snapshot, indicator, area, grain)[-1].last <= latest.period.last:
            continue
        wanted = Wanted(indicator, area, grain, PERIODS[grain], where=where, smallest=smallest)
        try:
            seen = overview(snapshot, wanted)
        except CannotCompute:
            continue
        if seen.latest and (latest is None or seen.latest.period.last > latest.period.last):
            found = seen
    return found


def _tried(there: Iterable[Grain]) -> list[Grain]:
    """The lengths of period that a card may be told for, the one preferred first."""
    order = [grain for grain in GRAINS.values() if grain in there]
    return [grain for grain in order if grain is Grain.MONTH or grain is order[0]]
