"""A member's meetings, how much of each agenda she has read, and her seat."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone

from sagsgang.web.accounts.models import User
from sagsgang.web.bodies.models import PlannedMeeting
from sagsgang.web.bodies.standing import standing_of
from sagsgang.web.meetings.members.given import (
    fingerprint,
    newest_versions,
)
from sagsgang.web.meetings.models import (
    AgendaVersion,
    Item,
    Meeting,
    Note,
    ReadMark,
    Seat,
)
from sagsgang.web.meetings.permissions import (
    OUT,
    items_of_q,
    items_readable_q,
    meeting_may,
    meetings_may_q,
    meetings_readable_q,
)
from sagsgang.web.meetings.sending.content import Content, items_by_key

#: So many meetings are shown on the start page, and so long after a meeting it stays.
AT_MOST = 12
AFTER = timedelta(hours=20)
UNREAD, CHANGED, READ = "unread", "changed", "read"


@dataclass(frozen=True, slots=True)
class ReadItem:
    """An item of an agenda as the member stands to it: unread, changed since she read, or read."""

    item: Item
    state: str
    read_at: datetime | None = None
    notes: int = 0


@dataclass(frozen=True, slots=True)
class OwnMeeting:
    """A meeting of a body in which she sits; `seat` is hers, where seats are made."""

    plan: PlannedMeeting
    meeting: Meeting | None
    seat: Seat | None
    items: tuple[ReadItem, ...] = ()
    sent_at: datetime | None = None
    may_tell_absence: bool = False

    @property
    def is_sent(self) -> bool:
        """Whether there is an agenda to read."""
        return self.sent_at is not None

    @property
    def read(self) -> int:
        """How many items she has read as they are now."""
        return sum(each.state == READ for each in self.items)

    @property
    def changed(self) -> int:
        """How many items changed since she read them."""
        return sum(each.state == CHANGED for each in self.items)

    @property
    def first_unread(self) -> ReadItem | None:
        """Where to read on."""
        return next((each for each in self.items if each.state != READ), None)

    @property
    def substitute(self) -> str:
        """Who sits in her seat instead of her."""
        seat = self.seat
        if seat is None or seat.sitting_id == seat.membership.person_id:
            return ""
        return str(seat.sitting)


def own_meetings(user: User) -> list[OwnMeeting]:
    """The meetings to come of the bodies in which she sits, the nearest first."""
    standing = standing_of(user)
    plans = list(
        PlannedMeeting.objects.filter(
            Q(body__in=standing.seats)
            | Q(meeting__seats__sitting__user=user)
            | Q(meeting__seats__membership__person__user=user),
            starts_at__gte=timezone.now() - AFTER,
        )
        .select_related("body", "meeting")
        .order_by("starts_at", "pk")
        .distinct()[:AT_MOST]
    )
    meetings = [_meeting(plan) for plan in plans if hasattr(plan, "meeting")]
    seats = _own_seats(user, meetings)
    keys = [meeting.pk for meeting in meetings]
    readable = Meeting.objects.filter(meetings_readable_q(user), pk__in=keys, state__in=OUT)
    sent = newest_versions(readable.order_by())
    may_tell = set(
        Meeting.objects.filter(meetings_may_q(user, "absence_tell"), pk__in=keys).values_list(
            "pk", flat=True
        )
    )
    items = read_items(user, sent.values())
    rows = []
    for plan in plans:
        meeting = _meeting(plan) if hasattr(plan, "meeting") else None
        version = sent.get(meeting.pk) if meeting else None
        seat = seats.get(meeting.pk) if meeting else None
        rows.append(
            OwnMeeting(
                plan=plan,
                meeting=meeting,
                seat=seat,
                items=tuple(items.get(meeting.pk, ())) if meeting else (),
                sent_at=version.sent_at if version else None,
                may_tell_absence=seat is not None and seat.meeting_id in may_tell,
            )
        )
    return rows


def own_meeting(user: User, pk: int) -> OwnMeeting | None:
    """One meeting whose agenda she may read."""
    meeting = Meeting.objects.filter(pk=pk, state__in=OUT).select_related("plan__body").first()
    if meeting is None or not meeting_may(user, "meeting_read", meeting):
        return None
    version = newest_versions([meeting]).get(meeting.pk)
    if version is None:
        return None
    seat = _own_seats(user, [meeting]).get(meeting.pk)
    return OwnMeeting(
        plan=meeting.plan,
        meeting=meeting,
        seat=seat,
        items=tuple(read_items(user, [version], meeting).get(meeting.pk, ())),
        sent_at=version.sent_at,
        may_tell_absence=seat is not None and meeting_may(user, "absence_tell", meeting),
    )


def meeting_of_seat(user: User, pk: int) -> Meeting | None:
    """The meeting, when she has a seat at it."""
    found = Meeting.objects.filter(
        Q(seats__sitting__user=user) | Q(seats__membership__person__user=user), pk=pk
    )
    return found.select_related("plan__body").distinct().first()


def read_items(
    user: User, newest: Iterable[AgendaVersion], only: Meeting | None = None
) -> dict[int, list[ReadItem]]:
    """By meeting: the items of its newest version that she may read, in order, as she has read
    them. Where there is `only` one meeting, that is asked faster.
    """
    versions = {version.meeting_id: version for version in newest}
    items = list(
        Item.objects.filter(
            items_of_q(user, "item_read", only) if only else items_readable_q(user),
            meeting__in=versions,
            parent__isnull=True,
            removed_at__isnull=True,
        )
        .exclude(number="")
        .select_related("meeting__plan__body", "stop__case")
        .order_by("meeting", "order", "pk")
    )
    marks: dict[int, ReadMark] = {}
    for mark in ReadMark.objects.filter(user=user, item__in=items).order_by("version"):
        marks[mark.item_id] = mark
    notes = Counter(Note.objects.filter(user=user, item__in=items).values_list("item", flat=True))
    contents = _contents(versions, items, marks)
    meetings: dict[int, Meeting] = {}
    found: dict[int, list[ReadItem]] = defaultdict(list)
    for item in items:
        # One object for a meeting: what it has been asked is then asked once.
        item.meeting = meetings.setdefault(item.meeting_id, item.meeting)
        mark = marks.get(item.pk)
        state = UNREAD
        if mark is not None:
            now = contents[item.meeting_id, versions[item.meeting_id].number].get(item.pk)
            then = contents.get((item.meeting_id, mark.version), {}).get(item.pk)
            state = READ if _alike(then, now) else CHANGED
        found[item.meeting_id].append(
            ReadItem(item, state, mark.at if mark else None, notes[item.pk])
        )
    return found


def _contents(
    versions: dict[int, AgendaVersion], items: list[Item], marks: dict[int, ReadMark]
) -> dict[tuple[int, int], dict[int, Content]]:
    """The newest version of each meeting, and those she read items in."""
    found = {(pk, v.number): items_by_key(v.content) for pk, v in versions.items()}
    wanted = {(item.meeting_id, marks[item.pk].version) for item in items if item.pk in marks}
    missing = wanted - found.keys()
    if missing:
        earlier = AgendaVersion.objects.filter(
            meeting__in={meeting for meeting, _ in missing},
            number__in={number for _, number in missing},
        )
        for version in earlier:
            found.setdefault((version.meeting_id, version.number), items_by_key(version.content))
    return found


def _alike(then: Content | None, now: Content | None) -> bool:
    if then is None or now is None:
        return now is None
    return fingerprint(then) == fingerprint(now)


def _own_seats(user: User, meetings: Iterable[Meeting]) -> dict[int, Seat]:
    """By meeting: the seat she sits in, else the one that is hers and somebody else sits in."""
    seats = Seat.objects.filter(
        Q(sitting__user=user) | Q(membership__person__user=user), meeting__in=list(meetings)
    ).select_related("sitting", "membership__person")
    ordered = sorted(seats, key=lambda seat: (seat.sitting.user_id == user.pk, -seat.pk))
    return {seat.meeting_id: seat for seat in ordered}


def _meeting(plan: Any) -> Meeting:
    meeting: Meeting = plan.meeting
    meeting.plan = plan
    return meeting
