"""One meeting as its page shows it: who, where, when, the items with their outcome, and the
findings on the whole.
"""

from dataclasses import dataclass

from sagsgang.minutes import Minutes
from sagsgang.web.archive.models import Item
from sagsgang.web.archive.pages.finding_view import FindingView, finding_view, mark_links
from sagsgang.web.archive.pages.held import Held, held
from sagsgang.web.archive.pages.outcomes import CLOSED, Chip, outcome_chip
from sagsgang.web.archive.reader import item_of
from sagsgang.web.archive.selectors import StoredDocument, document_report


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item in the meeting's list."""

    row: Item
    url: str
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """`findings` are about the document as a whole; the others stand on their items' pages.

    `held` is what was recomputed and is in order.
    """

    document: StoredDocument
    minutes: Minutes
    items: tuple[ItemRow, ...]
    findings: tuple[FindingView, ...]
    held: Held


def meeting_page(*, document: StoredDocument, language: str) -> MeetingPage:
    """The page of a meeting's document."""
    minutes = document.minutes
    report = document_report(document=document, language=language)
    return MeetingPage(
        document=document,
        minutes=minutes,
        items=tuple(
            ItemRow(row, document.address("item", item=row.slug), _chips(row))
            for row in document.items
        ),
        findings=tuple(
            finding_view(
                each, number, language, links=mark_links(each, number, document), shown_in=minutes
            )
            for number, each in enumerate(report.findings, start=1)
            if item_of(each, minutes) is None
        ),
        held=held(document, report),
    )


def _chips(row: Item) -> tuple[Chip, ...]:
    outcome = outcome_chip(row.outcome or None, has_decision=row.has_decision)
    return tuple(chip for chip in (outcome, CLOSED if row.is_closed else None) if chip)
