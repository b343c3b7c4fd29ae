"""What is drawn on a page, in its order: letters, filled boxes, pictures."""

import ctypes
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from sagsgang.reading.attachments.pdf.annotations import Box
from sagsgang.reading.formats.pdf.page.calls import (
    address,
    get_bounds,
    get_fill,
    get_kind,
    get_object,
    get_render_mode,
)

_MOST_OBJECTS = 30_000
_DEEPEST = 4
_INVISIBLE = 3
_CLIPS_ONLY = 7
_SMALL = 3.0  # points: a box that covers a letter is larger both ways
_THICK = 5.0  # points: a line that covers letters
_FLAT = 1.5  # points: letters lower than this may be too small to be read
_OPAQUE = 250
_MOST_CORNERS = 6
_TOP = 1 << 30

Colour = tuple[int, int, int]


@dataclass(slots=True)
class Text:
    """Letters drawn at once; `place` is their address in PDFium, `colour` None when not known."""

    place: int
    order: int
    box: Box
    colour: Colour | None
    is_invisible: bool
    size: float


@dataclass(slots=True)
class Filled:
    """A box that nothing is seen through."""

    order: int
    box: Box
    colour: Colour


@dataclass(slots=True)
class Drawing:
    """A page: its edges, and what is drawn on it. `unknown` are areas of colours not known."""

    left: float = 0.0
    bottom: float = 0.0
    right: float = 0.0
    top: float = 0.0
    texts: list[Text] = field(default_factory=list)
    boxes: list[Filled] = field(default_factory=list)
    unknown: list[tuple[int, Box]] = field(default_factory=list)
    largest_picture: float = 0.0

    def cover(self, box: Box) -> None:
        """Lays a box on top of everything."""
        self.boxes.append(Filled(_TOP, box, (0, 0, 0)))


def draw(page: Any) -> Drawing:
    """What is drawn on a page; of a page drawn with more objects than a text has, nothing."""
    edges = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, edges)
    drawing = Drawing(edges.left, edges.bottom, edges.right, edges.top)
    count = pdfium.FPDFPage_CountObjects(page)
    if 0 < count <= _MOST_OBJECTS:
        painter = _Painter(drawing)
        place = address(page)
        for index in range(count):
            item = get_object(place, index)
            if item:
                painter.look_at(item, None, 0)
    return drawing


class _Painter:
    """Looks at page objects one after another; buffers for PDFium's answers are made once."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self.order = 0
        self.left = _MOST_OBJECTS
        self.edges = (ctypes.c_float * 4)()
        first = address(self.edges)
        self.edge_places = tuple(first + 4 * place for place in range(4))
        self.parts = (ctypes.c_uint * 4)()
        first = address(self.parts)
        self.part_places = tuple(first + 4 * place for place in range(4))

    def look_at(self, item: int, matrix: Any, depth: int) -> None:
        """Takes one object; `matrix` places it when it stands in a form."""
        self.order += 1
        self.left -= 1
        kind = get_kind(item)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            if depth < _DEEPEST:
                self._look_within(item, matrix, depth)
            return
        if not get_bounds(item, *self.edge_places):
            return
        box = _placed(tuple(self.edges), matrix)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            self._text(item, box, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._path(item, box)
        else:
            self.drawing.unknown.append((self.order, box))
            if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                area = (box[2] - box[0]) * (box[3] - box[1])
                self.drawing.largest_picture = max(self.drawing.largest_picture, area)

    def _look_within(self, item: int, matrix: Any, depth: int) -> None:
        form = ctypes.cast(item, pdfium.FPDF_PAGEOBJECT)
        own = pdfium.FS_MATRIX()
        pdfium.FPDFPageObj_GetMatrix(form, own)
        combined = own if matrix is None else _product(own, matrix)
        for index in range(min(pdfium.FPDFFormObj_CountObjects(form), self.left)):
            within = pdfium.FPDFFormObj_GetObject(form, index)
            if within and self.left > 0:
                self.look_at(address(within), combined, depth + 1)

    def _text(self, item: int, box: Box, matrix: Any) -> None:
        mode = get_render_mode(item)
        colour = self._colour(item)
        size = 0.0
        if box[3] - box[1] < _FLAT:
            size = _size(ctypes.cast(item, pdfium.FPDF_PAGEOBJECT), matrix)
        is_invisible = mode in (_INVISIBLE, _CLIPS_ONLY) or (
            colour is not None and mode == 0 and self.parts[3] == 0
        )
        seen = colour if mode == 0 else None  # outlined letters have another colour too
        self.drawing.texts.append(Text(item, self.order, box, seen, is_invisible, size))

    def _colour(self, item: int) -> Colour | None:
        if not get_fill(item, *self.part_places):
            return None
        return self.parts[0], self.parts[1], self.parts[2]

    def _path(self, item: int, box: Box) -> None:
        wide, high = box[2] - box[0], box[3] - box[1]
        if wide < _SMALL or high < _SMALL:
            return
        path = ctypes.cast(item, pdfium.FPDF_PAGEOBJECT)
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
        count = pdfium.FPDFPath_CountSegments(path)
        if not fill.value:
            if stroke.value and count == 2 and min(wide, high) >= _THICK:
                self._line(path, box)
            return
        colour = self._colour(item)
        if colour is None or count > _MOST_CORNERS or pdfium.FPDFPageObj_HasTransparency(path):
            self.drawing.unknown.append((self.order, box))
        elif self.parts[3] >= _OPAQUE and _is_upright(path, count):
            self.drawing.boxes.append(Filled(self.order, box, colour))
        else:
            self.drawing.unknown.append((self.order, box))

    def _line(self, path: Any, box: Box) -> None:
        """A line so thick that it covers words as a box does."""
        width = ctypes.c_float()
        pdfium.FPDFPageObj_GetStrokeWidth(path, width)
        parts = [ctypes.c_uint() for _ in range(4)]
        if width.value < _THICK or not pdfium.FPDFPageObj_GetStrokeColor(path, *parts):
            return
        red, green, blue, opacity = (part.value for part in parts)
        if opacity >= _OPAQUE and not pdfium.FPDFPageObj_HasTransparency(path):
            self.drawing.boxes.append(Filled(self.order, box, (red, green, blue)))


def _is_upright(path: Any, count: int) -> bool:
    """Whether a path of few corners goes only across and down, as a box does."""
    x, y = ctypes.c_float(), ctypes.c_float()
    xs: set[float] = set()
    ys: set[float] = set()
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_BEZIERTO:
            return False
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        xs.add(round(x.value, 1))
        ys.add(round(y.value, 1))
    return len(xs) == 2 and len(ys) == 2


def _size(text: Any, matrix: Any) -> float:
    """The size of letters in points."""
    size = ctypes.c_float()
    own = pdfium.FS_MATRIX()
    if not pdfium.FPDFTextObj_GetFontSize(text, size):
        return 0.0
    pdfium.FPDFPageObj_GetMatrix(text, own)
    placed = own if matrix is None else _product(own, matrix)
    return float(abs(size.value) * (placed.c**2 + placed.d**2) ** 0.5)


def _placed(edges: tuple[float, ...], matrix: Any) -> Box:
    left, bottom, right, top = edges
    if matrix is None:
        return left, bottom, right, top
    corners = [
        (matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f)
        for x in (left, right)
        for y in (bottom, top)
    ]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _product(first: Any, then: Any) -> Any:
    return pdfium.FS_MATRIX(
        first.a * then.a + first.b * then.c,
        first.a * then.b + first.b * then.d,
        first.c * then.a + first.d * then.c,
        first.c * then.b + first.d * then.d,
        first.e * then.a + first.f * then.c + then.e,
        first.e * then.b + first.f * then.d + then.f,
    )
