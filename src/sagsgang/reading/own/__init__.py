"""Files that Sagsgang made itself: read back exactly, from what a reader of the file has."""

from sagsgang.reading.own.document import DIALECT, minutes_of, read_printed
from sagsgang.reading.own.pdf_objects import Damaged
from sagsgang.reading.own.tagged_pdf import NotOwn, blocks, is_own
from sagsgang.reading.own.walk import NotOurs, lines_of

__all__ = [
    "DIALECT",
    "Damaged",
    "NotOurs",
    "NotOwn",
    "blocks",
    "is_own",
    "lines_of",
    "minutes_of",
    "read_printed",
]
