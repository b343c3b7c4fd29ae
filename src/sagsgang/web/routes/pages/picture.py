"""The way as a drawing: one column a step, its treatments under each other, lines between. The list
below it says the same in words, so the drawing is hidden from those who listen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sagsgang.web.routes.pages.way_page import MANY, Step

COLUMN, ROW, LEFT, TOP = 176, 44, 22, 30
#: As many letters of a body's name as there is room for.
LETTERS = 19


@dataclass(frozen=True, slots=True)
class Dot:
    """A treatment, or a whole step of many. `look` is the card's."""

    x: int
    y: int
    look: str
    label: str
    below: str
    is_deciding: bool


@dataclass(frozen=True, slots=True)
class Line:
    """From a dot to one of the next step, as the path of a curve."""

    path: str
    is_walked: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything with its place, in units of the drawing."""

    width: int
    height: int
    dots: list[Dot]
    lines: list[Line]
    now_x: int | None


def picture_of(steps: Sequence[Step]) -> Picture:
    """The drawing of a way."""
    columns: list[list[Dot]] = []
    for at, step in enumerate(steps):
        x = LEFT + at * COLUMN
        if step.groups:
            looks = {card.look for card in step.cards}
            look = next(each for each in ("late", "waiting", "dated", "past") if each in looks)
            label = _short(step.cards[0].kind)
            below = f"{step.done} af {len(step.cards)}"
            columns.append([Dot(x, TOP, look, label, below, False)])
            continue
        columns.append(
            [
                Dot(
                    x,
                    TOP + row * ROW,
                    card.look,
                    _short(str(card.stop.body)),
                    _day(card.on),
                    card.stop.is_deciding,
                )
                for row, card in enumerate(step.cards[:MANY])
            ]
        )
    lines = [
        Line(_curve(a, b), a.look == "past" and b.look == "past")
        for left, right in pairwise(columns)
        for a in left
        for b in right
        if a is left[0] or b is right[0]
    ]
    now = next((at for at, step in enumerate(steps) if step.is_now), None)
    tallest = max((len(column) for column in columns), default=1)
    return Picture(
        width=LEFT + len(columns) * COLUMN,
        height=TOP + tallest * ROW,
        dots=[dot for column in columns for dot in column],
        lines=lines,
        now_x=None if now is None else LEFT + now * COLUMN,
    )


def _curve(a: Dot, b: Dot) -> str:
    if a.y == b.y:
        return f"M{a.x} {a.y}H{b.x}"
    turn = b.x - 40 if a.y < b.y else a.x + COLUMN - 40
    if a.y < b.y:
        return f"M{a.x} {a.y}H{turn}C{turn + 18} {a.y} {b.x - 22} {b.y} {b.x} {b.y}"
    return f"M{a.x} {a.y}H{turn}C{turn + 22} {a.y} {b.x - 18} {b.y} {b.x} {b.y}"


def _short(name: str) -> str:
    return name if len(name) <= LETTERS else f"{name[: LETTERS - 1].rstrip()}…"


def _day(on: object) -> str:
    return f"{on.day}.{on.month}.{on.year}" if on else ""
