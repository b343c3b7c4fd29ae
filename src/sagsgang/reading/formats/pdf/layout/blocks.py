"""Which rows make one paragraph, heading or point, over lines and over pages."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import takewhile
from typing import cast

from sagsgang.reading.formats.pdf.layout.contents import (
    LONGEST_TITLE,
    contents_at,
    has_leader,
    is_contents_heading,
)
from sagsgang.reading.formats.pdf.layout.joining import all_joined
from sagsgang.reading.formats.pdf.layout.labels import goes_with, is_label
from sagsgang.reading.formats.pdf.layout.lines import Flow
from sagsgang.reading.formats.pdf.layout.lists import as_point, opens_point
from sagsgang.reading.formats.pdf.layout.measures import Measures, step
from sagsgang.reading.formats.pdf.page.rows import Row
from sagsgang.reading.formats.pdf.tables.table import Table


class Kind(Enum):
    """What a block is."""

    TEXT = "text"
    HEADING = "heading"
    POINT = "point"
    CONTENTS = "contents"
    TABLE = "table"
    NOTE = "note"
    FURNITURE = "furniture"


@dataclass(slots=True)
class Block:
    """One or more canonical lines that belong together; the first stands on page `page`.

    `gap` tells whether it stands apart from the block above, `listed` whether it follows right
    below another line of text; `style` is a heading's size, weight and underlining.
    """

    kind: Kind
    page: int
    gap: bool
    rows: list[Row] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    table: Table | None = None
    style: tuple[float, bool, bool] = (0.0, False, False)
    label: Row | None = None
    listed: bool = False

    def text(self) -> str:
        """The block as one line, for blocks made of rows."""
        if len(self.rows) == 1 and self.kind is Kind.TEXT and self.label is None:
            return self.rows[0].text
        text = " ".join(all_joined(row.text for row in self.rows).split())
        return as_point(text) if self.kind is Kind.POINT else text


class Builder:
    """Takes the pages of a document one by one and makes blocks of what stands on them."""

    def __init__(self, measures: Measures, pages: int) -> None:
        self.blocks: list[Block] = []
        self._flow = Flow(measures)
        self._measures = measures
        self._pages = pages
        self._waiting: list[Block] = []
        self._below: Row | Table | None = None
        self._latest: Block | None = None  # past notes and furniture
        self._leaders: list[int] = []

    def furniture(self, items: Sequence[Row | Table]) -> None:
        """Heads or feet of a page; they are kept back until the block at hand is ended."""
        for item in items:
            lines = (
                ["\t".join(row) for row in item.cells] if isinstance(item, Table) else [item.text]
            )
            self._waiting.append(Block(Kind.FURNITURE, item.page, False, lines=lines))

    def notes(self, notes: list[str], page: int) -> None:
        """The footnotes of a page; kept back as furniture is."""
        self._waiting += [Block(Kind.NOTE, page, False, lines=[note]) for note in notes]

    def page(self, items: list[Row | Table]) -> None:
        """What stands on a page between its head and its foot, in reading order."""
        place = 0
        self._leaders = [at for at, item in enumerate(items) if has_leader(item.text)]
        while place < len(items):
            item = items[place]
            if isinstance(item, Table):
                self._table(item)
                place += 1
                continue
            taken = self._contents(items, place)
            if not taken:
                self._below = items[place + 1] if place + 1 < len(items) else None
                self._row(item)
                taken = 1
            place += taken

    def strays(self, rows: list[Row]) -> None:
        """Text of a page that runs in another direction than the rest."""
        for row in rows:
            self._add(Block(Kind.TEXT, row.page, True, [row]))

    def finish(self) -> list[Block]:
        """All blocks in the order of their lines."""
        self._flush()
        return self.blocks

    def _flush(self) -> None:
        self.blocks += self._waiting
        self._waiting.clear()

    def _add(self, block: Block) -> None:
        self._flush()
        self.blocks.append(block)
        self._latest = block

    def _contents(self, items: list[Row | Table], place: int) -> int:
        """How many rows from `place` on are contents; they become a block."""
        last = self._latest
        announced = last is not None and (
            last.kind is Kind.CONTENTS
            or (len(last.rows) == 1 and is_contents_heading(last.rows[0].text))
        )
        if not announced and not (
            self._leaders and any(0 <= at - place < LONGEST_TITLE for at in self._leaders)
        ):
            return 0
        rows = list(takewhile(lambda item: isinstance(item, Row), items[place:]))
        entries = contents_at(cast("list[Row]", rows), announced, self._pages)
        if entries.taken:
            row = cast(Row, rows[0])
            block = Block(Kind.CONTENTS, row.page, self._is_apart(row), lines=entries.lines)
            block.rows = cast("list[Row]", rows[: entries.taken])
            self._add(block)
        return entries.taken

    def _table(self, table: Table) -> None:
        last = self.blocks[-1] if self.blocks else None
        if last is not None and last.table is not None and last.table.page < table.page:
            again = table.repeats(last.table)
            if again is not None:
                heads = ["\t".join(cells) for cells in table.cells[:again]]
                self._waiting.append(Block(Kind.FURNITURE, table.page, False, lines=heads))
                last.table.go_on(table, again)
                return
        self._add(Block(Kind.TABLE, table.page, True, table=table))

    def _row(self, row: Row) -> None:
        last = self.blocks[-1] if self.blocks else None
        if last is not None and last.rows and self._takes(last, row):
            last.rows.append(row)
            return
        gap = self._is_apart(row)
        if self._flow.is_heading(row):
            style = (step(row.size), row.bold, row.underlined)
            self._add(Block(Kind.HEADING, row.page, True, [row], style=style))
        elif opens_point(row.text):
            self._add(Block(Kind.POINT, row.page, gap, [row]))
        else:
            label = row if is_label(row) else None
            if label is None and last is not None and last.label and goes_with(row, last.label):
                label = last.label
                gap = False
            above = self._latest
            listed = not gap and label is None and above is not None and above.kind is Kind.TEXT
            self._add(Block(Kind.TEXT, row.page, gap, [row], label=label, listed=listed))

    def _takes(self, block: Block, row: Row) -> bool:
        """Whether the row is the next line of the block."""
        if block.kind is Kind.HEADING:
            return self._flow.heading_goes_on(block.rows, row)
        if block.kind not in (Kind.TEXT, Kind.POINT) or self._flow.is_heading(row):
            return False
        if is_label(row):
            return False
        left = block.label.pieces[1].x0 if block.label else None
        is_point = block.kind is Kind.POINT
        below = self._below if isinstance(self._below, Row) else None
        return self._flow.goes_on(block.rows, row, is_point, block.listed, left, below)

    def _is_apart(self, row: Row) -> bool:
        """Whether more than the usual distance of lines lies above the row."""
        last = self._latest
        if last is None or not last.rows:
            return True
        above = last.rows[-1]
        if above.page != row.page:
            return self._is_apart_over_page(last, row)
        return row.base - above.base > self._flow.most_apart(row)

    def _is_apart_over_page(self, last: Block, row: Row) -> bool:
        """A page break hides the distance: lists go on, and so do lines close to those below."""
        if opens_point(row.text):
            return last.kind is not Kind.POINT
        if last.kind is not Kind.TEXT or len(last.rows) > 1 or last.text().endswith((".", ":")):
            return True
        below = self._below
        return not (
            isinstance(below, Row)
            and below.base - row.base <= self._flow.most_apart(below)
            and not self._flow.goes_on([row], below, is_listed=True)
            and not self._flow.is_heading(below)
        )
