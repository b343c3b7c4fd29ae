"""PDF files: pages, and the many places beside and beneath them."""

from sagsgang.reading.attachments.pdf.reading import read_pdf

__all__ = ["read_pdf"]
