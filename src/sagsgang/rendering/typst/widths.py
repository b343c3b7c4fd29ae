"""How a table lies on the page: its letters' size, its columns' widths, upright or sideways.

The widths are computed here and not left to the setter, since a table of twelve columns of figures
or with an address in a narrow column must stay within the page.
"""

import re
from dataclasses import dataclass

from sagsgang.minutes.printed import Grid
from sagsgang.rendering.typst.letters import Face, face

#: Points of a line upright and sideways (A4 less the margins), and beside a cell's text.
UPRIGHT, SIDEWAYS, BESIDE = 453.5, 700.0, 4.5
_SIZES = ((UPRIGHT, (9.0, 8.5, 8.0)), (SIDEWAYS, (9.0, 8.5, 8.0, 7.5, 7.0)))
_NUMBER = re.compile(
    r"[-−–+±]?\s?(?:kr\.?\s)?(?:\d[\d.\u00a0\u202f ]*(?:,\d+)?|[-−–]|\*)\s?"
    r"(?:%|pct\.?|kr\.?|(?:mio|mia|t)\.(?:\s?kr\.?)?)?",
    re.IGNORECASE,
)
_BREAKS = re.compile(r"(?<=[-–/])|[ \n]")


@dataclass(frozen=True)
class Layout:
    """`columns` in points, the space beside the text included; `numeric` are set to the right."""

    size: float
    columns: tuple[float, ...]
    numeric: tuple[bool, ...]
    sideways: bool


def layout(grid: Grid) -> Layout:
    """The layout of a table with at least one column."""
    across = len(grid.header) or len(grid.rows[0])
    body = [[row[at] for row in grid.rows] for at in range(across)]
    cut, bold = face(), face("SemiBold")
    heads = [grid.header[at] if grid.header else "" for at in range(across)]
    needs = [
        max([_need(text, cut) for text in body[at]] + [_need(heads[at], bold)])
        for at in range(across)
    ]
    wants = [
        max([_want(text, cut) for text in body[at]] + [_want(heads[at], bold)])
        for at in range(across)
    ]
    beside = 2 * BESIDE
    for room, sizes in _SIZES:
        # A single word may not claim more than its part of the page; it is broken instead.
        most = max(room / across, 0.3 * room) - beside
        for size in sizes:
            least = [min(need * size, most) + beside for need in needs]
            if sum(least) <= room:
                wanted = [want * size + beside for want in wants]
                columns = _shared(least, wanted, room)
                return Layout(size, columns, _numeric(body), room == SIDEWAYS)
    size, room = _SIZES[-1][1][-1], SIDEWAYS
    least = [need * size + beside for need in needs]
    floor = min(room / across, 24.0)
    spare = room - floor * across
    over = [max(need - floor, 0.0) for need in least]
    share = spare / (sum(over) or 1.0)
    columns = tuple(floor + each * share for each in over)
    return Layout(size, columns, _numeric(body), True)


def _need(text: str, cut: Face) -> float:
    """The width of the widest part that is not broken, at size 1."""
    return max((cut.width(part, 1.03) for part in _BREAKS.split(text) if part), default=1.0)


def _want(text: str, cut: Face) -> float:
    """The width of the widest line, at size 1."""
    return max((cut.width(line, 1.03) for line in text.split("\n")), default=1.0)


def _shared(least: list[float], wanted: list[float], room: float) -> tuple[float, ...]:
    total = sum(wanted)
    if total <= room:
        # A table that fills more than half the line is drawn out to all of it.
        spare = room - total if total > 0.55 * room else 0.0
        return tuple(want + spare * want / total for want in wanted)
    # The square root: a column of long texts does not take everything from the next longest.
    over = [max(want - need, 0.0) ** 0.5 for want, need in zip(wanted, least, strict=True)]
    columns, spare = list(least), room - sum(least)
    while spare > 0.01 and any(over):
        share = spare / sum(over)
        spare = 0.0
        for at, weight in enumerate(over):
            room_left = wanted[at] - columns[at]
            given = min(weight * share, room_left)
            columns[at] += given
            spare += weight * share - given
            if given == room_left:
                over[at] = 0.0
    return tuple(columns)


def _numeric(body: list[list[str]]) -> tuple[bool, ...]:
    """Which columns hold figures: nine cells in ten of those with something in them."""
    found = []
    for column in body:
        filled = [text for text in column if text]
        numbers = sum(1 for text in filled if _NUMBER.fullmatch(text))
        digits = any(any(sign.isdigit() for sign in text) for text in filled)
        found.append(bool(filled) and digits and numbers >= 0.9 * len(filled))
    return tuple(found)


def lines_of(text: str, width: float, size: float) -> int:
    """About how many lines a cell's text takes in a column of the width."""
    room = max(width - 2 * BESIDE, 1.0)
    return sum(int(face().width(line, size) / room) + 1 for line in text.split("\n"))
