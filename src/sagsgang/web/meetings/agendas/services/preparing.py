"""A meeting of the plan becomes a meeting with an agenda: its seats, and what always comes back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import Body, Person, PlannedMeeting
from sagsgang.web.bodies.selectors import members_on
from sagsgang.web.bodies.services import meeting_plan_add
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas.services.locked import (
    body_open,
    meeting_event,
    meeting_touched,
    reasoned,
)
from sagsgang.web.meetings.models import (
    CalledBy,
    Item,
    Meeting,
    MeetingState,
    Recurring,
    RecurringItem,
    Seat,
)

SENDERS = ("Formanden", "Medlemmerne", "Forvaltningen")


@dataclass(frozen=True, slots=True)
class RecurringWish:
    """An item that comes back: before the cases when `is_first`, else after them."""

    what: str
    title: str
    is_first: bool = False
    senders: Sequence[str] = field(default=())


#: What a body has that never chose: most bodies' agendas begin and end like this.
USUAL = (
    RecurringWish(Recurring.APPROVE_AGENDA, "Godkendelse af dagsorden", is_first=True),
    RecurringWish(Recurring.APPROVE_MINUTES, "Godkendelse af referat", is_first=True),
    RecurringWish(Recurring.MESSAGES, "Meddelelser", senders=SENDERS),
    RecurringWish(Recurring.SIGNATURE_SHEET, "Underskriftsblad"),
)


def usual_rows() -> list[RecurringItem]:
    """The usual recurring items as a body would have them, not kept anywhere."""
    return [RecurringItem(**columns) for columns in _columns(USUAL)]


@transaction.atomic
def meeting_prepare(*, actor: Any, plan: PlannedMeeting) -> Meeting:
    """The meeting of a planned one, with seats and recurring items; made once, and the same again
    however often it is asked for. Emits `meeting_prepared`.
    """
    body = body_open(actor, "meeting_prepare", plan.body)
    plan = PlannedMeeting.objects.select_related("body__municipality__settings").get(pk=plan.pk)
    there = Meeting.objects.filter(plan=plan).first()
    if there is not None:
        there.plan = plan
        return there
    if plan.is_cancelled:
        raise Refusal(_("The meeting is cancelled. Take the cancellation back first."))
    rows = list(body.recurring_items.all())
    if not rows and not Meeting.objects.filter(plan__body=body).exists():
        rows = _rows_made(body, USUAL)
    meeting = Meeting.objects.create(plan=plan)
    seats_make(meeting)
    _recurring_put(meeting, rows)
    meeting_event("meeting_prepared", "begyndte dagsordenen", actor, meeting)
    return meeting


def seats_make(meeting: Meeting) -> None:
    """The seats as the body sits on the day of the meeting. What was told of a seat (an absence)
    stays as long as the seat is there.
    """
    day = timezone.localdate(meeting.plan.starts_at)
    wanted = {seat.membership.pk: seat for seat in members_on(meeting.plan.body, day)}
    there = {seat.membership_id: seat for seat in meeting.seats.filter(called_in_at__isnull=True)}
    for key in there.keys() - wanted.keys():
        there[key].delete()
    for key, seat in wanted.items():
        if key not in there:
            Seat.objects.create(meeting=meeting, membership=seat.membership, sitting=seat.person)
        elif there[key].sitting_id != seat.person.pk and there[key].notice_at is None:
            Seat.objects.filter(pk=there[key].pk).update(sitting=seat.person)


def _recurring_put(meeting: Meeting, rows: Iterable[RecurringItem]) -> None:
    has_earlier = Meeting.objects.filter(
        plan__body=meeting.plan.body,
        plan__starts_at__lt=meeting.plan.starts_at,
        plan__cancelled_because="",
    ).exists()
    place = 0
    for row in rows:
        if row.what == Recurring.APPROVE_MINUTES and not has_earlier:
            continue
        place += 1
        item = Item.objects.create(
            meeting=meeting,
            order=place,
            title=row.title,
            recurring=row.what,
            kind="briefing" if row.what == Recurring.MESSAGES else "decision",
        )
        for number, sender in enumerate(row.senders, start=1):
            Item.objects.create(
                meeting=meeting,
                parent=item,
                order=number,
                title=sender,
                sender=sender,
                kind="briefing",
            )


@transaction.atomic
def recurring_set(
    *, actor: Any, body: Body, wishes: Sequence[RecurringWish]
) -> list[RecurringItem]:
    """What every new agenda of the body begins and ends with; agendas that are made already stay.
    Emits `recurring_items_set`.
    """
    locked = body_open(actor, "recurring_set", body)
    for wish in wishes:
        if wish.what not in Recurring.values:
            raise Refusal(_("Choose which item it is."), "what")
        reasoned(wish.title, _("Write what the item is called."), "title", 200)
        for sender in wish.senders:
            reasoned(sender, _("Write who the messages are from."), "senders", 150)
    locked.recurring_items.all().delete()
    rows = _rows_made(locked, wishes)
    event_record(
        code="recurring_items_set",
        sentence=f"{actor} valgte de faste punkter i {locked}: "
        f"{', '.join(row.title for row in rows) or 'ingen'}."[:500],
        actor=actor,
        subject=locked,
    )
    return rows


def _rows_made(body: Body, wishes: Sequence[RecurringWish]) -> list[RecurringItem]:
    return [RecurringItem.objects.create(body=body, **columns) for columns in _columns(wishes)]


def _columns(wishes: Sequence[RecurringWish]) -> list[dict[str, Any]]:
    first = [wish for wish in wishes if wish.is_first]
    last = [wish for wish in wishes if not wish.is_first]
    rows = [(place - len(first), wish) for place, wish in enumerate(first)]
    rows += [(place, wish) for place, wish in enumerate(last, start=1)]
    return [
        {
            "what": str(wish.what),
            "title": " ".join(wish.title.split()),
            "order": order,
            "senders": [" ".join(sender.split()) for sender in wish.senders],
        }
        for order, wish in rows
    ]


@transaction.atomic
def extraordinary_call(
    *,
    actor: Any,
    body: Body,
    starts_at: datetime,
    called_by: str,
    reason: str,
    place: str = "",
    callers: Sequence[Person] = (),
) -> Meeting:
    """An extraordinary meeting, on the plan and with its agenda begun: the chair found it
    necessary, or at least a third of the members ask for it. Emits `extraordinary_called`.
    """
    locked = body_open(actor, "extraordinary_call", body)
    reason = reasoned(reason, _("Write why the meeting cannot wait for the next ordinary one."))
    if called_by not in CalledBy.values:
        raise Refusal(_("Say who asks for the meeting."), "called_by")
    if starts_at <= timezone.now():
        raise Refusal(_("The time has passed. Choose a later one."), "starts_at")
    people = {person.pk: person for person in callers} if called_by == CalledBy.MEMBERS else {}
    if called_by == CalledBy.MEMBERS:
        _third_required(locked, set(people), timezone.localdate(starts_at))
    plan = meeting_plan_add(
        actor=actor,
        body=locked,
        starts_at=starts_at,
        place=place,
        kind=PlannedMeeting.Kind.EXTRAORDINARY,
    )
    meeting = meeting_prepare(actor=actor, plan=plan)
    meeting.called_by, meeting.note = called_by, reason
    meeting.save(update_fields=["called_by", "note"])
    meeting.callers.set(people.values())
    who = "formanden" if called_by == CalledBy.CHAIR else ", ".join(map(str, people.values()))
    meeting_event(
        "extraordinary_called",
        f"indkaldte til ekstraordinært møde efter ønske fra {who}: {reason}",
        actor,
        meeting,
        called_by=called_by,
    )
    return meeting


def _third_required(body: Body, callers: set[int], day: Any) -> None:
    seats = members_on(body, day)
    asking = [seat for seat in seats if seat.person.pk in callers]
    if len(asking) != len(callers):
        raise Refusal(_("Only members of the body can ask for the meeting."), "callers")
    if 3 * len(asking) < len(seats):
        raise Refusal(
            _("%(asking)s of %(all)s members ask for it. It takes at least a third: %(needed)s.")
            % {"asking": len(asking), "all": len(seats), "needed": -(-len(seats) // 3)},
            "callers",
        )


def meeting_brought_back(meeting: Meeting) -> None:
    """Living again after a cancellation: sent if it had been, otherwise being built."""
    was_sent = meeting.versions.exists()
    meeting.state = MeetingState.SENT if was_sent else MeetingState.BUILDING
    meeting.gone_through_at = meeting.gone_through_by = meeting.gone_through_revision = None
    meeting.save()
    meeting_touched(meeting)
