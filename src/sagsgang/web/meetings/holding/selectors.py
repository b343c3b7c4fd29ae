"""What is known of a meeting that is held: its room, and how its items stand."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from sagsgang.web.bodies.models import Body, Membership, Person, SubstitutePeriod
from sagsgang.web.bodies.selectors.members import lasting
from sagsgang.web.meetings.holding.presence import Chair, ItemPresence, Movement, Room, Turn
from sagsgang.web.meetings.models import (
    Disqualification,
    Guest,
    Item,
    ItemTurn,
    Meeting,
    PresenceEvent,
    QuorumRule,
    Recurring,
    Seat,
)

WAITING, UNDER_WAY, MISSING = "waiting", "under_way", "missing"
DECIDED, POSTPONED, NOTHING, WITHDRAWN = "decided", "postponed", "nothing_recorded", "withdrawn"
#: An item in one of these is done with, and the meeting can close.
DONE = frozenset({DECIDED, POSTPONED, NOTHING, WITHDRAWN})
_POST_ORDER = {"chair": 0, "vice_chair": 1}


@dataclass(frozen=True, slots=True)
class Gathering:
    """The seats and guests of a meeting, and the room derived from what happened."""

    seats: dict[int, Seat]
    guests: tuple[Guest, ...]
    room: Room
    guest_movements: dict[int, tuple[PresenceEvent, ...]]
    seat_movements: dict[int, tuple[PresenceEvent, ...]]

    def names(self, keys: Iterable[int]) -> list[str]:
        """The names of those who sit, in the order in which the body's members are named."""
        wanted = set(keys)
        return [str(seat.sitting) for key, seat in self.seats.items() if key in wanted]

    def guests_in_the_room(self) -> frozenset[int]:
        """The guests and officials who are in the room now."""
        return frozenset(
            key
            for key, events in self.guest_movements.items()
            if events and events[-1].what == PresenceEvent.What.CAME
        )


def is_ahead(meeting: Meeting) -> bool:
    """Whether the meeting is of a later day, so that it cannot open yet."""
    return timezone.localdate(meeting.plan.starts_at) > timezone.localdate()


def gathering_of(meeting: Meeting, now: datetime | None = None) -> Gathering:
    """Everything about who is and was there; five questions to the database."""
    seats = sorted(
        Seat.objects.filter(meeting=meeting).select_related("membership__person", "sitting"),
        key=_seat_order,
    )
    seat_movements: dict[int, list[PresenceEvent]] = defaultdict(list)
    guest_movements: dict[int, list[PresenceEvent]] = defaultdict(list)
    for event in events_of(meeting):
        if event.seat_id is not None:
            seat_movements[event.seat_id].append(event)
        elif event.guest_id is not None:
            guest_movements[event.guest_id].append(event)
    shut: dict[int, set[int]] = defaultdict(set)
    rows = Disqualification.objects.filter(item__meeting=meeting, is_disqualified=True)
    for item, seat in rows.values_list("item_id", "seat_id"):
        shut[item].add(seat)
    turns = list(ItemTurn.objects.filter(meeting=meeting, taken_back_at__isnull=True))
    moves = [event.at for events in seat_movements.values() for event in events]
    room = Room(
        chairs=[
            Chair(
                key=seat.pk,
                place=seat.membership_id,
                is_called_in=seat.called_in_at is not None,
                has_notice=seat.notice_at is not None,
            )
            for seat in seats
        ],
        movements=[
            Movement(key, event.what == PresenceEvent.What.CAME, event.at, event.pk)
            for key, events in seat_movements.items()
            for event in events
        ],
        turns=[Turn(turn.item_id, turn.at, turn.pk) for turn in turns],
        # A clock that was set back makes nothing undone that has happened.
        until=meeting.closed_at or now or max([timezone.now(), *moves, *(t.at for t in turns)]),
        disqualified={item: frozenset(keys) for item, keys in shut.items()},
        counts_disqualified=counts_disqualified(meeting.plan.body),
    )
    return Gathering(
        seats={seat.pk: seat for seat in seats},
        guests=tuple(Guest.objects.filter(meeting=meeting).select_related("item")),
        room=room,
        guest_movements={key: tuple(events) for key, events in guest_movements.items()},
        seat_movements={key: tuple(events) for key, events in seat_movements.items()},
    )


def item_presence(item: Item, now: datetime | None = None) -> ItemPresence:
    """Who sat at the item, who votes, and whether the body is quorate; keys are those of `Seat`."""
    # A part of an item is treated while its whole is under way, unless it has a turn of its own.
    gathering = gathering_of(item.meeting, now)
    return presence_at(gathering.room, item)


def presence_at(room: Room, item: Item) -> ItemPresence:
    """The same, from a room that is read already."""
    has_turn = any(turn.item == item.pk for turn in room.turns)
    return room.of(item.pk if has_turn or item.parent_id is None else item.parent_id)


def events_of(meeting: Meeting) -> QuerySet[PresenceEvent]:
    """What happened and was not taken back, in order."""
    events = PresenceEvent.objects.filter(meeting=meeting, taken_back_at__isnull=True)
    return events.select_related("seat__sitting", "guest", "item").order_by("at", "pk")


def counts_disqualified(body: Body) -> bool:
    """Whether a disqualified member counts as present in this body."""
    return QuorumRule.objects.filter(body=body, counts_disqualified=True).exists()


def items_of(meeting: Meeting) -> list[Item]:
    """The items of the meeting in order, each followed by its parts; removed ones are left out."""
    rows = list(
        Item.objects.filter(meeting=meeting, removed_at__isnull=True)
        .select_related("stop__case", "parent", "decision", "suspension")
        .order_by("order", "pk")
    )
    parts: dict[int, list[Item]] = defaultdict(list)
    for row in rows:
        if row.parent_id is not None:
            parts[row.parent_id].append(row)
    found = []
    for row in rows:
        if row.parent_id is None:
            found += [row, *parts[row.pk]]
    return found


def item_state(item: Item, current: int | None, taken_up: frozenset[int]) -> str:
    """How an item stands: decided, postponed, nothing recorded, under way, missing, or waiting."""
    decision = getattr(item, "decision", None)
    if decision is not None:
        if decision.is_withdrawn:
            return WITHDRAWN
        if decision.is_nothing_recorded:
            return NOTHING
        return POSTPONED if decision.outcome == "postponed" else DECIDED
    if item.pk == current:
        return UNDER_WAY
    return MISSING if item.pk in taken_up else WAITING


def needs_decision(item: Item) -> bool:
    """A signature sheet is no question, and a message is noted with the others of its item."""
    return item.parent_id is None and item.recurring != Recurring.SIGNATURE_SHEET


def items_lacking(meeting: Meeting) -> list[Item]:
    """The items without which the meeting cannot close."""
    return [
        item
        for item in items_of(meeting)
        if needs_decision(item) and item_state(item, None, frozenset()) not in DONE
    ]


def substitutes_for(seat: Seat) -> list[Person]:
    """Who may be called in for a seat: those with a period for it that day first, then the body's
    elected substitutes of the same party, then the others.
    """
    return Bench.of(seat.meeting).for_seat(seat)


@dataclass(frozen=True, slots=True)
class Bench:
    """Those who may be called in for somebody at a meeting."""

    periods: tuple[SubstitutePeriod, ...]
    elected: tuple[Membership, ...]
    seated: frozenset[int]

    @classmethod
    def of(cls, meeting: Meeting) -> "Bench":
        """Three questions to the database, however many are away."""
        day = timezone.localdate(meeting.plan.starts_at)
        body = meeting.plan.body_id
        periods = SubstitutePeriod.objects.filter(lasting(day), membership__body=body)
        elected = Membership.objects.filter(
            lasting(day), body=body, post=Membership.Post.SUBSTITUTE
        )
        return cls(
            periods=tuple(periods.select_related("substitute")),
            elected=tuple(elected.select_related("person")),
            seated=frozenset(meeting.seats.values_list("sitting_id", flat=True)),
        )

    def for_seat(self, seat: Seat) -> list[Person]:
        """The nearest first."""
        first = [
            period.substitute
            for period in self.periods
            if period.membership_id == seat.membership_id
        ]
        party = seat.membership.party
        ordered = sorted(
            self.elected, key=lambda each: (each.party != party, bytes(each.person.sort_key))
        )
        unique: dict[int, Person] = {}
        for person in [*first, *(membership.person for membership in ordered)]:
            if person.pk not in self.seated:
                unique.setdefault(person.pk, person)
        return list(unique.values())


def _seat_order(seat: Seat) -> tuple[int, bytes, int, bool]:
    membership = seat.membership
    return (
        _POST_ORDER.get(membership.post, 2),
        bytes(membership.person.sort_key),
        membership.pk,
        seat.called_in_at is not None,
    )
