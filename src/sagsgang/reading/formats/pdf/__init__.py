"""PDF: text placed on pages becomes lines in reading order, marked with what their look says."""

from sagsgang.reading.canonical import Canonical
from sagsgang.reading.formats.pdf.signature import is_pdf

__all__ = ["is_pdf", "pdf_lines"]


def pdf_lines(data: bytes) -> Canonical:
    """The canonical lines of a PDF file; see `reader.pdf_lines`. Loads PDFium when first called."""
    from sagsgang.reading.formats.pdf import reader

    return reader.pdf_lines(data)
