"""What a decision asks for, hands over to somebody, or invites to: told and handed over."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from sagsgang.web.audit.events import event_record
from sagsgang.web.meetings.agendas.naming import danish_day, item_in_words
from sagsgang.web.meetings.agendas.services.locked import item_event
from sagsgang.web.meetings.deciding.services.telling import told_of_delegation
from sagsgang.web.meetings.models import (
    AskedFor,
    Guest,
    Item,
    ItemDecision,
    Meeting,
    MeetingState,
)
from sagsgang.web.routes.models import CaseStop, OutgoingAnswer
from sagsgang.web.routes.outgoing.permissions import outgoing_may
from sagsgang.web.routes.outgoing.services import outgoing_save


def asked_tell(actor: Any, item: Item, decision: ItemDecision) -> None:
    """Each thing that is asked for has its event, `follow_up_asked`, with the row as subject; an
    invitation makes a guest at the meeting of that day.
    """
    for asked in decision.asked_for.exclude(what=AskedFor.What.DELEGATION):
        until = f" senest {danish_day(asked.until)}" if asked.until else ""
        event_record(
            code="follow_up_asked",
            sentence=f"{item.meeting.plan.body} bad om noget{until} på {item_in_words(item)}.",
            actor=actor,
            subject=asked,
            subject_key=_key(item),
            details={"asked_for": asked.pk, "item": item.pk, "what": asked.what},
        )
        if asked.what == AskedFor.What.INVITATION and asked.until:
            meeting = Meeting.objects.filter(
                plan__body=item.meeting.plan.body_id,
                plan__starts_at__date=asked.until,
                state__in=_TO_COME,
            ).first()
            if meeting is not None:
                _invite(asked, meeting)


_TO_COME = (MeetingState.BUILDING, MeetingState.GONE_THROUGH, MeetingState.SENT)


def invitations_put(meeting: Meeting) -> None:
    """The guests that earlier decisions invited to the day of this meeting."""
    asked_for = AskedFor.objects.filter(
        what=AskedFor.What.INVITATION,
        decision__communicated_at__isnull=False,
        decision__item__meeting__plan__body=meeting.plan.body_id,
        until=timezone.localdate(meeting.plan.starts_at),
    )
    for asked in asked_for:
        _invite(asked, meeting)


def _invite(asked: AskedFor, meeting: Meeting) -> None:
    name = (asked.owner or asked.text)[:150]
    if not Guest.objects.filter(meeting=meeting, name=name).exists():
        Guest.objects.create(
            meeting=meeting, name=name, title="" if name == asked.text else asked.text[:150]
        )


def delegations_give(actor: Any, item: Item, decision: ItemDecision, stop: CaseStop | None) -> None:
    """Those who are empowered know it, and an answer of the case that waits for somebody to
    approve it waits for them. Emits `delegated` for each.
    """
    for asked in decision.asked_for.filter(what=AskedFor.What.DELEGATION):
        people = list(asked.people.select_related("user"))
        names = " og ".join(map(str, people)) or asked.owner
        until = f" senest {danish_day(asked.until)}" if asked.until else ""
        event_record(
            code="delegated",
            sentence=f"{item.meeting.plan.body} bemyndigede {names}{until} på "
            f"{item_in_words(item)}.",
            actor=actor,
            subject=asked,
            subject_key=_key(item),
            details={"asked_for": asked.pk, "item": item.pk, "people": [p.pk for p in people]},
        )
        if stop is not None and people:
            _leave_answer(decision.recorded_by, item, asked, people, stop)
        # An answer is theirs to read from when they are asked to approve it; then they are told so.
        path = reverse("meetings:decision", args=[item.pk])
        told_of_delegation(actor, item, asked, people, path)


def _leave_answer(
    actor: Any, item: Item, asked: AskedFor, people: list[Any], stop: CaseStop
) -> None:
    """The draft answer of the case, where there is one, is left to the people."""
    drafts = OutgoingAnswer.objects.filter(
        case=stop.case_id, state=OutgoingAnswer.State.DRAFT, delegated_by__isnull=True
    ).select_related("case", "delegated_by")
    answer = drafts.first()
    if answer is None or not outgoing_may(actor, "outgoing_edit", answer):
        return
    outgoing_save(
        actor=actor,
        answer=answer,
        recipient=answer.recipient,
        subject=answer.subject,
        deadline=asked.until or answer.deadline,
        html=answer.html,
        approvers=people,
        revision=answer.revision,
        delegated_by=stop,
    )
    item_event(
        "answer_delegated", "overlod et høringssvar til de bemyndigede efter {item}", actor, item
    )


def _key(item: Item) -> str:
    return f"case:{item.stop.case_id}" if item.stop else f"meeting:{item.meeting_id}"
