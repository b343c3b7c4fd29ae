"""Which rows are heads and feet of pages: they come again at their place, with other digits."""

import re
from collections import Counter
from dataclasses import dataclass

from sagsgang.reading.formats.pdf.page.rows import Row
from sagsgang.reading.formats.pdf.tables.table import Table

Item = Row | Table

_DIGITS = re.compile(r"\d+")
_DEEPEST = 6  # rows from the edge of a page
_LARGER = 1.1  # so many times the size of the text is the size of titles
_ZONE = 0.2  # of the page's height
_PAGE_NUMBER = re.compile(
    r"^(?:(?:side|page|s\.)\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:af|ud af|of|/)\s*\d{1,4})?$",
    re.IGNORECASE,
)
_WORDED = re.compile(
    r"(?:^|\s)side:?\s+\d{1,4}(?:\s*(?:af|ud af|/)\s*\d{1,4})?$|^\d{1,4}\s?/\s?\d{1,4}$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Sorted:
    """What stands on one page: head, body and foot, each from the top."""

    head: list[Item]
    body: list[Item]
    foot: list[Item]


def sort_out(pages: list[tuple[list[Item], float, float]], size: float) -> list[Sorted]:
    """Heads and feet told from the body, for pages given as (rows, top edge, bottom edge).

    `size` is the usual size of the text.
    """
    largest = _LARGER * size
    heads = _repeated([_edge_rows(*page, 1, largest) for page in pages])
    feet = _repeated([_edge_rows(*page, -1, largest) for page in pages])
    result = []
    for (rows, top, bottom), head, foot in zip(pages, heads, feet, strict=True):
        foot = min(foot, len(rows) - head)
        body = rows[head : len(rows) - foot]
        first, last = rows[:head], rows[len(rows) - foot :]
        if len(pages) < 3 and body:
            # nothing has come again yet: only a page number can be known for what it is
            zone = (bottom - top) * 0.1
            if not foot and body[-1].bottom > bottom - zone and _WORDED.search(body[-1].text):
                last, body = [body[-1], *last], body[:-1]
            if not head and body and body[0].top < top + zone and _WORDED.search(body[0].text):
                first, body = [*first, body[0]], body[1:]
        result.append(Sorted(first, body, last))
    return result


def _edge_rows(
    rows: list[Item], top: float, bottom: float, step: int, largest: float
) -> list[tuple[str, float]]:
    """What stands at the edge of a page, from the edge inwards: (text without digits, place).

    In type larger than `largest` digits count: there they number items rather than pages.
    """
    zone = (bottom - top) * _ZONE
    found = []
    for row in rows[:_DEEPEST] if step > 0 else rows[: -_DEEPEST - 1 : -1]:
        if (row.bottom - top if step > 0 else bottom - row.top) > zone:
            break
        # measured from the edge that the row is near, so that pages of different height agree
        place = row.base - top if step > 0 else bottom - row.base
        is_large = isinstance(row, Row) and row.size > largest
        found.append((row.text if is_large else _DIGITS.sub("0", row.text), place))
    return found


def _repeated(edges: list[list[tuple[str, float]]]) -> list[int]:
    """How many rows from the edge are furniture, page by page.

    A row is when the same text stands at the same place on enough pages, and when nearly every
    page that has anything at that place, or nearer the edge, has such a row there: on pages that
    all begin with an item's number and heading, the text of other pages stands there too.
    """
    pages = sum(1 for rows in edges if rows)
    if pages < 2:
        return [0] * len(edges)
    counted: Counter[tuple[str, int]] = Counter()
    for rows in edges:
        counted.update({key for text, place in rows for key in _keys(text, place)})
    least = max(2, round(0.3 * min(pages, 40)))
    known = {key for key, count in counted.items() if count >= least}
    result = []
    for rows in edges:
        count = 0
        for text, place in rows:
            if not any(key in known for key in _keys(text, place)):
                break
            count += 1
        result.append(count)
    return _exclusive(edges, result)


def _exclusive(edges: list[list[tuple[str, float]]], counts: list[int]) -> list[int]:
    """Furniture keeps its place to itself: where body text of other pages reaches, none is."""
    # a title page may reach further out than the others
    inner = 1 if len(edges) > 2 else 0
    bodies = sorted(
        rows[count][1]
        for rows, count in zip(edges[inner:], counts[inner:], strict=True)
        if count < len(rows)
    )
    if not bodies:
        return counts
    nearest = bodies[len(bodies) // 10]
    result = []
    for rows, count in zip(edges, counts, strict=True):
        kept = 0
        while kept < count and (rows[kept][1] < nearest - 2 or _PAGE_NUMBER.match(rows[kept][0])):
            kept += 1
        result.append(kept)
    return result


def _keys(text: str, place: float) -> tuple[tuple[str, int], tuple[str, int]]:
    """The text with its place to two points, and with the neighbour that rounding may hit."""
    step = int(place // 2)
    return (text, step), (text, step + 1 if place % 2 >= 1 else step - 1)
