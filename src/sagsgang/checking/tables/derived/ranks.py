"""Ranks among the municipalities: whole numbers from 1 to 98."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sagsgang.checking.tables.cells import Cell
from sagsgang.checking.tables.derived.words import Kind, kind_of
from sagsgang.checking.tables.labels import plain
from sagsgang.checking.tables.view import Direction, TableView

#: There have been so many municipalities since 2007.
MOST = 98
#: So many ranks of a line must be possible, and twice as many as are not.
FEWEST = 2
_AMONG = re.compile(
    r"\b98\b|\b(?:alle|landets|danske|andre|blandt|af|øvrige)\s(?:de\s|landets\s|danske\s|98\s){0,3}kommuner"
    r"|rangliste|benchmark|kend din kommune|kommunerangering|\bjobindsats",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"skole|hospital|sygehus|virksomhed|institution|ansøger|tilbudsgiver|lande\b|byer\b|region",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Ranks:
    """A line of ranks; `outside` are the lanes whose figure is no rank among municipalities."""

    direction: Direction
    line: int
    inside: tuple[int, ...]
    outside: tuple[int, ...]


def is_rank(cell: Cell) -> bool:
    """True for a whole number from 1 to 98, with no unit."""
    return cell.decimals == 0 and not cell.is_percent and not cell.scale and 1 <= cell.value <= MOST


def ranks_of(view: TableView, around: str) -> Iterator[Ranks]:
    """The lines that hold ranks among municipalities, as the words `around` the table say.

    Nothing when the words do not say among whom, or when they name others.
    """
    labels = " ".join((*view.column_labels, *view.row_labels))
    if not _AMONG.search(f"{around} {labels}"):
        return
    stub = view.column_labels[0] if view.column_labels else ""
    everywhere = bool(view.figures) and 0 not in view.figures and kind_of(stub) is Kind.RANK
    for direction in (view.across, view.down):
        for number, line in enumerate(direction.lines):
            is_named = kind_of(line.label) is Kind.RANK
            if not (is_named or (everywhere and not direction.is_down)):
                continue
            if _OF_OTHERS.search(plain(line.label)) or line.breaks:
                continue
            lanes = [lane for lane, cell in enumerate(line.cells) if cell.is_number]
            inside = tuple(lane for lane in lanes if is_rank(line.cells[lane]))
            outside = tuple(lane for lane in lanes if lane not in inside)
            if len(inside) >= max(FEWEST, 2 * len(outside)):
                yield Ranks(direction, number, inside, outside)
