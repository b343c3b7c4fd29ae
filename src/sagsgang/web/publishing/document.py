"""The document that everybody may read: the internal one, its redactions, its open files."""

import hashlib
from dataclasses import dataclass, replace
from typing import Any

from sagsgang.minutes import Minutes
from sagsgang.rendering.renditions import Files, public
from sagsgang.rendering.renditions import Redaction as RedactedPassage
from sagsgang.web.cases.models import AttachmentVersion
from sagsgang.web.meetings.compose import meeting_compose
from sagsgang.web.meetings.minute_book.document import document_hash, minutes_locked, minutes_now
from sagsgang.web.meetings.models import Item, LateAttachment, Meeting
from sagsgang.web.meetings.sending.content import last_version
from sagsgang.web.publishing.addresses import file_address
from sagsgang.web.publishing.models import PublicationKind, Redaction


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A file that everybody may have."""

    sha256: str
    file_name: str
    media_type: str
    title: str


@dataclass(frozen=True, slots=True)
class PublicDocument:
    """`minutes` is the public rendition; `items` are the rows behind its items, by number."""

    minutes: Minutes
    files: tuple[OpenFile, ...]
    items: dict[str, Item]
    source_sha256: str


def internal_document(meeting: Meeting, kind: str) -> Minutes | None:
    """What is published of: the agenda as it was sent last, or the minutes as they are locked;
    None where there is nothing to publish yet.
    """
    if kind == PublicationKind.MINUTES:
        locked = minutes_locked(meeting)
        return minutes_now(meeting, locked) if locked else None
    version = last_version(meeting)
    return meeting_compose(meeting, version.content, is_agenda=True).minutes if version else None


def public_document(meeting: Meeting, kind: str) -> PublicDocument | None:
    """The public rendition of the agenda or the minutes; None where there is none yet."""
    internal = internal_document(meeting, kind)
    if internal is None:
        return None
    passages = redactions_of(meeting)
    files = _open_files(internal)
    addresses = {file.sha256: file_address(file.sha256, file.file_name) for file in files}
    minutes = public(internal, passages, Files(addresses))
    kept = {file.sha256 for item in minutes.items for file in item.attachment_files}
    titles = {f.sha256: f.title for item in minutes.items for f in item.attachment_files}
    rows = Item.objects.filter(meeting=meeting).exclude(number="").select_related("stop__case")
    told = [document_hash(internal), *(f"{p.item}\0{p.passage}\0{p.reason}" for p in passages)]
    return PublicDocument(
        minutes,
        tuple(
            replace(file, title=titles[file.sha256] or file.title)
            for file in files
            if file.sha256 in kept
        ),
        {row.number: row for row in rows},
        _digest(told),
    )


def redactions_of(meeting: Meeting) -> list[RedactedPassage]:
    """The passages that are left out, by the numbers of their items."""
    rows = Redaction.objects.filter(meeting=meeting, ended_at=None).select_related("item")
    return [RedactedPassage(row.item.number or None, row.passage, row.reason) for row in rows]


def _open_files(minutes: Minutes) -> list[OpenFile]:
    """The files named by open items and open themselves."""
    wanted: dict[str, str] = {
        file.sha256: file.title
        for item in minutes.items
        if not item.is_closed
        for file in item.attachment_files
        if file.sha256 and not file.is_closed
    }
    found: dict[str, OpenFile] = {}
    models: list[Any] = [AttachmentVersion, LateAttachment]
    for model in models:
        for row in model.objects.filter(sha256__in=list(wanted)):
            found.setdefault(
                row.sha256,
                OpenFile(row.sha256, row.file_name, row.media_type, wanted[row.sha256]),
            )
    return list(found.values())


def _digest(parts: list[str]) -> str:
    return hashlib.sha256("\0\0".join(parts).encode()).hexdigest()
