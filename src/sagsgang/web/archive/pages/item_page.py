"""One item as its page shows it: sections in order, decision beside recommendation, findings where
they belong.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from sagsgang.checking import Verified
from sagsgang.checking.output.coverage import Coverage, coverage
from sagsgang.minutes import AgendaItem, Reference, Section, SectionKind
from sagsgang.searching import PublicItem
from sagsgang.web.archive.models import Item
from sagsgang.web.archive.pages.blocks import Block, TableQueue, blocks_of, text_blocks
from sagsgang.web.archive.pages.finding_view import (
    FindingView,
    finding_addresses,
    finding_anchor,
    finding_view,
    mark_links,
    rule_title,
)
from sagsgang.web.archive.pages.item_marks import ItemMarks, touches
from sagsgang.web.archive.pages.outcomes import CLOSED, Chip, follow_up_label, outcome_chip
from sagsgang.web.archive.pages.recommendation import Beside, beside
from sagsgang.web.archive.pages.timeline import FindAddress, Station, timeline
from sagsgang.web.archive.reader import item_of
from sagsgang.web.archive.search_index import similar_items
from sagsgang.web.archive.selectors import (
    SameCase,
    StoredDocument,
    address_finder,
    document_report,
    items_of_same_case,
)

_PASSING = (SectionKind.TOPIC, SectionKind.OTHER)


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section; `findings` are those about its lines, `beside` is set on a recommendation.

    `has_parts` is true when sections of a deeper level follow; `in_outline` when the heading is a
    known one, not a passing sub-heading.
    """

    anchor: str
    heading: str
    level: int
    blocks: tuple[Block, ...]
    findings: tuple[FindingView, ...]
    beside: Beside | None
    is_decision: bool
    has_parts: bool
    in_outline: bool


@dataclass(frozen=True, slots=True)
class FollowUpView:
    """What a decision asks for: in words, for whom, and the date as printed."""

    label: object
    to: str | None
    when: object


@dataclass(frozen=True, slots=True)
class ReferenceView:
    """A mention of another item, and its address when the archive has it."""

    reference: Reference
    url: str | None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A finding of another item that this item's numbers take part in, and where it stands."""

    number: int
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class ItemPage:
    """Everything on the page; `decision_alone` holds a decision that no section prints.

    `findings_below` stand with their sections; `findings_above` are about the item as such;
    `elsewhere` are other items' findings that this item's numbers take part in.
    """

    document: StoredDocument
    row: Item
    item: AgendaItem
    chips: tuple[Chip, ...]
    decision_chip: Chip | None
    decision_anchor: str
    decision_alone: tuple[Block, ...]
    follow_ups: tuple[FollowUpView, ...]
    sections: tuple[SectionView, ...]
    findings_above: tuple[FindingView, ...]
    findings_below: tuple[FindingView, ...]
    elsewhere: tuple[Elsewhere, ...]
    held: tuple[Verified, ...]
    coverage: Coverage
    stations: tuple[Station, ...]
    references: tuple[ReferenceView, ...]
    same_case: list[SameCase]
    case_url: str
    similar: tuple[PublicItem, ...]
    previous: Item | None
    following: Item | None


def item_page(*, document: StoredDocument, slug: str, language: str) -> ItemPage | None:
    """The page of the item at `slug`; None when the document has no such item."""
    row = next((row for row in document.items if row.slug == slug), None)
    if row is None:
        return None
    item = document.minutes.items[row.position]
    report = document_report(document=document, language=language)
    addresses = finding_addresses(document, report)
    own = {
        number: finding
        for number, finding in enumerate(report.findings, start=1)
        if item_of(finding, document.minutes) == row.position
    }
    marks = ItemMarks(
        item,
        row.position,
        report,
        addresses | {number: f"#{finding_anchor(number)}" for number in own},
    )
    blocks = _blocks(item, marks)
    findings = tuple(
        finding_view(
            finding,
            number,
            language,
            links=mark_links(finding, number, document, here=row.position, shown=marks.shown),
        )
        for number, finding in own.items()
    )
    sections = _sections(item, blocks, findings)
    placed = {finding.number for section in sections for finding in section.findings}
    find = address_finder(municipality=document.meeting.body.municipality)
    decision = item.decision
    chip = outcome_chip(decision.outcome) if decision else None
    neighbours = {other.position: other for other in document.items}
    return ItemPage(
        document=document,
        row=row,
        item=item,
        chips=tuple(each for each in (chip, CLOSED if item.is_closed else None) if each),
        decision_chip=chip,
        decision_anchor=next((each.anchor for each in sections if each.is_decision), ""),
        decision_alone=_decision_alone(item),
        follow_ups=tuple(
            FollowUpView(follow_up_label(each), each.to, each.when)
            for each in (decision.follow_ups if decision else ())
        ),
        sections=sections,
        findings_above=tuple(each for each in findings if each.number not in placed),
        findings_below=tuple(each for each in findings if each.number in placed),
        elsewhere=tuple(
            Elsewhere(number, rule_title(finding.rule, language), addresses[number])
            for number, finding in enumerate(report.findings, start=1)
            if number not in own and touches(finding.others, row.position)
        ),
        held=tuple(
            each for each in report.verified if item_of(each, document.minutes) == row.position
        ),
        coverage=coverage(document.minutes, report, [row.position]),
        stations=timeline(document.minutes, item, find),
        references=_references(item, find),
        same_case=items_of_same_case(document=document, item=row),
        case_url=_case_url(document, row),
        similar=() if document.key else similar_items(document.address("item", item=slug)),
        previous=neighbours.get(row.position - 1),
        following=neighbours.get(row.position + 1),
    )


def _blocks(item: AgendaItem, marks: ItemMarks) -> list[tuple[Block, ...]]:
    """What each section shows, marked."""
    tables = TableQueue(item.tables, marks)
    return [blocks_of(section, tables, index) for index, section in enumerate(item.sections)]


def _sections(
    item: AgendaItem, blocks: Sequence[tuple[Block, ...]], findings: Sequence[FindingView]
) -> tuple[SectionView, ...]:
    homes = {finding.number: _home(finding, item.sections) for finding in findings}
    views = []
    for index, section in enumerate(item.sections):
        is_recommendation = section.kind is SectionKind.RECOMMENDATION
        views.append(
            SectionView(
                anchor=f"afsnit-{index + 1}",
                heading=section.heading,
                level=section.level,
                blocks=blocks[index],
                findings=tuple(each for each in findings if homes[each.number] == index),
                beside=beside(item, blocks[index]) if is_recommendation else None,
                is_decision=section.kind is SectionKind.DECISION,
                has_parts=any(
                    after.level > section.level for after in item.sections[index + 1 :][:1]
                ),
                in_outline=section.level == 1 or section.kind not in _PASSING,
            )
        )
    return tuple(views)


def _home(finding: FindingView, sections: Sequence[Section]) -> int | None:
    """The section whose words it is about, or the innermost one that holds its first line."""
    place = finding.place
    if place is not None and place.section is not None and place.section < len(sections):
        return place.section
    if finding.lines is None:
        return None
    first = finding.lines[0]
    holding = [
        index for index, each in enumerate(sections) if each.lines[0] <= first <= each.lines[1]
    ]
    return max(holding, key=lambda index: (sections[index].level, index), default=None)


def _decision_alone(item: AgendaItem) -> tuple[Block, ...]:
    has_section = any(section.kind is SectionKind.DECISION for section in item.sections)
    return text_blocks(item.decision.text) if item.decision and not has_section else ()


def _case_url(document: StoredDocument, row: Item) -> str:
    municipality = document.meeting.body.municipality
    if not row.case_slug or municipality.pk is None or document.key:
        return ""
    return reverse(
        "archive:case", kwargs={"municipality": municipality.slug, "case": row.case_slug}
    )


def _references(item: AgendaItem, find: FindAddress) -> tuple[ReferenceView, ...]:
    return tuple(
        ReferenceView(each, find(each.body, each.date, each.item, None)) for each in item.references
    )
