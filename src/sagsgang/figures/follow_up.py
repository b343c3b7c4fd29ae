"""A budget follow-up as one table: budget, spending, forecast, its corridor and what moved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sagsgang.figures.engine import Question, compute
from sagsgang.figures.figure import Figure
from sagsgang.figures.observation import Group
from sagsgang.figures.periods import Period
from sagsgang.figures.registry import indicator
from sagsgang.figures.store import Snapshot

#: The columns in their order, by the indicator that gives them.
COLUMNS = (
    "adjusted_budget",
    "spend_rate",
    "even_spend_rate",
    "forecast_outturn",
    "forecast_deviation",
    "forecast_change",
)
#: Told as well where a margin is given.
CORRIDOR = ("forecast_lowest", "forecast_highest")


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """`figures` by indicator; an area that a column has nothing of has it missing. `group` is empty
    for the whole.
    """

    group: Group
    figures: Mapping[str, Figure]


def follow_up(
    snapshot: Snapshot,
    period: Period,
    area: str,
    *,
    by: Sequence[str] = ("committee",),
    where: Mapping[str, Sequence[str]] | None = None,
    margin: Decimal | None = None,
) -> tuple[FollowUpRow, ...]:
    """A row for each group, ordered by group, and last the whole. `margin` is the forecast's
    uncertainty to each side in kroner, of a row as of the whole. Raises CannotCompute.
    """
    columns = COLUMNS if margin is None else (*COLUMNS, *CORRIDOR)
    told: dict[str, dict[Group, Figure]] = {}
    for name in columns:
        given = {"margin": margin} if margin is not None and name in CORRIDOR else None
        question = Question(indicator(name), period, area, tuple(by), where, given)
        answer = compute(snapshot, question)
        told[name] = {each.group: each for each in (*answer.groups, answer.whole)}
    # Groups that any column has: a column without one tells that it is missing there.
    groups = sorted({group for figures in told.values() for group in figures if group})
    return tuple(
        FollowUpRow(
            group,
            {
                name: figures.get(group) or figures[()].none_of(group)
                for name, figures in told.items()
            },
        )
        for group in (*groups, ())
    )
