"""A formula over the lines of a table, worked out in one lane at a time, and written out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sagsgang.checking.interval import Interval
from sagsgang.checking.tables.cells import Cell, CellKind
from sagsgang.checking.tables.relation import Spot
from sagsgang.checking.tables.view import Direction
from sagsgang.language.numbers import format_number

#: More terms than this are not written out.
MAX_WRITTEN = 10
ZERO = Interval.exactly(0)


@dataclass(frozen=True, slots=True)
class Term:
    """A line that is counted with a sign: in the lane asked for, or always in `lane`."""

    line: int
    sign: int = 1
    lane: int | None = None

    def cell(self, direction: Direction, lane: int) -> Cell:
        """The cell it stands for."""
        return direction.lines[self.line].cells[lane if self.lane is None else self.lane]


@dataclass(frozen=True, slots=True)
class Formula:
    """`factor` × top / (bottom, or a divisor for every lane) − `less`.

    A change in percent is 100 × new / old − 100. `fit` says how far the words name it: 2 both its
    terms, 1 one of them or by their place, 0 not at all;
    `is_printed` that the table itself writes the formula.
    """

    top: tuple[Term, ...]
    bottom: tuple[Term, ...] = ()
    factor: Decimal = Decimal(1)
    less: Decimal = Decimal(0)
    divisors: tuple[int, ...] = ()
    is_unsigned: bool = False
    fit: int = 0
    is_printed: bool = False

    def value(self, direction: Direction, lane: int, *, exactly: bool = False) -> Interval | None:
        """All it may be for the printed numbers; None when one of them is words, or zero divides.

        A cell that prints nothing counts as zero; `exactly` takes every number as it is printed.
        """
        top = _sum(self.top, direction, lane, exactly)
        if top is None:
            return None
        found = top.times(self.factor)
        if self.bottom:
            bottom = _sum(self.bottom, direction, lane, exactly)
            if bottom is None or bottom.low <= 0 <= bottom.high:
                return None
            found = quotient(found, bottom)
        elif self.divisors:
            if not self.divisors[lane]:
                return None
            found = quotient(found, Interval.exactly(self.divisors[lane]))
        found = found - Interval.exactly(self.less)
        return abs(found) if self.is_unsigned else found

    def cells(self, direction: Direction, lane: int) -> list[Cell]:
        """The cells of all its terms."""
        return [term.cell(direction, lane) for term in (*self.top, *self.bottom)]

    def spots(self, direction: Direction, lane: int) -> list[Spot]:
        """Where its printed terms stand."""
        return [
            direction.cell_place(term.line, lane if term.lane is None else term.lane)
            for term in (*self.top, *self.bottom)
            if term.cell(direction, lane).is_number
        ]

    def written(self, direction: Direction, lane: int) -> str:
        """ "743,0 - 731,6", "(1 + 3) / 17", "(2.101 - 1.604) / 1.604", as printed."""
        top, below = self.top, self.bottom
        if self.less:
            top = (*top, *_reversed(below)) if self.factor > 0 else (*below, *_reversed(top))
        if self.is_unsigned and _middle(top, direction, lane) < 0:
            top = tuple(reversed(_reversed(top)))
        written = _grouped(_written(top, direction, lane), below or self.divisors)
        if below:
            written += f" / {_grouped(_written(below, direction, lane), below)}"
        elif self.divisors:
            written += f" / {self.divisors[lane]}"
        if abs(self.factor) not in (1, 100):
            written = f"{format_number(abs(self.factor))} · {written}"
        return written


def interval_of(cell: Cell) -> Interval:
    """What a printed number may stand for; zero for a cell that prints nothing."""
    if not cell.is_number:
        return ZERO
    return Interval(cell.value - cell.half, cell.value + cell.half)


def zeros_of(cells: Iterable[Cell]) -> int:
    """How many zeros all the numbers end in: they may be rounded to a ten, a hundred, …"""
    numbers = [cell for cell in cells if cell.is_number and cell.value]
    return min((_zeros(cell) for cell in numbers), default=0)


def _zeros(cell: Cell) -> int:
    digits = str(abs(int(cell.value / (2 * cell.half))))
    return len(digits) - len(digits.rstrip("0"))


def quotient(above: Interval, below: Interval) -> Interval:
    """Every quotient of two intervals, the second without zero; exact where its ends are."""
    ends = [one / other for one in (above.low, above.high) for other in (below.low, below.high)]
    return Interval(min(ends), max(ends))


def _sum(
    terms: Sequence[Term], direction: Direction, lane: int, exactly: bool = False
) -> Interval | None:
    # The ends are added up by themselves: this is tried for every cell of every table.
    low = high = Decimal(0)
    for term in terms:
        cell = term.cell(direction, lane)
        if cell.kind is CellKind.NUMBER:
            least = cell.value if exactly else cell.value - cell.half
            most = cell.value if exactly else cell.value + cell.half
            if term.sign > 0:
                low, high = low + least, high + most
            else:
                low, high = low - most, high - least
        elif not cell.is_empty:
            return None
    return Interval(low, high)


def _reversed(terms: Sequence[Term]) -> tuple[Term, ...]:
    return tuple(Term(term.line, -term.sign, term.lane) for term in terms)


def _written(terms: Sequence[Term], direction: Direction, lane: int) -> str:
    cells = [(term.cell(direction, lane), term.sign) for term in terms]
    printed = [(cell, sign) for cell, sign in cells if cell.is_number]
    written = ""
    for cell, sign in printed[:MAX_WRITTEN]:
        minus = (cell.value < 0) != (sign < 0)
        number = cell.number.lstrip("-")
        if written:
            written += (" - " if minus else " + ") + number
        else:
            written = ("-" if minus else "") + number
    return written + (" + …" if len(printed) > MAX_WRITTEN else "") or "0"


def _middle(terms: Sequence[Term], direction: Direction, lane: int) -> Decimal:
    found = _sum(terms, direction, lane, exactly=True)
    return found.low if found else Decimal(0)


def _grouped(written: str, divided: Sequence[object]) -> str:
    return f"({written})" if divided and " " in written else written
