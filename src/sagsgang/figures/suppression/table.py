"""A table of counts with its totals, and the ways its numbers could be others with the same sums.

A *move* is a change of some cells that leaves every sum of the table right: in one dimension it
adds one to a leaf and to all the totals above it, and may take one from another leaf and the totals
above that. In a table of several dimensions it is the product of one such change in each. Whoever
sees only cells that a move leaves alone cannot tell the table from the moved one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

#: A cell: its member in each dimension.
Cell = tuple[str, ...]
#: What a move adds to the members of one dimension: +1 or −1.
Change = Mapping[str, int]


@dataclass(frozen=True)
class Dimension:
    """Its members by name, each with the total it is part of; what is part of nothing is a top.

    `parents` may be deeper than one total: months of quarters of a year.
    """

    parents: Mapping[str, str | None]

    @classmethod
    def flat(cls, members: Sequence[str], total: str = "") -> "Dimension":
        """Members under one total."""
        return cls({total: None, **dict.fromkeys(members, total)})

    @cached_property
    def leaves(self) -> tuple[str, ...]:
        """The members that are the total of nothing, in their order."""
        totals = set(self.parents.values())
        return tuple(sorted(member for member in self.parents if member not in totals))

    def upwards(self, leaf: str) -> tuple[str, ...]:
        """The leaf and the totals it is part of."""
        found = [leaf]
        while (above := self.parents[found[-1]]) is not None:
            found.append(above)
        return tuple(found)

    def changes_at(self, member: str) -> tuple[Change, ...]:
        """Every change of this dimension that adds one to the member."""
        found: list[Change] = []
        for leaf in self.leaves:
            up = self.upwards(leaf)
            if member not in up:
                continue
            found.append(dict.fromkeys(up, 1))
            for other in self.leaves:
                down = self.upwards(other)
                if member not in down:
                    plus = {name: 1 for name in up if name not in down}
                    found.append(plus | {name: -1 for name in down if name not in up})
        return tuple(found)


@dataclass(frozen=True)
class Table:
    """`cells` are counts of people, totals too; None where the value is not known to anybody. A
    total that is not in it is not published; a leaf that is not in it is known to be empty.
    """

    dimensions: Sequence[Dimension]
    cells: Mapping[Cell, Decimal | None]
    _changes: dict[tuple[int, str], tuple[Change, ...]] = field(default_factory=dict)

    def changes_at(self, dimension: int, member: str) -> tuple[Change, ...]:
        """The changes of a dimension that add one to its member."""
        found = self._changes.get((dimension, member))
        if found is None:
            found = self.dimensions[dimension].changes_at(member)
            self._changes[dimension, member] = found
        return found

    def is_leaf(self, cell: Cell) -> bool:
        """Whether the cell is the total of nothing."""
        return all(name in each.leaves for name, each in zip(cell, self.dimensions, strict=True))
