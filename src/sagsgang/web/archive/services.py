"""Writing to the archive: what is read is kept, a newer reading takes an older one's place."""

import logging
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from sagsgang import __version__
from sagsgang.checking.privacy.masking import without_personal_numbers
from sagsgang.minutes import Minutes
from sagsgang.reading import NoItems, Unreadable
from sagsgang.web.archive.attachment_check import attachment_check
from sagsgang.web.archive.checked_file import CheckedFile, checked_load, checked_save
from sagsgang.web.archive.gate import refusal
from sagsgang.web.archive.item_rows import item_rows
from sagsgang.web.archive.models import Copy, Document, Item, Meeting, Unindexed
from sagsgang.web.archive.packing import json_to_show, pack_json, pack_text, unpack_json
from sagsgang.web.archive.reader import MAX_SIZE, ReadFile, findings_by_item, read_file, sha256_of
from sagsgang.web.archive.results import UPLOAD, ImportOutcome, ImportResult
from sagsgang.web.archive.same_document import is_same_document, is_same_reading, is_surer
from sagsgang.web.archive.search_index import index_update
from sagsgang.web.archive.selectors import upload_results
from sagsgang.web.archive.slugs import meeting_slug
from sagsgang.web.audit.services import operation_once, operation_record
from sagsgang.web.bodies.models import Body
from sagsgang.web.bodies.naming import UNNAMED_MUNICIPALITY, plain
from sagsgang.web.bodies.services import body_ensure
from sagsgang.web.publishing.models import Publication

_log = logging.getLogger("sagsgang.archive")

_IMPORT = "archive_import"
_WITHDRAW = "archive_withdraw"
_NOT_IN_FORCE = "Det, der blev offentliggjort, gælder ikke længere."
_TRIPPED = "Filen kunne ikke læses på grund af en fejl i programmet."


@dataclass(frozen=True)
class _File:
    """What was handed in; `municipality` is for documents that do not say which they are from,
    `publication` for what the house itself has published.
    """

    name: str
    sha256: str
    municipality: str | None = None
    is_example: bool = False
    publication: Publication | None = None


def archive_import(
    *,
    data: bytes,
    name: str,
    municipality: str | None = None,
    is_example: bool = False,
    max_size: int = MAX_SIZE,
    index: bool = True,
    publication: Publication | None = None,
) -> ImportResult:
    """Read one file into the archive; doing it again changes nothing.

    The same bytes read by the same version are "already there". A reading of the same municipality,
    body, meeting start and kind takes the place of the one before, which stays as a superseded row.
    A file that cannot be read, or in which somebody's personal data stand that must not be
    published, gives a result that says why, and the archive is as it was.
    `municipality` is used when the document does not say it; a document that was filed without one
    is then filed anew. Without `index` the caller sees to it that `index_update` is called.
    With `publication` the file is what that publication says to everybody: it is filed under its
    body and stands before any other reading of the meeting, as long as the publication is in force.
    """
    file = _File(plain(name), sha256_of(data), municipality or None, is_example, publication)
    read = _read(file, data, max_size)
    return read if isinstance(read, ImportResult) else _keep(file, read, index=index)


@transaction.atomic
def archive_withdraw(*, public: int, kind: str, but: Publication | None = None) -> int:
    """What the house published of a meeting leaves the archive and the search, all versions `but`
    the one given; returns how many readings there were. The publications themselves are kept where
    they were made.
    """
    found = Document.objects.filter(publication__public=public, publication__kind=kind)
    if but is not None:
        found = found.exclude(publication=but)
    meetings = set(found.order_by().values_list("meeting", flat=True))
    if not meetings:
        return 0
    _reindex(meetings)
    details = {"public": public, "kind": kind, "documents": found.count()}
    found.delete()
    operation_record(key=uuid.uuid4(), name=_WITHDRAW, details=details)
    transaction.on_commit(index_update)
    return int(details["documents"])


def archive_import_read(
    *, name: str, sha256: str, read: ReadFile, municipality: str | None = None
) -> ImportResult:
    """Store a file that was read elsewhere; the caller sees to it that `index_update` is called."""
    return _keep(_File(plain(name), sha256, municipality or None), read, index=False)


def archive_knows(*, sha256: str, municipality: str | None = None) -> bool:
    """Whether this version has read these bytes before, so that reading them again is no use."""
    return _known(_File("", sha256, municipality or None)) is not None


def archive_import_many(
    *,
    paths: Iterable[Path],
    municipality: str | None = None,
    is_example: bool = False,
    max_size: int = MAX_SIZE,
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
            data=data,
            name=path.name,
            municipality=municipality,
            is_example=is_example,
            max_size=max_size,
            index=False,
        )
    transaction.on_commit(index_update)


def archive_upload(
    *, key: UUID, files: Sequence[tuple[str, bytes]], municipality: str | None = None
) -> list[ImportResult]:
    """Import the files (name, content) of one form; the same `key` again gives the first answer
    again.
    """
    if (done := upload_results(key=key)) is not None:
        return done
    # Reading takes time, so it is done before the transaction that everybody else waits for.
    handed_in = [
        (_File(plain(name), sha256_of(data), municipality or None), data) for name, data in files
    ]
    reads = [
        (file, _refused(file, data) or _read(file, data, MAX_SIZE)) for file, data in handed_in
    ]

    def store() -> dict[str, object]:
        results = [
            read if isinstance(read, ImportResult) else _store(file, read) for file, read in reads
        ]
        transaction.on_commit(index_update)
        return {"results": [result.as_json() for result in results]}

    details, _ = operation_once(key=key, name=UPLOAD, do=store)
    return [ImportResult.from_json(result) for result in details["results"]]


def archive_checked(*, key: str, municipality: str | None = None) -> ImportResult | None:
    """Put a file that was only checked into the archive; None when its day is over.

    Doing it again changes nothing; what must not be published is refused, and stays checked.
    `municipality` is for documents that do not say theirs.
    """
    checked = checked_load(key=key)
    if checked is None or checked.read is None:
        return None
    return _keep(_File(checked.name, checked.sha256, municipality or None), checked.read)


def file_check(*, data: bytes, name: str) -> CheckedFile:
    """Read and check a file for the one who has it; it is kept for a day at a secret key.

    What is no minutes is checked as an attachment. Raises Unreadable with one clear Danish line
    for what cannot be read that way either.
    """
    if too_large := _too_large(len(data)):
        raise Unreadable(too_large)
    try:
        return _check(data, plain(name))
    except Unreadable:
        raise
    except Exception as error:
        _log.exception("checking a file of %d bytes failed", len(data))
        raise Unreadable(_TRIPPED) from error


def _check(data: bytes, name: str) -> CheckedFile:
    shown, sha256 = without_personal_numbers(name)[:255], sha256_of(data)
    try:
        read = read_file(data, shown)
    except Unreadable as error:
        attached = attachment_check(data=data, name=name, sha256=sha256)
        if not attached.tells:
            # The reader of minutes takes any bytes for text; the other one knows what they are.
            why = attached.why if isinstance(error, NoItems) else str(error)
            raise Unreadable(why) from error
        return checked_save(shown, sha256, None, attached.text, attached.reports)
    return checked_save(shown, sha256, read, read.text)


def _keep(file: _File, read: ReadFile, *, index: bool = True) -> ImportResult:
    with transaction.atomic():
        result = _store(file, read)
        if result.outcome.has_changed:
            operation_record(key=uuid.uuid4(), name=_IMPORT, details=result.as_json())
            if index:
                transaction.on_commit(index_update)
    return result


def _refused(file: _File, data: bytes) -> ImportResult | None:
    if too_large := _too_large(len(data)):
        return ImportResult(name=file.name, outcome=ImportOutcome.FAILED, message=too_large)
    return None


def _too_large(size: int) -> str:
    """The refusal of a file that only the command line takes, in words that fit a website."""
    if size <= MAX_SIZE:
        return ""
    return (
        f"Filen er på {size / 1e6:.0f} MB; her er grænsen {MAX_SIZE / 1e6:.0f} MB. "
        "Brug kommandolinjen til større filer."
    )


def _read(file: _File, data: bytes, max_size: int) -> ReadFile | ImportResult:
    """The file read, or the result that says why there is nothing to store."""
    if (document := _known(file)) is not None:
        return _result(document, file, ImportOutcome.ALREADY_THERE)
    try:
        return read_file(data, file.name, max_size)
    except Unreadable as error:
        return ImportResult(name=file.name, outcome=ImportOutcome.FAILED, message=plain(str(error)))
    except Exception:
        # One file that trips the program must not stop the other ninety-nine.
        _log.exception("reading %s failed", file.name)
        reason = f"{_TRIPPED} De andre filer er læst."
        return ImportResult(name=file.name, outcome=ImportOutcome.FAILED, message=reason)


def _known(file: _File) -> Document | None:
    """The document that this version made of the same bytes, or found them to be a copy of."""
    document = _earlier(file).filter(made_by=__version__).first()
    if document is not None:
        return document
    copies = Copy.objects.filter(sha256=file.sha256, made_by=__version__)
    copy = copies.filter(document__superseded_at=None).select_related("document").first()
    return copy.document if copy else None


def _earlier(file: _File) -> QuerySet[Document]:
    """Readings of the same bytes, the current one first, without those to be filed anew."""
    readings = Document.objects.filter(sha256=file.sha256)
    if file.publication is not None:
        readings = readings.filter(publication=file.publication)
    if file.municipality:
        readings = readings.exclude(meeting__body__municipality__slug=UNNAMED_MUNICIPALITY)
    return readings.select_related("meeting__body__municipality").order_by(
        F("superseded_at").asc(nulls_first=True), "-id"
    )


def _store(file: _File, read: ReadFile) -> ImportResult:
    """The one gate: nothing is in the archive that did not come through here."""
    if why := refusal(read.report):
        return ImportResult(name=file.name, outcome=ImportOutcome.REFUSED, message=why)
    if file.publication is not None and not _is_in_force(file.publication):
        return ImportResult(name=file.name, outcome=ImportOutcome.FAILED, message=_NOT_IN_FORCE)
    minutes, now = read.minutes, timezone.now()
    data = minutes.as_json()
    body = _body_of(file, minutes)
    for document in _earlier(file):
        if document.made_by == __version__ or is_same_reading(unpack_json(document.minutes), data):
            _recheck(document, read)
            return _result(document, file, ImportOutcome.ALREADY_THERE)
    meeting = _meeting_ensure(body, minutes, file.sha256)
    current = Document.objects.filter(superseded_at=None)
    same_place = current.filter(meeting=meeting, kind=minutes.kind.value).first()
    is_copy = same_place is not None and is_same_document(json_to_show(same_place.minutes), data)
    if file.publication is not None:
        is_copy = False
    elif same_place and same_place.publication_id:
        # What the house itself says to everybody is not replaced by a file that somebody has.
        return _result(same_place, file, ImportOutcome.ALREADY_THERE)
    if same_place and is_copy and not is_surer(data, same_place):
        return _copy_create(same_place, file, minutes.source.format)
    replaced = current.filter(Q(sha256=file.sha256) | Q(meeting=meeting, kind=minutes.kind.value))
    _reindex({meeting.pk, *replaced.values_list("meeting", flat=True)})
    outcome = (
        ImportOutcome.REPLACED if replaced.update(superseded_at=now) else ImportOutcome.IMPORTED
    )
    document = Document.objects.create(
        meeting=meeting,
        kind=minutes.kind.value,
        name=file.name[:255],
        sha256=file.sha256,
        minutes=pack_json(data),
        report=pack_json(read.report.as_json(with_verified=True)),
        text=pack_text(read.text),
        findings=len(read.report.findings),
        made_by=__version__,
        imported_at=now,
        publication=file.publication,
    )
    Item.objects.bulk_create(item_rows(document, read))
    if same_place and is_copy:
        # The surer of two readings of one document is the one that is shown.
        same_place.copies.update(document=document)
        was = unpack_json(same_place.minutes)["source"]["format"]
        _copy_create(document, _File(same_place.name, same_place.sha256), was)
        outcome = ImportOutcome.COPY
    return _result(document, file, outcome)


def _is_in_force(publication: Publication) -> bool:
    """Whether everybody reads it now; it stays so until the transaction ends."""
    rows = Publication.objects.select_for_update().filter(pk=publication.pk)
    return rows.filter(state=Publication.State.PUBLISHED).exists()


def _body_of(file: _File, minutes: Minutes) -> Body:
    if file.publication is not None:
        body = file.publication.public.body_id
        return Body.objects.select_for_update().select_related("municipality").get(pk=body)
    return body_ensure(
        municipality=minutes.municipality or file.municipality,
        body=minutes.body,
        is_example=file.is_example,
    )


def _copy_create(document: Document, file: _File, format_: str) -> ImportResult:
    values = {
        "document": document,
        "name": file.name[:255],
        "format": format_,
        "made_by": __version__,
        "imported_at": timezone.now(),
    }
    Copy.objects.update_or_create(sha256=file.sha256, defaults=values)
    return _result(document, file, ImportOutcome.COPY)


def _reindex(meetings: set[int]) -> None:
    Unindexed.objects.bulk_create(Unindexed(meeting_id=meeting) for meeting in meetings)


def _recheck(document: Document, read: ReadFile) -> None:
    """Another version read the same, but its checks may say more."""
    document.report = pack_json(read.report.as_json(with_verified=True))
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
