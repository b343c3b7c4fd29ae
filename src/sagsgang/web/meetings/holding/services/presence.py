"""Who came and left, and who was called in: each is a thing that happened, taken back when wrong.

What would leave a recorded vote without its voter in the room is refused.
"""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.bodies.models import Person
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas.services.locked import (
    meeting_event,
    meeting_open,
    meeting_touched,
)
from sagsgang.web.meetings.holding.selectors import gathering_of, presence_at
from sagsgang.web.meetings.models import (
    Dissent,
    Guest,
    Item,
    Meeting,
    PresenceEvent,
    Seat,
    Suspension,
    Vote,
)

#: A clock of another machine may be a little ahead; what is further ahead is a mistake.
_AHEAD = timedelta(minutes=2)
_EARLIEST = timedelta(hours=12)


@transaction.atomic
def presence_record(
    *,
    actor: Any,
    meeting: Meeting,
    who: Seat | Guest,
    what: str,
    at: datetime | None = None,
    item: Item | None = None,
) -> PresenceEvent | None:
    """Somebody came (`came`) or left (`left`), now or when it was; `item` defaults to the one that
    was under way then. What is so already is not written again. Emits `presence_recorded`.
    """
    locked = meeting_open(actor, "presence_record", meeting)
    if what not in PresenceEvent.What.values:
        raise Refusal(_("Say whether the person came or left."), "what")
    moment = moment_of(locked, at)
    _of_this(locked, who, item)
    is_seat = isinstance(who, Seat)
    gathering = gathering_of(locked, moment)
    if is_seat:
        is_there = who.pk in gathering.room.in_the_room(moment)
        later = [e for e in gathering.seat_movements.get(who.pk, ()) if e.at > moment]
    else:
        events = gathering.guest_movements.get(who.pk, ())
        before = [e for e in events if e.at <= moment]
        is_there = bool(before) and before[-1].what == PresenceEvent.What.CAME
        later = [e for e in events if e.at > moment]
    if is_there == (what == PresenceEvent.What.CAME) and not later:
        return None
    if later:
        raise Refusal(
            _("%(who)s has a later time than this already. Take that back first.") % {"who": who},
            "at",
        )
    event = PresenceEvent.objects.create(
        meeting=locked,
        seat=who if isinstance(who, Seat) else None,
        guest=who if isinstance(who, Guest) else None,
        what=what,
        item=item or _item_at(locked, moment),
        at=moment,
        recorded_by=actor,
    )
    if is_seat:
        acts_stand(locked)
    meeting_touched(locked)
    verb = "kom" if what == PresenceEvent.What.CAME else "gik"
    hour = timezone.localtime(moment)
    meeting_event(
        "presence_recorded",
        f"noterede, at {who} {verb} kl. {hour:%H.%M}",
        actor,
        locked,
        what=what,
        at=moment.isoformat(),
    )
    return event


@transaction.atomic
def presence_take_back(*, actor: Any, event: PresenceEvent) -> None:
    """It did not happen: the row stays, and nothing is derived from it. Emits
    `presence_taken_back`.
    """
    locked = meeting_open(actor, "presence_record", event.meeting)
    fresh = PresenceEvent.objects.select_related("seat__sitting", "guest").get(pk=event.pk)
    if fresh.taken_back_at is not None:
        return
    fresh.taken_back_at = timezone.now()
    fresh.save(update_fields=["taken_back_at"])
    acts_stand(locked)
    meeting_touched(locked)
    verb = "kom" if fresh.what == PresenceEvent.What.CAME else "gik"
    hour = timezone.localtime(fresh.at)
    meeting_event(
        "presence_taken_back",
        f"tog tilbage, at {fresh.seat or fresh.guest} {verb} kl. {hour:%H.%M}",
        actor,
        locked,
    )


@transaction.atomic
def seat_substitute(*, actor: Any, seat: Seat, person: Person) -> Seat:
    """Call somebody in for the member of a seat, for the meeting or a part of it: she sits when she
    has come and the member is away or disqualified. Emits `substitute_seated`.
    """
    locked = meeting_open(actor, "seat_substitute", seat.meeting)
    fresh = Seat.objects.select_related("membership__person", "sitting").get(
        pk=seat.pk, meeting=locked
    )
    if fresh.called_in_at is not None:
        raise Refusal(_("Choose the member whom the substitute sits for."), "seat")
    if person.municipality_id != locked.plan.body.municipality_id:
        raise Refusal(_("Choose somebody of this municipality."), "person")
    there = Seat.objects.filter(meeting=locked, sitting=person).first()
    if there is not None:
        if there.membership_id == fresh.membership_id and there.called_in_at is not None:
            return there
        raise Refusal(_("%(who)s has a seat already.") % {"who": person}, "person")
    made = Seat.objects.create(
        meeting=locked,
        membership=fresh.membership,
        sitting=person,
        called_in_at=timezone.now(),
    )
    meeting_touched(locked)
    meeting_event(
        "substitute_seated",
        f"indkaldte {person} som stedfortræder for {fresh.sitting}",
        actor,
        locked,
        seat=made.pk,
    )
    return made


def moment_of(meeting: Meeting, at: datetime | None) -> datetime:
    """When it was: now unless told, never in the future, and not on another day. What is told now
    comes last, also when the clock was set back meanwhile.
    """
    now = timezone.now()
    moment = at or now
    if moment > now + _AHEAD:
        raise Refusal(_("The time has not come yet. Write when it happened."), "at")
    earliest = (meeting.opened_at or now) - _EARLIEST
    if moment < earliest:
        raise Refusal(_("The time is long before the meeting. Write when it happened."), "at")
    if moment < now - _AHEAD:
        return moment
    happened = [
        rows.filter(taken_back_at__isnull=True, at__gt=now).aggregate(last=Max("at"))["last"]
        for rows in (meeting.presence, meeting.turns)
    ]
    return max([min(moment, now), *(last for last in happened if last is not None)])


def acts_stand(meeting: Meeting) -> None:
    """Refuse when somebody has voted, stopped a decision, or had an opinion entered at an item
    where she now was not.
    """
    votes = Vote.objects.filter(proposal__item__meeting=meeting)
    acts = [
        (vote.seat_id, vote.proposal.item, vote.seat)
        for vote in votes.select_related("proposal__item", "seat__sitting")
    ]
    stopped = Suspension.objects.filter(item__meeting=meeting, taken_back_at__isnull=True)
    acts += [
        (row.seat_id, row.item, row.seat) for row in stopped.select_related("item", "seat__sitting")
    ]
    acts += [
        (seat.pk, row.item, seat)
        for row in Dissent.objects.filter(item__meeting=meeting).select_related("item")
        for seat in row.seats.select_related("sitting")
    ]
    if not acts:
        return
    room = gathering_of(meeting).room
    present = {}
    for seat, item, row in acts:
        if item.pk not in present:
            present[item.pk] = presence_at(room, item).present
        if seat not in present[item.pk]:
            raise Refusal(
                _(
                    "%(who)s has voted, stopped a decision or had an opinion entered at item "
                    "%(number)s and must have been there. Correct that first."
                )
                % {"who": row.sitting, "number": item.number or item.order}
            )


def _item_at(meeting: Meeting, moment: datetime) -> Item | None:
    turn = (
        meeting.turns.filter(at__lte=moment, taken_back_at__isnull=True)
        .order_by("-at", "-pk")
        .select_related("item")
        .first()
    )
    return turn.item if turn else None


def _of_this(meeting: Meeting, who: Seat | Guest, item: Item | None) -> None:
    if who.meeting_id != meeting.pk or (item is not None and item.meeting_id != meeting.pk):
        raise Refusal(_("That belongs to another meeting."), "who")
