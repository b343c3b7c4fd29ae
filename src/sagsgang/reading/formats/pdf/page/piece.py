"""What stands on a page: pieces of text with their place and look, and the rows they form.

Places are points (1/72 inch) in the upright page: x grows to the right, y downwards.
"""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Piece:
    """A run of text on one line without a wide gap in it.

    `base` is the y of the base line. `bold` tells whether the whole piece is bold, `bold_start`
    whether its first character is. `start` and `end` are PDFium's character indices.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    base: float
    size: float
    bold: bool
    bold_start: bool
    start: int
    end: int


@dataclass(slots=True)
class Rules:
    """Drawn lines: `across` as (y, x0, x1), `down` as (x, y0, y1)."""

    across: list[tuple[float, float, float]] = field(default_factory=list)
    down: list[tuple[float, float, float]] = field(default_factory=list)


@dataclass(slots=True)
class PageText:
    """One page, counted from 1: its pieces in the order of the file, and its box.

    `turn` is how many quarter turns the text stands against the page's own axes; `strays` are
    pieces that run in another direction than most (stamps, watermarks, notes in the margin).
    `is_clean` says that no sign in the text has to be changed.
    """

    number: int
    pieces: list[Piece]
    strays: list[Piece]
    turn: int
    is_clean: bool
    left: float
    top: float
    right: float
    bottom: float
