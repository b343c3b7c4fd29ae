"""What PDFium is asked about single characters: their places, and nothing more than needed."""

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from sagsgang.reading.formats.pdf.page.calls import address, count_rects
from sagsgang.reading.formats.pdf.page.turning import Box, upright


class Glyphs:
    """The characters of one page, for the few questions that rectangles leave open."""

    def __init__(self, text_page: Any) -> None:
        self._page = text_page
        self._address = address(text_page)
        self._box = pdfium.FS_RECTF()
        self._ref = ctypes.byref(self._box)

    def box(self, index: int, turn: int) -> Box:
        """Where a character stands, from its origin to where the next one begins."""
        pdfium.FPDFText_GetLooseCharBox(self._page, index, self._ref)
        box = self._box
        return upright(box.left, box.top, box.right, box.bottom, turn)

    def first_of(self, rectangle: int, words: str, start: int, after: int = 0) -> int:
        """The place in `words` that rectangle `rectangle` (from 0) of a line begins at.

        `words` are the line's, `start` is its first character; the place lies at or behind `after`.
        PDFium does not tell it, but tells how many rectangles any range of characters has; and
        most rectangles begin with a word.
        """
        page = self._address
        place = after
        while place >= 0:
            if count_rects(page, start, place + 1) > rectangle:
                if place == after or count_rects(page, start, place) <= rectangle:
                    return place
                break
            place = words.find(" ", place + 1) + 1 or -1
        low, high = after, len(words) - 1
        while low < high:
            middle = (low + high) // 2
            if count_rects(page, start, middle + 1) > rectangle:
                high = middle
            else:
                low = middle + 1
        return low

    def wide_blanks(
        self, text: str, start: int, turn: int, widest: float
    ) -> list[tuple[int, float, float]]:
        """The blanks in `text` (from character `start`) that are wider than `widest`.

        Each as (character behind it, where the text before it ends, where it goes on).
        """
        found = []
        position = text.find(" ")
        while 0 < position < len(text) - 1:
            behind = position + 1
            while behind < len(text) - 1 and text[behind] == " ":
                behind += 1
            end = self.box(start + position - 1, turn)[2]
            goes_on = self.box(start + behind, turn)[0]
            if goes_on - end > widest:
                found.append((start + behind, end, goes_on))
            position = text.find(" ", behind)
        return found
