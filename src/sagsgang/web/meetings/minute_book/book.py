"""The minute book of a body in the database: how an entry gets into the chain, and reading it."""

import hashlib
from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from sagsgang.minutes.book import (
    BEGINNING,
    BookEntry,
    BrokenLink,
    broken_links,
    canonical_json,
    entry_hash,
)
from sagsgang.web.bodies.models import Body
from sagsgang.web.meetings.models import (
    Item,
    Meeting,
    MeetingMinutes,
    MinuteBookEntry,
    SignOff,
)


def book_name(body: Body) -> str:
    """`sagsby-kommune/arbejdsmarkedsudvalget`: what the chain of a body is called in its hashes."""
    return f"{body.municipality.slug}/{body.slug}"


def entry_add(
    meeting: Meeting, what: str, content: Mapping[str, Any], item: Item | None = None
) -> MinuteBookEntry:
    """Add to the book of the meeting's body, in the caller's transaction: whoever adds at the same
    moment waits for the row of the body.
    """
    body = (
        Body.objects.select_for_update(of=("self",))
        .select_related("municipality")
        .get(pk=meeting.plan.body_id)
    )
    last = MinuteBookEntry.objects.filter(body=body).order_by("-number").first()
    told: dict[str, Any] = {
        "book": book_name(body) if last is None else last.book,
        "number": last.number + 1 if last else 1,
        "what": str(what),
        "at": timezone.now(),
        "content": dict(content),
        "previous": last.sha256 if last else BEGINNING,
    }
    return MinuteBookEntry.objects.create(
        body=body, meeting=meeting, item=item, sha256=entry_hash(**told), **told
    )


def entries_of(body: Body) -> list[BookEntry]:
    """The whole book, in order."""
    return [entry_read(row) for row in MinuteBookEntry.objects.filter(body=body).order_by("number")]


def entry_read(row: MinuteBookEntry) -> BookEntry:
    """A row as the chain knows it."""
    return BookEntry(
        book=row.book,
        number=row.number,
        what=row.what,
        at=row.at,
        content=row.content,
        previous=row.previous,
        sha256=row.sha256,
    )


def book_broken(body: Body) -> list[BrokenLink]:
    """Where the book is not what was written in it; empty when it is. What the minutes and the
    approvals say beside the book is held against it too.
    """
    entries = entries_of(body)
    found = broken_links(entries)
    return found + _against_rows(body, entries)


def _against_rows(body: Body, entries: list[BookEntry]) -> list[BrokenLink]:
    locked = {
        each.content.get("sha256"): each.number
        for each in entries
        if each.what == MinuteBookEntry.What.LOCKED
    }
    found = []
    for row in MeetingMinutes.objects.filter(meeting__plan__body=body):
        digest = hashlib.sha256(canonical_json(row.document)).hexdigest()
        if digest != row.sha256 or row.sha256 not in locked:
            found.append(BrokenLink(book_name(body), locked.get(row.sha256, 0), "changed"))
    numbers = {each.number for each in entries if each.what == MinuteBookEntry.What.SIGN_OFF}
    signed = SignOff.objects.filter(minutes__meeting__plan__body=body).select_related("entry")
    for row in signed:
        if row.entry.number not in numbers or row.entry.content.get("sha256") != row.sha256:
            found.append(BrokenLink(book_name(body), row.entry.number, "changed"))
    return found
