"""Which words on a page are links, and where they lead."""

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from sagsgang.reading.formats.pdf.layout.joining import clean

_MOST = 2_000  # links on one page
_LONGEST = 4_096  # characters of an address
_SCHEMES = ("http://", "https://", "mailto:")


def links_of(document: Any, page: Any, text_page: Any) -> list[tuple[str, str]]:
    """The links of a page to the web, as (text, address); addresses that are scripts are none."""
    found: list[tuple[str, str]] = []
    position = ctypes.c_int(0)
    link = pdfium.FPDF_LINK()
    while len(found) < _MOST and pdfium.FPDFLink_Enumerate(page, position, link):
        address = _address(document, link)
        if not address.lower().startswith(_SCHEMES):
            continue
        box = pdfium.FS_RECTF()
        if pdfium.FPDFLink_GetAnnotRect(link, box):
            found.append((_text_in(text_page, box), address))
    return found


def _address(document: Any, link: Any) -> str:
    action = pdfium.FPDFLink_GetAction(link)
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    length = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
    if not 1 < length <= _LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAction_GetURIPath(document, action, buffer, length)
    return buffer.value.decode("utf-8", "replace").strip()


def _text_in(text_page: Any, box: Any) -> str:
    left, right = sorted((box.left, box.right))
    bottom, top = sorted((box.bottom, box.top))
    length = pdfium.FPDFText_GetBoundedText(text_page, left, top, right, bottom, None, 0)
    if not 0 < length <= _LONGEST:
        return ""
    buffer = (ctypes.c_ushort * (length + 1))()
    pdfium.FPDFText_GetBoundedText(text_page, left, top, right, bottom, buffer, length)
    text = bytes(buffer).decode("utf-16-le", "replace").split("\0")[0]
    return " ".join(clean(text).split())
