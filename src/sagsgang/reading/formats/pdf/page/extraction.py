"""How the text of a page is taken out of PDFium: line by line, with few calls a line.

PDFium gives the text of a page in one call, cut into lines, and for a range of characters the
rectangles of the text objects it is made of. So a line costs a handful of calls, however long it
is; single characters are asked about only where a line is wider than its text can be.
"""

import ctypes
import re
import struct
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from sagsgang.reading.formats.pdf.layout.joining import is_clean, raised
from sagsgang.reading.formats.pdf.page.calls import (
    address,
    count_rects,
    get_font,
    get_matrix,
    get_rect,
    get_size,
    get_weight,
)
from sagsgang.reading.formats.pdf.page.glyphs import Glyphs
from sagsgang.reading.formats.pdf.page.piece import PageText, Piece
from sagsgang.reading.formats.pdf.page.turning import Box, turn_of, upright

_LINE = re.compile(r"[^\r\n\ufffe]+")
_HYPHEN = "\ufffe"  # PDFium's sign for a hyphen at the end of a line
_BOLD = re.compile(rb"bold|black|heavy|semibd|demi|[-,]bd", re.IGNORECASE)
_SIX_FLOATS = struct.Struct("6f").unpack
_FOUR_DOUBLES = struct.Struct("4d").unpack
_LONGEST_NAME = 256  # bytes of a font's name
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

    def __init__(self, glyphs: Glyphs, page: int, text: str) -> None:
        self.glyphs = glyphs
        self.page = page
        self.text = text
        self.turns: list[list[Piece]] = [[], [], [], []]
        self.oblique: list[Piece] = []


class Extractor:
    """Takes pages out of one document; remembers which of its fonts are bold."""

    def __init__(self) -> None:
        self._bold: dict[tuple[bytes, int], bool] = {}
        self._edges = (ctypes.c_double * 4)()
        first = address(self._edges)
        self._edges_at = tuple(first + 8 * place for place in range(4))
        self._matrix = (ctypes.c_float * 6)()
        self._matrix_at = address(self._matrix)
        self._name = ctypes.create_string_buffer(_LONGEST_NAME)
        self._name_at = address(self._name)
        self._flags = ctypes.c_int()
        self._flags_at = address(self._flags)

    def page(self, page: Any, text_page: Any, number: int) -> PageText:
        """The pieces of one page, upright whichever way the page or its text is turned."""
        text = text_of(text_page)
        taken = _Taken(Glyphs(text_page), address(text_page), text)
        for match in _LINE.finditer(text):
            start, end = match.span()
            hyphen = end < len(text) and text[end] == _HYPHEN
            self._take(taken, start, end, hyphen)
        turns = taken.turns
        main = max(range(4), key=lambda turn: sum(len(piece.text) for piece in turns[turn]))
        strays = [
            piece for turn in range(4) if turn != main for piece in turns[turn]
        ] + taken.oblique
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, box)
        place = upright(box.left, box.top, box.right, box.bottom, main)
        return PageText(number, turns[main], strays, main, is_clean(text), *place)

    def _take(self, taken: _Taken, start: int, end: int, hyphen: bool = False) -> None:
        """Add the pieces of the line that characters `start` to `end` are."""
        text, page = taken.text, taken.page
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
        get_matrix(page, middle, self._matrix_at)
        a, b, c, d, e, f = _SIX_FLOATS(self._matrix)
        exact = 0 if b == 0 and a > 0 else turn_of(a, b)
        turn = exact or 0
        pieces = taken.oblique if exact is None else taken.turns[turn]
        base = (-f, e, f, -e)[turn]
        scale = abs(d) if c == 0 else (c * c + d * d) ** 0.5
        size = get_size(page, middle) * scale
        bold_start = self._is_bold(page, start)
        bold = bold_start and (end - start == 1 or self._is_bold(page, end - 1))
        glyphs = taken.glyphs
        boxes = self._boxes(page, start, end - start, turn)
        if not boxes:
            first, last = glyphs.box(start, turn), glyphs.box(end - 1, turn)
            boxes = [(first[0], first[1], max(first[2], last[2]), first[3])]
        if size <= 0:
            size = max(1.0, boxes[0][3] - boxes[0][1])
        x0, top, x1, bottom = boxes[0]
        words = text[start:end]
        cuts: list[_Cut] = []
        if len(boxes) > 1:
            raised_up = base - _RAISED * size
            is_raised = False
            for box in boxes:
                top, bottom = min(top, box[1]), max(bottom, box[3])
                is_raised = is_raised or box[3] < raised_up
            if bottom - top > _TALL * size:
                # text in another direction, such as a stamp, may be put on the same line
                places = self._turning_points(taken, start, end, len(boxes))
                if places:
                    for span in pairwise([start, *places, end]):
                        self._take(taken, *span)
                    return
            if is_raised:
                words = _with_raised(glyphs, words, start, boxes, base, size)
            cuts, x1 = _cuts(glyphs, words, start, boxes, size)
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

    def _turning_points(self, taken: _Taken, start: int, end: int, count: int) -> list[int]:
        """The characters, each the first of a text rectangle, at which the direction changes."""
        places = []
        before: int | None = -1
        for number in range(count):
            place = start + taken.glyphs.first_of(number, taken.text[start:end], start)
            get_matrix(taken.page, place, self._matrix_at)
            turn = turn_of(*self._matrix[:2])
            if number and turn != before:
                places.append(place)
            before = turn
        return places

    def _boxes(self, page: int, start: int, length: int, turn: int) -> list[Box]:
        """The text rectangles of a range of characters, in the upright page."""
        edges, places = self._edges, self._edges_at
        boxes = []
        for index in range(count_rects(page, start, length)):
            get_rect(page, index, *places)
            left, top, right, bottom = _FOUR_DOUBLES(edges)
            if turn == 0:
                boxes.append((left, -top, right, -bottom))
            else:
                boxes.append(upright(left, top, right, bottom, turn))
        return boxes

    def _is_bold(self, page: int, index: int) -> bool:
        get_font(page, index, self._name_at, _LONGEST_NAME, self._flags_at)
        key = (self._name.value, self._flags.value)
        known = self._bold.get(key)
        if known is None:
            heavy = get_weight(page, index) >= 600
            known = heavy or bool(_BOLD.search(key[0]) or key[1] & _FORCED_BOLD)
            self._bold[key] = known
        return known


def _cuts(
    glyphs: Glyphs, words: str, start: int, boxes: list[Box], size: float
) -> tuple[list[_Cut], float]:
    """Where a line has a gap between rectangles, or goes on further left; where its rest ends."""
    cuts: list[_Cut] = []
    widest = _GAP * size
    place = 0
    left, _, right, _ = boxes[0]
    for number, box in enumerate(boxes):
        if number and (box[0] - right > widest or box[0] < left - widest):
            place = glyphs.first_of(number, words, start, place)
            cuts.append((start + place, right, box[0]))
            left, right = box[0], box[2]
        elif box[2] > right:
            right = box[2]
    return cuts, right


def _with_raised(
    glyphs: Glyphs, words: str, start: int, boxes: list[Box], base: float, size: float
) -> str:
    """The words of a line, raised figures as signs of their own."""
    for number, box in enumerate(boxes):
        if box[3] < base - _RAISED * size and box[3] - box[1] < _SMALL * size:
            begin = glyphs.first_of(number, words, start)
            behind = len(words)
            if number + 1 < len(boxes):
                behind = glyphs.first_of(number + 1, words, start)
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
