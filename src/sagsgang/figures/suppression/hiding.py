"""Which cells of a table are hidden: the small ones, and those they could be worked out from.

Source of the limit: Danmarks Statistik's practice of blanking cells of fewer than five people.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from sagsgang.figures.suppression.table import Cell, Change, Table

#: Values from 1 to one under this are small, where nobody chose otherwise.
SMALLEST = 5
#: So many changes of each dimension are tried for a cell, the cheapest first.
TRIED = 40


def hidden_cells(table: Table, smallest: int = SMALLEST, is_zero_shown: bool = True) -> set[Cell]:
    """The cells not to be shown.

    Small are the values over 0 and under `smallest`, and 0 too unless zeros are shown. Others are
    hidden with them so that, whatever sums are shown, every hidden cell could have another value
    and every small one any of at least `smallest` values next to each other, none of them negative
    (nor zero, where zeros are shown). What costs least is hidden: the fewest people.
    """
    known = {cell: value for cell, value in table.cells.items() if value is not None}
    small = {
        cell
        for cell, value in known.items()
        if 0 < value < smallest or (value == 0 and not is_zero_shown)
    }
    hidden = set(small)
    whole = all(value == int(value) for value in known.values())
    floor = Decimal(1 if whole and is_zero_shown else 0)
    for cell in sorted(small, key=lambda cell: (known[cell], cell)):
        best: tuple[bool, Decimal, int, tuple[Cell, ...]] | None = None
        for touched in _moves(table, cell):
            told = _cost(table, touched, hidden, floor, smallest - 1)
            if told is not None and (best is None or told < best):
                best = told
                if not told[0] and not told[1]:
                    break
        if best is not None:
            hidden |= set(best[3])
    return hidden


def _moves(table: Table, cell: Cell) -> Iterator[dict[Cell, int]]:
    """The moves that add to a cell: what each adds to which cells."""
    chosen = [_cheapest(table, cell, at) for at in range(len(cell))]
    for changes in product(*chosen):
        yield {
            tuple(name for name, _sign in corner): _sign_of(corner)
            for corner in product(*(change.items() for change in changes))
        }


def _sign_of(corner: tuple[tuple[str, int], ...]) -> int:
    sign = 1
    for _name, each in corner:
        sign *= each
    return sign


def _cheapest(table: Table, cell: Cell, at: int) -> list[Change]:
    """The changes of one dimension, those that touch the fewest people in the cell's line first."""
    changes = table.changes_at(at, cell[at])

    def people(change: Change) -> tuple[Decimal, tuple[str, ...]]:
        line = [(*cell[:at], name, *cell[at + 1 :]) for name in change]
        return sum((table.cells.get(one) or Decimal(0) for one in line), Decimal(0)), tuple(change)

    upward = [change for change in changes if -1 not in change.values()]
    others = sorted((change for change in changes if -1 in change.values()), key=people)
    return upward + others[:TRIED]


def _cost(
    table: Table, touched: dict[Cell, int], hidden: set[Cell], floor: Decimal, width: int
) -> tuple[bool, Decimal, int, tuple[Cell, ...]] | None:
    """What hiding the touched cells would cost: whether it leaves too few possible values, how many
    people more are hidden and in how many cells. None where a cell it touches cannot be hidden.
    """
    up: Decimal | None = None
    down: Decimal | None = None
    more = Decimal(0)
    new: list[Cell] = []
    for cell, sign in touched.items():
        if cell not in table.cells:
            if table.is_leaf(cell):
                return None
            # A total nobody sees moves with its parts.
            continue
        value = table.cells[cell]
        if value is None:
            room = Decimal(0)
        elif value < floor:
            return None
        else:
            room = value - floor
            if cell not in hidden:
                more += value
                new.append(cell)
        if sign < 0:
            up = room if up is None else min(up, room)
        else:
            down = room if down is None else min(down, room)
    if up is not None and up + (down or 0) < 1:
        return None
    is_narrow = up is not None and up + (down or 0) < width
    return is_narrow, more, len(new), tuple(sorted(new))
