"""The document that everybody may read: the internal one, its redactions, its open files."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

from sagsgang.minutes import AgendaItem, Minutes
from sagsgang.rendering.redacting import is_found
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
    passages = [each for each in redactions_of(meeting) if _stands(each, internal)]
    rows = Item.objects.filter(meeting=meeting).exclude(number="").select_related("stop__case")
    items = {row.number: row for row in rows}
    files = [
        replace(file, file_name=_name_without(file.file_name, passages))
        for file in _open_files(internal, items)
    ]
    addresses = {file.sha256: file_address(file.sha256, file.file_name) for file in files}
    minutes = public(internal, passages, Files(addresses))
    titles = {f.sha256: f.title for item in minutes.items for f in item.attachment_files}
    told = [document_hash(internal), *(f"{p.item}\0{p.passage}\0{p.reason}" for p in passages)]
    return PublicDocument(
        minutes,
        tuple(replace(file, title=titles[file.sha256]) for file in files),
        items,
        _digest(told),
    )


def _stands(passage: RedactedPassage, minutes: Minutes) -> bool:
    """Whether the words are in this document: the agenda has no decisions."""
    said = [*minutes.items, *minutes.addenda]
    return any(
        is_found(each, passage.passage)
        for each in said
        if passage.item == (each.number if isinstance(each, AgendaItem) else each.item)
    )


def redactions_of(meeting: Meeting) -> list[RedactedPassage]:
    """The passages that are left out, by the numbers of their items."""
    rows = Redaction.objects.filter(meeting=meeting, ended_at=None).select_related("item")
    return [RedactedPassage(row.item.number or None, row.passage, row.reason) for row in rows]


def _open_files(minutes: Minutes, items: Mapping[str, Item]) -> list[OpenFile]:
    """The files named by open items and open themselves, each under the name it has there: the
    same bytes may lie in closed matter under another.
    """
    found: dict[str, OpenFile] = {}
    for item in minutes.items:
        row = items.get(item.number or "")
        if item.is_closed or row is None:
            continue
        wanted = {f.sha256: f.title for f in item.attachment_files if f.sha256 and not f.is_closed}
        for kept in _kept(row, list(wanted)):
            found.setdefault(
                kept.sha256,
                OpenFile(kept.sha256, kept.file_name, kept.media_type, wanted[kept.sha256]),
            )
    return list(found.values())


def _kept(item: Item, hashes: list[str]) -> list[Any]:
    """The rows of the files that were attached to the item's case, or to the item afterwards."""
    late = LateAttachment.objects.filter(item=item, is_closed=False, sha256__in=hashes)
    if item.stop is None:
        return list(late)
    own = AttachmentVersion.objects.filter(
        attachment__case=item.stop.case_id, attachment__is_closed=False, sha256__in=hashes
    )
    return [*own, *late]


def _name_without(name: str, passages: list[RedactedPassage]) -> str:
    """A file's name is part of its address: one that holds words that are left out is not told."""
    plain = _letters(name)
    if any(_letters(each.passage) in plain for each in passages):
        return f"bilag{PurePath(name).suffix}"
    return name


def _letters(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())


def _digest(parts: list[str]) -> str:
    return hashlib.sha256("\0\0".join(parts).encode()).hexdigest()
