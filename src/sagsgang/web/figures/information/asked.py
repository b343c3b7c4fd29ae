"""What a reader asks to see, as it stands in the address, and what there is to choose between."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlencode

from sagsgang.figures.engine import CannotCompute
from sagsgang.figures.figure import Figure
from sagsgang.figures.indicator import Indicator
from sagsgang.figures.overview import (
    Overview,
    Wanted,
    dimensions_of,
    grains_of,
    has_data,
    members_of,
    overview,
    periods_of,
)
from sagsgang.figures.periods import BadPeriod, Grain, Period
from sagsgang.figures.registry import all_indicators
from sagsgang.figures.store import Snapshot
from sagsgang.figures.wording import HouseStyle
from sagsgang.web.bodies.models import Municipality
from sagsgang.web.bodies.selectors import municipality_settings_get
from sagsgang.web.figures.selectors import area_of, house_style, store

#: What a reader may limit the figures to: the name in the address, the dimension.
LIMITS = {"udvalg": "committee", "omraade": "policy_area"}
GRAINS = {"kvartal": Grain.QUARTER, "aar": Grain.YEAR, "maaned": Grain.MONTH}
#: Longer than any member's name.
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Card:
    """An indicator that there are figures of, and its latest."""

    indicator: Indicator
    seen: Overview
    latest: Figure


@dataclass(frozen=True)
class Asked:
    """`cards` are all there is to choose between; `chosen` is the one looked at, None where there
    is nothing. `not_limited` names the limits asked for that the chosen one does not have.
    """

    municipality: Municipality
    area: str
    snapshot: Snapshot
    smallest: int
    cards: tuple[Card, ...]
    chosen: Indicator | None
    grain: Grain
    by: str
    until: Period | None
    limits: Mapping[str, str]
    given: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def style(self) -> HouseStyle:
        """How the municipality tells money."""
        return house_style(self.municipality)

    @property
    def where(self) -> tuple[tuple[str, str], ...]:
        """The limits that the chosen indicator has."""
        return where_of(self.chosen, self.limits) if self.chosen else ()

    @property
    def not_limited(self) -> tuple[str, ...]:
        """The dimensions asked for that it does not have."""
        has = dict(self.where)
        return tuple(LIMITS[name] for name in self.limits if LIMITS[name] not in has)

    @property
    def query(self) -> str:
        """The same again, for an address."""
        return urlencode(self.given)

    def wanted(self) -> Wanted:
        """What is computed. Only where something is chosen."""
        assert self.chosen is not None
        return Wanted(
            self.chosen,
            self.area,
            self.grain,
            until=self.until,
            by=self.by,
            where=self.where,
            smallest=self.smallest,
        )

    def members(self, name: str) -> tuple[str, ...]:
        """What a limit may be."""
        limited = [
            each.indicator for each in self.cards if LIMITS[name] in each.indicator.declared.by
        ]
        return members_of(self.snapshot, limited, self.area, LIMITS[name]) if limited else ()

    def splits(self) -> tuple[str, ...]:
        """The dimensions it may be split by, without those it is limited to."""
        if self.chosen is None:
            return ()
        found = dimensions_of(self.snapshot, self.chosen, self.area)
        if self.where and self.chosen.declared.counts_people and self.smallest:
            return ()
        return tuple(name for name in found if name not in dict(self.where))

    def grains(self) -> tuple[str, ...]:
        """The lengths of period it can be told for, as they are named in addresses."""
        if self.chosen is None:
            return ()
        there = grains_of(self.snapshot, self.chosen, self.area)
        return tuple(name for name, grain in GRAINS.items() if grain in there)

    def periods(self) -> list[Period]:
        """What it may be told up to, the latest first."""
        if self.chosen is None:
            return []
        return periods_of(self.snapshot, self.chosen, self.area, self.grain)[::-1]


def where_of(indicator: Indicator, limits: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The limits, by dimension, that an indicator has."""
    return tuple(
        (LIMITS[name], member)
        for name, member in limits.items()
        if LIMITS[name] in indicator.declared.by
    )


def asked_from(given: Mapping[str, str], municipality: Municipality) -> Asked:
    """What the address asks for, as far as there is such a thing; else what is usual."""
    told = {
        name: " ".join(text.replace("\x00", "").split())[:_LONGEST] for name, text in given.items()
    }
    snapshot, area = store().snapshot(), area_of(municipality)
    smallest = municipality_settings_get(municipality).smallest_cell
    limits = {name: told[name] for name in LIMITS if told.get(name)}
    wanted_grain = GRAINS.get(told.get("pr", ""))
    cards = cards_of(snapshot, area, smallest, limits, wanted_grain)
    chosen = next((c.indicator for c in cards if c.indicator.id == told.get("noegletal")), None)
    if chosen is None and cards:
        chosen = cards[0].indicator
    grain = grain_for(snapshot, chosen, area, wanted_grain) if chosen else None
    found = Asked(
        municipality,
        area,
        snapshot,
        smallest,
        cards,
        chosen,
        grain or Grain.QUARTER,
        "",
        _period(told.get("til", "")),
        limits,
    )
    splits = found.splits()
    by = told.get("opdelt", splits[0] if splits else "")
    by = by if by in splits else ""
    kept = {
        "kommune": municipality.slug if told.get("kommune") else "",
        "noegletal": chosen.id if chosen else "",
        "pr": next(name for name, each in GRAINS.items() if each is found.grain),
        "opdelt": by,
        **limits,
        "til": str(found.until or ""),
    }
    given_again = {name: text for name, text in kept.items() if text or name == "opdelt"}
    return Asked(
        *(found.municipality, area, snapshot, smallest, cards, chosen, found.grain, by),
        found.until,
        limits,
        given_again,
    )


def cards_of(
    snapshot: Snapshot,
    area: str,
    smallest: int,
    limits: Mapping[str, str],
    wanted_grain: Grain | None = None,
) -> tuple[Card, ...]:
    """The latest figure of each indicator that there is something of and nothing has to be assumed
    for. Those that cannot be limited as asked are told for the whole municipality.
    """
    found = []
    for each in all_indicators():
        grain = grain_for(snapshot, each, area, wanted_grain)
        if grain is None or not has_data(snapshot, each, area):
            continue
        wanted = Wanted(each, area, grain, count=5, where=where_of(each, limits), smallest=smallest)
        try:
            seen = overview(snapshot, wanted)
        except CannotCompute:
            continue
        if seen.latest is not None:
            found.append(Card(each, seen, seen.latest))
    return tuple(found)


def grain_for(
    snapshot: Snapshot, indicator: Indicator, area: str, wanted: Grain | None
) -> Grain | None:
    """The length of period asked for, else the first there is of quarter, year and month."""
    there = grains_of(snapshot, indicator, area)
    order = (wanted, *GRAINS.values())
    return next((grain for grain in order if grain in there), None)


def _period(text: str) -> Period | None:
    try:
        return Period.parse(text)
    except BadPeriod:
        return None
