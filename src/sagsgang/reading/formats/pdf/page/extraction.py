"""How the text of a page is taken out of PDFium: line by line, with few calls a line.

PDFium gives the text of a page in one call, cut into lines, and for a range of characters the
rectangles of the text objects it is made of. So a line costs a handful of calls, however long it
is; single characters are asked about only where a line is wider than its text can be.
"""

import ctypes
import re
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from sagsgang.reading.formats.pdf.layout.joining import is_clean, raised
from sagsgang.reading.formats.pdf.page.glyphs import Glyphs
from sagsgang.reading.formats.pdf.page.piece import PageText, Piece
from sagsgang.reading.formats.pdf.page.turning import Box, turn_of, upright

_LINE = re.compile(r"[^\r\n\ufffe]+")
_HYPHEN = "\ufffe"  # PDFium's sign for a hyphen at the end of a line
_BOLD = re.compile(rb"bold|black|heavy|semibd|demi|[-,]bd", re.IGNORECASE)
_FORCED_BOLD = 1 << 18  # a flag of the font descriptor
_GAP = 0.6  # a gap wider than this many type sizes may be more than a space between words
_RAISED = 0.2  # type sizes above the base line: the bottom of a raised figure
_SMALL = 0.7  # type sizes: its height, at most
_TALL = 2.0  # type sizes: no line of one direction is so high
_WIDE = 0.72  # no running text has wider characters on average, in type sizes

#: The character a line is cut before, where the text in front of it ends, and where it goes on.
_Cut = tuple[int, float, float]


class _Taken:
    """What has been taken of a page: pieces by quarter turns, and those that stand oblique."""

    def __init__(self, glyphs: Glyphs, text: str) -> None:
        self.glyphs = glyphs
        self.text = text
        self.turns: list[list[Piece]] = [[], [], [], []]
        self.oblique: list[Piece] = []


class Extractor:
    """Takes pages out of one document; remembers which of its fonts are bold."""

    def __init__(self) -> None:
        self._bold: dict[tuple[bytes, int], bool] = {}
        self._edges = tuple(ctypes.c_double() for _ in range(4))
        self._edge_refs = tuple(ctypes.byref(edge) for edge in self._edges)
        self._matrix = pdfium.FS_MATRIX()
        self._matrix_ref = ctypes.byref(self._matrix)
        self._name = ctypes.create_string_buffer(256)
        self._flags = ctypes.c_int()
        self._flags_ref = ctypes.byref(self._flags)
        self._count_rects = pdfium.FPDFText_CountRects
        self._get_rect = pdfium.FPDFText_GetRect
        self._get_matrix = pdfium.FPDFText_GetMatrix
        self._get_size = pdfium.FPDFText_GetFontSize
        self._get_font = pdfium.FPDFText_GetFontInfo

    def page(self, page: Any, text_page: Any, number: int) -> PageText:
        """The pieces of one page, upright whichever way the page or its text is turned."""
        text = text_of(text_page)
        taken = _Taken(Glyphs(text_page), text)
        for match in _LINE.finditer(text):
            start, end = match.span()
            hyphen = end < len(text) and text[end] == _HYPHEN
            self._take(text_page, taken, start, end, hyphen)
        turns = taken.turns
        main = max(range(4), key=lambda turn: sum(len(piece.text) for piece in turns[turn]))
        strays = [
            piece for turn in range(4) if turn != main for piece in turns[turn]
        ] + taken.oblique
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, box)
        place = upright(box.left, box.top, box.right, box.bottom, main)
        return PageText(number, turns[main], strays, main, is_clean(text), *place)

    def _take(
        self, text_page: Any, taken: _Taken, start: int, end: int, hyphen: bool = False
    ) -> None:
        """Add the pieces of the line that characters `start` to `end` are."""
        matrix, text = self._matrix, taken.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == end:
            return
        # signs of lists are set in other fonts: the middle of a line tells its size
        middle = (start + end) // 2
        while text[middle].isspace() and middle > start:
            middle -= 1
        self._get_matrix(text_page, middle, self._matrix_ref)
        c, d = matrix.c, matrix.d
        exact = 0 if matrix.b == 0 and matrix.a > 0 else turn_of(matrix.a, matrix.b)
        turn = exact or 0
        pieces = taken.oblique if exact is None else taken.turns[turn]
        base = (-matrix.f, matrix.e, matrix.f, -matrix.e)[turn]
        scale = abs(d) if c == 0 else (c * c + d * d) ** 0.5
        size = self._get_size(text_page, middle) * scale
        bold_start = self._is_bold(text_page, start)
        bold = bold_start and (end - start == 1 or self._is_bold(text_page, end - 1))
        glyphs = taken.glyphs
        boxes = self._boxes(text_page, start, end - start, turn)
        if not boxes:
            first, last = glyphs.box(start, turn), glyphs.box(end - 1, turn)
            boxes = [(first[0], first[1], max(first[2], last[2]), first[3])]
        if size <= 0:
            size = max(1.0, boxes[0][3] - boxes[0][1])
        x0, top, x1, bottom = boxes[0]
        words = text[start:end]
        cuts: list[_Cut] = []
        if len(boxes) > 1:
            top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
            if bottom - top > _TALL * size:
                # text in another direction, such as a stamp, may be put on the same line
                places = self._turning_points(text_page, glyphs, start, end, len(boxes))
                if places:
                    for span in pairwise([start, *places, end]):
                        self._take(text_page, taken, *span)
                    return
            words = _with_raised(glyphs, words, start, boxes, base, size)
            cuts, x1 = _cuts(glyphs, (start, end), boxes, size)
        if not cuts and x1 - x0 > _WIDE * size * (end - start) and " " in words:
            cuts = glyphs.wide_blanks(words, start, turn, size)
        begin = start
        for cut, stop, goes_on in cuts:
            part = words[begin - start : cut - start].rstrip()
            if part:
                pieces.append(
                    Piece(part, x0, stop, top, bottom, base, size, bold, bold_start, begin, cut)
                )
            begin, x0 = cut, goes_on
        if begin < end:
            part = words[begin - start :] + "-" if hyphen else words[begin - start :]
            pieces.append(
                Piece(part, x0, x1, top, bottom, base, size, bold, bold_start, begin, end)
            )

    def _turning_points(
        self, text_page: Any, glyphs: Glyphs, start: int, end: int, count: int
    ) -> list[int]:
        """The characters, each the first of a text rectangle, at which the direction changes."""
        places = []
        before: int | None = -1
        for number in range(count):
            place = glyphs.first_of(number, start, end)
            self._get_matrix(text_page, place, self._matrix_ref)
            turn = turn_of(self._matrix.a, self._matrix.b)
            if number and turn != before:
                places.append(place)
            before = turn
        return places

    def _boxes(self, text_page: Any, start: int, length: int, turn: int) -> list[Box]:
        """The text rectangles of a range of characters, in the upright page."""
        left, top, right, bottom = self._edges
        refs = self._edge_refs
        get_rect = self._get_rect
        boxes = []
        for index in range(self._count_rects(text_page, start, length)):
            get_rect(text_page, index, *refs)
            if turn == 0:
                boxes.append((left.value, -top.value, right.value, -bottom.value))
            else:
                boxes.append(upright(left.value, top.value, right.value, bottom.value, turn))
        return boxes

    def _is_bold(self, text_page: Any, index: int) -> bool:
        self._get_font(text_page, index, self._name, 256, self._flags_ref)
        key = (self._name.value, self._flags.value)
        known = self._bold.get(key)
        if known is None:
            heavy = pdfium.FPDFText_GetFontWeight(text_page, index) >= 600
            known = heavy or bool(_BOLD.search(key[0]) or key[1] & _FORCED_BOLD)
            self._bold[key] = known
        return known


def _cuts(
    glyphs: Glyphs, span: tuple[int, int], boxes: list[Box], size: float
) -> tuple[list[_Cut], float]:
    """Where a line has a gap between rectangles, or goes on further left; where its rest ends."""
    cuts: list[_Cut] = []
    left, _, right, _ = boxes[0]
    for number, box in enumerate(boxes):
        if number and (box[0] - right > _GAP * size or box[0] < left - _GAP * size):
            cuts.append((glyphs.first_of(number, *span), right, box[0]))
            left, right = box[0], box[2]
        right = max(right, box[2])
    return cuts, right


def _with_raised(
    glyphs: Glyphs, words: str, start: int, boxes: list[Box], base: float, size: float
) -> str:
    """The words of a line, raised figures as signs of their own."""
    end = start + len(words)
    for number, box in enumerate(boxes):
        if box[3] < base - _RAISED * size and box[3] - box[1] < _SMALL * size:
            begin = glyphs.first_of(number, start, end) - start
            behind = len(words)
            if number + 1 < len(boxes):
                behind = glyphs.first_of(number + 1, start, end) - start
            words = words[:begin] + raised(words[begin:behind]) + words[behind:]
    return words


def text_of(text_page: Any) -> str:
    """The text of a page in PDFium's order, one character for each of PDFium's indices."""
    count = pdfium.FPDFText_CountChars(text_page)
    if count < 1:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", "surrogatepass")
    if len(text) == count:
        return text
    # characters outside the first plane take two places, and some take none
    codes = (pdfium.FPDFText_GetUnicode(text_page, index) for index in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 else " " for code in codes)
