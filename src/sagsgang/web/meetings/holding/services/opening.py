"""A meeting begins, and goes from item to item."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.bodies.models import Membership, Person, PlannedMeeting
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas.services.locked import (
    item_event,
    item_fresh,
    meeting_event,
    meeting_touched,
)
from sagsgang.web.meetings.agendas.services.locked import meeting_open as meeting_held
from sagsgang.web.meetings.holding.selectors import (
    DONE,
    gathering_of,
    is_ahead,
    item_state,
    items_of,
)
from sagsgang.web.meetings.holding.services.presence import moment_of
from sagsgang.web.meetings.models import (
    Item,
    ItemTurn,
    Meeting,
    MeetingState,
    PresenceEvent,
    Seat,
)

_CHAIRS = (Membership.Post.CHAIR, Membership.Post.VICE_CHAIR)


@transaction.atomic
def meeting_open(
    *, actor: Any, meeting: Meeting, led_by: Person | None = None, present: Collection[Seat] = ()
) -> Meeting:
    """The meeting begins: the chair leads it, or the vice-chair, and those who are `present` came.

    An ordinary meeting needs an agenda that was sent. Opened again it is as it was. Emits
    `meeting_opened`.
    """
    locked = meeting_held(actor, "meeting_read", meeting)
    if locked.state == MeetingState.OPEN:
        return locked
    locked = meeting_held(actor, "meeting_open", locked)
    is_extraordinary = locked.plan.kind == PlannedMeeting.Kind.EXTRAORDINARY
    if locked.state != MeetingState.SENT and not is_extraordinary:
        raise Refusal(_("The agenda is not sent yet. Send it first; then the meeting can open."))
    now = timezone.now()
    if is_ahead(locked):
        raise Refusal(_("The meeting is not until another day. Move it in the plan first."))
    seats = {
        seat.pk: seat
        for seat in locked.seats.select_related("membership__person", "sitting").order_by("pk")
    }
    locked.state, locked.opened_at = MeetingState.OPEN, now
    locked.led_by = _leader(seats.values(), led_by)
    locked.save(update_fields=["state", "opened_at", "led_by"])
    there = gathering_of(locked, now).room.in_the_room(now)
    for seat in present:
        if seat.pk not in seats:
            raise Refusal(_("That belongs to another meeting."), "present")
        if seat.pk not in there:
            PresenceEvent.objects.create(
                meeting=locked,
                seat=seats[seat.pk],
                what=PresenceEvent.What.CAME,
                at=now,
                recorded_by=actor,
            )
    meeting_touched(locked)
    meeting_event(
        "meeting_opened",
        f"åbnede mødet; {locked.led_by or 'formanden'} leder det",
        actor,
        locked,
        led_by=locked.led_by_id,
    )
    return locked


def _leader(seats: Collection[Seat], led_by: Person | None) -> Person | None:
    chairs = {
        seat.sitting_id: seat
        for seat in seats
        if seat.membership.post in _CHAIRS and seat.sitting_id == seat.membership.person_id
    }
    if led_by is not None:
        # The law lets the body choose somebody among its members when both are away.
        allowed = {seat.sitting_id for seat in seats}
        if led_by.pk not in allowed:
            raise Refusal(_("Choose who leads the meeting among those who sit in it."), "led_by")
        return led_by
    ordered = sorted(chairs.values(), key=lambda seat: seat.membership.post != "chair")
    coming = [seat for seat in ordered if seat.notice_at is None]
    return coming[0].sitting if coming else None


@transaction.atomic
def item_begin(*, actor: Any, item: Item, at: datetime | None = None) -> ItemTurn:
    """Take an item up: whoever comes or leaves from now on does so at this one. The item that is
    under way already is not begun again. Emits `item_begun`.
    """
    locked = meeting_held(actor, "item_lead", item.meeting)
    fresh = item_fresh(item, locked)
    last = current_turn(locked)
    if last is not None and last.item_id == fresh.pk:
        return last
    moment = moment_of(locked, at)
    if last is not None and moment < last.at:
        # A clock was set back, or another screen went on meanwhile: what is told last comes last.
        moment = last.at
    turn = ItemTurn.objects.create(meeting=locked, item=fresh, at=moment, recorded_by=actor)
    meeting_touched(locked)
    item_event("item_begun", "tog {item} op", actor, fresh)
    return turn


def item_dealt_with(actor: Any, item: Item) -> None:
    """Something was recorded at an item: if it was never taken up, it is now, so that it is told of
    those who are in the room at this moment, whoever comes or leaves later. The meeting goes on
    with the item that was under way, when that is not done with. The caller has locked the meeting.
    """
    meeting = item.meeting
    turns = ItemTurn.objects.filter(meeting=meeting, taken_back_at__isnull=True)
    if turns.filter(item__in=[item.pk, item.parent_id or item.pk]).exists():
        return
    last = current_turn(meeting)
    back_to = last.item if last and item_state(last.item, None, frozenset()) not in DONE else None
    for key in (item.parent_id or item.pk, back_to.pk if back_to else None):
        if key is not None:
            at = moment_of(meeting, None)
            ItemTurn.objects.create(meeting=meeting, item_id=key, at=at, recorded_by=actor)


@transaction.atomic
def item_next(
    *, actor: Any, meeting: Meeting, after: Item | None = None, at: datetime | None = None
) -> ItemTurn | None:
    """Go on to the next item that is not done with, after the one that is under way; None when
    there is none. `after` is the item the screen showed: asked twice, it goes one step.
    """
    locked = meeting_held(actor, "item_lead", meeting)
    last = current_turn(locked)
    current = last.item_id if last else None
    if after is not None and current != after.pk:
        return last
    items = [item for item in items_of(locked) if item.parent_id is None]
    keys = [item.pk for item in items]
    place = keys.index(current) + 1 if current in keys else 0
    for item in [*items[place:], *items[:place]]:
        is_waiting = item_state(item, None, frozenset()) not in DONE
        if is_waiting and item.pk != current:
            item.meeting = locked
            return item_begin(actor=actor, item=item, at=at)
    return None


def current_turn(meeting: Meeting) -> ItemTurn | None:
    """The last item that was taken up."""
    turns = ItemTurn.objects.filter(meeting=meeting, taken_back_at__isnull=True)
    return turns.order_by("-at", "-pk").select_related("item").first()
