"""Columns of numbers are marked, so that a page can set their digits below one another."""

import re

from sagsgang.web.cases.richtext.tree import Element, read_tree, write_tree

_NUMBER = re.compile(r"[+\-−–]?\s?\d[\d.\s]*(,\d+)?\s*(%|pct\.|kr\.|(t\.|mio\. |mia\. )?kr\.?)?")
_EMPTY = frozenset({"", "-", "–", "—", "−", "·", "."})


def with_number_columns(html: str) -> str:
    """Sanitised HTML in which each cell of a column of numbers has the class `number`.

    The first column says what its row is about, so it is never one; a table with cells over
    several columns or rows stands as it is.
    """
    if "<table" not in html:
        return html
    root = read_tree(html)
    for table in root.elements("table"):
        _mark(table)
    return write_tree(root.children)


def _mark(table: Element) -> None:
    rows = [list(row.elements("td", "th")) for row in table.elements("tr")]
    cells = [cell for row in rows for cell in row]
    if any(cell.attributes.keys() & {"colspan", "rowspan"} for cell in cells):
        return
    for place in range(1, max(map(len, rows), default=0)):
        column = [row[place] for row in rows if len(row) > place]
        told = [words for cell in column if cell.tag == "td" and (words := _words(cell))]
        if told and all(map(_NUMBER.fullmatch, told)):
            for cell in column:
                cell.attributes["class"] = "number"


def _words(cell: Element) -> str:
    words = " ".join(cell.text.split())
    return "" if words in _EMPTY else words
