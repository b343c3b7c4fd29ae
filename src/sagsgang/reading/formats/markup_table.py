"""Which tables of HTML hold data and which only lay out the page, and how data become rows."""

from collections.abc import Iterator

from lxml import etree

from sagsgang.reading.canonical import Mark, Role
from sagsgang.reading.formats.enumeration import BULLET
from sagsgang.reading.formats.flow import Flow, fold
from sagsgang.reading.formats.grid import LAYOUT_PROSE, LAYOUT_ROWS, Cell, fill
from sagsgang.reading.formats.markup_tree import (
    BLOCKS,
    HEADINGS,
    NEVER_SHOWN,
    is_hidden,
    steps,
    tag_of,
    text_within,
)
from sagsgang.reading.formats.pictures import picture_line

_CELLS = frozenset({"td", "th"})
_ROWS = ("table", "thead", "tbody", "tfoot", "tr")
_PARTS = _CELLS | frozenset(_ROWS) | {"caption"}


def is_data(element: etree._Element) -> bool:
    """Whether `element` is a table that says something by its rows and columns.

    Not one with a single column, with a table inside it, with headings above text in its cells,
    or with a page of prose in one of two rows: those lay out the page and are dissolved.
    """
    if tag_of(element) != "table" or element.get("role") in ("presentation", "none"):
        return False
    if next(element.iterdescendants("table"), None) is not None:
        return False
    rows = [list(_cells(row)) for row in element.iter("tr")]
    if max(map(len, rows), default=0) < 2:
        return False
    few = len([cells for cells in rows if cells]) <= LAYOUT_ROWS
    return not any(_is_layout(cell, few) for cells in rows for cell in cells)


def read_table(table: etree._Element, flow: Flow, frame: Role | None = None) -> None:
    """Adds the rows of a data table; captions and text outside all cells come before them."""
    for line in _outside(table):
        flow.add(line, Mark(frame) if frame else None)
    rows: list[list[Cell]] = []
    heads = 0
    for row in table.iter("tr"):
        cells = list(_cells(row))
        if not cells:
            continue
        if heads == len(rows) and _is_head(row, cells):
            heads += 1
        rows.append([Cell(cell_text(c), _span(c, "colspan"), _span(c, "rowspan")) for c in cells])
    if heads == len(rows):  # All alike: then none is the head of the others.
        heads = 0
    flow.add_table(fill(rows), heads, frame)
    for link in table.iter("a"):
        flow.add_link(text_within(link), str(link.get("href") or ""))


def cell_text(cell: etree._Element) -> str:
    """The text of a cell on one line: its paragraphs and line breaks are blanks."""
    if not len(cell):
        return fold(cell.text or "")
    parts: list[str] = []
    for element, starts in steps(cell, _is_shown):
        tag = tag_of(element)
        if tag in BLOCKS or tag == "br":
            parts.append(" ")
        if starts:
            if tag == "li":
                parts.append(f"{BULLET} ")
            elif tag in ("img", "image"):
                parts.append(f" {picture_line(element.get('alt'))} ")
            if _is_shown(element):
                parts.append(element.text or "")
        elif element is not cell:
            parts.append(element.tail or "")
    return fold("".join(parts))


def _is_shown(element: etree._Element) -> bool:
    return tag_of(element) not in NEVER_SHOWN and not is_hidden(element)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    return row.iterchildren("td", "th")


def _span(cell: etree._Element, name: str) -> int:
    if (found := cell.get(name)) is None:
        return 1
    value = str(found).strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else 1


def _is_layout(cell: etree._Element, few_rows: bool) -> bool:
    """Whether a cell holds a piece of a page: text under a heading, or prose in few rows."""
    heading = next(cell.iterdescendants(*HEADINGS), None) if len(cell) else None
    if heading is None and not few_rows:
        return False
    text = cell_text(cell)
    if heading is not None and len(text) > len(cell_text(heading)):
        return True
    return few_rows and len(text) > LAYOUT_PROSE


def _is_head(row: etree._Element, cells: list[etree._Element]) -> bool:
    """Whether a row is a header: it stands in a `thead`, or all its texts are headers or bold."""
    parent = row.getparent()
    if parent is not None and tag_of(parent) == "thead":
        return True
    texts = [cell for cell in cells if cell_text(cell)]
    return bool(texts) and all(tag_of(cell) == "th" or _is_bold(cell) for cell in texts)


def _is_bold(cell: etree._Element) -> bool:
    """Whether all the text of a cell stands in bold."""
    inside = sum(
        len(cell_text(element).replace(" ", ""))
        for element in cell.iter("b", "strong")
        if next(element.iterancestors("b", "strong"), None) is None
    )
    return inside >= len(cell_text(cell).replace(" ", ""))


def _outside(table: etree._Element) -> Iterator[str]:
    """The lines of a table that stand in none of its cells: the caption, and what was misplaced."""
    for element in [*table.iter("caption"), *table.iter(*_ROWS)]:
        parts = [element.text or ""]
        for child in element:
            if tag_of(child) not in _PARTS:
                parts.append(f" {_without_cells(child)} ")
            parts.append(child.tail or "")
        if line := fold("".join(parts)):
            yield line


def _without_cells(misplaced: etree._Element) -> str:
    """The text of what does not belong in a table, but for the rows it holds all the same."""
    parts: list[str] = []
    for element, starts in steps(misplaced, lambda e: tag_of(e) not in _PARTS and _is_shown(e)):
        if starts and tag_of(element) not in _PARTS and _is_shown(element):
            parts.append(element.text or "")
        elif not starts and element is not misplaced:
            parts.append(element.tail or "")
    return "".join(parts)
