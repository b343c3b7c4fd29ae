"""One slide, as its part streams by: shapes, tables, and what lies where nobody sees it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sagsgang.minutes import FragmentKind
from sagsgang.reading.attachments.cells import Cell, Cells, one_line
from sagsgang.reading.attachments.events import attribute
from sagsgang.reading.attachments.found import Found

_SHAPES = frozenset({"sp", "pic", "graphicFrame", "cxnSp"})


@dataclass(slots=True)
class _Shape:
    """A shape that is being read: its text, and why nobody sees it ("" when it is seen)."""

    pieces: list[str] = field(default_factory=list)
    unseen: str = ""
    offset: tuple[int, int] | None = None


class Slide:
    """Takes the part of slide `number`; `size` is the width and height of all slides."""

    def __init__(self, found: Found, number: int, size: tuple[int, int]) -> None:
        self.found = found
        self.where = f"slide {number}"
        self.size = size
        self.kind = FragmentKind.TEXT
        self.shapes: list[_Shape] = []
        self.shown: list[str] = []
        self.groups = 0
        self.tables = 0
        self.table: Cells | None = None
        self.row = 0
        self.line: list[Cell] = []
        self.column = 0
        self.is_text = False
        self.fallbacks = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Fallback":
            self.fallbacks += 1
        if name == "sld" and attribute(attributes, "show") in ("0", "false"):
            self.where += " (skjult)"
            self.kind = FragmentKind.HIDDEN
        elif name in _SHAPES:
            self.shapes.append(_Shape())
        elif name == "grpSp":
            self.groups += 1
        elif name == "cNvPr":
            self._named(attributes)
        elif name == "off" and self.shapes and not self.groups:
            self.shapes[-1].offset = _number(attributes, "x"), _number(attributes, "y")
        elif name == "ext" and "cx" in attributes and self.shapes:
            self._sized(_number(attributes, "cx"), _number(attributes, "cy"))
        elif name == "tbl":
            self.tables += 1
            self.table = Cells(self.found, f"{self.where}, tabel {self.tables}", self.kind)
            self.row = 0
        elif name == "tr":
            self.row, self.column, self.line = self.row + 1, 0, []
        elif name == "tc":
            self.column += 1
        elif name == "t":
            self.is_text = True
        elif name == "br" and self.shapes:
            self.shapes[-1].pieces.append("\n")

    def _named(self, attributes: Mapping[str, str]) -> None:
        if attribute(attributes, "hidden") in ("1", "true") and self.shapes:
            self.shapes[-1].unseen = "skjult figur"
        for key in ("descr", "title"):
            if said := attributes.get(key):
                self.found.add(FragmentKind.METADATA, f"{self.where}, alternativ tekst", said)

    def _sized(self, wide: int, high: int) -> None:
        """A shape that lies wholly beside the slide is not seen."""
        shape = self.shapes[-1]
        if shape.offset is None or not all(self.size) or shape.unseen:
            return
        (x, y), (width, height) = shape.offset, self.size
        if x >= width or y >= height or x + wide <= 0 or y + high <= 0:
            shape.unseen = "uden for sliden"

    def end(self, name: str) -> None:
        if name == "Fallback":
            self.fallbacks -= 1
        elif name == "t":
            self.is_text = False
        elif name == "p" and self.shapes:
            self.shapes[-1].pieces.append("\n")
        elif name == "grpSp":
            self.groups -= 1
        elif name in _SHAPES and self.shapes:
            self._close(self.shapes.pop())
        elif self.table is not None:
            self._end_in_table(name)

    def _end_in_table(self, name: str) -> None:
        if self.table is None:
            return
        if name == "tc" and self.shapes:
            text = one_line("".join(self.shapes[-1].pieces)).strip()
            self.shapes[-1].pieces = []
            if text:
                self.line.append((self.column, text))
        elif name == "tr":
            self.table.row(self.row, self.line)
            self.line = []
        elif name == "tbl":
            self.table.finish()
            self.table = None

    def data(self, text: str) -> None:
        if self.is_text and self.shapes and not self.fallbacks:
            self.shapes[-1].pieces.append(text)

    def _close(self, shape: _Shape) -> None:
        text = "".join(shape.pieces).strip()
        if shape.unseen:
            self.found.add(FragmentKind.HIDDEN, f"{self.where}, {shape.unseen}", text)
        elif text:
            self.shown.append(text)

    def finish(self) -> None:
        """Gives what the slide shows."""
        while self.shapes:
            self._close(self.shapes.pop())
        if self.table is not None:
            self.table.finish()
        self.found.add(self.kind, self.where, "\n".join(self.shown))


def _number(attributes: Mapping[str, str], name: str) -> int:
    text = attribute(attributes, name)
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdecimal()) or len(digits) > 12:
        return 0
    return int(text)
