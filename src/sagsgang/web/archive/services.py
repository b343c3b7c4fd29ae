"""Writing to the archive: what is read is kept, a newer reading takes an older one's place."""

import logging
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from sagsgang import __version__
from sagsgang.minutes import Minutes
from sagsgang.reading.canonical import Unreadable
from sagsgang.web.archive.models import Document, Item, Meeting
from sagsgang.web.archive.packing import pack_json, pack_text, unpack_json
from sagsgang.web.archive.reader import MAX_SIZE, ReadFile, findings_by_item, read_file, sha256_of
from sagsgang.web.archive.results import UPLOAD, ImportOutcome, ImportResult
from sagsgang.web.archive.selectors import upload_results
from sagsgang.web.archive.slugs import item_slugs, meeting_slug
from sagsgang.web.audit.services import operation_once, operation_record
from sagsgang.web.bodies.models import Body
from sagsgang.web.bodies.naming import UNNAMED_MUNICIPALITY, plain
from sagsgang.web.bodies.services import body_ensure

_log = logging.getLogger("sagsgang.archive")

_IMPORT = "archive_import"


@dataclass(frozen=True)
class _File:
    """What was handed in; `municipality` is for documents that do not say which they are from."""

    name: str
    data: bytes
    municipality: str | None = None
    is_example: bool = False
    max_size: int = MAX_SIZE

    @cached_property
    def sha256(self) -> str:
        return sha256_of(self.data)


def archive_import(
    *,
    data: bytes,
    name: str,
    municipality: str | None = None,
    is_example: bool = False,
    max_size: int = MAX_SIZE,
) -> ImportResult:
    """Read one file into the archive; doing it again changes nothing.

    The same bytes read by the same version are "already there". A reading of the same municipality,
    body, meeting start and kind takes the place of the one before, which stays as a superseded row.
    A file that cannot be read gives a result that says why, and the archive is as it was.
    `municipality` is used when the document does not say it; a document that was filed without one
    is then filed anew.
    """
    file = _File(plain(name), data, municipality or None, is_example, max_size)
    read = _read(file)
    if isinstance(read, ImportResult):
        return read
    with transaction.atomic():
        result = _store(file, read)
        if result.outcome.has_changed:
            operation_record(key=uuid.uuid4(), name=_IMPORT, details=result.as_json())
    return result


def archive_import_many(
    *, paths: Iterable[Path], municipality: str | None = None, is_example: bool = False
) -> Iterator[ImportResult]:
    """Import files one after the other, giving each result as it comes."""
    for path in paths:
        try:
            data = path.read_bytes()
        except OSError as error:
            reason = f"Filen kunne ikke åbnes: {error.strerror or error}."
            yield ImportResult(name=plain(path.name), outcome=ImportOutcome.FAILED, message=reason)
            continue
        yield archive_import(
            data=data, name=path.name, municipality=municipality, is_example=is_example
        )


def archive_upload(
    *, key: UUID, files: Sequence[tuple[str, bytes]], municipality: str | None = None
) -> list[ImportResult]:
    """Import the files (name, content) of one form; the same `key` again gives the first answer
    again.
    """
    if (done := upload_results(key=key)) is not None:
        return done
    # Reading takes time, so it is done before the transaction that everybody else waits for.
    handed_in = [_File(plain(name), data, municipality or None) for name, data in files]
    reads = [(file, _too_large(file) or _read(file)) for file in handed_in]

    def store() -> dict[str, object]:
        results = [
            read if isinstance(read, ImportResult) else _store(file, read) for file, read in reads
        ]
        return {"results": [result.as_json() for result in results]}

    details, _ = operation_once(key=key, name=UPLOAD, do=store)
    return [ImportResult.from_json(result) for result in details["results"]]


def _too_large(file: _File) -> ImportResult | None:
    """The refusal of a file that only the command line takes, in words that fit a website."""
    if len(file.data) <= MAX_SIZE:
        return None
    reason = (
        f"Filen er på {len(file.data) / 1e6:.0f} MB; her er grænsen {MAX_SIZE / 1e6:.0f} MB. "
        "Brug kommandolinjen til større filer."
    )
    return ImportResult(name=file.name, outcome=ImportOutcome.FAILED, message=reason)


def _read(file: _File) -> ReadFile | ImportResult:
    """The file read, or the result that says why there is nothing to store."""
    document = _earlier(file).filter(made_by=__version__).first()
    if document is not None:
        return _result(document, file, ImportOutcome.ALREADY_THERE)
    try:
        return read_file(file.data, file.name, file.max_size)
    except Unreadable as error:
        return ImportResult(name=file.name, outcome=ImportOutcome.FAILED, message=plain(str(error)))
    except Exception:
        # One file that trips the program must not stop the other ninety-nine.
        _log.exception("reading %s failed", file.name)
        reason = "Filen kunne ikke læses på grund af en fejl i programmet. De andre filer er læst."
        return ImportResult(name=file.name, outcome=ImportOutcome.FAILED, message=reason)


def _earlier(file: _File) -> QuerySet[Document]:
    """Readings of the same bytes, the current one first, without those to be filed anew."""
    readings = Document.objects.filter(sha256=file.sha256)
    if file.municipality:
        readings = readings.exclude(meeting__body__municipality__slug=UNNAMED_MUNICIPALITY)
    return readings.select_related("meeting__body__municipality").order_by(
        F("superseded_at").asc(nulls_first=True), "-id"
    )


def _store(file: _File, read: ReadFile) -> ImportResult:
    minutes, now = read.minutes, timezone.now()
    data = minutes.as_json()
    body = body_ensure(
        municipality=minutes.municipality or file.municipality,
        body=minutes.body,
        is_example=file.is_example,
    )
    for document in _earlier(file):
        if document.made_by == __version__ or _is_same_reading(unpack_json(document.minutes), data):
            _recheck(document, read)
            return _result(document, file, ImportOutcome.ALREADY_THERE)
    meeting = _meeting_ensure(body, minutes, file.sha256)
    current = Document.objects.filter(superseded_at=None)
    replaced = current.filter(Q(sha256=file.sha256) | Q(meeting=meeting, kind=minutes.kind.value))
    outcome = (
        ImportOutcome.REPLACED if replaced.update(superseded_at=now) else ImportOutcome.IMPORTED
    )
    document = Document.objects.create(
        meeting=meeting,
        kind=minutes.kind.value,
        name=file.name[:255],
        sha256=file.sha256,
        minutes=pack_json(data),
        report=pack_json(read.report.as_json()),
        text=pack_text(read.text),
        findings=len(read.report.findings),
        made_by=__version__,
        imported_at=now,
    )
    _items_create(document, read)
    return _result(document, file, outcome)


def _is_same_reading(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two readings say the same, whatever the file was called."""
    nameless = [{**data, "source": {**data["source"], "name": ""}} for data in (one, other)]
    return nameless[0] == nameless[1]


def _recheck(document: Document, read: ReadFile) -> None:
    """Another version read the same, but its checks may say more."""
    document.report = pack_json(read.report.as_json())
    document.findings = len(read.report.findings)
    document.made_by = __version__
    document.save(update_fields=["report", "findings", "made_by"])
    found = findings_by_item(read.report, read.minutes)
    for item in document.items.all():
        if item.findings != found[item.position]:
            item.findings = found[item.position]
            item.save(update_fields=["findings"])


def _meeting_ensure(body: Body, minutes: Minutes, sha256: str) -> Meeting:
    starts_at = _aware(minutes.starts_at)
    if starts_at is not None:
        known = Meeting.objects.filter(body=body, starts_at=starts_at).first()
        if known is not None:
            return known
    taken = set(Meeting.objects.filter(body=body).values_list("slug", flat=True))
    slug = meeting_slug(minutes.starts_at, sha256, taken)
    return Meeting.objects.create(body=body, starts_at=starts_at, slug=slug)


def _items_create(document: Document, read: ReadFile) -> None:
    findings = findings_by_item(read.report, read.minutes)
    slugs = item_slugs([item.number for item in read.minutes.items])
    Item.objects.bulk_create(
        Item(
            document=document,
            position=position,
            number=plain(item.number or "")[:40],
            slug=slug,
            title=plain(item.title),
            is_closed=item.is_closed,
            case_number=plain(item.case_number.canonical)[:120] if item.case_number else "",
            has_decision=item.decision is not None,
            outcome=(item.decision.outcome or "") if item.decision else "",
            findings=findings[position],
        )
        for position, (item, slug) in enumerate(zip(read.minutes.items, slugs, strict=True))
    )


def _aware(local: datetime | None) -> datetime | None:
    if local is None:
        return None
    return timezone.make_aware(local).astimezone(UTC) if timezone.is_naive(local) else local


def _result(document: Document, file: _File, outcome: ImportOutcome) -> ImportResult:
    meeting = document.meeting
    return ImportResult(
        name=file.name,
        outcome=outcome,
        municipality=meeting.body.municipality.slug,
        body=meeting.body.slug,
        meeting=meeting.slug,
        kind=document.kind,
        title=f"{meeting.body.name} {meeting.slug}".strip(),
        items=document.items.count(),
        findings=document.findings,
    )
