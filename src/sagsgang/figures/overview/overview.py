"""What is asked for when an indicator is looked at, and what is then there to show."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from sagsgang.figures.chart.scale import Scale, scale_of
from sagsgang.figures.figure import Figure
from sagsgang.figures.indicator import Indicator
from sagsgang.figures.observation import Origin
from sagsgang.figures.periods import Grain, Period

#: So many periods are shown where nobody says how many.
COUNT = 8


@dataclass(frozen=True, slots=True)
class Wanted:
    """The last `count` periods of a length up to `until`, split by the dimension `by` or not at
    all. `where` are a dimension and its member. `smallest` is the smallest number of people that is
    shown, 0 for any.
    """

    indicator: Indicator
    area: str
    grain: Grain
    count: int = COUNT
    until: Period | None = None
    by: str = ""
    where: tuple[tuple[str, str], ...] = ()
    given: tuple[tuple[str, Decimal], ...] = ()
    smallest: int = 0

    @property
    def key(self) -> tuple[object, ...]:
        """What tells it from another."""
        return (
            *(self.indicator.id, self.area, self.grain, self.count, self.until),
            *(self.by, self.where, self.given, self.smallest),
        )


@dataclass(frozen=True, slots=True)
class Overview:
    """`wholes` by period, the earliest first; `groups` are the members of the dimension it is split
    by, in their order; `parts` by period and member, where there is something.
    """

    wanted: Wanted
    wholes: Mapping[Period, Figure]
    groups: tuple[str, ...]
    parts: Mapping[tuple[Period, str], Figure]

    @property
    def indicator(self) -> Indicator:
        """What is looked at."""
        return self.wanted.indicator

    @property
    def periods(self) -> tuple[Period, ...]:
        """The earliest first."""
        return tuple(self.wholes)

    @property
    def latest(self) -> Figure | None:
        """The whole of the last period."""
        return self.wholes[self.periods[-1]] if self.wholes else None

    def figures(self) -> tuple[Figure, ...]:
        """Every figure of it, the wholes first."""
        return (*self.wholes.values(), *self.parts.values())

    def scale(self) -> Scale:
        """The unit its numbers are readable in, the same in the table and the picture."""
        values = [each.value for each in self.figures() if each.value is not None]
        return scale_of(values, self.indicator.unit, self.indicator.declared.decimals)

    def origins(self) -> tuple[Origin, ...]:
        """The files it rests on, the oldest load first."""
        found = {origin.load: origin for each in self.figures() for origin in each.origins}
        return tuple(found[number] for number in sorted(found))
