"""A report: assembled once, computed for a period, and frozen when it is released."""

from sagsgang.figures.report.description import BadReport, Part, Report, report_from_toml
from sagsgang.figures.report.edition import Edition, EditionPart, edition_from, edition_of
from sagsgang.figures.report.page import as_case_html, as_html

__all__ = [
    "BadReport",
    "Edition",
    "EditionPart",
    "Part",
    "Report",
    "as_case_html",
    "as_html",
    "edition_from",
    "edition_of",
    "report_from_toml",
]
