"""What PDFium is asked about single characters: their places, and nothing more than needed."""

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from sagsgang.reading.formats.pdf.page.turning import Box, upright


class Glyphs:
    """The characters of one page, for the few questions that rectangles leave open."""

    def __init__(self, text_page: Any) -> None:
        self._page = text_page
        self._box = pdfium.FS_RECTF()
        self._ref = ctypes.byref(self._box)

    def box(self, index: int, turn: int) -> Box:
        """Where a character stands, from its origin to where the next one begins."""
        pdfium.FPDFText_GetLooseCharBox(self._page, index, self._ref)
        box = self._box
        return upright(box.left, box.top, box.right, box.bottom, turn)

    def first_of(self, rectangle: int, start: int, end: int) -> int:
        """The character that rectangle `rectangle` (from 0) of a range of characters begins with.

        PDFium does not tell it, but tells how many rectangles any range of characters has.
        """
        low, high = 1, end - start  # the fewest characters that have more rectangles than that
        while low < high:
            middle = (low + high) // 2
            if pdfium.FPDFText_CountRects(self._page, start, middle) > rectangle:
                high = middle
            else:
                low = middle + 1
        return start + low - 1

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
