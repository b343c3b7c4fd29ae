"""Whether a figure of the text that no cell holds is made of others: a sum, a difference."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations

from sagsgang.checking.sameness.mention import Mention
from sagsgang.checking.sameness.named_cells import NamedCells
from sagsgang.checking.sameness.printed_cells import Figure

#: So many figures of a line, of a table or of the text, are added up in pairs.
MOST_ADDED = 8

Printed = tuple[Decimal, Decimal]


def is_explained(mention: Mention, figure: Figure, cells: NamedCells) -> bool:
    """True when the mention may be something else than the cell: the sum or the difference of cells
    that its sentence is about, or of figures beside it.
    """
    quantity = mention.quantity
    mentions, figures = cells.mentions, cells.figures
    beside = [
        (each.quantity.value, each.quantity.half)
        for each in mentions.in_passage(mention)[: 4 * MOST_ADDED]
        if each is not mention and each.quantity.unit is quantity.unit
    ]
    row = figures.in_row(figure.table, figure.row)
    column = figures.in_column(figure.table, figure.column)
    rows = cells.touched(mention).rows
    told = [each for each in column if each is figure or (each.table, each.row) in rows]
    made = [
        *_sums(beside),
        *_differences(beside),
        *_differences(map(_printed, row)),
        *_sums(map(_printed, told)),
        *_differences(map(_printed, told)),
        _of_all(map(_printed, row)),
        _of_all(map(_printed, column)),
    ]
    wanted = abs(quantity.value)
    return any(abs(abs(value) - wanted) <= half + quantity.half for value, half in made)


def _printed(figure: Figure) -> Printed:
    return figure.value, figure.half


def _of_all(line: Iterable[Printed]) -> Printed:
    some = list(line)
    zero = Decimal(0)
    return sum((value for value, _ in some), zero), sum((half for _, half in some), zero)


def _sums(line: Iterable[Printed]) -> Iterator[Printed]:
    for (one, half), (other, more) in combinations(list(line)[:MOST_ADDED], 2):
        yield one + other, half + more


def _differences(line: Iterable[Printed]) -> Iterator[Printed]:
    for (one, half), (other, more) in combinations(list(line)[:MOST_ADDED], 2):
        yield one - other, half + more
