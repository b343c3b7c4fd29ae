"""The tables on the pages of a PDF file, as the reading of minutes finds them."""

from itertools import groupby

from sagsgang.reading.canonical import Canonical, Role, Unreadable
from sagsgang.reading.formats.pdf.reader import lines_here

#: Longer files are read for their words only.
MAX_PAGES = 300
_ROWS = (Role.TABLE_HEAD, Role.TABLE_ROW)


def tables_of(data: bytes, pages: int) -> list[tuple[str, list[str]]]:
    """The tables of a file: where each stands, and its lines, cells set apart by tabs."""
    if pages > MAX_PAGES:
        return []
    try:
        canonical = lines_here(data)
    except Unreadable:
        return []
    rows = [
        (index, mark.table) for index, mark in sorted(canonical.marks.items()) if mark.role in _ROWS
    ]
    tables: list[tuple[str, list[str]]] = []
    counts: dict[int, int] = {}
    for _, group in groupby(rows, key=lambda row: row[1]):
        indices = [index for index, _ in group]
        page = _page(canonical, indices[0])
        counts[page] = counts.get(page, 0) + 1
        lines = [canonical.lines[index] for index in indices]
        tables.append((f"side {page}, tabel {counts[page]}", lines))
    return tables


def _page(canonical: Canonical, index: int) -> int:
    return canonical.pages[index] if canonical.pages else 1
