"""A text → paragraphs and points; and a section's text with its tables where they stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from sagsgang.language.printed import cell_shown, line_shown, value_shown
from sagsgang.minutes import AgendaItem, Table
from sagsgang.minutes.labels import Said, cell_label
from sagsgang.minutes.printed import Block, Grid, Paragraph, Points
from sagsgang.reading.own.sections import grid_text, short

#: A table is still that of the text when not more than one cell in so many differs.
_FEW = 8


def text_blocks(text: str) -> list[Block]:
    """A text without tables: a line alone is a paragraph, several together are points."""
    return [_lines_block(piece.split("\n")) for piece in text.split("\n\n")] if text else []


def _lines_block(lines: Sequence[str]) -> Block:
    if len(lines) == 1:
        return Paragraph(line_shown(lines[0]))
    return Points(tuple(map(line_shown, lines)))


@dataclass(slots=True)
class Tables:
    """The tables of one item, set one by one where they stand in the text of its sections.

    `signs` tell by the number of a grid how it stands there, where that is not plain; `cells` are
    those that differ from the text, by their label; `below` are the tables, by their number in the
    item, that no text holds.
    """

    item: AgendaItem
    signs: dict[int, list[str]] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    grids: int = 0
    next: int = 0
    set_in_text: set[int] = field(default_factory=set)

    def blocks(self, text: str) -> list[Block]:
        """The blocks of a section's text."""
        found: list[Block] = []
        for piece in text.split("\n\n") if text else ():
            lines = piece.split("\n")
            if "\t" in piece and self._can_be_set(lines):
                found += self._set(lines, found[-1] if found else None)
            else:
                found.append(_lines_block(lines))
        return found

    def below(self) -> list[tuple[int, Grid]]:
        """The tables that stand in no text, with their numbers counted from 1."""
        return [
            (number, grid_of(table))
            for number, table in enumerate(self.item.tables, start=1)
            if number - 1 not in self.set_in_text
        ]

    @staticmethod
    def _can_be_set(lines: Sequence[str]) -> bool:
        for is_row, run in groupby(lines, lambda line: "\t" in line):
            if is_row:
                rows = [line.split("\t") for line in run]
                if not any(map(any, rows)) or any(
                    cell != cell.strip() for row in rows for cell in row
                ):
                    return False
                width = max(map(len, rows))
                if any(len(row) != width for row in rows) and any(
                    row != short(row) for row in rows
                ):
                    return False
        return True

    def _set(self, lines: Sequence[str], above: Block | None) -> Iterator[Block]:
        runs = [(is_row, list(run)) for is_row, run in groupby(lines, lambda line: "\t" in line)]
        for place, (is_row, run) in enumerate(runs):
            if not is_row:
                above = _lines_block(run)
                yield above
                continue
            signs: list[str] = []
            above = self._grid([line.split("\t") for line in run], signs, above)
            if place:
                signs.append(Said.JOINS_ABOVE)
            if place + 1 < len(runs):
                signs.append(Said.JOINS_BELOW)
            if signs:
                self.signs[self.grids] = signs
            yield above

    def _grid(self, rows: list[list[str]], signs: list[str], above: Block | None) -> Grid:
        self.grids += 1
        for number in range(self.next, len(self.item.tables)):
            table = self.item.tables[number]
            found = _as_in_text(table, rows)
            if found is None:
                continue
            self.next = number + 1
            self.set_in_text.add(number)
            signs += found.signs
            for row, column, _ in found.others:
                label = cell_label(self.grids, row + 1, column + 1)
                self.cells[label] = value_shown(_whole(table)[row][column])
            said = table.caption is not None and above == Paragraph(line_shown(table.caption))
            if said:
                signs.append(Said.CAPTION_ABOVE)
            return grid_of(_with_cells(table, found.others), has_caption=not said)
        signs.append(Said.ONLY_TEXT)
        width = max(map(len, rows))
        if any(len(row) != width for row in rows):
            signs.append(Said.SHORT_ROWS)
        padded = (tuple(map(cell_shown, (*row, *[""] * (width - len(row))))) for row in rows)
        return Grid((), tuple(padded))


def grid_of(table: Table, *, has_caption: bool = True) -> Grid:
    """A table as it is printed."""
    caption = table.caption if has_caption else None
    is_empty = not any(map(any, (table.header, *table.rows)))
    shown = value_shown if is_empty else cell_shown
    return Grid(
        header=tuple(map(shown, table.header)),
        rows=tuple(tuple(map(shown, row)) for row in table.rows),
        caption=None if caption is None else value_shown(caption),
    )


class _InText(NamedTuple):
    """By which signs the rows of a text are those of a table; `others` are the cells that differ
    nevertheless: row, column and what the text has there."""

    signs: list[str]
    others: list[tuple[int, int, str]]


def _as_in_text(table: Table, rows: list[list[str]]) -> _InText | None:
    """How a table stands in the rows of a text; None when they are not its rows."""
    whole = [list(row) for row in _whole(table)]
    if len(whole) != len(rows):
        return None
    found: list[_InText] = []
    if extra := _empty_columns(rows, len(whole[0])):
        wider = [row[:-extra] for row in rows]
        inside = _as_in_text(table, wider)
        if inside is None or Said.SHORT_ROWS in inside.signs:
            return None
        return inside._replace(signs=[*inside.signs, f"{Said.EMPTY_COLUMNS}: {extra}"])
    for offset in (0, 1):
        if offset:
            if not table.header or table.header[0]:
                break
            whole[0] = whole[0][1:]
        signs: list[str] = [Said.SHORT_HEADER] if offset else []
        for more, wanted in (([], whole), ([Said.SHORT_ROWS], [short(row) for row in whole])):
            if list(map(len, rows)) != list(map(len, wanted)):
                continue
            others = [
                (row, column + (offset if row == 0 else 0), rows[row][column])
                for row, cells in enumerate(wanted)
                for column, cell in enumerate(cells)
                if rows[row][column] != cell
            ]
            found.append(_InText([*signs, *more], others))
    nearest = min(found, key=lambda each: len(each.others), default=None)
    if nearest is None or len(nearest.others) * _FEW > sum(map(len, rows)):
        return None
    # The rows of the text are made of the grid: a cell that differs must not change their length.
    grid = grid_of(_with_cells(table, nearest.others))
    return nearest if grid_text(grid, set(nearest.signs)) == _joined(rows) else None


def _empty_columns(rows: list[list[str]], width: int) -> int:
    """How many columns beyond the width all rows have, all of them empty."""
    longest = len(rows[0])
    if longest <= width or any(len(row) != longest or any(row[width:]) for row in rows):
        return 0
    return longest - width


def _whole(table: Table) -> tuple[tuple[str, ...], ...]:
    return (table.header, *table.rows) if table.header else table.rows


def _joined(rows: list[list[str]]) -> str:
    return "\n".join("\t".join(row) for row in rows)


def _with_cells(table: Table, others: Sequence[tuple[int, int, str]]) -> Table:
    """The table with the cells that its text has."""
    if not others:
        return table
    whole = [list(row) for row in _whole(table)]
    for row, column, cell in others:
        whole[row][column] = cell
    rows = tuple(map(tuple, whole))
    has_header = bool(table.header)
    header = rows[0] if has_header else ()
    return table.model_copy(update={"header": header, "rows": rows[has_header:]})
