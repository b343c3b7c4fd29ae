"""A member says that she cannot come, and takes it back; the secretary is told."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from sagsgang.web.accounts.models import User
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas.naming import meeting_in_words
from sagsgang.web.meetings.holding import services as holding
from sagsgang.web.meetings.members.names import secretaries_of, tell
from sagsgang.web.meetings.models import Meeting, Seat


@transaction.atomic
def absence_tell(*, actor: User, meeting: Meeting, reason: str = "") -> Seat:
    """She cannot come to the meeting; saying it again only changes the reason.

    The secretary is told, and asked whether a substitute is called in. Emits `absence_told`.
    """
    seat = _own_seat(actor, meeting)
    reason = " ".join(reason.split())
    if seat.notice_at is not None and seat.notice_reason == reason:
        return seat
    told = holding.absence_tell(actor=actor, seat=seat, reason=reason)
    because = f": {reason}" if reason else ""
    _tell(
        actor,
        told.meeting,
        f"{actor} har meldt afbud til {meeting_in_words(told.meeting)}{because}. "
        "Skal der indkaldes en stedfortræder?",
    )
    return told


@transaction.atomic
def absence_take_back(*, actor: User, meeting: Meeting) -> Seat:
    """She comes after all; not when somebody else has her seat. Emits `absence_taken_back`."""
    seat = _own_seat(actor, meeting)
    if seat.notice_at is None:
        return seat
    if seat.sitting.user_id != actor.pk:
        raise Refusal(
            _("%(who)s has been called in for you. Ask the secretary to change it.")
            % {"who": seat.sitting}
        )
    told = holding.absence_take_back(actor=actor, seat=seat)
    _tell(actor, told.meeting, f"{actor} kommer alligevel til {meeting_in_words(told.meeting)}.")
    return told


def _own_seat(actor: User, meeting: Meeting) -> Seat:
    """The one she sits in, else the one that a substitute sits in for her."""
    mine = Seat.objects.filter(
        Q(sitting__user=actor) | Q(membership__person__user=actor), meeting=meeting
    ).select_related("sitting")
    found = sorted(mine, key=lambda seat: (seat.sitting.user_id != actor.pk, seat.pk))
    if not found:
        raise PermissionDenied("absence_tell")
    found[0].meeting = meeting
    return found[0]


def _tell(actor: User, meeting: Meeting, text: str) -> None:
    body = meeting.plan.body
    tell(
        users=secretaries_of(body),
        actor=actor,
        code="absence_told",
        text=text,
        path=f"{reverse('bodies:body', kwargs={'slug': body.slug})}#moede-{meeting.plan_id}",
        why=f"du er sekretær for {body}",
        meeting=meeting,
    )
