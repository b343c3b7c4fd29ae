"""Files that Sagsgang made itself: read back exactly, from what a reader of the file has."""

from sagsgang.reading.own.pdf_objects import Damaged
from sagsgang.reading.own.tagged_pdf import NotOwn, blocks, is_own

__all__ = ["Damaged", "NotOwn", "blocks", "is_own"]
