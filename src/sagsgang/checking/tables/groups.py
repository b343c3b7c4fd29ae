"""Rows that stand below their own sum, which no word calls a sum: the schools below "Skoler"."""

from sagsgang.checking.tables.labels import Role
from sagsgang.checking.tables.lane import Running, Verdict
from sagsgang.checking.tables.view import Direction

#: In longer tables no such groups are looked for, nor longer groups.
MAX_LINES = 200
MAX_BELOW = 30
#: So many lanes and lines below, less one, must agree: two lines in one lane do so by chance.
FEWEST_AGREEING = 3


def lines_below(direction: Direction) -> frozenset[int]:
    """The positions of the lines that the line above them is the sum of, in every lane that can be
    judged.
    """
    lines = direction.lines
    found: set[int] = set()
    if len(lines) > MAX_LINES or not direction.is_down:
        return frozenset()
    for at, line in enumerate(lines):
        if at not in found and line.role is Role.PART and line.has_numbers:
            found.update(range(at + 1, at + 1 + _count_below(direction, at)))
    return frozenset(found)


def _count_below(direction: Direction, at: int) -> int:
    """How many of the lines that follow a line it is the sum of; 0 for none."""
    head = direction.lines[at]
    lanes = [Running() for _ in head.cells]
    for count, line in enumerate(direction.lines[at + 1 : at + 1 + MAX_BELOW], start=1):
        if line.role is not Role.PART or line.breaks:
            return 0
        for lane, cell in zip(lanes, line.cells, strict=True):
            lane.add(cell)
        if count < 2:
            continue
        said = [lane.verdict(cell) for lane, cell in zip(lanes, head.cells, strict=True)]
        if said.count(Verdict.HOLDS) + count > FEWEST_AGREEING and Verdict.FAILS not in said:
            return count if Verdict.HOLDS in said else 0
    return 0
