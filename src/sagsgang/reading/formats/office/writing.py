"""How the paragraphs and tables of an office document become lines with their marks."""

from collections import Counter
from collections.abc import Iterable, Iterator

from sagsgang.reading.canonical import Mark, Role
from sagsgang.reading.formats.enumeration import BULLET
from sagsgang.reading.formats.flow import Flow, fold
from sagsgang.reading.formats.grid import LAYOUT_PROSE, LAYOUT_ROWS, Cell, fill
from sagsgang.reading.formats.markup import LOOK_LEVEL, looks_like_heading
from sagsgang.reading.formats.office.blocks import Block, Paragraph, Table, TableCell

# Letters so much larger than those of the running text are those of a heading.
LARGER = 1.5
# Paragraphs with so many parts between tabs, one below the other, are rows of a table.
TABBED_PARTS = 3


class Writer:
    """Writes blocks into `flow`; `finish` marks what only its look tells to be a heading."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.looks: list[tuple[int, float, bool]] = []  # line, size of its letters, all strong
        self.sizes: Counter[float] = Counter()

    def write(self, blocks: list[Block]) -> None:
        """Adds the lines of `blocks` in order."""
        place = 0
        while place < len(blocks):
            block = blocks[place]
            if isinstance(block, Table):
                self.write_table(block)
                place += 1
            elif count := _tabbed(blocks, place):
                self.write_tabbed(blocks[place : place + count])
                place += count
            else:
                self.write_paragraph(block)
                place += 1

    def write_paragraph(self, paragraph: Paragraph) -> None:
        """A line for each line of the paragraph, then what hangs on it and its notes."""
        if not any(map(fold, paragraph.lines)):
            pass  # Spacing; a number it may carry stands for nothing.
        elif paragraph.level:
            text = fold(" ".join([_sign(paragraph), *paragraph.lines]))
            self.flow.add(text, Mark(Role.HEADING, level=paragraph.level))
        elif paragraph.is_contents:
            self.flow.add(
                " ".join([_sign(paragraph), *paragraph.lines]).strip(), Mark(Role.CONTENTS)
            )
        else:
            self.write_plain(paragraph)
        self.write(paragraph.hanging)
        self.write_notes(paragraph.notes)

    def write_plain(self, paragraph: Paragraph) -> None:
        lines = [line for line in map(fold, paragraph.lines) if line]
        self.sizes[paragraph.size] += sum(map(len, lines))
        indent = "  " * paragraph.depth
        for place, line in enumerate(lines):
            index = len(self.flow.lines)
            if not paragraph.label:
                self.flow.add(line)
            elif place == 0:
                self.flow.add(f"{indent}{paragraph.label} {line}", Mark(Role.LIST))
            else:
                gap = " " * len(paragraph.label)
                self.flow.add(f"{indent}{gap} {line}", Mark(Role.LIST, continues=True))
            if looks_like_heading(line) and (place == 0 or not paragraph.label):
                self.looks.append((index, paragraph.size, paragraph.strong))

    def write_notes(self, notes: Iterable[str]) -> None:
        """The footnotes called, below the block that calls them."""
        for note in notes:
            self.flow.add(note, Mark(Role.FOOTNOTE))

    def write_furniture(self, blocks: list[Block]) -> None:
        """The lines of page heads and feet."""
        for line in filter(None, map(fold, plain_lines(blocks))):
            self.flow.add(line, Mark(Role.FURNITURE))

    def write_table(self, table: Table) -> None:
        """The rows of a table of data; the contents of one that only lays out the page."""
        if not _is_data(table):
            for row in table.rows:
                for cell in row:
                    self.write(cell.blocks)
            return
        cells = [[Cell(_cell_text(c), c.columns, c.rows) for c in row] for row in table.rows]
        heads = table.heads or _strong_rows(table)
        self.flow.add_table(fill(cells), 0 if heads == len(cells) else heads)
        for row in table.rows:
            for cell in row:
                self.write_notes(_notes(cell.blocks))

    def write_tabbed(self, blocks: list[Block]) -> None:
        """Paragraphs that are rows, their cells set apart by tabs."""
        paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
        self.flow.add_table([_parts(paragraph) for paragraph in paragraphs])
        for paragraph in paragraphs:
            self.write_notes(paragraph.notes)

    def finish(self) -> None:
        """Marks the lines that look like headings: the larger letters, the higher.

        Strong letters of the size of the running text are of the lowest level, as in HTML.
        """
        running = max(self.sizes, key=lambda size: self.sizes[size], default=0)
        large = {s for _, s, _ in self.looks if running and s >= running + LARGER}
        order = sorted(large, reverse=True)
        for index, size, strong in self.looks:
            mark = self.flow.marks.get(index)
            if mark is not None and (mark.role is not Role.LIST or _is_bulleted(self.flow, index)):
                continue
            if size in large:
                level = min(order.index(size) + 1, LOOK_LEVEL - 1)
                self.flow.marks[index] = Mark(Role.HEADING, level=level)
            elif strong:
                self.flow.marks[index] = Mark(Role.HEADING, level=LOOK_LEVEL)


def _sign(paragraph: Paragraph) -> str:
    return "" if paragraph.label == BULLET else paragraph.label


def _is_bulleted(flow: Flow, index: int) -> bool:
    return flow.lines[index].lstrip().startswith(BULLET)


def _parts(paragraph: Paragraph) -> list[str]:
    """The parts of a paragraph between its tabs; tabs that only indent it do not count."""
    if len(paragraph.lines) != 1:
        return []
    return [fold(part) for part in paragraph.lines[0].strip(" \t").split("\t")]


def _tabbed(blocks: list[Block], first: int) -> int:
    """How many paragraphs from `first` on are rows of the same number of cells; 0 below two."""
    width = 0
    count = 0
    for block in blocks[first:]:
        if not isinstance(block, Paragraph) or block.level or block.label or block.is_contents:
            break
        parts = _parts(block)
        if len(parts) < TABBED_PARTS or block.hanging or width not in (0, len(parts)):
            break
        width = len(parts)
        count += 1
    return count if count > 1 else 0


def _is_data(table: Table) -> bool:
    """Whether a table says something by its rows and columns; the measure is that of HTML's."""
    if max((len(row) for row in table.rows), default=0) < 2:
        return False
    few = len(table.rows) <= LAYOUT_ROWS
    for row in table.rows:
        for cell in row:
            if any(isinstance(block, Table) for block in cell.blocks):
                return False
            headed = any(isinstance(block, Paragraph) and block.level for block in cell.blocks)
            several = len([line for line in plain_lines(cell.blocks) if line.strip()]) > 1
            if (headed and several) or (few and len(_cell_text(cell)) > LAYOUT_PROSE):
                return False
    return True


def _strong_rows(table: Table) -> int:
    """How many rows from the top are wholly strong."""
    count = 0
    for row in table.rows:
        filled = [
            block
            for cell in row
            for block in cell.blocks
            if isinstance(block, Paragraph) and any(line.strip() for line in block.lines)
        ]
        if not filled or not all(block.strong for block in filled):
            break
        count += 1
    return count


def _cell_text(cell: TableCell) -> str:
    return fold(" ".join(plain_lines(cell.blocks)))


def plain_lines(blocks: Iterable[Block]) -> Iterator[str]:
    """The lines of blocks without their structure."""
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from plain_lines(cell.blocks)
            continue
        for place, line in enumerate(block.lines):
            yield f"{block.label} {line}" if place == 0 and block.label and line else line
        yield from plain_lines(block.hanging)


def _notes(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from block.notes
            yield from _notes(block.hanging)
        else:
            for row in block.rows:
                for cell in row:
                    yield from _notes(cell.blocks)
