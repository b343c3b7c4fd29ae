"""Who gets an agenda and an invitation: those who sit at the meeting, and its invited guests."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from sagsgang.web.accounts.models import User
from sagsgang.web.bodies.selectors import members_on
from sagsgang.web.meetings.models import Guest, Meeting, Seat

#: How long a meeting is taken to last where nothing says.
USUAL_LENGTH = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody with a mail address and the time that is hers; a guest has her own."""

    email: str
    name: str
    starts_at: datetime
    ends_at: datetime
    guest: Guest | None = None


def users_seated(meeting: Meeting) -> list[User]:
    """The accounts of those who sit at the meeting, for themselves or for somebody else."""
    seats = Seat.objects.filter(meeting=meeting).select_related("sitting__user")
    people = [seat.sitting for seat in seats]
    if not people:
        day = timezone.localdate(meeting.plan.starts_at)
        people = [seat.person for seat in members_on(meeting.plan.body, day)]
    users = {person.user.pk: person.user for person in people if person.user is not None}
    return [user for user in users.values() if user.is_active]


def invited_to(meeting: Meeting) -> list[Invited]:
    """Everybody who is to have the meeting in her calendar, as it is now; nobody when it is off."""
    if meeting.plan.is_cancelled or meeting.state == "cancelled":
        return []
    starts_at, ends_at = times_of(meeting)
    found = [
        Invited(user.email.lower(), str(user), starts_at, ends_at)
        for user in users_seated(meeting)
        if user.email
    ]
    guests = Guest.objects.filter(meeting=meeting, gets_invitation=True).exclude(email="")
    by_email: dict[str, Invited] = {}
    for guest in guests.order_by("pk"):
        told = _guest(guest, starts_at, ends_at)
        there = by_email.get(told.email)
        if there is not None:
            # At two items: from the first of hers to the last.
            first = min(there.starts_at, told.starts_at)
            last = max(there.ends_at, told.ends_at)
            told = Invited(there.email, there.name, first, last, there.guest)
        by_email[told.email] = told
    return [*found, *by_email.values()]


def times_of(meeting: Meeting) -> tuple[datetime, datetime]:
    """When the meeting begins, and when it ends as far as one knows."""
    starts_at = meeting.plan.starts_at
    ends_at = meeting.ends_at
    if ends_at is None or ends_at <= starts_at:
        ends_at = starts_at + USUAL_LENGTH
    return starts_at, ends_at


def _guest(guest: Guest, starts_at: datetime, ends_at: datetime) -> Invited:
    """Only her own time: it tells nothing of the items before and after."""
    day = timezone.localdate(starts_at)
    if guest.starts_at is not None:
        starts_at = timezone.make_aware(datetime.combine(day, guest.starts_at))
        if ends_at <= starts_at:
            ends_at = starts_at + USUAL_LENGTH
    if guest.ends_at is not None:
        ends_at = timezone.make_aware(datetime.combine(day, guest.ends_at))
    if ends_at <= starts_at:
        ends_at = starts_at + USUAL_LENGTH
    return Invited(guest.email.lower(), guest.name, starts_at, ends_at, guest)
