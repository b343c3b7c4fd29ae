"""Where every character of the canonical text went: ordered spans that cover all that is not
blank."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from sagsgang.reading.canonical import UNSEEN


class Span(NamedTuple):
    """Characters `start` to `end` (offsets in the canonical text) became the field at `path`.

    `path` is a field such as `items[3].sections[2].text`, or `furniture`, `markup` or `unplaced`.
    """

    start: int
    end: int
    path: str


@dataclass(slots=True, frozen=True)
class Trace:
    """Ordered, non-overlapping spans."""

    spans: tuple[Span, ...]

    def at(self, path: str) -> list[Span]:
        """The spans that became this field."""
        return [span for span in self.spans if span.path == path]


class TraceBuilder:
    """Collects which field each line, or part of a line, became; the last word about a line
    counts, but lines in `known` (page heads and the like) stay what they are."""

    def __init__(self, lines: list[str], known: dict[int, str] | None = None) -> None:
        self._lines = lines
        self._known = known or {}
        self._known_lines = sorted(self._known)
        self._paths: list[str | None] = [self._known.get(index) for index in range(len(lines))]
        self._splits: dict[int, list[tuple[int, str]]] = {}

    def place(self, first: int, last: int, path: str) -> None:
        """Lines `first` to `last` (from 0, both included) became `path`."""
        self._paths[first : last + 1] = [path] * (last + 1 - first)
        if self._known_lines:
            low = bisect_left(self._known_lines, first)
            for index in self._known_lines[low : bisect_right(self._known_lines, last)]:
                self._paths[index] = self._known[index]

    def split(self, line: int, column: int, before: str, after: str) -> None:
        """The characters of a line before `column` became one field, the rest another; signs that
        nobody sees do not count."""
        self._paths[line] = before
        self._splits[line] = [(_with_unseen(self._lines[line], column), after)]

    def place_rest(self, line: int, path: str) -> None:
        """The part of a split line behind the split became `path`."""
        column = self._splits[line][-1][0]
        self._splits[line] = [(column, path)]

    def is_split(self, line: int) -> bool:
        """Whether two fields share the line."""
        return line in self._splits

    def is_placed(self, line: int) -> bool:
        """Whether the line has found a field."""
        return self._paths[line] is not None

    def unplaced(self) -> list[int]:
        """The lines, from 0, that hold text and found no field."""
        return [
            index
            for index, path in enumerate(self._paths)
            if path in (None, "unplaced") and self._lines[index].strip()
        ]

    def build(self) -> Trace:
        """Spans over the whole text; neighbours of one field are one span."""
        spans: list[Span] = []
        offset = last_end = start = 0
        path = ""
        for index, line in enumerate(self._lines):
            end = offset + len(line)
            here = self._paths[index]
            if line and (here is not None or not line.isspace()):
                here = here or "unplaced"
                pieces = (
                    self._pieces(index, offset, end, here)
                    if index in self._splits
                    else ((offset, end, here),)
                )
                for piece_start, piece_end, piece in pieces:
                    if piece != path:
                        if path:
                            spans.append(Span(start, last_end, path))
                        start, path = piece_start, piece
                    last_end = piece_end
            offset = end + 1
        if path:
            spans.append(Span(start, last_end, path))
        return Trace(tuple(spans))

    def _pieces(self, index: int, offset: int, end: int, path: str) -> list[tuple[int, int, str]]:
        pieces = []
        start = offset
        for column, after in self._splits[index]:
            pieces.append((start, offset + column, path))
            start, path = offset + column, after
        pieces.append((start, end, path))
        return [piece for piece in pieces if piece[0] < piece[1]]


def _with_unseen(line: str, column: int) -> int:
    """Where the character stands that is at `column` when unseen signs are left out."""
    if line.isprintable():
        return column
    for index, sign in enumerate(line):
        if sign not in UNSEEN:
            column -= 1
            if column < 0:
                return index
    return len(line)
