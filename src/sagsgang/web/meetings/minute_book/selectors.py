"""Who has approved the minutes and who is missing; the minute book as one reader may read it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from sagsgang.minutes.book import BrokenLink
from sagsgang.web.bodies.models import Body
from sagsgang.web.meetings.holding.selectors import gathering_of
from sagsgang.web.meetings.minute_book.book import book_broken
from sagsgang.web.meetings.models import (
    Item,
    LateAttachment,
    Meeting,
    MeetingMinutes,
    MinuteBookEntry,
    Seat,
    SignOff,
)
from sagsgang.web.meetings.permissions import (
    MAY_SEE_CLOSED,
    item_is_closed,
    items_readable,
    items_readable_q,
    meeting_relations,
    meetings_may_q,
)


@dataclass(frozen=True, slots=True)
class Approval:
    """The seats that took part: those who have approved, and those who are missing."""

    done: tuple[SignOff, ...]
    missing: tuple[Seat, ...]

    @property
    def count(self) -> int:
        """How many take part in approving."""
        return len(self.done) + len(self.missing)


def approval_of(meeting: Meeting, minutes: MeetingMinutes) -> Approval:
    """Of those who came, as the meeting's own record says; never of the list of members."""
    rows = SignOff.objects.filter(minutes=minutes).select_related("seat__sitting", "user")
    done = tuple(rows)
    signed = {row.seat_id for row in done}
    return Approval(done, tuple(s for s in seats_there(meeting) if s.pk not in signed))


def seats_there(meeting: Meeting) -> list[Seat]:
    """The seats that took part in the meeting or a part of it."""
    gathering = gathering_of(meeting)
    came = gathering.room.roster()
    return [seat for key, seat in gathering.seats.items() if key in came]


def seat_to_sign(user: object, meeting: Meeting) -> Seat | None:
    """The seat in which she took part."""
    key = user_key(user)
    own = [seat for seat in seats_there(meeting) if seat.sitting.user_id == key]
    return own[0] if own and key is not None else None


def user_key(user: object) -> int | None:
    """The key of an account; None of nobody."""
    return getattr(user, "pk", None)


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """An entry of the book; `content` is None where it is closed to the reader."""

    row: MinuteBookEntry
    content: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class ShownBook:
    """The newest entries first; `broken` is empty when the chain holds."""

    entries: tuple[ShownEntry, ...]
    broken: tuple[BrokenLink, ...]
    count: int
    last: str


def book_shown(user: object, body: Body, meeting: Meeting | None = None) -> ShownBook:
    """The book of the body, or what it says of one meeting, with what is closed left out."""
    rows = MinuteBookEntry.objects.filter(body=body).select_related("meeting__plan", "item")
    last = rows.order_by("-number").first()
    count = last.number if last else 0
    if meeting is not None:
        rows = rows.filter(meeting=meeting)
        readable = set(items_readable(user, meeting).values_list("pk", flat=True))
    else:
        readable = set(
            Item.objects.filter(items_readable_q(user), book_entries__body=body).values_list(
                "pk", flat=True
            )
        )
    entries = tuple(
        ShownEntry(row, row.content if _is_open(row, readable) else None)
        for row in rows.order_by("number")
    )
    broken = tuple(book_broken(body))
    return ShownBook(entries, broken, count, last.sha256 if last else "")


def _is_open(row: MinuteBookEntry, readable: set[int]) -> bool:
    if row.item_id is not None:
        return row.item_id in readable
    return not row.content.get("is_closed", False)


def late_attachments_of(user: object, meeting: Meeting) -> list[LateAttachment]:
    """The files that came after the meeting, to the items she may read."""
    keys = items_readable(user, meeting).values_list("pk", flat=True)
    rows = LateAttachment.objects.filter(item__in=list(keys))
    return list(rows.select_related("item__stop__case", "item__parent"))


def late_attachment_get(user: object, meeting: Meeting, key: int) -> LateAttachment | None:
    """One of them; a closed file only for those who see closed matter of the item."""
    found = next((row for row in late_attachments_of(user, meeting) if row.pk == key), None)
    if found is None or (found.is_closed and not _sees_closed(user, meeting, found)):
        return None
    return found


def _sees_closed(user: object, meeting: Meeting, row: LateAttachment) -> bool:
    if item_is_closed(row.item):
        return True
    return bool(meeting_relations(user, meeting) & MAY_SEE_CLOSED)


def minutes_waiting_for(user: object) -> list[Meeting]:
    """The meetings whose minutes are locked, that she took part in and has not approved."""
    key = user_key(user)
    rows = (
        Meeting.objects.filter(minutes__isnull=False, seats__sitting__user=key)
        .exclude(minutes__sign_offs__user=key)
        .select_related("plan__body")
        .distinct()
    )
    return [meeting for meeting in rows if seat_to_sign(user, meeting) is not None]


def minutes_to_lock(user: object) -> QuerySet[Meeting]:
    """The meetings that are over and whose minutes she may lock."""
    rows = Meeting.objects.filter(meetings_may_q(user, "minutes_lock"), minutes__isnull=True)
    return rows.select_related("plan__body").order_by("plan__starts_at")
