"""What a text file of minutes consists of, so that it can be set in type.

Headings and tables are taken from the document's JSON (the contract), everything else from the
look of the text; nothing of the product's reading is used.
"""

import re
from dataclasses import dataclass, field
from typing import Any

_GONE = "\0"
_LEADER = re.compile(r"^(?P<title>\S.*?)\s*\.{4,}\s*(?:Side\s*)?(?P<page>\d+)$")
_POINT = re.compile(r"^\s*(?P<sign>[-•–*]|\d{1,2}[.)]|[a-z]\))\s+(?P<text>\S.*)$")
_MONTH = re.compile(r"^\d+\. (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)")
_FURNITURE = re.compile(r"^\s*(?:Side \d+ af \d+|-\s*\d+\s*-)\s*$")
_LABEL = re.compile(
    r"^(?P<label>(?:Møded(?:ato|eltagere)|Mødested|Mødetidspunkt|Medlemmer|Til stede|Fraværende"
    r"|Mødetid|Afbud|Dato|Tid|Sted|Bemærkninger|Desuden deltog|Mødet sluttede):?)"
    r"\s+(?P<value>\S.*)$"
)


@dataclass
class Block:
    """One thing on the page. `kind`: title, field, contents, item, heading, text, point, table.

    `close` says that no empty line stood above it, `opens` that an item begins here. `cells` are a
    table's rows, the first `heads` its header.
    """

    kind: str
    text: str = ""
    level: int = 0
    label: str = ""
    close: bool = False
    opens: bool = False
    cells: list[list[str]] = field(default_factory=list)
    heads: int = 0


def blocks_of(text: str, document: dict[str, Any]) -> list[Block]:
    """The blocks of a text whose every line is a paragraph, heading, point, row or entry."""
    lines = [re.sub(r"^#+ |\*\*", "", line).rstrip() for line in text.split("\n")]
    lines = _whole_titles(document, lines)
    headings, tables = _headings(document, lines), _tables(document)
    rows = {n for table in tables.values() for n in range(table["lines"][0], table["lines"][1] + 1)}
    lines = _unwrapped(lines, rows | set(headings))
    pages = _page_numbers(document, lines)
    openings = {item["lines"][0] for item in document["items"]}
    first_item = min(openings, default=1)
    blocks: list[Block] = []
    close = False
    number = 0
    while number < len(lines):
        number += 1
        line = lines[number - 1]
        if line == _GONE:
            continue
        if number in tables:
            table = tables[number]
            head = [table["header"]] if table["header"] else []
            blocks.append(
                Block("table", cells=[*head, *table["rows"]], heads=len(head), close=close)
            )
            number = table["lines"][1]
            close = True
        elif not line.strip() or pages.get(number) == "" or _FURNITURE.match(line):
            close = False
        elif number in pages:
            blocks.append(Block("contents", line.strip(), label=pages[number], close=close))
            close = True
        elif close and blocks[-1].kind == "field" and not _LABEL.match(line):
            blocks[-1].text += f" {line.strip()}"
        else:
            blocks.append(
                _block(line, headings.get(number, 0), number < first_item, close, not blocks)
            )
            blocks[-1].opens = number in openings
            close = True
    return blocks


def _whole_titles(document: dict[str, Any], lines: list[str]) -> list[str]:
    """The lines, with titles that run over two lines on the first of them."""
    lines = list(lines)
    titles = [(item["title"], item["lines"][0] - 1) for item in document["items"]]
    titles += [(title, 0) for title in document["contents"]]
    for title, first in titles:
        for place in range(first, min(first + 80, len(lines) - 1)):
            at = lines[place].find(title[:25])
            held = lines[place][at:].strip()
            if at >= 0 and title.startswith(held) and held != title and lines[place + 1].strip():
                lines[place] = f"{lines[place].rstrip()} {lines[place + 1].strip()}"
                lines[place + 1] = _GONE
                break
    return lines


def _unwrapped(lines: list[str], kept: set[int]) -> list[str]:
    """The lines with paragraphs that were cut at a width on one line; those in `kept` stay.

    A line that went up to the one above leaves `_GONE`.
    """
    width = max(map(len, lines), default=0)
    if width > 110:
        return lines
    whole = list(lines)
    first = 0  # the line, from 1, on which the paragraph at hand is gathered; 0 outside one
    for number, line in enumerate(lines, 1):
        if not line.strip() or line == _GONE or number in kept or "\t" in line:
            first = 0
            continue
        above = lines[number - 2]
        if first and not _POINT.match(line) and len(above) + 1 + len(line.split()[0]) > width - 4:
            broken = (
                whole[first - 1].endswith("-") and line[0].islower() and not line.startswith("og ")
            )
            whole[first - 1] = (
                whole[first - 1][:-1] + line if broken else f"{whole[first - 1]} {line.strip()}"
            )
            whole[number - 1] = _GONE
        else:
            first = number
    return whole


def _block(line: str, level: int, before_items: bool, close: bool, is_first: bool) -> Block:
    if is_first:
        return Block("title", line.strip())
    if match := _LEADER.match(line):
        return Block("contents", match["title"], label=match["page"], close=close)
    if before_items and (match := _LABEL.match(line)):
        return Block("field", match["value"], label=match["label"], close=close)
    if level:
        return Block("item" if level == 1 else "heading", line.strip(), level=level, close=close)
    if (match := _POINT.match(line)) and not _MONTH.match(line.strip()):
        return Block("point", match["text"], label=match["sign"], close=close)
    return Block("text", line.strip(), close=close)


def _headings(document: dict[str, Any], lines: list[str]) -> dict[int, int]:
    """Line numbers (from 1) of what is set as a heading: 1 for items, 2 and 3 for sections."""
    levels = {}
    for item in document["items"]:
        first = item["lines"][0]
        levels[
            next((n for n in range(first, first + 4) if item["title"][:20] in lines[n - 1]), first)
        ] = 1
        if lines[first - 1].strip().rstrip(".:") == item["number"]:
            levels[first] = 1
        for section in item["sections"]:
            number = section["lines"][0]
            line = lines[number - 1].strip()
            if line.rstrip(":").casefold() == section["heading"].rstrip(":").casefold():
                levels[number] = 1 + section["level"]
    return levels


def _page_numbers(document: dict[str, Any], lines: list[str]) -> dict[int, str]:
    """Entries whose page numbers stand in a block of their own; "" for the lines of that block."""
    first_item = min((item["lines"][0] for item in document["items"]), default=1)
    entries = [
        number
        for number, line in enumerate(lines[: first_item - 1], 1)
        if re.sub(r"^\d+\.?\s+", "", line.strip()) in document["contents"]
    ]
    numbers = [
        number for number, line in enumerate(lines[: first_item - 1], 1) if line.strip().isdigit()
    ]
    if not entries or len(entries) != len(numbers):
        return {}
    block = dict.fromkeys(range(numbers[0] - 1, numbers[-1] + 1), "")
    return block | {e: lines[n - 1].strip() for e, n in zip(entries, numbers, strict=True)}


def _tables(document: dict[str, Any]) -> dict[int, dict[str, Any]]:
    return {table["lines"][0]: table for item in document["items"] for table in item["tables"]}
