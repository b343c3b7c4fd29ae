"""Which rows are entries of a table of contents, with leaders or with page numbers at the right edge."""

import re
from itertools import pairwise
from typing import NamedTuple

from sagsgang.reading.formats.pdf.joining import joined
from sagsgang.reading.formats.pdf.rows import Row

_LEADER = re.compile(
    r"^(?P<title>.*?\S)?\s*(?:(?:\.\s?){4,}|…[….\s]*|_{4,})\s*(?:(?:side|s\.)?\s*\d{1,4})$",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"^(?:indhold(?:sfortegnelse)?|dagsorden(?:ens ?punkter|s?punkter)?|punktoversigt|sagsoversigt"
    r"|oversigt(?: over .{3,20})?|punkter|sager|sagsliste)\s*:?(?:\s+side)?$",
    re.IGNORECASE,
)
_PAGE = re.compile(r"^(?:side\s*)?(\d{1,4})$", re.IGNORECASE)
_LEADER_SIGNS = ("....", ". . .", "…", "____")
LONGEST_TITLE = 4  # lines
_KEPT_FREE = 0.3  # of the measure, on the right of titles, at most


class Entries(NamedTuple):
    """The entries found, a line each, and how many rows they take."""

    lines: list[str]
    taken: int


def has_leader(text: str) -> bool:
    """Whether a row runs out in leaders and a page number."""
    return (
        text[-1:].isdigit()
        and any(sign in text for sign in _LEADER_SIGNS)
        and _LEADER.match(text) is not None
    )


def is_contents_heading(text: str) -> bool:
    """Whether a row announces the table of contents."""
    return len(text) < 60 and text[:1] in "iIdDpPsSoO" and _HEADING.match(text) is not None


def contents_at(rows: list[Row], is_announced: bool, pages: int) -> Entries:
    """The entries that the rows begin with; none when the first begins no entry.

    `is_announced` tells that a heading of contents, or another entry, stands above; without it only
    leaders are believed. Each entry is one line, with its leader as printed and the page number
    behind it; where there is no leader, a tab stands between.
    """
    entries: list[str] = []
    taken = place = 0
    title: list[Row] = []
    last_page = 0
    while place < len(rows):
        row = rows[place]
        if title and _is_apart(title[-1], row):
            break
        text = " ".join(row.text.split())
        page = _page_behind(row, pages) if is_announced else None
        if has_leader(text):
            entries.append(_with(title, text))
        elif page is not None and page >= last_page:
            words = " ".join(piece.text for piece in row.pieces[:-1])
            entries.append(f"{_with(title, words)}\t{row.pieces[-1].text}")
            last_page = page
        elif len(title) < LONGEST_TITLE - 1 and not is_contents_heading(text):
            title.append(row)
            place += 1
            continue
        else:
            break
        if any(_had_room(above, below, row.x1) for above, below in pairwise([*title, row])):
            entries.pop()
            break
        title = []
        place += 1
        taken = place
    if is_announced and len(entries) == 1 and not has_leader(entries[0]) and len(rows) > 1:
        return Entries([], 0)
    return Entries(entries, taken)


def _with(title: list[Row], last: str) -> str:
    whole = ""
    for row in title:
        whole = joined(whole, " ".join(row.text.split()))
    return joined(whole, last)


def _had_room(above: Row, below: Row, right: float) -> bool:
    """Whether the first word of a row had room on the row above: then no title runs over the two."""
    word = below.text.split(" ", 1)[0]
    wide = (above.x1 - above.x0) / max(1, len(above.text)) * len(word)
    return above.x1 + wide < right - _KEPT_FREE * (right - above.x0)


def _is_apart(above: Row, row: Row) -> bool:
    """Whether a row stands further below another than lines of one title do, or looks otherwise."""
    return row.base - above.base > 1.7 * row.size or abs(row.size - above.size) > 0.6


def _page_behind(row: Row, pages: int) -> int | None:
    """The page number at the end of a row, behind a wide gap."""
    if len(row.pieces) < 2:
        return None
    match = _PAGE.match(row.pieces[-1].text)
    if match is None or int(match[1]) > max(50, pages) * 3:
        return None
    return int(match[1]) if any(map(str.isalpha, row.text)) else None
