"""Heads set in two columns: which rows are a label with its value behind a wide gap."""

import re

from sagsgang.reading.formats.pdf.page.rows import Row

_LABEL = re.compile(
    r"^(?:møde)?(?:dato|tid(?:spunkt)?|sted|lokale|deltagere|ledere?)$"
    r"|^møde(?:t|ts)? (?:start|slut|begynd|afslut|hæve)"
    r"|^(?:medlemmer|til ?stede|fraværende|afbud|gæster|referent|formand|udvalg)$"
    r"|^(?:start|slut)(?:tidspunkt)?$|^(?:bilag|ansvarlig|emne)$"
    r"|^sags ?(?:nr\.?|nummer|behandler|ansvarlig|id)$|^(?:j|journal|dok)\.? ?nr\.?$"
    r"|^(?:desuden|endvidere|øvrige|ikke) .{3,25}$",
    re.IGNORECASE,
)
_LONGEST = 40


def is_label(row: Row) -> bool:
    """Whether a row of two pieces is a label and its value, rather than two cells of a table."""
    if len(row.pieces) != 2:
        return False
    label, value = row.pieces
    if len(label.text) > _LONGEST or not label.text[:1].isalpha():
        return False
    if label.text.endswith(":"):
        return True
    if _LABEL.match(label.text):
        return True
    return label.bold and not value.bold and any(map(str.isalpha, value.text))


def goes_with(row: Row, label: Row) -> bool:
    """Whether a row is one more line of a label's value: it stands in the value's column."""
    left = label.pieces[1].x0
    return len(row.pieces) == 1 and abs(row.x0 - left) <= 3
