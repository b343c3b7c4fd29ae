"""The sections of an item in our own layout: headings, text, and tables where they stand in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sagsgang.language.printed import cell_read, line_read, text_read, value_read
from sagsgang.minutes import Section, SectionKind, Table
from sagsgang.minutes.labels import SECTION_KINDS, Below, Said, word_read
from sagsgang.minutes.printed import Facts, Grid, Heading, Paragraph, Points
from sagsgang.reading.own.plain_kinds import plain_kind
from sagsgang.reading.own.walk import NotOurs, Walk, lines_of

SECTION_LEVEL = 4
MERGED = " + "


class Piece(NamedTuple):
    """A part of a section's text; `grid` when it is set as a table, whose number is `number`."""

    text: str
    grid: Grid | None
    number: int
    lines: tuple[int, int]


@dataclass(slots=True)
class Drawn:
    """A section as it is found on the page, before what is said of it below is known."""

    heading: str
    level: int
    first: int
    last: int
    pieces: list[Piece] = field(default_factory=list)


def read_sections(walk: Walk, path: str) -> list[Drawn]:
    """The sections up to the facts that end the item."""
    found: list[Drawn] = []
    grids = 0
    while (block := walk.peek()) is not None and not is_below(walk):
        here = f"{path}.sections[{len(found)}]"
        first = walk.line
        if isinstance(block, Heading):
            if block.level < SECTION_LEVEL:
                break
            words = walk.take(Heading, f"{here}.heading").text
            found.append(Drawn(heading_read(words), block.level - 3, first, walk.line - 1))
        elif not found:
            found.append(Drawn("", 1, first, first))
        else:
            raise NotOurs(f"{path}: {type(block).__name__}")
        while isinstance(block := walk.peek(), Paragraph | Points | Grid):
            grids += isinstance(block, Grid)
            found[-1].pieces.append(_piece(walk, f"{here}.text", grids))
        found[-1].last = walk.line - 1
    return found


def is_below(walk: Walk) -> bool:
    """Whether the facts about the item come next: their heading alone may also be a section's."""
    return walk.is_part(SECTION_LEVEL, Below.FACTS) and isinstance(walk.peek(1), Facts)


def heading_read(words: str) -> str:
    """The heading as the document has it; "(uden overskrift)" is none."""
    word = str(Said.NO_HEADING)
    bare = words.strip("()")
    if bare != word or words == bare:
        return text_read(words)
    return "" if words == f"({word})" else words[1:-1]


def _piece(walk: Walk, path: str, number: int) -> Piece:
    first = walk.line
    block = walk.peek()
    count = len(lines_of(block)) if block is not None else 0
    grid = None
    if isinstance(block, Grid):
        grid = walk.take(Grid, path)
        text = ""
    elif isinstance(block, Points):
        text = "\n".join(map(line_read, walk.take(Points, path).lines))
    else:
        text = line_read(walk.take(Paragraph, path).text)
    return Piece(text, grid, number, (first + 1, first + count))


class Settled(NamedTuple):
    """The sections and the tables of their text, in order."""

    sections: tuple[Section, ...]
    tables: list[Table]


def settle(
    drawn: Sequence[Drawn],
    kinds: str | None,
    signs: dict[int, str],
    cells: dict[tuple[int, ...], str],
) -> Settled:
    """The sections as the document has them: `kinds` is the row "Afsnit", `signs` tell how each
    table stands in its text, `cells` which cells are others in the table (grid, row, column)."""
    if kinds is None:
        words = [SECTION_KINDS[plain_kind(one.heading, one.level)] for one in drawn]
    else:
        words = kinds.split(", ") if kinds != f"({Said.NONE})" else []
    if len(words) != len(drawn):
        raise NotOurs(f"sections: {len(drawn)}, {kinds}")
    sections: list[Section] = []
    tables: list[Table] = []
    for one, word in zip(drawn, words, strict=True):
        text = _text(one, signs, cells, tables)
        level = one.level
        is_public = not word.endswith(f" ({Said.NOT_PUBLIC})")
        word = word.removesuffix(f" ({Said.NOT_PUBLIC})")
        if f" ({Said.LEVEL} " in word:
            word, _, number = word.partition(f" ({Said.LEVEL} ")
            level = int(number.removesuffix(")"))
        sections += [
            Section(
                heading=one.heading,
                kind=kind,
                level=level,
                lines=(one.first + 1, one.last + 1),
                text=text,
                is_public=is_public,
            )
            for kind in _kinds(word)
        ]
    return Settled(tuple(sections), tables)


def _kinds(words: str) -> list[SectionKind]:
    return [word_read(SECTION_KINDS, word) for word in words.split(MERGED)]


def _text(
    drawn: Drawn, signs: dict[int, str], cells: dict[tuple[int, ...], str], tables: list[Table]
) -> str:
    text = ""
    joins = True
    above = ""
    for piece in drawn.pieces:
        said = set(signs.get(piece.number, "").split(", ")) if piece.grid is not None else set()
        words = piece.text
        if piece.grid is not None:
            words = grid_text(piece.grid, said)
            if Said.ONLY_TEXT not in said:
                caption = above if Said.CAPTION_ABOVE in said else None
                table = table_read(piece.grid, piece.lines, caption)
                for (number, row, column), cell in cells.items():
                    if number == piece.number:
                        table = _with_cell(table, row, column, value_read(cell))
                tables.append(table)
        joins = joins or Said.JOINS_ABOVE in said
        text += ("" if not text else "\n" if joins else "\n\n") + words
        joins = Said.JOINS_BELOW in said
        above = piece.text
    return text


def _with_cell(table: Table, row: int, column: int, cell: str) -> Table:
    """The table with another cell; rows and columns count from 1, the header is a row."""
    whole = [list(cells) for cells in ((table.header, *table.rows) if table.header else table.rows)]
    if not (0 < row <= len(whole) and 0 < column <= len(whole[row - 1])):
        raise NotOurs(f"tables: {row}, {column}")
    whole[row - 1][column - 1] = cell
    rows = tuple(map(tuple, whole))
    has_header = bool(table.header)
    header = rows[0] if has_header else ()
    return table.model_copy(update={"header": header, "rows": rows[has_header:]})


def grid_text(grid: Grid, said: set[str]) -> str:
    """The rows as lines of text, their cells parted by tabs."""
    rows = [list(row) for row in ([grid.header] if grid.header else [])] + [
        list(row) for row in grid.rows
    ]
    if Said.SHORT_HEADER in said:
        del rows[0][0]
    for sign in said:
        if sign.startswith(f"{Said.EMPTY_COLUMNS}: "):
            count = int(sign.rpartition(" ")[2])
            rows = [[*row, *[""] * count] for row in rows]
    if Said.SHORT_ROWS in said:
        rows = [short(row) for row in rows]
    return "\n".join("\t".join(map(cell_read, row)) for row in rows)


def short(row: list[str]) -> list[str]:
    """A row without its last empty cells, but with two cells at least."""
    filled = max((place for place, cell in enumerate(row, start=1) if cell), default=0)
    return [*row[:filled], *[""] * (2 - filled)]


def table_read(grid: Grid, lines: tuple[int, int], caption: str | None = None) -> Table:
    """The table that a grid shows; `lines` are those of the grid, its caption among them."""
    if grid.caption is not None:
        caption = value_read(grid.caption)
    return Table(
        lines=(lines[0] + (grid.caption is not None), lines[1]),
        header=tuple(map(cell_read, grid.header)),
        rows=tuple(tuple(map(cell_read, row)) for row in grid.rows),
        caption=caption,
    )
