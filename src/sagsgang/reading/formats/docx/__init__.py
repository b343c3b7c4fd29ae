"""Word documents: bytes → canonical lines."""

from sagsgang.reading.formats.docx.document import docx_lines, is_docx

__all__ = ["docx_lines", "is_docx"]
