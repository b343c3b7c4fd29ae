"""Which PDF files are opened, and the one line that says why another is not."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2.raw as pdfium

from sagsgang.reading.canonical import Unreadable

#: Minutes with every attachment bound in are some hundred pages; whole years are a few thousand.
MAX_PAGES = 3_000

_LENGTH = re.compile(rb"/Linearized\b[^>]{0,200}?/L\s+(\d+)|/L\s+(\d+)[^>]{0,200}?/Linearized\b")
_END = b"%%EOF"
_LONGEST_TAIL = 4096  # what mail and download systems have been seen to append

_LOCKED = "PDF-filen er låst med adgangskode; gem den uden adgangskode, og prøv igen."
_BROKEN = "PDF-filen er afkortet eller beskadiget; hent den igen, og prøv igen."
_EMPTY = "PDF-filen har ingen sider."

# PDFium keeps its state in globals: one document is read at a time in a process.
_PDFIUM = threading.RLock()


@contextmanager
def opened(data: bytes) -> Iterator[tuple[Any, int]]:
    """The PDFium document and its number of pages, closed again whatever happens inside.

    Raises Unreadable for files that are locked, cut off, damaged, without pages or too long.
    """
    if _is_cut_off(data):
        raise Unreadable(_BROKEN)
    with _PDFIUM:
        document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        if not document:
            error = pdfium.FPDF_GetLastError()
            locked = error in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
            raise Unreadable(_LOCKED if locked else _BROKEN)
        try:
            count = pdfium.FPDF_GetPageCount(document)
            if count < 1:
                raise Unreadable(_EMPTY)
            if count > MAX_PAGES:
                raise Unreadable(
                    f"PDF-filen har {_dotted(count)} sider; der læses højst "
                    f"{_dotted(MAX_PAGES)}. Del den i mindre filer."
                )
            yield document, count
        finally:
            pdfium.FPDF_CloseDocument(document)


@contextmanager
def page_of(document: Any, number: int) -> Iterator[tuple[Any, Any]]:
    """Page `number` (from 1) and its text, both closed again; Unreadable when it is damaged."""
    page = pdfium.FPDF_LoadPage(document, number - 1)
    if not page:
        raise Unreadable(_BROKEN)
    try:
        text = pdfium.FPDFText_LoadPage(page)
        if not text:
            raise Unreadable(_BROKEN)
        try:
            yield page, text
        finally:
            pdfium.FPDFText_ClosePage(text)
    finally:
        pdfium.FPDF_ClosePage(page)


def _is_cut_off(data: bytes) -> bool:
    """Whether the end is missing: PDFium would mend such a file and keep quiet about the loss."""
    end = data.rfind(_END)
    if end < 0 or len(data) - end > _LONGEST_TAIL:
        return True
    if match := _LENGTH.search(data, 0, 2048):
        # a file arranged for the web has an end mark near its beginning, but tells its length
        return len(data) < int(match[1] or match[2])
    return False


def _dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")
