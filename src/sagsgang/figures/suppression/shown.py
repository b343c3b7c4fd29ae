"""Figures of people as they may be shown: those of few are told as suppressed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from sagsgang.figures.figure import Figure, UsedInput
from sagsgang.figures.observation import Missing, Unit
from sagsgang.figures.periods import Period
from sagsgang.figures.suppression.hiding import SMALLEST, hidden_cells
from sagsgang.figures.suppression.table import Cell, Dimension, Table

#: What is counted in people; other units are shares and averages of them.
COUNTS = frozenset({Unit.PERSONS, Unit.COUNT, Unit.FULL_TIME_PERSONS})


def suppress(
    figures: Iterable[Figure], smallest: int = SMALLEST, is_zero_shown: bool = True
) -> tuple[Figure, ...]:
    """The figures in their order, those that must not be shown with Missing.SUPPRESSED instead.

    They are of one indicator in one area, and all that are shown together: groups, totals over
    groups and periods that are parts of one another are seen as one table. A share is hidden where
    a number that it was computed from is, and hidden numbers are left out of the inputs told.
    """
    told = tuple(figures)
    dimensions = _dimensions(told)
    hidden: dict[str, set[Cell]] = {}
    names = sorted({name for each in told for name in each.inputs})
    for name in names:
        values = {
            _cell(each, dimensions): each.inputs[name].value for each in told if name in each.inputs
        }
        hidden[name] = _hidden(dimensions, values, smallest, is_zero_shown)
    own: set[Cell] = set()
    if told and told[0].unit in COUNTS:
        values = {_cell(each, dimensions): each.value for each in told}
        own = _hidden(dimensions, values, smallest, is_zero_shown)
    return tuple(
        _shown(
            each,
            {name for name in each.inputs if _cell(each, dimensions) in hidden[name]},
            _cell(each, dimensions) in own,
        )
        for each in told
    )


def _shown(figure: Figure, inputs: set[str], is_own: bool) -> Figure:
    if not inputs and not is_own:
        return figure
    kept = {
        # Of a count that is hidden, no part is told either.
        name: UsedInput(used.title, None, Missing.SUPPRESSED) if name in inputs or is_own else used
        for name, used in figure.inputs.items()
    }
    return replace(figure, value=None, missing=Missing.SUPPRESSED, inputs=kept)


def _hidden(
    dimensions: Mapping[str, Dimension],
    values: Mapping[Cell, Decimal | None],
    smallest: int,
    is_zero_shown: bool,
) -> set[Cell]:
    return hidden_cells(Table(tuple(dimensions.values()), values), smallest, is_zero_shown)


def _dimensions(figures: Sequence[Figure]) -> dict[str, Dimension]:
    names = sorted({name for each in figures for name, _member in each.group})
    found = {
        name: Dimension.flat(
            sorted({dict(each.group)[name] for each in figures if name in dict(each.group)})
        )
        for name in names
    }
    return found | {"": _of_periods({each.period for each in figures})}


def _of_periods(periods: set[Period]) -> Dimension:
    """Each period under the shortest longer one that it lies in."""
    parents: dict[str, str | None] = {"": None}
    for period in sorted(periods):
        around = [p for p in periods if p.first <= period.first and period.last <= p.last]
        longer = sorted((p for p in around if p.length > period.length), key=lambda p: p.length)
        parents[str(period)] = str(longer[0]) if longer else ""
    return Dimension(parents)


def _cell(figure: Figure, dimensions: Mapping[str, Dimension]) -> Cell:
    members = dict(figure.group)
    return tuple(members.get(name, "") if name else str(figure.period) for name in dimensions)
