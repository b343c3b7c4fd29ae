"""Files as rows of cells: CSV in any encoding, workbooks and spreadsheets, read one way."""

from sagsgang.figures.sources.files.cells import (
    NotANumber,
    is_english_only,
    number_of,
    read_period,
)
from sagsgang.figures.sources.files.headers import Header, find_header, plain, slug
from sagsgang.figures.sources.files.opened import ENDINGS, Opened, open_file

__all__ = [
    "ENDINGS",
    "Header",
    "NotANumber",
    "Opened",
    "find_header",
    "is_english_only",
    "number_of",
    "open_file",
    "plain",
    "read_period",
    "slug",
]
