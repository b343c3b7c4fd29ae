"""Which rows are footnotes: at the foot of a page, smaller than the text, opened by a mark."""

import re

from sagsgang.reading.formats.pdf.layout.joining import joined
from sagsgang.reading.formats.pdf.page.rows import Row
from sagsgang.reading.formats.pdf.tables.table import Table

_MARK = re.compile(
    r"^(?:\d{1,2}[.):]?\s+(?=[^\W\d_]|[\"”»(])|\d{1,2}(?=[A-ZÆØÅ])|[¹²³⁴-⁹⁰*†‡]{1,3}\s*(?=\S)|[a-z]\)\s)"
)
_SMALLER = 0.93
_LINES_APART = 1.6  # type sizes


def split_notes(
    items: list[Row | Table], size: float, middle: float
) -> tuple[list[Row | Table], list[str]]:
    """What stands on a page without its footnotes, and the footnotes, a line each.

    `size` is the size of body text, `middle` the y of the middle of the page.
    """
    small: list[Row] = []
    for item in reversed(items):
        if isinstance(item, Table) or item.size > _SMALLER * size or item.base < middle:
            break
        small.insert(0, item)
    above = len(items) - len(small)
    first = next((place for place, row in enumerate(small) if _MARK.match(row.text)), len(small))
    if first == len(small) or first + above == 0:
        return items, []
    rows = small[first:]
    if first and rows[0].base - small[first - 1].base < _LINES_APART * rows[0].size:
        return items, []  # the small print goes on from above: a text of its own
    notes: list[str] = []
    for row in rows:
        if _MARK.match(row.text) and (not notes or row.x0 <= rows[0].x0 + 2):
            notes.append(row.text)
        else:
            notes[-1] = joined(notes[-1], row.text)
    return items[: above + first], [" ".join(note.split()) for note in notes]
