"""Which straight lines are drawn on a page: the borders of tables and of their cells."""

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from sagsgang.reading.formats.pdf.page.calls import address, get_kind, get_object
from sagsgang.reading.formats.pdf.page.piece import Rules
from sagsgang.reading.formats.pdf.page.turning import upright

_THIN = 2.5  # points; a border is no thicker
_SHORT = 6.0  # points; nothing shorter is a cell's border
# A map or a drawing has paths by the hundred thousand, and no table among them.
_MOST_OBJECTS = 20_000
_MOST_LINES = 6_000
_DEEPEST = 4
_TEXT = pdfium.FPDF_PAGEOBJ_TEXT


def rules_of(page: Any, turn: int) -> Rules:
    """The lines drawn on a page, in the upright page; none when the page is a drawing."""
    finder = _Finder(turn)
    count = pdfium.FPDFPage_CountObjects(page)
    if count <= _MOST_OBJECTS:
        place = address(page)
        for index in range(count):
            # most objects are text, and are asked about nothing else
            if get_kind(get_object(place, index)) != _TEXT:
                finder.look_at(pdfium.FPDFPage_GetObject(page, index), None, 0)
    rules = finder.rules
    if len(rules.across) + len(rules.down) > _MOST_LINES:
        return Rules()
    return rules


class _Finder:
    def __init__(self, turn: int) -> None:
        self.rules = Rules()
        self._turn = turn
        self._left = _MOST_OBJECTS
        self._edges = tuple(ctypes.c_float() for _ in range(4))
        self._refs = tuple(ctypes.byref(edge) for edge in self._edges)

    def look_at(self, item: Any, matrix: Any, depth: int) -> None:
        """Take the lines of one page object; `matrix` places it when it stands in a form."""
        self._left -= 1
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            if pdfium.FPDFPageObj_GetBounds(item, *self._refs):
                left, bottom, right, top = (edge.value for edge in self._edges)
                wide, high = right - left, top - bottom
                if wide > _THIN and high > _THIN and pdfium.FPDFPath_CountSegments(item) > 5:
                    self._segments(item, matrix)
                else:
                    self._box(left, top, right, bottom, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST and self._left > 0:
            own = pdfium.FS_MATRIX()
            pdfium.FPDFPageObj_GetMatrix(item, own)
            combined = own if matrix is None else _product(own, matrix)
            for index in range(min(pdfium.FPDFFormObj_CountObjects(item), self._left)):
                self.look_at(pdfium.FPDFFormObj_GetObject(item, index), combined, depth + 1)

    def _segments(self, path: Any, matrix: Any) -> None:
        """The straight pieces of a path that draws many lines at once."""
        own = pdfium.FS_MATRIX()
        pdfium.FPDFPageObj_GetMatrix(path, own)
        placed = own if matrix is None else _product(own, matrix)
        x, y = ctypes.c_float(), ctypes.c_float()
        last = start = (0.0, 0.0)
        count = min(pdfium.FPDFPath_CountSegments(path), _MOST_LINES)
        for index in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(path, index)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            here = _moved(x.value, y.value, placed)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                start = here
            elif kind == pdfium.FPDF_SEGMENT_LINETO:
                self._line(last, here)
            if pdfium.FPDFPathSegment_GetClose(segment):
                self._line(here, start)
            last = here

    def _line(self, begin: tuple[float, float], end: tuple[float, float]) -> None:
        left, right = sorted((begin[0], end[0]))
        bottom, top = sorted((begin[1], end[1]))
        if right - left <= _THIN or top - bottom <= _THIN:
            self._box(left, top, right, bottom, None)

    def _box(self, left: float, top: float, right: float, bottom: float, matrix: Any) -> None:
        if matrix is not None:
            corners = [_moved(x, y, matrix) for x in (left, right) for y in (top, bottom)]
            left, right = min(c[0] for c in corners), max(c[0] for c in corners)
            bottom, top = min(c[1] for c in corners), max(c[1] for c in corners)
        x0, y0, x1, y1 = upright(left, top, right, bottom, self._turn)
        wide, high = x1 - x0, y1 - y0
        across, down = self.rules.across, self.rules.down
        if high <= _THIN:
            if wide >= _SHORT:
                across.append(((y0 + y1) / 2, x0, x1))
        elif wide <= _THIN:
            if high >= _SHORT:
                down.append(((x0 + x1) / 2, y0, y1))
        elif wide >= _SHORT and high >= _SHORT:
            across += [(y0, x0, x1), (y1, x0, x1)]
            down += [(x0, y0, y1), (x1, y0, y1)]


def _moved(x: float, y: float, matrix: Any) -> tuple[float, float]:
    return matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f


def _product(first: Any, then: Any) -> Any:
    return pdfium.FS_MATRIX(
        first.a * then.a + first.b * then.c,
        first.a * then.b + first.b * then.d,
        first.c * then.a + first.d * then.c,
        first.c * then.b + first.d * then.d,
        first.e * then.a + first.f * then.c + then.e,
        first.e * then.b + first.f * then.d + then.f,
    )
