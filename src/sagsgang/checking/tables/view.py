"""A printed table as figures: which rows are heads, which columns labels, and both directions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from sagsgang.checking.tables.cells import Cell, CellKind, read_cell
from sagsgang.checking.tables.labels import Role, role_of
from sagsgang.minutes import Table

#: A table with fewer rows has no bottom row of sums without a label.
FEWEST_ABOVE_BARE = 3
_YEAR = re.compile(r"(?:19[5-9][0-9]|20[0-6][0-9])")
_SCALE_ALONE = re.compile(
    r"\(?(?:i )?(?:kr|1\.?000 kr|t\.?\s?kr|tkr|mio|mio\.? kr|mia\.? kr|pct|%|antal)\.?\)?", re.I
)


@dataclass(frozen=True, slots=True)
class Line:
    """One row (or column) that may be an addend or a total; `cells` are one for each lane.

    `index` is the row or column in the printed table, counted from 0.
    """

    index: int
    label: str
    role: Role
    cells: tuple[Cell, ...]
    breaks: bool = False

    @property
    def has_numbers(self) -> bool:
        """True when any of its cells is a number."""
        return any(cell.is_number for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Direction:
    """The table seen along one of its directions: lines are added up, one lane at a time.

    Down the columns the lines are rows and the lanes columns; along the rows it is the other way.
    """

    lines: tuple[Line, ...]
    lane_labels: tuple[str, ...]
    lane_indices: tuple[int, ...]
    is_down: bool

    def cell_place(self, line: int, lane: int) -> tuple[int, int]:
        """(row, column) in the printed table of a cell, given positions in `lines` and of the
        lane.
        """
        here, across = self.lines[line].index, self.lane_indices[lane]
        return (here, across) if self.is_down else (across, here)


@dataclass(frozen=True)
class TableView:
    """`grid` holds the cells of every printed row; `body` the rows that are not heads; `figures`
    the columns that are not labels.
    """

    grid: tuple[tuple[Cell, ...], ...]
    body: tuple[int, ...]
    figures: tuple[int, ...]
    row_labels: tuple[str, ...]
    column_labels: tuple[str, ...]

    @classmethod
    def of(cls, table: Table) -> "TableView":
        """The view of a printed table."""
        grid = tuple(tuple(read_cell(text) for text in row) for row in table.rows)
        width = max([len(row) for row in grid] + [len(table.header)], default=0)
        grid = tuple(row + tuple(read_cell("") for _ in range(width - len(row))) for row in grid)
        heads = _head_rows(grid, bool(table.header))
        body = tuple(row for row in range(len(grid)) if row not in heads)
        labels = _label_columns(grid, body, width)
        figures = tuple(column for column in range(width) if column not in labels)
        leading = [row for row in sorted(heads) if not body or row < body[0]]
        return cls(
            grid=grid,
            body=body,
            figures=figures,
            row_labels=tuple(
                " ".join(row[column].text.strip() for column in sorted(labels)).strip()
                for row in grid
            ),
            column_labels=tuple(
                " ".join(_column_head(table.header, grid, leading, column)).strip()
                for column in range(width)
            ),
        )

    @property
    def size(self) -> int:
        """The number of cells."""
        return len(self.grid) * len(self.column_labels)

    @cached_property
    def down(self) -> Direction:
        """Rows as lines: a total row holds the sums of the columns."""
        lines = tuple(
            Line(
                index=row,
                label=self.row_labels[row],
                role=self._role(row),
                cells=tuple(self.grid[row][column] for column in self.figures),
                breaks=self._is_break(row),
            )
            for row in self.body
        )
        return Direction(
            lines=lines,
            lane_labels=tuple(self.column_labels[column] for column in self.figures),
            lane_indices=self.figures,
            is_down=True,
        )

    @cached_property
    def across(self) -> Direction:
        """Columns as lines: a total column holds the sums of the rows."""
        lines = tuple(
            Line(
                index=column,
                label=self.column_labels[column],
                role=role_of(self.column_labels[column]),
                cells=tuple(self.grid[row][column] for row in self.body),
            )
            for column in self.figures
            if any(self.grid[row][column].is_number for row in self.body)
        )
        return Direction(
            lines=lines,
            lane_labels=tuple(self.row_labels[row] for row in self.body),
            lane_indices=self.body,
            is_down=False,
        )

    def _role(self, row: int) -> Role:
        """What the label says; a bottom row without one, below rows that have theirs, may be a
        sum.
        """
        label = self.row_labels[row]
        if label or row != self.body[-1] or len(self.body) < FEWEST_ABOVE_BARE:
            return role_of(label)
        return Role.NET if all(self.row_labels[above] for above in self.body[:-1]) else Role.PART

    def _is_break(self, row: int) -> bool:
        """A row without figures, or one that repeats the heads of the columns."""
        cells = [(column, self.grid[row][column]) for column in self.figures]
        return all(
            cell.kind is CellKind.BLANK
            or (cell.kind is CellKind.WORDS and cell.text.strip() == self.column_labels[column])
            for column, cell in cells
        )


def _column_head(
    header: tuple[str, ...], grid: tuple[tuple[Cell, ...], ...], heads: list[int], column: int
) -> Iterator[str]:
    if column < len(header):
        yield header[column].strip()
    for row in heads:
        yield grid[row][column].text.strip()


def _head_rows(grid: tuple[tuple[Cell, ...], ...], has_header: bool) -> set[int]:
    """Rows that name columns: those without numbers at the top, and those of years or units."""
    heads = {row for row, cells in enumerate(grid) if _is_years(cells) or _is_units(cells)}
    if has_header:
        return heads
    for row, cells in enumerate(grid):
        if any(cell.is_number for cell in cells) and row not in heads:
            break
        heads.add(row)
    return heads


def _is_years(cells: tuple[Cell, ...]) -> bool:
    """At least two years in order, some of them perhaps twice, and no other number.

    The same year over and over is a head only with nothing at its side: "2000 2000 2000" may be
    money.
    """
    numbers = [cell for cell in cells if cell.is_number]
    if len(numbers) < 2 or any(not _YEAR.fullmatch(cell.text) for cell in numbers):
        return False
    steps = {int(after.value - before.value) for before, after in pairwise(numbers)}
    if steps == {0}:
        return not cells[0].text.strip()
    return steps <= {0, 1} or steps <= {0, -1}


def _is_units(cells: tuple[Cell, ...]) -> bool:
    printed = [cell for cell in cells[1:] if cell.text.strip()]
    return bool(printed) and all(_SCALE_ALONE.fullmatch(cell.text.strip()) for cell in printed)


def _label_columns(
    grid: tuple[tuple[Cell, ...], ...], body: tuple[int, ...], width: int
) -> set[int]:
    """The columns at the left, up to the first that hold words rather than numbers."""
    if not body:
        return set(range(width))
    words = [
        sum(grid[row][column].kind is CellKind.WORDS for row in body) for column in range(width)
    ]
    numbers = [sum(grid[row][column].is_number for row in body) for column in range(width)]
    wordy = [column for column in range(width) if words[column] >= max(1, numbers[column])]
    has_total = any(role_of(grid[row][0].text) is Role.TOTAL for row in body)
    if not wordy or has_total:
        first = 0 if has_total else -1
    else:
        first = wordy[0]
        if all(numbers[column] for column in range(first)) and first > 1:
            first = -1  # several columns of numbers come before the words: those are remarks
    labels = set(range(first + 1))
    column = first + 1
    while labels and column < width and column in wordy and numbers[column] == 0:
        labels.add(column)
        column += 1
    if not labels and all(not grid[row][0].is_number for row in body):
        labels.add(0)
    return labels
