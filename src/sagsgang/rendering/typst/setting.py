"""A printed document as the data that the templates set: each block with its measures."""

import re
from typing import Any

from sagsgang.minutes.printed import (
    Block,
    Contents,
    Facts,
    Grid,
    Heading,
    HeadingRole,
    Paragraph,
    Points,
    Printed,
)
from sagsgang.rendering.typst.letters import Face, face
from sagsgang.rendering.typst.widths import BESIDE, UPRIGHT, Layout, layout, lines_of
from sagsgang.rendering.typst.wording import Rich, broken, drawable, rich

Data = dict[str, Any]
#: Points. The reader tells a heading's role by the size of its letters (reading/own/tagged_pdf.py).
SIZES = {
    HeadingRole.DOCUMENT: 22.0,
    HeadingRole.PART: 16.0,
    HeadingRole.ITEM: 13.5,
    HeadingRole.SECTION: 11.0,
    HeadingRole.LABEL: 10.0,
}
TEXT = 10.0
_NAMES = 122.0  # the column of a fact's name
_SIGN = re.compile(
    r"(?:[-–—•·*▪◦]|\(?(?:\d{1,3}|[a-zæøå]|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,2})+\.?) "
)
_SUM = re.compile(r"(?:i alt|total|sum|samlet|netto)\b", re.IGNORECASE)
_SHORT = 8  # lines of a row that is kept on one page


def document(printed: Printed) -> Data:
    """The data of a normal document's blocks, sheet by sheet (a wide table lies sideways)."""
    targets = _targets(printed.blocks)
    listed = {at for found in targets.values() for at in found}
    data = [
        _block(block, at, targets.get(at, []), at in listed)
        for at, block in enumerate(printed.blocks)
    ]
    _place_contents(data)
    return {"title": drawable(printed.title), "language": printed.language, "sheets": _sheets(data)}


def _targets(blocks: tuple[Block, ...]) -> dict[int, list[int]]:
    """For each table of contents, by its place, the places of the headings it leads to."""
    headings = [(at, block.text) for at, block in enumerate(blocks) if isinstance(block, Heading)]
    found: dict[int, list[int]] = {}
    for at, block in enumerate(blocks):
        if isinstance(block, Contents):
            rest = iter(headings)
            found[at] = [
                next(place for place, text in rest if text == title) for title in block.titles
            ]
    return found


def _block(block: Block, at: int, targets: list[int], listed: bool) -> Data:
    match block:
        case Heading(level=level, text=text, role=role):
            size = SIZES[role]
            shown = broken(drawable(text), UPRIGHT, size, face("Bold"))
            name = f"h{at}" if listed else None
            return {"kind": "heading", "level": level, "role": role.value, "size": size,
                    "text": shown, "name": name}  # fmt: skip
        case Paragraph(text=text, is_notice=is_notice):
            room = UPRIGHT - (24 if is_notice else 0)
            kind = "notice" if is_notice else "paragraph"
            return {"kind": kind, "text": rich(text, room, TEXT, face())}
        case Points(lines=lines):
            return {"kind": "points", "lines": [_point(line) for line in lines]}
        case Facts(rows=rows):
            bold = face("SemiBold")
            return {
                "kind": "facts",
                "rows": [
                    [broken(drawable(name), _NAMES - 8, TEXT, bold),
                     rich(value, UPRIGHT - _NAMES, TEXT, face())]
                    for name, value in rows
                ],
            }  # fmt: skip
        case Grid():
            return _grid(block)
        case Contents():
            return {"kind": "contents", "names": [f"h{target}" for target in targets]}


def _point(line: str) -> tuple[str, Rich]:
    found = _SIGN.match(line)
    sign, text = (found[0][:-1], line[found.end() :]) if found else ("", line)
    return drawable(sign), rich(text, UPRIGHT - 60, TEXT, face())


def _grid(grid: Grid) -> Data:
    found = layout(grid)
    cut, bold = face(), face("SemiBold")
    sums = [bool(row and _SUM.match(row[0])) for row in grid.rows]
    return {
        "kind": "grid",
        "size": found.size,
        "columns": found.columns,
        "numeric": found.numeric,
        "sideways": found.sideways,
        "caption": grid.caption and rich(grid.caption, UPRIGHT, TEXT, bold),
        "header": [_head(text, at, found, bold) for at, text in enumerate(grid.header)],
        "rows": [
            [_cell(text, at, found, bold if is_sum else cut) for at, text in enumerate(row)]
            for row, is_sum in zip(grid.rows, sums, strict=True)
        ],
        "sums": sums,
        "whole": [_is_short(row, found) for row in grid.rows],
    }


def _cell(text: str, at: int, found: Layout, cut: Face) -> list[Rich]:
    room = found.columns[at] - 2 * BESIDE
    return [rich(line, room, found.size, cut) for line in text.split("\n")] if text else []


def _head(text: str, at: int, found: Layout, cut: Face) -> list[Rich]:
    """Without links: where the header is repeated it is no content, and may hold none."""
    room = found.columns[at] - 2 * BESIDE
    lines = text.split("\n") if text else []
    return [broken(drawable(line), room, found.size, cut) for line in lines]


def _is_short(row: tuple[str, ...], found: Layout) -> bool:
    return all(
        lines_of(text, width, found.size) <= _SHORT
        for text, width in zip(row, found.columns, strict=True)
    )


def _place_contents(data: list[Data]) -> None:
    """The level of the heading that is set above each table of contents (null where one of the
    document's own stands there), and a new page behind it."""
    level = 0
    for at, block in enumerate(data):
        if block["kind"] == "heading":
            level = block["level"]
        elif block["kind"] == "contents":
            is_headed = at > 0 and data[at - 1]["kind"] == "heading"
            block["level"] = None if is_headed else max(level, min(level + 1, 2))
            following = data[at + 1] if at + 1 < len(data) else None
            block["turn"] = bool(following and following["kind"] == "heading")


def _sheets(data: list[Data]) -> list[Data]:
    """Runs of blocks that lie the same way; what heads a wide table lies with it."""
    sheets: list[Data] = [{"sideways": False, "blocks": []}]
    for block in data:
        sideways = bool(block.get("sideways"))
        if sideways != sheets[-1]["sideways"]:
            heads: list[Data] = []
            while sideways and sheets[-1]["blocks"] and _heads(sheets[-1]["blocks"][-1]):
                heads.insert(0, sheets[-1]["blocks"].pop())
            if not sheets[-1]["blocks"]:
                sheets.pop()
            sheets.append({"sideways": sideways, "blocks": heads})
        sheets[-1]["blocks"].append(block)
    return sheets


def _heads(block: Data) -> bool:
    return bool(block["kind"] == "heading")
