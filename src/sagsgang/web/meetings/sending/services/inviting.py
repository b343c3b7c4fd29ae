"""Invitations go out by mail with a part for the calendar, again when time or place changes, and a
cancellation to whoever is not to come after all.
"""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from sagsgang.rendering.ics import Method
from sagsgang.web.jobs.mail import calendar_type
from sagsgang.web.meetings.agendas.naming import danish_day
from sagsgang.web.meetings.agendas.services.locked import meeting_event
from sagsgang.web.meetings.models import Guest, Invitation, Meeting
from sagsgang.web.meetings.sending.invitations import agenda_address, invitation_text
from sagsgang.web.meetings.sending.receivers import Invited, invited_to


@transaction.atomic
def invitations_update(*, actor: Any, meeting: Meeting) -> int:
    """Tell everybody what she does not know yet: invited, moved, or called off. Asked again it
    tells nobody twice. The caller has asked its gate and locked the meeting. Returns the highest
    sequence. Emits `invitations_sent` when somebody was told.
    """
    now = timezone.now()
    known = {
        (row.email, row.is_guest): row
        for row in Invitation.objects.select_for_update().filter(meeting=meeting)
    }
    told = 0
    for each in invited_to(meeting):
        row = known.pop((each.email, each.guest is not None), None)
        told += _told(meeting, row, each, now)
    for row in known.values():
        if row.cancelled_at is None and row.ends_at > now:
            row.cancelled_at = row.sent_at = now
            row.sequence += 1
            row.save(update_fields=["cancelled_at", "sent_at", "sequence"])
            _mail(meeting, row, "CANCEL")
            told += 1
    if told:
        people = "1 indkaldelse" if told == 1 else f"{told} indkaldelser"
        meeting_event("invitations_sent", f"sendte {people}", actor, meeting, count=told)
    highest = Invitation.objects.filter(meeting=meeting).aggregate(n=Max("sequence"))["n"]
    return int(highest or 0)


def _told(meeting: Meeting, row: Invitation | None, each: Invited, now: datetime) -> int:
    place = meeting.plan.place
    if row is None:
        row = Invitation(
            meeting=meeting, email=each.email, is_guest=each.guest is not None, sequence=0
        )
    elif row.cancelled_at is None and (row.starts_at, row.ends_at, row.place) == (
        each.starts_at,
        each.ends_at,
        place,
    ):
        return 0
    else:
        row.sequence += 1
    row.name, row.guest, row.place = each.name, each.guest, place
    row.starts_at, row.ends_at = each.starts_at, each.ends_at
    row.sent_at, row.cancelled_at = now, None
    row.save()
    if each.guest is not None:
        Guest.objects.filter(pk=each.guest.pk).update(invited_at=now)
    _mail(meeting, row, "REQUEST")
    return 1


def _mail(meeting: Meeting, row: Invitation, method: Method) -> None:
    local = timezone.localtime(row.starts_at)
    ends = timezone.localtime(row.ends_at)
    body = str(meeting.plan.body)
    when = f"den {danish_day(local)} kl. {local:%H.%M}–{ends:%H.%M}"
    heading = f"{_said(method, row)} {body} {danish_day(local)}"
    lines = [f"Kære {row.name}", _sentence(method, row, body, when)]
    if method != "CANCEL":
        if row.place:
            lines.append(f"Sted: {row.place}")
        if not row.is_guest:
            lines.append(f"Dagsordenen kan du læse her:\n{agenda_address(meeting)}")
    lines.append(f"Venlig hilsen\n{meeting.plan.body.municipality}")
    mail = EmailMultiAlternatives(
        heading, "\n\n".join(lines) + "\n", settings.DEFAULT_FROM_EMAIL, [row.email]
    )
    mail.attach_alternative(invitation_text(meeting, row, method), calendar_type(method))
    mail.send()


def _said(method: Method, row: Invitation) -> str:
    if method == "CANCEL":
        return "Aflyst: møde i"
    return "Indkaldelse: møde i" if row.sequence == 0 else "Ny tid eller nyt sted: møde i"


def _sentence(method: Method, row: Invitation, body: str, when: str) -> str:
    if method == "CANCEL":
        return f"Mødet i {body} {when} er aflyst for dit vedkommende."
    if row.sequence:
        return f"Din indkaldelse til mødet i {body} er ændret. Det er nu {when}."
    return f"Du er inviteret til mødet i {body} {when}."
