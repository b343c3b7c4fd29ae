"""Reading the archive: lists for the overview pages, and one document with what belongs to it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from uuid import UUID

from django.db.models import Count, F, Max, Prefetch, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from sagsgang.checking import Report, check
from sagsgang.minutes import DocumentKind, Minutes
from sagsgang.web.archive.addresses import meeting_address
from sagsgang.web.archive.masked import Masking
from sagsgang.web.archive.models import Copy, Document, Item, Meeting
from sagsgang.web.archive.packing import json_to_show, text_to_show, unpack_json
from sagsgang.web.archive.pages.timeline import FindAddress
from sagsgang.web.archive.results import UPLOAD, ImportResult
from sagsgang.web.archive.slugs import item_slugs
from sagsgang.web.audit.selectors import operation_details
from sagsgang.web.bodies.models import Body, Municipality
from sagsgang.web.bodies.naming import body_key
from sagsgang.web.bodies.selectors import bodies_by_key
from sagsgang.web.publishing.addresses import item_path, meeting_path
from sagsgang.web.publishing.wording import SLUGS as _PLACES

_CURRENT = Q(documents__superseded_at=None, documents__isnull=False)
_CURRENT_OF_BODY = Q(meetings__documents__superseded_at=None, meetings__documents__isnull=False)
#: Some numbers serve every agenda's first item; nobody follows such a case to its end.
_MOST_OF_A_CASE = 200
_NEWEST_FIRST = (F("starts_at").desc(nulls_last=True), "-id")


@dataclass(frozen=True, slots=True)
class MunicipalityRow:
    """A municipality in a list; `latest` is when its newest meeting began."""

    municipality: Municipality
    bodies: int
    meetings: int
    latest: datetime | None


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A body in a list."""

    body: Body
    meetings: int
    latest: datetime | None


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting in a list: its documents, the first one (minutes before agenda) in front."""

    meeting: Meeting
    url: str
    kinds: tuple[str, ...]
    items: int
    findings: int


@dataclass(frozen=True, slots=True)
class Year:
    """The meetings of one year, newest first; None for those without a date."""

    year: int | None
    meetings: tuple[MeetingRow, ...]


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document as it is now: its row, what was read, and where it stands among the meeting's
    documents.

    `kind_in_address` is empty for the meeting's first document (minutes before agenda). `key` is
    set on a document that is only being checked: its rows are in no table, its address is secret.
    Personal numbers are masked in all of it but in its row; `hides` when there were any.
    """

    row: Document
    minutes: Minutes
    items: tuple[Item, ...]
    kind_in_address: str = ""
    other: Document | None = None
    superseded: tuple[Document, ...] = ()
    copies: tuple[Copy, ...] = ()
    key: str = ""
    hides: bool = False

    @property
    def meeting(self) -> Meeting:
        """The meeting it is about, with body and municipality."""
        return self.row.meeting

    def address(self, page: str = "meeting", **more: str) -> str:
        """The address of one of its pages."""
        if self.key:
            return reverse(f"archive:checked_{page}", kwargs={"key": self.key, **more})
        return meeting_address(self.meeting, page, self.kind_in_address, **more)

    def public_address(self, number: str = "") -> str:
        """Where the house itself has published it, or its item of that number; "" where it was
        read from somebody's file. That page is the document's own; this one is about it.
        """
        publication = self.row.publication
        if publication is None:
            return ""
        public = publication.public
        if number:
            return item_path(public.body_slug, public.place, number)
        return meeting_path(public.body_slug, public.place, f"{_PLACES[publication.kind]}/")


def archive_is_empty() -> bool:
    """Whether nothing was ever read in."""
    return not Document.objects.exists()


def municipality_rows() -> list[MunicipalityRow]:
    """The municipalities that have meetings to show, in Danish alphabetical order."""
    current = Q(
        bodies__meetings__documents__superseded_at=None, bodies__meetings__documents__isnull=False
    )
    counted = Municipality.objects.annotate(
        body_count=Count("bodies", filter=current, distinct=True),
        meeting_count=Count("bodies__meetings", filter=current, distinct=True),
        latest=Max("bodies__meetings__starts_at", filter=current),
    ).filter(meeting_count__gt=0)
    # Said again: Django leaves a model's own order out of counted lists.
    counted = counted.order_by("sort_key", "slug")
    return [MunicipalityRow(m, m.body_count, m.meeting_count, m.latest) for m in counted]


def body_rows(*, municipality: Municipality) -> list[BodyRow]:
    """The bodies of a municipality that have meetings to show."""
    counted = (
        Body.objects.filter(municipality=municipality)
        .select_related("municipality")
        .annotate(
            meeting_count=Count("meetings", filter=_CURRENT_OF_BODY, distinct=True),
            latest=Max("meetings__starts_at", filter=_CURRENT_OF_BODY),
        )
        .filter(meeting_count__gt=0)
        .order_by("sort_key", "slug")
    )
    return [BodyRow(b, b.meeting_count, b.latest) for b in counted]


@dataclass(frozen=True, slots=True)
class HeldMeeting:
    """A dated meeting; `numbers` are its lowest and highest item number where all are numbers."""

    meeting: Meeting
    day: date
    has_minutes: bool
    numbers: tuple[int, int] | None

    @property
    def url(self) -> str:
        """Its page."""
        return meeting_address(self.meeting)


def held_meetings(*, municipality: Municipality) -> list[HeldMeeting]:
    """The dated meetings of a municipality, bodies in their order, oldest first."""
    meetings = (
        _meetings()
        .filter(body__municipality=municipality, starts_at__isnull=False)
        .order_by("body__sort_key", "body__slug", "starts_at")
    )
    held = []
    printed: dict[int, list[str]] = {}
    numbers = Item.objects.filter(
        document__superseded_at=None, document__meeting__body__municipality=municipality
    )
    for document, number in numbers.values_list("document", "number"):
        printed.setdefault(document, []).append(number)
    for meeting in meetings:
        document = meeting.current[0]
        own = printed.get(document.pk, [])
        whole = [int(number) for number in own if number.isascii() and number.isdigit()]
        held.append(
            HeldMeeting(
                meeting,
                timezone.localtime(meeting.starts_at).date(),
                document.kind == DocumentKind.MINUTES,
                (min(whole), max(whole)) if whole and len(whole) == len(own) else None,
            )
        )
    return held


def latest_meetings(*, at_most: int) -> list[MeetingRow]:
    """The newest meetings of all municipalities."""
    return _meeting_rows(_meetings()[:at_most])


def meetings_by_year(*, body: Body) -> list[Year]:
    """A body's meetings, newest year first, those without a date last."""
    years: dict[int | None, list[MeetingRow]] = {}
    for row in _meeting_rows(_meetings().filter(body=body)):
        starts_at = row.meeting.starts_at
        years.setdefault(timezone.localtime(starts_at).year if starts_at else None, []).append(row)
    return [Year(year, tuple(rows)) for year, rows in years.items()]


def document_get(
    *, municipality: str, body: str, meeting: str, kind: str = ""
) -> StoredDocument | None:
    """The document at this address: the meeting's first one, or the one of `kind`."""
    rows = list(
        Document.objects.select_related("meeting__body__municipality", "publication__public")
        .filter(
            meeting__slug=meeting,
            meeting__body__slug=body,
            meeting__body__municipality__slug=municipality,
        )
        .defer("text", "report", "publication__head", "publication__findings")
    )
    current = sorted((row for row in rows if row.superseded_at is None), key=_minutes_first)
    chosen = next((row for row in current if not kind or row.kind == kind), None)
    if chosen is None:
        return None
    return StoredDocument(
        row=chosen,
        minutes=Minutes.model_validate(json_to_show(chosen.minutes)),
        items=tuple(chosen.items.all()),
        kind_in_address="" if chosen is current[0] else chosen.kind,
        other=next((row for row in current if row is not chosen), None),
        superseded=tuple(
            row for row in rows if row.superseded_at is not None and row.kind == chosen.kind
        ),
        copies=tuple(chosen.copies.all()),
    )


def document_json(*, document: StoredDocument) -> object:
    """The document as it was read, as JSON values; masked when it is only being checked."""
    return document.minutes.as_json() if document.key else unpack_json(document.row.minutes)


def document_lines(*, document: StoredDocument) -> list[str]:
    """The canonical text, line by line; masked when it is only being checked."""
    text = text_to_show(document.row.text)
    return _lines(Masking(text).text(text) if document.key else text)


def _lines(text: str) -> list[str]:
    return text.removesuffix("\n").split("\n")


def document_report(*, document: StoredDocument, language: str) -> Report:
    """What the checks said when the document was read; in English they say it anew."""
    if language == "en" and document.key:
        # Of what was read, not of what is shown: what is masked would not be found.
        read = Minutes.model_validate(json_to_show(document.row.minutes))
        return check(read, language="en", lines=_lines(text_to_show(document.row.text)))
    if language == "en":
        return _report_in_english(document.row.pk, document.row.made_by)
    return Report.model_validate(json_to_show(document.row.report))


@lru_cache(maxsize=64)
def _report_in_english(document: int, made_by: str) -> Report:
    row = Document.objects.get(pk=document)
    minutes = Minutes.model_validate(json_to_show(row.minutes))
    return check(minutes, language="en", lines=text_to_show(row.text).split("\n"))


@dataclass(frozen=True, slots=True)
class SameCase:
    """Another item with the same case number in the same municipality."""

    item: Item
    meeting: Meeting
    url: str


def items_of_same_case(*, document: StoredDocument, item: Item) -> list[SameCase]:
    """The case's items at other meetings, newest first; none without a case number."""
    if not item.case_number:
        return []
    items = (
        Item.objects.filter(
            case_number=item.case_number,
            document__superseded_at=None,
            document__meeting__body__municipality=document.meeting.body.municipality_id,
        )
        .exclude(document__meeting=document.meeting.pk)
        .select_related("document__meeting__body__municipality")
        .order_by(F("document__meeting__starts_at").desc(nulls_last=True), "position")
    )
    return [
        SameCase(
            each,
            each.document.meeting,
            meeting_address(each.document.meeting, "item", item=each.slug),
        )
        for each in _once_a_meeting(items)
    ]


def items_of_case(*, municipality: Municipality, slug: str) -> list[Item]:
    """The items of a case with their documents, oldest first, those without a date last."""
    items = (
        Item.objects.filter(
            case_slug=slug,
            document__superseded_at=None,
            document__meeting__body__municipality=municipality,
        )
        .select_related("document__meeting__body__municipality")
        .defer("document__report", "document__text")
        .order_by(F("document__meeting__starts_at").asc(nulls_last=True), "position")
    )
    return _once_a_meeting(items)


def _once_a_meeting(items: QuerySet[Item]) -> list[Item]:
    """Of a meeting with both minutes and agenda, only the items of the minutes."""
    kinds: dict[int, str] = {}
    found: dict[int, list[Item]] = {}
    for each in items[:_MOST_OF_A_CASE]:
        meeting = each.document.meeting_id
        if kinds.setdefault(meeting, each.document.kind) != each.document.kind:
            if each.document.kind != DocumentKind.MINUTES:
                continue
            kinds[meeting], found[meeting] = each.document.kind, []
        found.setdefault(meeting, []).append(each)
    return [each for group in found.values() for each in group]


@dataclass(slots=True)
class _Addresses:
    """Finds what other meetings of the municipality a document speaks of; asks the database once a
    date.
    """

    municipality: Municipality
    bodies: dict[str, Body]
    meetings: dict[tuple[int, date], list[Meeting]] = field(default_factory=dict)

    def find(self, body: str, day: date | None, item: str | None, case: str | None) -> str | None:
        """The item of that number, or the only one of that case; otherwise the meeting."""
        known = self.bodies.get(body_key(body))
        if known is None or day is None:
            return None
        meetings = self._meetings_on(known, day)
        if len(meetings) != 1:
            return None
        items = meetings[0].current[0].items.all()
        wanted = item_slugs([item])[0] if item else None
        fitting = [
            row.slug for row in items if (row.slug == wanted if wanted else row.case_number == case)
        ]
        if len(fitting) == 1 and (wanted or case):
            return meeting_address(meetings[0], "item", item=fitting[0])
        return meeting_address(meetings[0])

    def _meetings_on(self, body: Body, day: date) -> list[Meeting]:
        key = (body.pk, day)
        if key not in self.meetings:
            self.meetings[key] = list(_meetings().filter(body=body, starts_at__date=day))
        return self.meetings[key]


def address_finder(*, municipality: Municipality) -> FindAddress:
    """Finds the pages of treatments and references that documents of the municipality name."""
    if municipality.pk is None:
        return lambda *_: None
    return _Addresses(municipality, bodies_by_key(municipality=municipality)).find


def result_addresses(*, places: Iterable[tuple[str, str, str]]) -> dict[tuple[str, str, str], str]:
    """The addresses of meetings given as (municipality, body, meeting) slugs."""
    wanted = set(places)
    meetings = _meetings().filter(slug__in={meeting for _, _, meeting in wanted})
    found = {(m.body.municipality.slug, m.body.slug, m.slug): meeting_address(m) for m in meetings}
    return {place: url for place, url in found.items() if place in wanted}


def upload_results(*, key: UUID) -> list[ImportResult] | None:
    """What became of the files of the form with this key; None when it was never sent."""
    done = operation_details(key=key, name=UPLOAD)
    return None if done is None else [ImportResult.from_json(result) for result in done["results"]]


def documents_new(*, after: datetime, until: datetime) -> list[Document]:
    """What came into the archive then and is found by a search: not what was read anew from the
    same file, nor an agenda beside its minutes.
    """
    with_minutes = Document.objects.filter(superseded_at=None, kind=DocumentKind.MINUTES.value)
    read_before = Document.objects.filter(superseded_at__isnull=False).values("sha256")
    rows = Document.objects.filter(superseded_at=None, imported_at__gt=after)
    rows = rows.filter(imported_at__lte=until).exclude(sha256__in=read_before)
    rows = rows.exclude(kind=DocumentKind.AGENDA.value, meeting__in=with_minutes.values("meeting"))
    return list(rows.defer("minutes", "report", "text"))


def _meetings() -> QuerySet[Meeting]:
    """Meetings with a current document, newest first; `current` holds those documents, minutes in
    front.
    """
    documents = (
        Document.objects.filter(superseded_at=None)
        .defer("minutes", "report", "text")
        .annotate(item_count=Count("items"))
        .order_by("-kind")
    )
    return (
        Meeting.objects.filter(_CURRENT)
        .distinct()
        .select_related("body__municipality")
        .prefetch_related(Prefetch("documents", queryset=documents, to_attr="current"))
        .order_by(*_NEWEST_FIRST)
    )


def _meeting_rows(meetings: QuerySet[Meeting]) -> list[MeetingRow]:
    return [
        MeetingRow(
            meeting=meeting,
            url=meeting_address(meeting),
            kinds=tuple(document.kind for document in meeting.current),
            items=meeting.current[0].item_count,
            findings=meeting.current[0].findings,
        )
        for meeting in meetings
    ]


def _minutes_first(row: Document) -> bool:
    return row.kind != DocumentKind.MINUTES
