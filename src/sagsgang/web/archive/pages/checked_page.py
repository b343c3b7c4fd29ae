"""A checked file as its pages show it: like the archive's documents, but in no table."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.utils import timezone

from sagsgang import __version__
from sagsgang.checking.output.coverage import Coverage, coverage
from sagsgang.web.archive.checked_file import KEPT_FOR, CheckedFile
from sagsgang.web.archive.gate import kept_out_by
from sagsgang.web.archive.item_rows import item_rows
from sagsgang.web.archive.masked import Masking
from sagsgang.web.archive.models import Document, Meeting
from sagsgang.web.archive.packing import pack_json, pack_text
from sagsgang.web.archive.pages.finding_view import (
    FindingView,
    finding_view,
    mark_links,
    rule_title,
)
from sagsgang.web.archive.pages.meeting_page import ItemRow, MeetingPage, meeting_page
from sagsgang.web.archive.reader import ReadFile, item_of
from sagsgang.web.archive.selectors import StoredDocument, document_report
from sagsgang.web.bodies.models import Body, Municipality
from sagsgang.web.bodies.naming import UNNAMED_MUNICIPALITY, municipality_slug, plain
from sagsgang.web.bodies.selectors import municipality_get


@dataclass(frozen=True, slots=True)
class FoundInItem:
    """An item and its findings, numbered through the whole page."""

    entry: ItemRow
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class KeptOutBy:
    """A finding that keeps the file out of the archive: the rule's title, and where it stands."""

    title: str
    item: str | None
    lines: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class CheckedPage:
    """`page` is what a meeting's page shows; `found` are the items with findings, in order;
    `kept_out_by` are the findings for which the archive does not take the file.
    """

    checked: CheckedFile
    page: MeetingPage
    found: tuple[FoundInItem, ...]
    findings: int
    coverage: Coverage
    kept_out_by: tuple[KeptOutBy, ...] = ()


def checked_document(checked: CheckedFile, read: ReadFile) -> StoredDocument:
    """The document with rows that are in no table; of a known municipality, so that links work.

    Personal numbers are masked: nobody needs to read them to mend what is wrong.
    """
    masking = Masking(read.text)
    minutes = masking.minutes(read.minutes)
    row = Document(
        meeting=Meeting(body=_body(read), starts_at=_aware(minutes.starts_at), slug="referat"),
        kind=minutes.kind.value,
        name=checked.name,
        sha256=checked.sha256,
        minutes=pack_json(read.minutes.as_json()),
        report=pack_json(read.report.as_json(with_verified=True)),
        text=pack_text(read.text),
        findings=len(read.report.findings),
        made_by=__version__,
        imported_at=checked.until - KEPT_FOR,
    )
    shown = ReadFile(minutes, read.text, read.report)
    rows = tuple(item_rows(row, shown))
    return StoredDocument(row, minutes, rows, key=checked.key, hides=masking.hides)


def checked_page(*, checked: CheckedFile, read: ReadFile, language: str) -> CheckedPage:
    """The page of a checked file: its findings first, then its items."""
    document = checked_document(checked, read)
    page = meeting_page(document=document, language=language)
    report = document_report(document=document, language=language)
    by_item: dict[int, list[FindingView]] = {}
    for number, finding in enumerate(report.findings, start=1):
        position = item_of(finding, read.minutes)
        if position is not None:
            view = finding_view(
                finding,
                number,
                language,
                links=mark_links(finding, number, document),
                shown_in=document.minutes,
            )
            by_item.setdefault(position, []).append(view)
    found = tuple(
        FoundInItem(page.items[position], tuple(views))
        for position, views in sorted(by_item.items())
    )
    return CheckedPage(
        checked=checked,
        page=page,
        found=found,
        findings=len(report.findings),
        coverage=coverage(document.minutes, report),
        kept_out_by=tuple(
            KeptOutBy(rule_title(each.rule, language), each.item, each.lines)
            for each in kept_out_by(read.report)
        ),
    )


def _body(read: ReadFile) -> Body:
    name = read.minutes.municipality
    slug = municipality_slug(name) if name else UNNAMED_MUNICIPALITY
    known = municipality_get(slug=slug) if name else None
    home = known or Municipality(name=plain(name or "").strip()[:200], slug=slug)
    return Body(municipality=home, name=plain(read.minutes.body or "").strip()[:200], slug="udvalg")


def _aware(local: datetime | None) -> datetime | None:
    return timezone.make_aware(local).astimezone(UTC) if local else None
