"""The text of a section as it was on paper: paragraphs, lists and tables, each in its place."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from sagsgang.minutes import Section, SectionKind, Table
from sagsgang.web.archive.pages.item_marks import ItemMarks, line_starts
from sagsgang.web.archive.pages.marks import Mark

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
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """`is_header` cells head a column or a row; `is_number` cells are set to the right."""

    text: str
    is_header: bool = False
    is_number: bool = False
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """One of: a paragraph (`lines`), a list (`points`), a table (`head`, `rows`, `caption`,
    `number`).

    `marks` are those of each of a paragraph's lines, or nothing when no line has any.
    """

    kind: str
    lines: tuple[str, ...] = ()
    marks: tuple[tuple[Mark, ...], ...] = ()
    points: tuple[Point, ...] = ()
    head: tuple[Cell, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    caption: str = ""
    number: int = 0


#: The marks of a cell, from its row, column and text; the header is row -1.
FindMarks = Callable[[int, int, str], tuple[Mark, ...]]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a section's text and where in the text it begins."""

    text: str
    start: int


class TableQueue:
    """The tables of an item, handed out in order, each once, and numbered through the item."""

    def __init__(self, tables: Sequence[Table], marks: ItemMarks | None = None) -> None:
        self.marks = marks
        self._left = list(enumerate(tables))
        self._handed_out = 0

    def take(self, section: Section, index: int, rows: Sequence[Line]) -> Iterator[Block]:
        """The tables that these consecutive tab-separated lines of section `index` are."""
        missing = len(rows)
        while missing > 0:
            found = self._next_within(section)
            if found is None:
                cells = tuple(tuple(line.text.split("\t")) for line in rows[-missing:])
                found = (None, Table(lines=section.lines, header=(), rows=cells))
            own = rows[len(rows) - missing :]
            missing -= len(found[1].rows) + bool(found[1].header)
            yield self._block(*found, index, own)

    def rest_of(self, section: Section) -> Iterator[Block]:
        """Tables of the section that its text did not show."""
        while found := self._next_within(section):
            yield self._block(*found)

    def _next_within(self, section: Section) -> tuple[int | None, Table] | None:
        first, last = section.lines
        for place, (_, table) in enumerate(self._left):
            if first <= table.lines[0] and table.lines[1] <= last:
                return self._left.pop(place)
        return None

    def _block(
        self, table_index: int | None, table: Table, section: int = -1, lines: Sequence[Line] = ()
    ) -> Block:
        """`lines` are those that show the table, the header's first."""
        self._handed_out += 1
        first_row = -1 if table.header else 0
        in_text = {
            row: _by_cell(self.marks, section, line)
            for row, line in enumerate(lines, start=first_row)
        }

        def marks(row: int, column: int, text: str) -> tuple[Mark, ...]:
            found = in_text.get(row, {}).get(column, ())
            if self.marks is None or table_index is None:
                return tuple(found)
            return (*self.marks.in_cell(table_index, row, column, text), *found)

        return _table_block(table, self._handed_out, marks)


def blocks_of(section: Section, tables: TableQueue, index: int = -1) -> tuple[Block, ...]:
    """Everything in the text of the item's section `index`, in order; no line is left out."""
    return (*_blocks(section, tables, index), *tables.rest_of(section))


def text_blocks(text: str) -> tuple[Block, ...]:
    """Paragraphs and lists of a text that holds no tables."""
    section = Section(heading="", kind=SectionKind.OTHER, lines=(1, 1), text=text)
    return tuple(_blocks(section, TableQueue(()), -1))


def _blocks(section: Section, tables: TableQueue, index: int) -> Iterator[Block]:
    written = section.text.split("\n")
    numbered = [
        Line(text, start) for text, start in zip(written, line_starts(section.text), strict=True)
    ]
    for kind, group in groupby(numbered, key=lambda line: _line_kind(line.text)):
        lines = list(group)
        if kind == "table":
            yield from tables.take(section, index, lines)
        elif kind == "list":
            yield Block("list", points=tuple(_point(line, tables.marks, index) for line in lines))
        elif kind == "paragraph":
            marks = tuple(_marks_of(line, line.text, tables.marks, index) for line in lines)
            yield Block(
                "paragraph",
                lines=tuple(line.text.strip() for line in lines),
                marks=marks if any(marks) else (),
            )


def _line_kind(line: str) -> str:
    if not line.strip():
        return "gap"
    if "\t" in line.strip("\n"):
        return "table"
    return "list" if _POINT.match(line) else "paragraph"


def _point(line: Line, marks: ItemMarks | None, section: int) -> Point:
    match = _POINT.match(line.text)
    assert match is not None
    sign = match["sign"]
    return Point(
        marker=sign if sign[0].isalnum() else "",
        text=match["text"].strip(),
        marks=_marks_of(line, match["text"], marks, section, match.start("text")),
    )


def _marks_of(
    line: Line, text: str, marks: ItemMarks | None, section: int, shift: int = 0
) -> tuple[Mark, ...]:
    """The marks of `text`, which begins `shift` characters into the line and is shown stripped."""
    if marks is None:
        return ()
    shift += len(text) - len(text.lstrip())
    return marks.in_line(section, line.start, shift)


def _by_cell(marks: ItemMarks | None, section: int, line: Line) -> dict[int, list[Mark]]:
    """The marks that a tab-separated line's own spans put in its cells, by column."""
    found: dict[int, list[Mark]] = {}
    own = marks.in_line(section, line.start) if marks else ()
    if own:
        cells = line.text.split("\t")
        starts = list(accumulate((len(cell) + 1 for cell in cells[:-1]), initial=0))
        for mark in own:
            column = max(bisect_right(starts, mark.start) - 1, 0)
            shift = starts[column] + len(cells[column]) - len(cells[column].lstrip())
            here = replace(mark, start=mark.start - shift, end=mark.end - shift)
            found.setdefault(column, []).append(here)
    return found


def _table_block(table: Table, number: int, marks: FindMarks) -> Block:
    names = [row[0] for row in table.rows if row]
    heads_rows = len(names) > 1 and all(name.strip() and not is_number(name) for name in names)

    def cell(text: str, row: int, column: int) -> Cell:
        is_head = row == -1 or (heads_rows and column == 0)
        shown = text.strip()
        return Cell(shown, is_head and bool(shown), is_number(text), marks(row, column, shown))

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
