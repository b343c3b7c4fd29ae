"""Blocks as they can be printed: what `blocks(pdf(printed))` gives back."""

from collections.abc import Iterator
from dataclasses import replace

from sagsgang.minutes.printed import (
    Block,
    Contents,
    Facts,
    Grid,
    Heading,
    Paragraph,
    Points,
    Printed,
)
from sagsgang.rendering.typst.wording import normal

#: PDF 1.7 has six levels of headings.
_DEEPEST = 6


def normal_printed(printed: Printed) -> Printed:
    """The document with normal texts; what is empty is left out, and levels grow one at a time.

    Lines of a cell stay lines; a title in the contents that is no heading's text is left out, since
    it leads nowhere.
    """
    titles = [normal(block.text) for block in printed.blocks if isinstance(block, Heading)]
    blocks = tuple(_blocks(printed.blocks, titles))
    return replace(printed, title=normal(printed.title) or "Uden titel", blocks=blocks)


def _blocks(blocks: tuple[Block, ...], titles: list[str]) -> Iterator[Block]:
    level = 0
    for block in blocks:
        match block:
            case Heading(text=text) if normal(text):
                level = max(1, min(block.level, level + 1, _DEEPEST))
                yield replace(block, level=level, text=normal(text))
            case Paragraph(text=text) if normal(text):
                yield replace(block, text=normal(text))
            case Points(lines=lines) if any(map(normal, lines)):
                yield Points(tuple(filter(None, map(normal, lines))))
            case Facts(rows=rows) if any(normal(name) or normal(value) for name, value in rows):
                named = ((normal(name), normal(value)) for name, value in rows)
                yield Facts(tuple(row for row in named if any(row)))
            case Grid() if any(map(any, (block.header, *block.rows))):
                yield _grid(block)
            case Contents() if found := tuple(_in_order(block.titles, titles)):
                yield Contents(found)
            case _:
                pass


def _grid(grid: Grid) -> Grid:
    across = max(map(len, (grid.header, *grid.rows)))

    def row(cells: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(_cell, cells)) + ("",) * (across - len(cells))

    header = row(grid.header) if grid.header else ()
    caption = normal(grid.caption) if grid.caption else None
    return Grid(header, tuple(map(row, grid.rows)), caption or None)


def _cell(text: str) -> str:
    return "\n".join(filter(None, map(normal, text.split("\n"))))


def _in_order(wanted: tuple[str, ...], titles: list[str]) -> Iterator[str]:
    at = 0
    for title in map(normal, wanted):
        if title and title in titles[at:]:
            at = titles.index(title, at) + 1
            yield title
