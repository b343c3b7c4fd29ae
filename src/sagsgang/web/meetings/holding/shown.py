"""The meeting screen as it is shown: who is there, how the items stand, which one is written on."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Max

from sagsgang.web.meetings.agendas.naming import neutral_title
from sagsgang.web.meetings.deciding.reading import Point, points_put
from sagsgang.web.meetings.holding.presence import ItemPresence
from sagsgang.web.meetings.holding.selectors import (
    DONE,
    Bench,
    Gathering,
    gathering_of,
    item_state,
    items_of,
    needs_decision,
    presence_at,
)
from sagsgang.web.meetings.holding.wording import ITEM_STATES
from sagsgang.web.meetings.models import Disqualification, Item, Meeting, PresenceEvent
from sagsgang.web.meetings.permissions import item_is_closed, items_readable, meeting_may


@dataclass(slots=True)
class Row:
    """An item in the list; `title` is the neutral one where the reader may not read it."""

    item: Item
    number: str
    title: str
    state: str
    is_closed: bool
    is_readable: bool
    is_current: bool
    is_shown: bool
    is_part: bool
    is_lacking: bool


@dataclass(slots=True)
class Place:
    """Somebody in the list of who is there: a seat or a guest."""

    key: int
    name: str
    party: str = ""
    post: str = ""
    is_guest: bool = False
    is_called_in: bool = False
    sits_for: str = ""
    is_here: bool = False
    is_sitting: bool = False
    has_notice: bool = False
    notice_reason: str = ""
    since: datetime | None = None
    has_been: bool = False
    disqualification: Disqualification | None = None
    events: list[PresenceEvent] = field(default_factory=list)
    substitutes: list[Any] = field(default_factory=list)


@dataclass(slots=True)
class Screen:
    """Everything the screen shows; `shown` is the item that is written on."""

    meeting: Meeting
    rows: list[Row]
    places: list[Place]
    guests: list[Place]
    current: Item | None
    shown: Item | None
    shown_number: str
    points: list[Point]
    presence: ItemPresence
    may: dict[str, bool]
    counts_disqualified: bool
    left: int
    outcomes: list[tuple[Any, int]]
    disqualifications: list[Disqualification]
    item_mark: str


_OPERATIONS = (
    "item_lead",
    "presence_record",
    "disqualification_record",
    "seat_substitute",
    "absence_tell",
    "guest_change",
    "meeting_open",
    "meeting_close",
    "meeting_reopen",
)


def screen_of(user: Any, meeting: Meeting, wanted: int | None = None) -> Screen:
    """What this reader's screen shows; `wanted` is the item she looks at, else the current one."""
    gathering = gathering_of(meeting)
    readable = set(items_readable(user, meeting).order_by().values_list("pk", flat=True))
    items = items_of(meeting)
    by_key = {item.pk: item for item in items}
    for item in items:
        item.meeting = meeting
    current = by_key.get(gathering.room.current() or 0)
    candidate = by_key.get(wanted or 0) or current or next(iter(items), None)
    shown = candidate if candidate is not None and candidate.pk in readable else None
    taken_up = frozenset(turn.item for turn in gathering.room.turns)
    numbers = _numbers(items)
    rows = [
        _row(item, numbers, readable, taken_up, current=current, shown=candidate) for item in items
    ]
    may = {name: meeting_may(user, name, meeting) for name in _OPERATIONS}
    at_item = presence_at(gathering.room, current) if current else _now(gathering)
    raised = list(
        Disqualification.objects.filter(item=current or candidate).select_related("seat__sitting")
        if current or candidate
        else ()
    )
    return Screen(
        meeting=meeting,
        rows=rows,
        places=_places(
            gathering, at_item, raised, Bench.of(meeting) if may["seat_substitute"] else None
        ),
        guests=_guests(gathering),
        current=current if current is not None and current.pk in readable else None,
        shown=shown,
        shown_number=numbers.get(shown.pk, "") if shown else "",
        points=points_put(shown) if shown else [],
        presence=at_item,
        may=may,
        counts_disqualified=gathering.room.counts_disqualified,
        left=sum(row.is_lacking for row in rows),
        outcomes=_outcomes(rows),
        disqualifications=raised if current is None or current.pk in readable else [],
        item_mark=_mark(meeting, gathering, shown),
    )


def _mark(meeting: Meeting, gathering: Gathering, shown: Item | None) -> str:
    """What has been written on the item, and after the slash who takes part in it: another mark
    says that the item's part of the page is out of date.
    """
    if shown is None:
        return f"0:{meeting.state}/"
    decision = getattr(shown, "decision", None)
    suspended = getattr(shown, "suspension", None)
    beside = Item.objects.filter(pk=shown.pk).aggregate(
        put=Max("proposals"),
        withdrawn=Max("proposals__withdrawn_at"),
        voted=Max("proposals__votes"),
        said=Max("dissents"),
    )
    written = [shown.pk, decision and decision.revision, suspended and suspended.taken_back_at]
    written += [suspended and suspended.at, *beside.values(), meeting.state]
    here = presence_at(gathering.room, shown)
    room = [*sorted(here.voters), "of", *sorted(here.present)]
    return "/".join(":".join(map(str, part)) for part in (written, room))


def _outcomes(rows: list[Row]) -> list[tuple[Any, int]]:
    """How many items ended how, as it is told before the meeting is closed."""
    counted = Counter(row.state for row in rows if needs_decision(row.item))
    return [(words, counted[state]) for state, words in ITEM_STATES.items() if counted[state]]


def _now(gathering: Gathering) -> ItemPresence:
    return gathering.room.of(0)


def _numbers(items: list[Item]) -> dict[int, str]:
    found: dict[int, str] = {}
    place = 0
    for item in items:
        if item.parent_id is None:
            place += 1
            found[item.pk] = item.number or str(place)
        else:
            found[item.pk] = item.number
    return found


def _row(
    item: Item,
    numbers: dict[int, str],
    readable: set[int],
    taken_up: frozenset[int],
    *,
    current: Item | None,
    shown: Item | None,
) -> Row:
    state = item_state(item, current.pk if current else None, taken_up)
    is_readable = item.pk in readable
    return Row(
        item=item,
        number=numbers[item.pk],
        title=item.title if is_readable else neutral_title(item),
        state=state,
        is_closed=item_is_closed(item),
        is_readable=is_readable,
        is_current=item == current,
        is_shown=item == shown,
        is_part=item.parent_id is not None,
        is_lacking=needs_decision(item) and state not in DONE,
    )


def _places(
    gathering: Gathering,
    presence: ItemPresence,
    raised: list[Disqualification],
    bench: Bench | None,
) -> list[Place]:
    here = gathering.room.in_the_room()
    by_seat = {row.seat_id: row for row in raised}
    found = []
    for key, seat in gathering.seats.items():
        events = list(gathering.seat_movements.get(key, ()))
        is_called_in = seat.called_in_at is not None
        away = key not in here or key in presence.disqualified
        found.append(
            Place(
                key=key,
                name=str(seat.sitting),
                party=seat.membership.party,
                post="" if seat.sitting_id != seat.membership.person_id else seat.membership.post,
                is_called_in=is_called_in,
                sits_for=str(seat.membership.person)
                if seat.sitting_id != seat.membership.person_id
                else "",
                is_here=key in here,
                is_sitting=key in presence.voters,
                has_notice=seat.notice_at is not None,
                notice_reason=seat.notice_reason,
                since=events[-1].at if events else None,
                has_been=bool(events),
                disqualification=by_seat.get(key),
                events=events,
                substitutes=bench.for_seat(seat) if bench and away and not is_called_in else [],
            )
        )
    return found


def _guests(gathering: Gathering) -> list[Place]:
    here = gathering.guests_in_the_room()
    return [
        Place(
            key=guest.pk,
            name=guest.name,
            party=guest.title,
            is_guest=True,
            is_here=guest.pk in here,
            since=events[-1].at if events else None,
            has_been=bool(events),
            events=list(events),
        )
        for guest in gathering.guests
        for events in [gathering.guest_movements.get(guest.pk, ())]
    ]
