"""What a reader asks to see, as it stands in the address, and what there is to choose between."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from urllib.parse import urlencode

from sagsgang.figures.indicator import Indicator
from sagsgang.figures.overview import (
    Wanted,
    dimensions_of,
    grains_of,
    periods_of,
)
from sagsgang.figures.periods import BadPeriod, Grain, Period
from sagsgang.figures.store import Snapshot
from sagsgang.figures.wording import HouseStyle
from sagsgang.web.bodies.models import Municipality
from sagsgang.web.bodies.selectors import municipality_settings_get
from sagsgang.web.figures.information.cards import (
    GRAINS,
    LIMITS,
    PERIODS,
    Card,
    cards_of,
    members_told,
    where_of,
)
from sagsgang.web.figures.selectors import area_of, house_style, store

#: How many periods there are to choose between, beside all of them; and the most that are shown.
COUNTS = (4, 8, 13, 25)
MOST = 60
#: How an indicator is told, by the names in the address.
HOW = ("pr", "opdelt", "antal", "til")
#: Longer than any member's name.
_LONGEST = 200


@dataclass(frozen=True)
class Asked:
    """`cards` are all there is to choose between; `chosen` is the one looked at, None where none
    is. `not_limited` names the limits asked for that the chosen one does not have.
    """

    municipality: Municipality
    area: str
    snapshot: Snapshot
    smallest: int
    cards: tuple[Card, ...]
    chosen: Indicator | None
    grain: Grain
    count: int
    until: Period | None
    limits: Mapping[str, str]
    by: str = ""
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

    @property
    def how(self) -> dict[str, str]:
        """How the chosen one is told, for a form that asks for the same of something else."""
        return {name: self.given[name] for name in HOW if name in self.given}

    def wanted(self) -> Wanted:
        """What is computed. Only where something is chosen."""
        assert self.chosen is not None
        return Wanted(
            self.chosen,
            self.area,
            self.grain,
            self.count,
            until=self.until,
            by=self.by,
            where=self.where,
            smallest=self.smallest,
        )

    def members(self, name: str) -> tuple[str, ...]:
        """What a limit may be: a policy area is one of the committee that is chosen."""
        within = self.limits.get("udvalg") if name == "omraade" else None
        return members_told(self.snapshot, self.area, LIMITS[name], within or "")

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

    def counts(self) -> list[int]:
        """How many periods may be shown: some, and all there are, the fewest first."""
        there = min(len(self.periods()), MOST)
        return sorted({each for each in (*COUNTS, self.count) if each < there} | {there})


def asked_from(given: Mapping[str, str], municipality: Municipality) -> Asked:
    """What the address asks for, as far as there is such a thing; else what is usual."""
    told = {
        name: " ".join(text.replace("\x00", "").split())[:_LONGEST] for name, text in given.items()
    }
    if told.get("vist", told.get("noegletal")) != told.get("noegletal"):
        # Another indicator than the one that was looked at: how that was told says nothing of it.
        told = {name: text for name, text in told.items() if name not in HOW}
    snapshot, area = store().snapshot(), area_of(municipality)
    smallest = municipality_settings_get(municipality).smallest_cell
    limits = {name: told[name] for name in LIMITS if told.get(name)}
    if "udvalg" in limits and limits.get("omraade") not in members_told(
        snapshot, area, LIMITS["omraade"], limits["udvalg"]
    ):
        # The area of another committee, that was looked at before.
        limits.pop("omraade", None)
    cards = cards_of(snapshot, area, smallest, limits)
    card = next((c for c in cards if c.indicator.id == told.get("noegletal")), None)
    chosen = card.indicator if card else None
    grain = Grain.QUARTER
    if card:
        wanted_grain = GRAINS.get(told.get("pr", ""))
        there = grains_of(snapshot, card.indicator, area)
        grain = wanted_grain if wanted_grain in there else card.seen.wanted.grain
    found = Asked(
        *(municipality, area, snapshot, smallest, cards, chosen, grain),
        count=_count(told.get("antal", "")) or PERIODS[grain],
        until=_period(told.get("til", "")),
        limits=limits,
    )
    splits = found.splits()
    by = told.get("opdelt")
    if by is None or (by and by not in splits):
        by = splits[0] if splits else ""
    kept = {
        "kommune": municipality.slug if told.get("kommune") else "",
        "noegletal": chosen.id if chosen else "",
        "pr": next(name for name, each in GRAINS.items() if each is grain),
        "opdelt": by,
        **limits,
        "til": str(found.until or ""),
        "antal": str(_count(told.get("antal", "")) or ""),
    }
    given_again = {name: text for name, text in kept.items() if text or name == "opdelt"}
    return replace(found, by=by, given=given_again)


def _count(text: str) -> int:
    """A number of periods; 0 for what is none."""
    return min(int(text), MOST) if text.isdecimal() and len(text) < 4 else 0


def _period(text: str) -> Period | None:
    try:
        return Period.parse(text)
    except BadPeriod:
        return None
