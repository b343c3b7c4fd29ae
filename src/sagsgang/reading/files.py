"""Which format a file is in, found from its content, never from its name."""

import hashlib
import re
from collections.abc import Callable

from sagsgang.reading.canonical import Canonical, Unreadable
from sagsgang.reading.formats.docx import docx_lines, is_docx
from sagsgang.reading.formats.firstagenda import firstagenda_lines, is_firstagenda
from sagsgang.reading.formats.odt import is_odt, odt_lines
from sagsgang.reading.formats.pdf import is_pdf, pdf_lines
from sagsgang.reading.formats.text import text_lines
from sagsgang.reading.formats.web_page import is_web_page, web_page_lines
from sagsgang.reading.own.files import read_own
from sagsgang.reading.reader import NoItems, Reading, read_canonical

#: How each format is known, and what gives its lines; what none knows is read as text.
_FORMATS: tuple[tuple[Callable[[bytes], bool], Callable[[bytes], Canonical]], ...] = (
    (is_pdf, pdf_lines),
    (is_docx, docx_lines),
    (is_odt, odt_lines),
    (is_firstagenda, firstagenda_lines),
    (is_web_page, web_page_lines),
)
_LIKE_JSON = re.compile(rb"\s*[{\[]\s*[\"{]")
MAX_SIZE = 50_000_000


def read(data: bytes, name: str, *, max_size: int = MAX_SIZE) -> Reading:
    """The minutes in a file; raises Unreadable (NoItems when there is text but no agenda item)."""
    sha256 = hashlib.sha256(data).hexdigest()
    if len(data) <= max_size and (own := read_own(data, name, sha256)):
        return own
    canonical = canonical_lines(data, max_size=max_size)
    try:
        return read_canonical(canonical, name, sha256)
    except NoItems as nothing:
        if _LIKE_JSON.match(data):
            raise Unreadable(
                "filen ligner JSON, men er ikke gyldig; hent den igen fra FirstAgenda"
            ) from nothing
        raise


def canonical_lines(data: bytes, *, max_size: int = MAX_SIZE) -> Canonical:
    """The canonical lines of a file of any format; raises Unreadable."""
    if len(data) > max_size:
        raise Unreadable(
            f"filen er større end grænsen på {max_size / 1e6:.0f} MB; hæv den med --max-size"
        )
    if not data.strip(b"\0 \t\r\n\x0b\x0c\xef\xbb\xbf"):
        raise Unreadable("filen er tom")
    for recognises, lines in _FORMATS:
        if recognises(data):
            return lines(data)
    return text_lines(data)
