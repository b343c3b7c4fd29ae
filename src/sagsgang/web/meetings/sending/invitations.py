"""What a calendar is told of a meeting: the body, time and place, never what is on the agenda."""

from typing import Any

from django.conf import settings
from django.utils import timezone

from sagsgang.rendering.ics import CalendarEvent, Method, calendar_text
from sagsgang.web.accounts.links import own_address
from sagsgang.web.meetings.agendas.addresses import meeting_address
from sagsgang.web.meetings.models import Invitation, Meeting
from sagsgang.web.meetings.sending.receivers import times_of


def invitation_text(meeting: Meeting, row: Invitation, method: Method) -> str:
    """The part of a mail that a calendar reads. A guest gets her own time and an event of her own,
    without a link, for she cannot open it.
    """
    guest = f"-gaest-{row.pk}" if row.is_guest else ""
    municipality = meeting.plan.body.municipality
    url = "" if row.is_guest else agenda_address(meeting)
    event = CalendarEvent(
        uid=f"moede-{meeting.pk}{guest}.{municipality.slug}@sagsgang",
        sequence=row.sequence,
        stamp=row.sent_at,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        summary=f"Møde i {meeting.plan.body}",
        place=row.place,
        description=f"Dagsorden: {url}" if url else "",
        url=url,
        organizer=(str(municipality), _sender()),
        attendee=(row.name, row.email),
    )
    return calendar_text(event, method)


def own_calendar(user: Any, meeting: Meeting) -> str:
    """The same for one who downloads it: her own invitation, or the meeting as it is."""
    rows = Invitation.objects.filter(meeting=meeting, is_guest=False)
    row = rows.filter(email=user.email.lower()).first()
    if row is None:
        starts_at, ends_at = times_of(meeting)
        highest = max(rows.values_list("sequence", flat=True), default=0)
        row = Invitation(
            meeting=meeting,
            name=str(user),
            email=user.email.lower(),
            starts_at=starts_at,
            ends_at=ends_at,
            place=meeting.plan.place,
            sequence=highest,
            sent_at=timezone.now(),
        )
    is_off = row.cancelled_at is not None or meeting.plan.is_cancelled
    return invitation_text(meeting, row, "CANCEL" if is_off else "REQUEST")


def agenda_address(meeting: Meeting) -> str:
    """The whole address of the agenda, for mails and calendars."""
    return f"{own_address().rstrip('/')}{meeting_address(meeting, 'agenda')}"


def _sender() -> str:
    sender: str = settings.DEFAULT_FROM_EMAIL
    return sender.rpartition("<")[2].rstrip(">").strip()
