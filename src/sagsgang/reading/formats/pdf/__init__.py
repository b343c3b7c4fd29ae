"""PDF: text placed on pages becomes lines in reading order, with what their look says about them."""

from sagsgang.reading.formats.pdf.opening import is_pdf
from sagsgang.reading.formats.pdf.reader import pdf_lines

__all__ = ["is_pdf", "pdf_lines"]
