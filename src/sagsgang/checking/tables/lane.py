"""Whether one lane of a table adds up: the sum of its parts against its total, in interval
arithmetic.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sagsgang.checking.tables.cells import Cell, CellKind


class Verdict(StrEnum):
    """What can be said of a lane.

    `holds`; `trivial`: holds, but with one addend or with numbers so small that rounding allows
    anything; `fails`;
    `unknown`: something in it is not a number.
    """

    HOLDS = "holds"
    TRIVIAL = "trivial"
    FAILS = "fails"
    UNKNOWN = "unknown"


@dataclass(slots=True)
class Running:
    """The parts of one lane added so far; `addends` counts those that are not zero, `gaps` the
    empty cells.
    """

    total: Decimal = Decimal(0)
    half: Decimal = Decimal(0)
    addends: int = 0
    numbers: int = 0
    gaps: int = 0
    words: int = 0
    percents: int = 0
    largest: Decimal = Decimal(0)

    def add(self, cell: Cell, sign: int = 1) -> None:
        """Add one part; an empty cell counts as zero and as a gap."""
        if cell.kind is CellKind.NUMBER:
            self.total += cell.value if sign > 0 else -cell.value
            self.half += cell.half
            self.numbers += 1
            self.largest = max(self.largest, abs(cell.value))
            self.addends += cell.value != 0
            self.percents += cell.is_percent
        elif cell.kind is CellKind.WORDS:
            self.words += 1
        else:
            self.gaps += 1

    def verdict(self, total: Cell) -> Verdict:
        """What the parts say about the printed total: |sum - total| against half a unit for every
        printed number.
        """
        if not total.is_number or self.words or not self.numbers:
            return Verdict.UNKNOWN
        if self.percents != (self.numbers if total.is_percent else 0):
            return Verdict.UNKNOWN
        slack = self.half + total.half
        gap = abs(self.total - total.value)
        if gap > slack:
            return Verdict.FAILS
        telling = self.addends >= 2 and (gap == 0 or 4 * slack <= abs(total.value))
        return Verdict.HOLDS if telling else Verdict.TRIVIAL


def running(cells: Sequence[Cell], signs: Sequence[int] = ()) -> Running:
    """The parts of a lane, all added."""
    lane = Running()
    for number, cell in enumerate(cells):
        lane.add(cell, signs[number] if signs else 1)
    return lane
