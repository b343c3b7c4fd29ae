"""A text → paragraphs and points; and a section's text with its tables where they stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from sagsgang.language.printed import cell_shown, line_shown, value_shown
from sagsgang.minutes import AgendaItem, Table
from sagsgang.minutes.labels import Said
from sagsgang.minutes.printed import Block, Grid, Paragraph, Points
from sagsgang.reading.own.sections import short


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

    `signs` tell by the number of a grid how it stands there, where that is not plain; `below` are
    the tables, by their number in the item, that no text holds.
    """

    item: AgendaItem
    signs: dict[int, list[str]] = field(default_factory=dict)
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
                if not any(map(any, rows)):
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
            signs += found
            said = table.caption is not None and above == Paragraph(line_shown(table.caption))
            if said:
                signs.append(Said.CAPTION_ABOVE)
            return grid_of(table, has_caption=not said)
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


def _as_in_text(table: Table, rows: list[list[str]]) -> list[str] | None:
    """By which signs the rows of a text are those of the table; None when they are not."""
    whole = [list(row) for row in ((table.header, *table.rows) if table.header else table.rows)]
    if len(whole) != len(rows):
        return None
    for has_short_header in (False, True):
        if has_short_header:
            if not table.header or table.header[0]:
                return None
            whole[0] = whole[0][1:]
        signs = [Said.SHORT_HEADER] if has_short_header else []
        if rows == whole:
            return list(signs)
        if rows == [short(row) for row in whole]:
            return [*signs, Said.SHORT_ROWS]
    return None
