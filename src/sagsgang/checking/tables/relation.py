"""A sum as cells with signs: what it should be, how far off it is, and how it is written out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from sagsgang.checking.tables.cells import Cell
from sagsgang.checking.tables.digits import Added
from sagsgang.checking.tables.lane import running
from sagsgang.checking.tables.sums import Claim
from sagsgang.checking.tables.view import Direction
from sagsgang.language.numbers import format_number

#: A cell's (row, column) in the printed table.
Spot = tuple[int, int]

#: More addends than this are not written out.
MAX_WRITTEN = 12


@dataclass(frozen=True, slots=True)
class Relation:
    """One lane of a claim: the total's cell and the parts' cells with their signs, empty cells
    left out. `instead` holds what is taken to stand in some places rather than what is printed.
    """

    direction: Direction
    claim: Claim
    lane: int
    instead: Mapping[Spot, Cell] = field(default_factory=dict, hash=False)

    def moved(self, instead: Mapping[Spot, Cell]) -> "Relation":
        """The same sum with other figures in some places."""
        return replace(self, instead=instead)

    def cell(self, line: int) -> Cell:
        """What stands in a line of the relation's lane."""
        printed = self.direction.lines[line].cells[self.lane]
        if not self.instead:
            return printed
        return self.instead.get(self.direction.cell_place(line, self.lane), printed)

    @property
    def total(self) -> Cell:
        """The cell that claims to be the sum."""
        return self.cell(self.claim.total)

    @property
    def parts(self) -> tuple[tuple[Cell, int], ...]:
        """The addends that are numbers, each with its sign."""
        found = ((self.cell(part.line), part.sign) for part in self.claim.parts)
        return tuple((cell, sign) for cell, sign in found if cell.is_number)

    @property
    def leaves(self) -> tuple[Cell, ...]:
        """The addends with every subtotal replaced by its own parts."""
        lines = [leaf for part in self.claim.parts for leaf in part.leaves]
        return tuple(self.cell(line) for line in lines)

    @property
    def gaps(self) -> int:
        """How many of the parts print nothing here."""
        return len(self.claim.parts) - len(self.parts)

    @property
    def sum(self) -> Decimal:
        """The sum of the printed parts."""
        return sum(
            (cell.value if sign > 0 else -cell.value for cell, sign in self.parts), Decimal(0)
        )

    @property
    def slack(self) -> Decimal:
        """What rounding allows: half a unit of the last digit of every printed number."""
        return running([cell for cell, _ in self.parts]).half + self.total.half

    @property
    def off(self) -> Decimal:
        """The printed total less the sum of its printed parts."""
        return self.total.value - self.sum

    @property
    def total_spot(self) -> Spot:
        """Where the total stands."""
        return self.direction.cell_place(self.claim.total, self.lane)

    @property
    def spots(self) -> dict[Spot, int]:
        """Every printed cell with its sign in "parts - total = 0"."""
        spots = {
            self.direction.cell_place(part.line, self.lane): part.sign
            for part in self.claim.parts
            if self.cell(part.line).is_number
        }
        spots[self.total_spot] = -1
        return spots

    @property
    def all_spots(self) -> frozenset[Spot]:
        """Every cell of the relation, the empty ones too."""
        lines = (*(part.line for part in self.claim.parts), self.claim.total)
        return frozenset(self.direction.cell_place(line, self.lane) for line in lines)

    @property
    def holds(self) -> bool:
        """True when the total is the sum of the parts, within rounding; empty cells are zero."""
        return self.total.is_number and abs(self.off) <= self.slack

    def written_parts(self) -> str:
        """ "460 + 790 - 20", as printed; long sums are shortened in the middle."""
        return written(self.parts)

    def statement(self) -> str:
        """The relation written out: "460 + 790 + 820 = 2070", with ≈ where it holds only by
        rounding.
        """
        if self.off == 0:
            return f"{self.written_parts()} = {self.total.number}"
        return f"{self.written_parts()} = {like(self.sum, self)} ≈ {self.total.number}"


def written(parts: Sequence[tuple[Cell, int]]) -> str:
    """ "460 + 790 - 20": the cells added with their signs, as printed, zeros left out; long sums
    are shortened in the middle.
    """
    terms = [(cell, sign) for cell, sign in parts if cell.value or len(parts) <= 2]
    shown = terms if len(terms) <= MAX_WRITTEN else [*terms[:5], None, *terms[-5:]]
    text = ""
    for term in shown:
        if term is None:
            text += " + …"
            continue
        cell, sign = term
        minus = (cell.value < 0) != (sign < 0)
        number = cell.number.lstrip("-")
        if not text:
            text = ("-" if minus else "") + number
        else:
            text += (" - " if minus else " + ") + number
    return text or "0"


def like(value: Decimal, relation: Added) -> str:
    """A number written as the relation's own are: the same scale, decimals and thousands points."""
    cells = [relation.total, *(cell for cell, _ in relation.parts)]
    decimals = max(cell.decimals for cell in cells)
    scaled = value.scaleb(-relation.total.scale)
    grouped = any("." in cell.number for cell in cells) or not any(
        abs(cell.value.scaleb(-cell.scale)) >= 1000 for cell in cells
    )
    text = format_number(scaled, decimals)
    return text if grouped else text.replace(".", "")
