"""The PDFium functions that are called for every line, with plain numbers for pointers.

pypdfium2 checks the type of every pointer it passes on. That costs as much as the call itself, and
these calls are most of what reading a page takes.
"""

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

_INT, _POINTER, _SIZE = ctypes.c_int, ctypes.c_void_p, ctypes.c_ulong


def address(value: Any) -> int:
    """Where an object of ctypes lies, or what a pointer of PDFium points to."""
    if isinstance(value, ctypes._Pointer):
        return ctypes.cast(value, _POINTER).value or 0
    return ctypes.addressof(value)


def _plain(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    place = ctypes.cast(function, _POINTER).value
    assert place
    return ctypes.CFUNCTYPE(result, *arguments)(place)


#: (text page, character, matrix) → whether it is known
get_matrix = _plain(pdfium.FPDFText_GetMatrix, _INT, _POINTER, _INT, _POINTER)
#: (text page, character) → type size before the matrix
get_size = _plain(pdfium.FPDFText_GetFontSize, ctypes.c_double, _POINTER, _INT)
#: (text page, character, name, its room, flags) → length of the name
get_font = _plain(pdfium.FPDFText_GetFontInfo, _SIZE, _POINTER, _INT, _POINTER, _SIZE, _POINTER)
#: (text page, character) → weight of the font, 400 for plain; 0 when the file does not tell
get_weight = _plain(pdfium.FPDFText_GetFontWeight, _INT, _POINTER, _INT)
#: (text page, first character, count) → number of text rectangles
count_rects = _plain(pdfium.FPDFText_CountRects, _INT, _POINTER, _INT, _INT)
#: (text page, rectangle, left, top, right, bottom) → whether there is one
get_rect = _plain(pdfium.FPDFText_GetRect, _INT, _POINTER, _INT, *[_POINTER] * 4)
#: (page, number) → the address of a page object
get_object = _plain(pdfium.FPDFPage_GetObject, _POINTER, _POINTER, _INT)
#: (page object) → what kind it is
get_kind = _plain(pdfium.FPDFPageObj_GetType, _INT, _POINTER)
#: (page object, left, bottom, right, top) → whether they are known
get_bounds = _plain(pdfium.FPDFPageObj_GetBounds, _INT, _POINTER, *[_POINTER] * 4)
#: (page object, red, green, blue, opacity) → whether they are known
get_fill = _plain(pdfium.FPDFPageObj_GetFillColor, _INT, _POINTER, *[_POINTER] * 4)
#: (text object) → how it is drawn: 3 is not at all
get_render_mode = _plain(pdfium.FPDFTextObj_GetTextRenderMode, _INT, _POINTER)
#: (text page, character) → the address of its text object
get_text_object = _plain(pdfium.FPDFText_GetTextObject, _POINTER, _POINTER, _INT)
