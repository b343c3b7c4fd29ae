"""Bytes → minutes: any file of a Danish municipality's minutes or agenda as structured data."""

from sagsgang.reading.canonical import Canonical, Mark, Role, Unreadable
from sagsgang.reading.files import canonical_lines, read
from sagsgang.reading.reader import NoItems, Reading, read_canonical
from sagsgang.reading.report import report
from sagsgang.reading.trace import Span, Trace

__all__ = [
    "Canonical",
    "Mark",
    "NoItems",
    "Reading",
    "Role",
    "Span",
    "Trace",
    "Unreadable",
    "canonical_lines",
    "read",
    "read_canonical",
    "report",
]
