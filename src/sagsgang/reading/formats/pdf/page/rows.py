"""Which pieces of text stand on one line of the page, and what the line reads."""

from dataclasses import dataclass
from itertools import pairwise

from sagsgang.reading.formats.pdf.layout.joining import raised
from sagsgang.reading.formats.pdf.page.piece import Piece

_SAME_BASE = 0.25  # of the type size
_LOWEST = 0.6  # of the type size: a raised sign may stand so far above its row
_SPACE = 0.14  # of the type size: a gap wider than this has a blank in it
_GAP = 0.6  # of the type size: a gap wider than this parts two pieces
_UNDERLINE = 0.35  # of the type size: how far below the base line
_RAISED = 0.15  # of the type size
_WIDE = 1.0  # of the type size: no line of prose has such a gap
WIDE_GAP = "   "  # how one that no table or label explains is written


@dataclass(slots=True)
class Row:
    """Pieces on one line of page `page` (from 1), from left to right; `size` is that of most."""

    pieces: list[Piece]
    page: int
    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    base: float
    size: float
    bold: bool
    bold_start: bool
    underlined: bool = False


def rows_of(pieces: list[Piece], page: int) -> list[Row]:
    """The rows of a page from top to bottom; raised signs go with the row they overlap."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: piece.base):
        if rows:
            last = rows[-1][0]
            if piece.base - last.base > _LOWEST * (
                piece.size if piece.size > last.size else last.size
            ):
                rows.append([piece])
                continue
        for row in rows[-1:-4:-1]:
            if _on_row(piece, row[0]):
                row.append(piece)
                if piece.size > row[0].size * 1.2:  # the row's first piece tells where it stands
                    row[0], row[-1] = row[-1], row[0]
                break
        else:
            rows.append([piece])
    # What is only control signs has left nothing that could be read.
    return [found for found in (row_of(row, page) for row in rows) if found.text]


def _on_row(piece: Piece, first: Piece) -> bool:
    larger, smaller = (piece, first) if piece.size >= first.size else (first, piece)
    apart = abs(piece.base - first.base)
    if apart <= _SAME_BASE * smaller.size:
        return True
    middle = (smaller.top + smaller.bottom) / 2
    return (
        smaller.size < 0.8 * larger.size
        and apart < _LOWEST * larger.size
        and larger.base - larger.size < middle < larger.base + 0.3 * larger.size
    )


def row_of(pieces: list[Piece], page: int) -> Row:
    """One row made of these pieces, in whatever order they come."""
    if len(pieces) == 1:
        piece = pieces[0]
        return Row(
            pieces, page, piece.text, piece.x0, piece.x1, piece.top, piece.bottom,
            piece.base, piece.size, piece.bold, piece.bold_start,
        )  # fmt: skip
    merged = _merged(sorted(pieces, key=lambda piece: piece.x0))
    main = max(merged, key=lambda piece: len(piece.text))
    return Row(
        merged,
        page,
        _spaced(merged),
        merged[0].x0,
        max(piece.x1 for piece in merged),
        min(piece.top for piece in merged),
        max(piece.bottom for piece in merged),
        main.base,
        main.size,
        all(piece.bold for piece in merged),
        merged[0].bold_start,
    )


def _spaced(pieces: list[Piece]) -> str:
    text = pieces[0].text
    for last, piece in pairwise(pieces):
        wide = piece.x0 - last.x1 > _WIDE * max(last.size, piece.size)
        text += (WIDE_GAP if wide else " ") + piece.text
    return text


def _merged(pieces: list[Piece]) -> list[Piece]:
    """Neighbours without a wide gap between them are one piece."""
    out = [pieces[0]]
    for piece in pieces[1:]:
        last = out[-1]
        gap = piece.x0 - last.x1
        if gap > _GAP * max(last.size, piece.size):
            out.append(piece)
            continue
        blank = " " if gap > _SPACE * max(last.size, piece.size) else ""
        longer = last if len(last.text) >= len(piece.text) else piece
        text = piece.text
        if piece.size < 0.8 * last.size and piece.base < last.base - _RAISED * last.size:
            text = raised(text)
        out[-1] = Piece(
            last.text + blank + text,
            last.x0,
            max(last.x1, piece.x1),
            min(last.top, piece.top),
            max(last.bottom, piece.bottom),
            longer.base,
            longer.size,
            last.bold and piece.bold,
            last.bold_start,
            last.start,
            piece.end,
        )
    return out


def mark_underlined(rows: list[Row], across: list[tuple[float, float, float]]) -> None:
    """Note which rows have a line of their own length drawn right below them."""
    for row in rows:
        row.underlined = any(
            row.base < y < row.base + _UNDERLINE * row.size
            and abs(x0 - row.x0) < 3
            and abs(x1 - row.x1) < 3
            for y, x0, x1 in across
        )
