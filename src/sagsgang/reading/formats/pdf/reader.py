"""PDF → canonical lines: the order in which a file's pages are taken apart and put together."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from pypdfium2.raw import FPDFPage_CountObjects, FPDFText_CountChars

from sagsgang.reading.canonical import Canonical, Unreadable
from sagsgang.reading.formats.pdf.apart import lines_apart
from sagsgang.reading.formats.pdf.layout.blocks import Builder
from sagsgang.reading.formats.pdf.layout.furniture import sort_out
from sagsgang.reading.formats.pdf.layout.joining import clean
from sagsgang.reading.formats.pdf.layout.measures import measure, usual_size
from sagsgang.reading.formats.pdf.layout.notes import split_notes
from sagsgang.reading.formats.pdf.layout.writing import write
from sagsgang.reading.formats.pdf.opening import opened, page_of
from sagsgang.reading.formats.pdf.page.extraction import Extractor
from sagsgang.reading.formats.pdf.page.glyphs import Glyphs
from sagsgang.reading.formats.pdf.page.links import links_of
from sagsgang.reading.formats.pdf.page.piece import PageText, Rules
from sagsgang.reading.formats.pdf.page.rows import Row, mark_underlined, rows_of
from sagsgang.reading.formats.pdf.page.rulings import rules_of
from sagsgang.reading.formats.pdf.suspicion import is_suspicious
from sagsgang.reading.formats.pdf.tables.columns import find_columns
from sagsgang.reading.formats.pdf.tables.grids import Frame, find_grids
from sagsgang.reading.formats.pdf.tables.table import Table

#: More text than any minutes hold; a file beyond it was made to exhaust the reader.
MAX_CHARACTERS = 30_000_000
MAX_CHARACTERS_OF_PAGE = 200_000

_SCANNED = (
    "PDF-filen er indscannet uden tekst; lav den søgbar med tekstgenkendelse (OCR), og prøv igen."
)
_EMPTY = "PDF-filen er tom: der står ingen tekst på siderne."
_TOO_MUCH = "PDF-filen indeholder mere tekst, end der kan læses på én gang. Del den i mindre filer."


@dataclass(slots=True)
class _Page:
    """A page while it waits for the others: its box, its rows, its ruled tables."""

    text: PageText
    rows: list[Row]
    grids: list[Table | Frame]
    rules: Rules
    strays: list[Row]


def pdf_lines(data: bytes) -> Canonical:
    """The canonical lines of a PDF file.

    Every line is a whole paragraph, heading, point, table row or entry of contents (`flowed`); an
    empty line stands where the page has more than the usual distance. A line that follows without
    such a distance is marked `continues`. `pages` gives the page each line begins on.
    Raises Unreadable when the file is locked, damaged, too long, or has no text.
    """
    return lines_apart(data) if is_suspicious(data) else lines_here(data)


def lines_here(data: bytes) -> Canonical:
    """The canonical lines of a PDF file that nothing is feared from; as `pdf_lines` otherwise."""
    pages: list[_Page] = []
    links: list[tuple[str, str]] = []
    characters = 0
    is_drawn = False
    with opened(data) as (document, count):
        extractor = Extractor()
        for number in range(1, count + 1):
            with page_of(document, number) as (page, text_page):
                pages.append(_take(extractor, page, text_page, number))
                links += links_of(document, page, text_page)
                characters += FPDFText_CountChars(text_page)
                is_drawn = is_drawn or FPDFPage_CountObjects(page) > 0
            if characters > MAX_CHARACTERS:
                raise Unreadable(_TOO_MUCH)
    if not any(page.rows or page.grids or page.strays for page in pages):
        raise Unreadable(_SCANNED if is_drawn else _EMPTY)
    return _put_together(pages, links)


def _take(extractor: Extractor, page: Any, text_page: Any, number: int) -> _Page:
    if FPDFText_CountChars(text_page) > MAX_CHARACTERS_OF_PAGE:
        raise Unreadable(_TOO_MUCH)
    text = extractor.page(page, text_page, number)
    rules = rules_of(page, text.turn) if text.pieces else Rules()
    grids: list[Table | Frame] = []
    pieces = text.pieces
    if len(rules.down) >= 2 and rules.across:
        grids, pieces = find_grids(pieces, rules, Glyphs(text_page), text.turn, number)
    if not text.is_clean:
        # only now: before, characters were counted
        for piece in [*pieces, *text.strays]:
            piece.text = clean(piece.text)
    rows = rows_of(pieces, number)
    if rules.across:
        mark_underlined(rows, rules.across)
    return _Page(text, rows, grids, rules, rows_of(text.strays, number))


def _put_together(pages: list[_Page], links: list[tuple[str, str]]) -> Canonical:
    size = usual_size([page.rows for page in pages])
    placed = [(_in_order(page), page.text.top, page.text.bottom) for page in pages]
    sheets = sort_out(placed, size)
    measures = measure(
        [[item for item in sheet.body if isinstance(item, Row)] for sheet in sheets],
        [(page.text.left, page.text.right) for page in pages],
        size,
    )
    stamps = Counter(row.text for page in pages for row in page.strays)
    builder = Builder(measures, len(pages))
    for page, sheet in zip(pages, sheets, strict=True):
        builder.furniture(sheet.head)
        middle = (page.text.top + page.text.bottom) / 2
        items = find_columns(sheet.body, page.rules.across, measures)
        items, notes = split_notes(items, measures.size, middle)
        builder.page(items)
        builder.strays([row for row in page.strays if stamps[row.text] == 1])
        builder.furniture([row for row in page.strays if stamps[row.text] > 1])
        builder.notes(notes, page.text.number)
        builder.furniture(sheet.foot)
    return write(builder.finish(), links)


def _in_order(page: _Page) -> list[Row | Table]:
    """Rows and tables of a page from the top; the rows of a frame stand together."""
    items: list[tuple[float, list[Row | Table]]] = [(row.base, [row]) for row in page.rows]
    for grid in page.grids:
        if isinstance(grid, Frame):
            items.append((grid.top, list(grid.rows)))
        else:
            items.append((grid.top, [grid]))
    if page.grids:
        items.sort(key=lambda item: item[0])
    return [item for _, group in items for item in group]
