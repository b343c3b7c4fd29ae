"""Which rows are entries of a table of contents, with leaders or only a page number behind."""

import re
from itertools import pairwise
from typing import NamedTuple

from sagsgang.reading.formats.pdf.layout.joining import joined
from sagsgang.reading.formats.pdf.page.rows import Row

_LEADER = re.compile(
    r"^(?P<title>.*?\S)?\s*(?:(?:\.\s?){4,}|…[….\s]*|_{4,})\s*(?P<page>(?:side|s\.)?\s*\d{1,4})$",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"^(?:indhold(?:sfortegnelse)?|dagsorden(?:ens ?punkter|s?punkter)?|punktoversigt|sagsoversigt"
    r"|oversigt(?: over .{3,20})?|punkter|sager|sagsliste)\s*:?(?:\s+side)?$",
    re.IGNORECASE,
)
#: A title that leaves no room for its leader; believed where it ends at the edge of the others.
_SHORT = re.compile(r"^(?P<title>.*?[^\s.])(?:\s?\.{1,3}\s?|\s+)(?P<page>\d{1,4})$")
_SAME_EDGE = 2.0  # points
_PAGE = re.compile(r"^(?:side\s*)?(\d{1,4})$", re.IGNORECASE)
_LEADER_SIGNS = ("....", ". . .", "…", "____")
LEADER = "....."
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
    leaders are believed. Each entry is one line: title, a leader of five dots however long it is
    printed, page number. Where no entry has a leader, a tab stands in its place.
    """
    entries: list[tuple[str, str]] = []  # title and page number; "" for a heading between entries
    taken = place = 0
    title: list[Row] = []
    above = rows[0]  # the row of the entry before
    last_page = 0
    has_leaders, right = False, -1.0
    while place < len(rows):
        row = rows[place]
        if title and _is_apart(title[-1], row):
            break
        text = " ".join(row.text.split())
        page = _page_behind(row, pages) if is_announced else None
        match = _LEADER.match(text) if has_leader(text) else None
        if match is None and abs(row.x1 - right) < _SAME_EDGE:
            match = _SHORT.match(text)
        if match is not None:
            entry = match["title"] or "", match["page"]
            has_leaders, right = True, row.x1
        elif page is not None and page >= last_page:
            entry = " ".join(piece.text for piece in row.pieces[:-1]), row.pieces[-1].text
            last_page = page
        elif len(title) < LONGEST_TITLE - 1 and not is_contents_heading(text):
            title.append(row)
            place += 1
            continue
        else:
            break
        if any(_had_room(above, below, row.x1) for above, below in pairwise([*title, row])):
            if not entries:
                break
            if title[0].text[0].islower() or _runs_over(above, title[0]):
                entries[-1] = (_joined_rows(entries[-1][0], title), entries[-1][1])
            else:
                entries.append((_joined_rows("", title), ""))
            title = []
        entries.append((joined(_joined_rows("", title), entry[0]), entry[1]))
        above = row
        title = []
        place += 1
        taken = place
    left_over = title[:1] if entries else []
    if left_over and left_over[0].text[:1].islower() and not _is_apart(rows[taken - 1], title[0]):
        entries[-1] = (_joined_rows(entries[-1][0], left_over), entries[-1][1])
        taken += 1
    if len(entries) == 1 and not has_leaders and len(rows) > 1:
        return Entries([], 0)
    leader = LEADER if has_leaders else "\t"
    return Entries([f"{words}{leader}{page}" if page else words for words, page in entries], taken)


def _joined_rows(whole: str, rows: list[Row]) -> str:
    for row in rows:
        whole = joined(whole, " ".join(row.text.split()))
    return whole


def _runs_over(entry: Row, row: Row) -> bool:
    """Whether a title whose page number stands on its first row goes on below: it had to break."""
    if len(entry.pieces) < 2 or not entry.pieces[-1].text.isdigit():
        return False
    word = row.text.split(" ", 1)[0]
    wide = (row.x1 - row.x0) / max(1, len(row.text)) * (len(word) + 1)
    return entry.pieces[-2].x1 + wide > entry.pieces[-1].x0


def _had_room(above: Row, below: Row, right: float) -> bool:
    """Whether the first word of a row had room on the row above: then no title runs over both."""
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
