"""Whether figures stand in the wrong places: which move makes every sum of the table hold.

Tried are two cells of one row or column swapped, the figures of a row or column moved on by one,
and two whole rows or columns swapped. A move counts only when it alone, of all that were tried,
mends every sum that fails and breaks none that holds.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum

from sagsgang.checking.tables.cells import Cell, CellKind
from sagsgang.checking.tables.relation import Relation, Spot
from sagsgang.checking.tables.view import TableView

#: In larger tables no move is looked for.
MAX_CELLS = 1_500
#: Failing sums that a slip in one row or column can leave behind; with more the table means else.
MAX_FAILING = 40
#: Whole lines are swapped, two and two, only in tables of at most so many.
MAX_LINES = 30
#: Sums that fail by less than so many times what rounding allows may be mended by chance.
FEWEST_UNITS = 6


class Move(StrEnum):
    """What was moved: two cells, all the figures of a line, or two whole lines."""

    CELLS = "cells"
    SHIFT = "shift"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class Displacement:
    """Figures in the wrong places: at each of `spots` stands `printed`, and `meant` belongs there.

    `mended` are the sums that fail as printed and hold when the figures are moved.
    """

    move: Move
    spots: tuple[Spot, ...]
    printed: tuple[Cell, ...]
    meant: tuple[Cell, ...]
    mended: tuple[Relation, ...]

    def statements(self, most: int) -> list[str]:
        """The first of the mended sums, written out with the figures where they belong."""
        moved = dict(zip(self.spots, self.meant, strict=True))
        return [relation.moved(moved).statement() for relation in self.mended[:most]]


@dataclass(frozen=True, slots=True)
class _Trial:
    """One move: what would stand where."""

    move: Move
    cells: dict[Spot, Cell]

    @property
    def key(self) -> tuple[tuple[Spot, str], ...]:
        return tuple(sorted((spot, cell.number) for spot, cell in self.cells.items()))


def find_move(
    view: TableView, held: Sequence[Relation], failing: Sequence[Relation]
) -> Displacement | None:
    """The one move that mends every failing sum; None when there is none, or more than one.

    One failing sum alone is never enough: many a swap would mend it.
    """
    if not 2 <= len(failing) <= MAX_FAILING or view.size > MAX_CELLS:
        return None
    if any(abs(relation.off) < FEWEST_UNITS * relation.slack for relation in failing):
        return None
    by_spot: dict[Spot, list[Relation]] = {}
    for relation in (*held, *failing):
        for spot in relation.all_spots:
            by_spot.setdefault(spot, []).append(relation)
    found: dict[tuple[tuple[Spot, str], ...], _Trial] = {}
    for trial in _trials(view, failing[0], by_spot.keys()):
        if trial.key not in found and _mends(trial, failing, by_spot):
            found[trial.key] = trial
            if len(found) > 1:
                return None
    for trial in found.values():
        spots = tuple(sorted(trial.cells))
        return Displacement(
            trial.move,
            spots,
            tuple(view.grid[row][column] for row, column in spots),
            tuple(trial.cells[spot] for spot in spots),
            tuple(failing),
        )
    return None


def _mends(trial: _Trial, failing: Sequence[Relation], by_spot: dict[Spot, list[Relation]]) -> bool:
    """True when every failing sum holds after the move, and every other that it touches.

    A figure that moves must take part in a sum both where it stands and where it belongs.
    """
    if any(not trial.cells.keys() & relation.all_spots for relation in failing):
        return False
    touched = [relation for spot in trial.cells for relation in by_spot[spot]]
    return all(relation.moved(trial.cells).holds for relation in touched)


def _trials(view: TableView, failing: Relation, summed: Set[Spot]) -> Iterator[_Trial]:
    """Moves that touch the failing sum; only figures that take part in some sum are moved."""
    rows: dict[int, list[Spot]] = {}
    columns: dict[int, list[Spot]] = {}
    for spot in sorted(summed):
        rows.setdefault(spot[0], []).append(spot)
        columns.setdefault(spot[1], []).append(spot)
    for here in failing.spots:
        yield from _swaps(view, here, (*rows[here[0]], *columns[here[1]]))
    for row in {row for row, _ in failing.all_spots}:
        yield from _shifts(view, rows[row])
    for column in {column for _, column in failing.all_spots}:
        yield from _shifts(view, columns[column])
    yield from _lines(view, list(rows.values()))
    yield from _lines(view, list(columns.values()))


def _swaps(view: TableView, here: Spot, others: Iterable[Spot]) -> Iterator[_Trial]:
    """A figure of the failing sum and one beside, above or below it."""
    one = view.grid[here[0]][here[1]]
    for there in others:
        other = view.grid[there[0]][there[1]]
        if other.kind is not CellKind.WORDS and one.value != other.value:
            yield _Trial(Move.CELLS, {here: other, there: one})


def _shifts(view: TableView, spots: Sequence[Spot]) -> Iterator[_Trial]:
    """The figures of a line moved on by one, either way, with or without the last."""
    for some in (spots, spots[:-1]):
        cells = [view.grid[row][column] for row, column in some]
        if len(cells) < 3 or any(cell.kind is CellKind.WORDS for cell in cells):
            continue
        for moved in (cells[1:] + cells[:1], cells[-1:] + cells[:-1]):
            yield from _trial(Move.SHIFT, some, cells, moved)


def _lines(view: TableView, lines: Sequence[Sequence[Spot]]) -> Iterator[_Trial]:
    """Two whole lines swapped."""
    if len(lines) > MAX_LINES:
        return
    for number, one in enumerate(lines):
        for other in lines[number + 1 :]:
            if len(one) != len(other):
                continue
            cells = [view.grid[row][column] for row, column in (*one, *other)]
            if any(cell.kind is CellKind.WORDS for cell in cells):
                continue
            moved = cells[len(one) :] + cells[: len(one)]
            yield from _trial(Move.LINES, [*one, *other], cells, moved)


def _trial(
    move: Move, spots: Iterable[Spot], cells: Sequence[Cell], moved: Sequence[Cell]
) -> Iterator[_Trial]:
    changed = {
        spot: after
        for spot, before, after in zip(spots, cells, moved, strict=True)
        if (before.value, before.kind) != (after.value, after.kind)
    }
    if len(changed) == 2 and move is Move.SHIFT:
        return  # two figures changed places: tried as such
    if len(changed) >= 2:
        yield _Trial(move, changed)
