"""The text of a section as it was on paper: paragraphs, lists and tables, each in its place."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from sagsgang.minutes import Section, SectionKind, Table

_POINT = re.compile(
    r"\s*(?P<sign>[-–—•*·]|\d{1,3}[.)]|[a-zæøå][.)])[ \u00a0]+(?P<text>\S.*)$", re.IGNORECASE
)
_NUMBER = re.compile(
    r"[-−–+]?\s?\d[\d.,\s]*\s?(%|pct\.?|kr\.?|mio\.?( kr\.?)?|t\.kr\.?)?|[-−–]", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Point:
    """`marker` is the number or letter as printed, empty for a bullet."""

    marker: str
    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """`is_header` cells head a column or a row; `is_number` cells are set to the right.

    `is_flagged` cells are what a finding is about.
    """

    text: str
    is_header: bool = False
    is_number: bool = False
    is_flagged: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One of: a paragraph (`lines`), a list (`points`), a table (`head`, `rows`, `caption`,
    `number`).
    """

    kind: str
    lines: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    head: tuple[Cell, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    caption: str = ""
    number: int = 0


#: For each table of the item, by index: the (row, column) of cells to flag, the header being row
#: -1.
Flags = Mapping[int, frozenset[tuple[int, int]]]


class TableQueue:
    """The tables of an item, handed out in order, each once, and numbered through the item."""

    def __init__(self, tables: Sequence[Table], flags: Flags | None = None) -> None:
        self._left = list(enumerate(tables))
        self._flags = flags or {}
        self._handed_out = 0

    def take(self, section: Section, rows: Sequence[str]) -> Iterator[Block]:
        """The tables that these consecutive tab-separated lines of the section are."""
        missing = len(rows)
        while missing > 0:
            found = self._next_within(section)
            if found is None:
                cells = tuple(tuple(line.split("\t")) for line in rows[-missing:])
                yield self._block(None, Table(lines=section.lines, header=(), rows=cells))
                return
            missing -= len(found[1].rows) + bool(found[1].header)
            yield self._block(*found)

    def rest_of(self, section: Section) -> Iterator[Block]:
        """Tables of the section that its text did not show."""
        while found := self._next_within(section):
            yield self._block(*found)

    def _next_within(self, section: Section) -> tuple[int, Table] | None:
        first, last = section.lines
        for place, (_, table) in enumerate(self._left):
            if first <= table.lines[0] and table.lines[1] <= last:
                return self._left.pop(place)
        return None

    def _block(self, index: int | None, table: Table) -> Block:
        self._handed_out += 1
        flagged = self._flags.get(index, frozenset()) if index is not None else frozenset()
        return _table_block(table, self._handed_out, flagged)


def blocks_of(section: Section, tables: TableQueue) -> tuple[Block, ...]:
    """Everything in the section's text, in order; no line is left out."""
    return (*_blocks(section, tables), *tables.rest_of(section))


def text_blocks(text: str) -> tuple[Block, ...]:
    """Paragraphs and lists of a text that holds no tables."""
    section = Section(heading="", kind=SectionKind.OTHER, lines=(1, 1), text=text)
    return tuple(_blocks(section, TableQueue(())))


def _blocks(section: Section, tables: TableQueue) -> Iterator[Block]:
    for kind, group in groupby(section.text.split("\n"), key=_line_kind):
        lines = list(group)
        if kind == "table":
            yield from tables.take(section, lines)
        elif kind == "list":
            yield Block("list", points=tuple(_point(line) for line in lines))
        elif kind == "paragraph":
            yield Block("paragraph", lines=tuple(line.strip() for line in lines))


def _line_kind(line: str) -> str:
    if not line.strip():
        return "gap"
    if "\t" in line.strip("\n"):
        return "table"
    return "list" if _POINT.match(line) else "paragraph"


def _point(line: str) -> Point:
    match = _POINT.match(line)
    assert match is not None
    sign = match["sign"]
    return Point(marker=sign if sign[0].isalnum() else "", text=match["text"].strip())


def _table_block(table: Table, number: int, flagged: frozenset[tuple[int, int]]) -> Block:
    names = [row[0] for row in table.rows if row]
    heads_rows = len(names) > 1 and all(name.strip() and not is_number(name) for name in names)

    def cell(text: str, row: int, column: int) -> Cell:
        is_head = row == -1 or (heads_rows and column == 0)
        return Cell(
            text.strip(), is_head and bool(text.strip()), is_number(text), (row, column) in flagged
        )

    return Block(
        "table",
        head=tuple(cell(text, -1, column) for column, text in enumerate(table.header)),
        rows=tuple(
            tuple(cell(text, row, column) for column, text in enumerate(cells))
            for row, cells in enumerate(table.rows)
        ),
        caption=table.caption or "",
        number=number,
    )


def is_number(text: str) -> bool:
    """Whether a cell holds a number, an amount, a share or the dash that stands for none."""
    return _NUMBER.fullmatch(text.strip()) is not None
