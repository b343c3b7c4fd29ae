"""A deviation line by line: what each explanation explains, and the rest that none does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from sagsgang.figures.engine import Question, compute
from sagsgang.figures.figure import Figure
from sagsgang.figures.periods import Period
from sagsgang.figures.registry import indicator
from sagsgang.figures.store import Snapshot

#: The deviations that can be explained, and the indicator of what is left of each.
RESTS = {"deviation": "unexplained_deviation", "forecast_deviation": "unexplained_forecast"}


@dataclass(frozen=True, slots=True)
class Explained:
    """`lines` are ordered by size, the largest first, each with what it explains as its group.
    Deviation, the lines and the rest always add up: what is missing in one is missing in `rest`.
    """

    deviation: Figure
    lines: tuple[Figure, ...]
    explained: Figure
    rest: Figure

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left unexplained, exactly."""
        return self.rest.value == 0


def explained(
    snapshot: Snapshot,
    period: Period,
    area: str,
    *,
    of: str = "deviation",
    where: Mapping[str, Sequence[str]] | None = None,
    given: Mapping[str, Decimal] | None = None,
) -> Explained:
    """The deviation `of` a period with its explanations. Raises KeyError for an indicator that has
    none, and CannotCompute as `compute` does.
    """
    rest = indicator(RESTS[of])
    told = Question(indicator(of), period, area, where=where, given=given)
    deviation = compute(snapshot, told).whole
    lines = compute(
        snapshot, replace(told, indicator=indicator("explanations"), by=("explanation",))
    )
    return Explained(
        deviation=deviation,
        lines=tuple(
            sorted(lines.groups, key=lambda each: (-abs(each.value or Decimal(0)), each.group))
        ),
        explained=lines.whole,
        rest=compute(snapshot, replace(told, indicator=rest)).whole,
    )
