"""Which cells of a table of people must be hidden, so that nobody can be known by a small count.

Primary: counts of 1 to least - 1. Secondary: further cells, so that no hidden one follows from what
is shown and the totals. A hidden cell follows when the equations of the table determine it alone,
which is decided exactly, by elimination.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Equation:
    """The counts of `parts` add up to that of `total`."""

    total: Cell
    parts: tuple[Cell, ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All that take part."""
        return (self.total, *self.parts)


@dataclass(frozen=True, slots=True)
class Hidden:
    """The cells to hide: the small ones, and those that protect them."""

    primary: frozenset[Cell]
    secondary: frozenset[Cell]


def suppress(counts: Mapping[Cell, int], equations: Sequence[Equation], least: int) -> Hidden:
    """The cells to hide when fewer than `least` people may not be shown; a true 0 may.

    What is hidden of the parts of a total that is shown is at least `least` people together.
    """
    primary = frozenset(cell for cell, count in counts.items() if 0 < count < least)
    hidden = set(primary)
    while True:
        added = {
            cell
            for equation in _open(counts, equations, hidden, least)
            if (cell := _cheapest(equation, counts, equations, hidden)) is not None
        }
        if not added:
            return Hidden(primary, frozenset(hidden) - primary)
        hidden |= added


def recoverable(hidden: Collection[Cell], equations: Iterable[Equation]) -> frozenset[Cell]:
    """The hidden cells that the equations determine when all others are shown."""
    order = {cell: number for number, cell in enumerate(sorted(hidden))}
    rows: list[dict[int, Fraction]] = []
    for equation in equations:
        row: dict[int, Fraction] = {}
        for cell in equation.parts:
            if cell in order:
                row[order[cell]] = row.get(order[cell], Fraction(0)) + 1
        if equation.total in order:
            row[order[equation.total]] = row.get(order[equation.total], Fraction(0)) - 1
        rows.append({column: value for column, value in row.items() if value})
    alone = {next(iter(row)) for row in _reduced(rows) if len(row) == 1}
    return frozenset(cell for cell, number in order.items() if number in alone)


def _reduced(rows: list[dict[int, Fraction]]) -> list[dict[int, Fraction]]:
    """The rows in reduced echelon form: a cell is determined when its row holds nothing else."""
    done: dict[int, dict[int, Fraction]] = {}
    for row in rows:
        for pivot, other in done.items():
            row = _without(row, pivot, other)
        if not row:
            continue
        pivot = min(row)
        row = {column: value / row[pivot] for column, value in row.items()}
        for earlier in done:
            done[earlier] = _without(done[earlier], pivot, row)
        done[pivot] = row
    return list(done.values())


def _without(
    row: dict[int, Fraction], pivot: int, other: dict[int, Fraction]
) -> dict[int, Fraction]:
    factor = row.get(pivot)
    if not factor:
        return row
    left = dict(row)
    for column, value in other.items():
        rest = left.get(column, Fraction(0)) - factor * value
        if rest:
            left[column] = rest
        else:
            left.pop(column, None)
    return left


def _open(
    counts: Mapping[Cell, int], equations: Sequence[Equation], hidden: set[Cell], least: int
) -> list[Equation]:
    """The equations that need one more hidden cell: those whose hidden parts are few people
    together, and then those that give a cell away, with the fewest hidden cells first.
    """
    few = [
        equation
        for equation in equations
        if equation.total not in hidden
        and 0 < sum(counts[part] for part in equation.parts if part in hidden) < least
    ]
    if few:
        return few
    following = recoverable(hidden, equations)
    if not following:
        return []
    unfinished = [
        equation
        for equation in equations
        if hidden.intersection(equation.cells) and not hidden.issuperset(equation.cells)
    ]
    # A cell may follow from equations it is not in itself; then any of the others will do.
    own = [one for one in unfinished if following.intersection(one.cells)] or unfinished
    fewest = min((len(hidden.intersection(one.cells)) for one in own), default=0)
    return [one for one in own if len(hidden.intersection(one.cells)) == fewest]


def _cheapest(
    equation: Equation,
    counts: Mapping[Cell, int],
    equations: Sequence[Equation],
    hidden: set[Cell],
) -> Cell | None:
    """The cell whose loss costs least: no total, not 0, in another equation with hidden cells."""
    totals = {one.total for one in equations}
    shown = [cell for cell in equation.cells if cell not in hidden]

    def cost(cell: Cell) -> tuple[bool, bool, bool, int, Cell]:
        closes = any(
            cell in one.cells and hidden.intersection(one.cells)
            for one in equations
            if one is not equation
        )
        return counts[cell] == 0, cell in totals, not closes, counts[cell], cell

    return min(shown, key=cost, default=None)
