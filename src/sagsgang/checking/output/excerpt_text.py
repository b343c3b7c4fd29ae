"""An excerpt for a terminal: the marked numbers between ▸ and ◂, in no more than the width."""

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sagsgang.checking.output.excerpt import Bit, Excerpt, Grid, GridRow, Passage

_MARK = "bold"
_MARKED = re.compile("(▸[^▸◂]*◂)")
_NUMBER = re.compile(r"[-−–+]?\s?\d")
_GAP = "⋮"
_BETWEEN = "  "
_WIDEST_LABEL = 32
_NARROWEST_LABEL = 12
#: Blanks that a line must not break at: those inside a marked number.
_HARD_BLANK = "\u00a0"


def excerpt_pieces(excerpt: Excerpt, indent: int, width: int) -> Iterator[tuple[str, str]]:
    """The excerpt as lines of text with styles, each line begun `indent` characters in.

    Joined, the pieces are the whole text; marks stand in it as signs too, for who sees no styles.
    """
    room = max(20, width - indent)
    lines = _sentences(excerpt, room) if isinstance(excerpt, Passage) else _rows(excerpt, room)
    for line in lines:
        yield " " * indent, ""
        for part in _MARKED.split(line):
            if part:
                yield part.replace(_HARD_BLANK, " "), _MARK if _MARKED.fullmatch(part) else ""
        yield "\n", ""


def _sentences(passage: Passage, room: int) -> list[str]:
    text = "".join(
        _signed(bit.text).replace(" ", _HARD_BLANK) if bit.is_marked else _plain(bit.text)
        for bit in passage.bits
    )
    return textwrap.wrap(text, room, break_long_words=True, break_on_hyphens=False)


def _rows(grid: Grid, room: int) -> Iterator[str]:
    count = max((len(row.cells) for row in grid.rows), default=0)
    columns = [_column(grid.rows, number) for number in range(count)]
    chosen = _that_fit(columns, room)
    for number, row in enumerate(grid.rows):
        if row.follows_gap:
            yield _GAP
        cells = [column.cell(number) for column in chosen]
        yield _BETWEEN.join(cells + ["…"] * (len(chosen) < count)).rstrip()
    if grid.left_out:
        yield f"{_GAP} +{grid.left_out}"


@dataclass(slots=True)
class _Column:
    """The cells of a column as shown; numbers stand to the right."""

    number: int
    texts: tuple[str, ...]
    width: int
    is_numeric: bool
    is_marked: bool

    def cell(self, row: int) -> str:
        """A cell, cut or filled to the column's width."""
        text = self.texts[row]
        if len(text) > self.width:
            end = "…◂" if text.startswith("▸") else "…"
            text = text[: self.width - len(end)] + end
        return text.rjust(self.width) if self.is_numeric else text.ljust(self.width)


def _column(rows: Sequence[GridRow], number: int) -> _Column:
    bits = [row.cells[number] if number < len(row.cells) else Bit("") for row in rows]
    is_marked = any(bit.is_marked for bit in bits)
    is_numeric = number > 0 and any(
        _NUMBER.match(bit.text) for bit, row in zip(bits, rows, strict=True) if not row.is_header
    )
    # The sign after a marked number would push its digits out of line with the others'.
    behind = " " if is_marked and is_numeric else ""
    texts = tuple(_signed(bit.text) if bit.is_marked else _plain(bit.text) + behind for bit in bits)
    return _Column(number, texts, max(map(len, texts)), is_numeric, is_marked)


def _that_fit(columns: Sequence[_Column], room: int) -> list[_Column]:
    """The first column, those with marks, and then the others from the left, in their order."""
    first, others = columns[:1], sorted(columns[1:], key=lambda column: not column.is_marked)
    for column in first:
        column.width = min(column.width, _WIDEST_LABEL if room > 60 else _NARROWEST_LABEL)
    chosen, used = [*first], sum(column.width for column in first) + len(_BETWEEN) + 1
    for column in others:
        column.width = min(column.width, room // 2)
        used += len(_BETWEEN) + column.width
        if used > room:
            break
        chosen.append(column)
    return sorted(chosen, key=lambda column: column.number)


def _signed(text: str) -> str:
    return f"▸{_plain(text)}◂"


def _plain(text: str) -> str:
    """Without our own signs, which a document may print too."""
    return text.replace("▸", "›").replace("◂", "‹").replace(_HARD_BLANK, " ")
