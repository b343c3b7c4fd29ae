"""What decisions make happen when the meeting is closed: on the cases' ways, and to be followed.

A decision may be changed until then; hence nothing happens before. Each takes effect once, in the
transaction that closes the meeting: asked for again, nothing happens twice.
"""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.bodies.models import Body, BodyKind
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas.services.locked import cases_lock, item_event
from sagsgang.web.meetings.deciding.attendance import attendance_of
from sagsgang.web.meetings.deciding.reading import suspension_of
from sagsgang.web.meetings.deciding.services.handed import asked_tell, delegations_give
from sagsgang.web.meetings.deciding.services.telling import followers_told
from sagsgang.web.meetings.deciding.wording import said_of
from sagsgang.web.meetings.holding.selectors import Gathering, gathering_of
from sagsgang.web.meetings.models import Dissent, Item, ItemDecision, Meeting
from sagsgang.web.routes.models import LIVING, CaseStop
from sagsgang.web.routes.onward import GOES_ON
from sagsgang.web.routes.services import PointDecision, stop_settle
from sagsgang.web.routes.services.stops import postponed, scheduled, withdrawn
from sagsgang.web.routes.services.stops_locked import case_locked
from sagsgang.web.routes.services.stops_treated import appended


@transaction.atomic
def decisions_communicate(*, actor: Any, meeting: Meeting) -> list[ItemDecision]:
    """Let every decision of a closed meeting take effect that has not yet, in the order of the
    items, and tell those whom it concerns. Returns those that did.
    """
    waiting = ItemDecision.objects.filter(
        item__meeting=meeting, item__removed_at__isnull=True, communicated_at__isnull=True
    )
    items = Item.objects.filter(decision__in=waiting).select_related(
        "stop__case", "stop__body", "parent__parent", "decision__next_body"
    )
    rows = list(items.order_by("parent__order", "order", "pk"))
    rows.sort(key=lambda row: _place(row))
    cases_lock(row.stop.case_id for row in rows if row.stop)
    done = []
    known = gathering_of(meeting) if rows else None
    for item in rows:
        item.meeting = meeting
        decision = ItemDecision.objects.select_for_update(of=("self",)).get(item=item)
        if decision.communicated_at is not None:
            continue
        try:
            _communicate(actor, item, decision, known)
        except Refusal as refusal:
            which = {"number": item.number or item.title, "why": refusal.message}
            message = _("Item %(number)s: %(why)s") % which
            raise Refusal(message, refusal.field) from refusal
        done.append(decision)
    return done


def _place(item: Item) -> tuple[int, int, int]:
    top = item.parent or item
    return (top.order, top.pk, item.order if item.parent else 0)


def trial(actor: Any, item: Item, decision: ItemDecision) -> None:
    """Refuse now what could not take effect when the meeting closes, while it can be put right;
    nothing of it stays.
    """
    outcomes = {decision.outcome, *decision.parts.values_list("outcome", flat=True)}
    sends = decision.next_body_id or decision.parts.filter(next_body__isnull=False).exists()
    if item.stop is None or not (outcomes & GOES_ON or sends or decision.postponed_to):
        return
    try:
        with transaction.atomic():
            _settle(actor, item, decision)
            raise _Undone
    except _Undone:
        return


class _Undone(Exception):
    """The trial is over."""


def _communicate(actor: Any, item: Item, decision: ItemDecision, known: Gathering | None) -> None:
    stop = _settle(actor, item, decision, known)
    stopped = suspension_of(item)
    decision.communicated_at = timezone.now()
    decision.save(update_fields=["communicated_at"])
    if decision.postponed_to:
        item_event("item_postponed", "udsatte {item}", actor, item, decision=decision.pk)
    if stopped is None:
        asked_tell(actor, item, decision)
        delegations_give(actor, item, decision, stop)
    else:
        council = council_of(item)
        item_event(
            "decision_suspended",
            f"sendte {{item}} til {council}: {stopped.seat.sitting} har standset beslutningen",
            actor,
            item,
            decision=decision.pk,
        )
    item_event(
        "decision_communicated",
        "gav besked om beslutningen på {item}",
        actor,
        item,
        decision=decision.pk,
    )
    if item.stop is not None:
        followers_told(actor, item)


def council_of(item: Item) -> Body:
    """The council of the municipality, which settles what a member has stopped."""
    municipality = item.meeting.plan.body.municipality_id
    found = Body.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gte=timezone.localdate()),
        municipality=municipality,
        kind=BodyKind.COUNCIL,
        is_in_workplace=True,
    )
    council = found.first()
    if council is None:
        raise Refusal(
            _("The municipality has no council here. Ask an administrator to add it."), "seat"
        )
    return council


def _settle(
    actor: Any, item: Item, decision: ItemDecision, known: Gathering | None = None
) -> CaseStop | None:
    """What the decision does on the way of the item's case."""
    if item.stop is None:
        return None
    case = case_locked(item.stop.case)
    stop = CaseStop.objects.select_related("body", "meeting", "version").get(pk=item.stop_id)
    stop.case = case
    if stop.state not in LIVING:
        return stop
    if decision.is_withdrawn:
        withdrawn(actor, stop, decision.reason)
        return stop
    stopped = suspension_of(item)
    settled = stop_settle(
        actor=actor,
        stop=stop,
        decided_on=_held_on(item.meeting),
        decision_text=decision.text,
        outcome=decision.outcome,
        points=[
            PointDecision(part.numbers, part.outcome, said_of(part), part.next_body)
            for part in decision.parts.select_related("next_body")
        ],
        next_body=decision.next_body,
        absent=", ".join(attendance_of(item, known).absent),
        item_number=item.number,
        suspended_to=council_of(item) if stopped else None,
    )
    if stopped:
        appended(
            actor,
            settled,
            f"{stopped.seat.sitting} forlangte sagen indbragt for {council_of(item)} efter § 23. "
            "Beslutningen har ingen virkning, før den er afgjort dér.",
        )
    for dissent in Dissent.objects.filter(item=item, goes_along=True).prefetch_related(
        "seats__sitting"
    ):
        appended(actor, settled, dissent_words(dissent))
    if decision.postponed_to:
        _resume_later(actor, settled, decision)
    return settled


def dissent_words(dissent: Dissent) -> str:
    """The diverging opinion as it is sent along with the case."""
    names = ", ".join(str(seat.sitting) for seat in dissent.seats.all())
    words = f"Afvigende mening ({names}): {dissent.text}"
    return f"{words}\nBegrundelse: {dissent.reason}" if dissent.reason else words


def _resume_later(actor: Any, stop: CaseStop, decision: ItemDecision) -> None:
    """The treatment that the postponement made waits for its meeting or day."""
    again = CaseStop.objects.filter(
        case=stop.case_id, body=stop.body_id, referred_by=stop, state__in=LIVING
    )
    for each in again.select_related("body"):
        each.case = stop.case
        if decision.postponed_meeting is not None:
            scheduled(actor, each, decision.postponed_meeting)
        else:
            reason = decision.reason or "Udsat på mødet."
            postponed(actor, each, reason, until=decision.postponed_to)


def _held_on(meeting: Meeting) -> date:
    """The day of the meeting; never later than today, whatever the plan says."""
    began = meeting.opened_at or meeting.plan.starts_at
    return min(timezone.localdate(began), timezone.localdate())
