"""A walk through the blocks of our own layout, which notes what the lines of each became."""

import re
from collections.abc import Sequence
from typing import TypeVar

from sagsgang.language.printed import line_read, without_instead
from sagsgang.minutes.printed import Block, Contents, Facts, Grid, Heading, Paragraph, Points
from sagsgang.reading.trace import TraceBuilder

Kind = TypeVar("Kind", bound=Block)


class NotOurs(ValueError):
    """Blocks that our own layout does not have: somebody else's page, or ours after an edit."""


def lines_of(block: Block) -> list[str]:
    """The lines of a block in the canonical text: a row a line, its cells parted by tabs."""
    match block:
        case Heading(text=text) | Paragraph(text=text):
            return [text]
        case Points(lines=lines) | Contents(titles=lines):
            return list(lines)
        case Facts(rows=rows):
            return [f"{name}: {value}" for name, value in rows]
        case Grid():
            whole = (block.header, *block.rows) if block.header else block.rows
            caption = [] if block.caption is None else [block.caption]
            return [*caption, *("\t".join(row) for row in whole)]


class Walk:
    """`at` is the block that comes next, `line` the line it begins in (from 0)."""

    def __init__(self, blocks: Sequence[Block], first_line: int, trace: TraceBuilder) -> None:
        self.blocks = blocks
        self.trace = trace
        self.at = 0
        self.line = first_line

    def peek(self, ahead: int = 0) -> Block | None:
        """The next block, or the one `ahead` of it; None behind the last."""
        at = self.at + ahead
        return self.blocks[at] if at < len(self.blocks) else None

    def take(self, kind: type[Kind], path: str) -> Kind:
        """The next block, which must be of this kind and became `path`; raises NotOurs."""
        block = self.peek()
        if not isinstance(block, kind):
            raise NotOurs(f"{path}: {type(block).__name__}")
        count = len(lines_of(block))
        if count:
            self.trace.place(self.line, self.line + count - 1, path)
        self.at += 1
        self.line += count
        return block

    def heading(self, level: int) -> str | None:
        """The text of the next block when it is a heading of this level."""
        block = self.peek()
        return block.text if isinstance(block, Heading) and block.level == level else None

    def take_heading(self, level: int, path: str, text: str | None = None) -> str:
        """The heading that comes next, of this level and text; raises NotOurs."""
        found = self.take(Heading, path)
        if found.level != level or text not in (None, found.text):
            raise NotOurs(f"{path}: {found.text}")
        return found.text

    def is_part(self, level: int, text: str) -> bool:
        """Whether a heading of this level and text comes next."""
        return self.heading(level) == text


class Rows:
    """The rows of a list of facts, taken by name; none may be left."""

    def __init__(self, walk: Walk, path: str, *, may_lack: bool = False) -> None:
        first = walk.line
        is_there = isinstance(walk.peek(), Facts) or not may_lack
        facts = walk.take(Facts, path) if is_there else Facts(())
        self._trace = walk.trace
        self._rows = [(name, value, first + n) for n, (name, value) in enumerate(facts.rows)]

    def take(self, name: str, path: str = "furniture") -> list[str]:
        """The values of every row of this name, in order."""
        mine = [row for row in self._rows if row[0] == name]
        if mine:
            self._rows = [row for row in self._rows if row[0] != name]
        for _, _, line in mine:
            self._trace.place(line, line, path)
        return [value for _, value, _ in mine]

    def one(self, name: str, path: str = "furniture") -> str | None:
        """The value of the only row of this name; None without one. Raises NotOurs for several."""
        values = self.take(name, path)
        if len(values) > 1:
            raise NotOurs(f"{path}: {name}")
        return values[0] if values else None

    def several(self, name: str, path: str) -> list[str] | None:
        """The values of every row of this name; None without one, [] for "(ingen)"."""
        values = self.take(name, path)
        if not values:
            return None
        read = [without_instead(value) for value in values]
        if read == [None]:
            return []
        return [value for value in read if value is not None]

    def numbered(self, name: str) -> dict[int, str]:
        """The values of the rows "Tabel 1", "Tabel 2" … by their number."""
        found = {}
        for row in list(self._rows):
            label, _, number = row[0].rpartition(" ")
            if label == name and number.isdecimal():
                found[int(number)] = self.take(row[0])[0]
        return found

    def cells(self, pattern: re.Pattern[str]) -> dict[tuple[int, ...], str]:
        """The values of the rows whose name is of this pattern, by the numbers in it."""
        found = {}
        for row in list(self._rows):
            if match := pattern.fullmatch(row[0]):
                found[tuple(map(int, match.groups()))] = self.take(row[0])[0]
        return found

    def finish(self) -> None:
        """Raises NotOurs when a row is left that nobody took."""
        if self._rows:
            raise NotOurs(f"facts: {self._rows[0][0]}")


def read_text(walk: Walk, path: str) -> str:
    """The paragraphs and points that come next, as one text."""
    pieces = []
    while isinstance(walk.peek(), Paragraph | Points):
        if isinstance(walk.peek(), Paragraph):
            pieces.append(line_read(walk.take(Paragraph, path).text))
        else:
            pieces.append("\n".join(line_read(line) for line in walk.take(Points, path).lines))
    return "\n\n".join(pieces)
