"""Who is to come to a meeting: its seats, and guests at what the reader may see."""

from typing import Any

from django.utils import timezone

from sagsgang.web.bodies.models import Membership, Person
from sagsgang.web.bodies.selectors import members_on
from sagsgang.web.meetings.models import Guest, Meeting, Seat
from sagsgang.web.meetings.permissions import items_readable

_ORDER = {
    Membership.Post.CHAIR: 0,
    Membership.Post.VICE_CHAIR: 1,
    Membership.Post.MEMBER: 2,
    Membership.Post.SUBSTITUTE: 3,
}


def seats_of(meeting: Meeting) -> list[Seat]:
    """Chair, vice-chair, then the others in Danish order."""
    seats = meeting.seats.select_related("membership__person", "sitting")
    return sorted(
        seats,
        key=lambda seat: (
            _ORDER[Membership.Post(seat.membership.post)],
            bytes(seat.membership.person.sort_key),
            seat.pk,
        ),
    )


def guests_of(user: Any, meeting: Meeting) -> list[Guest]:
    """Guests of the whole meeting, and of items that the user may read."""
    readable = items_readable(user, meeting).order_by().values("pk")
    found = meeting.guests.select_related("item")
    return [*found.filter(item__isnull=True), *found.filter(item__in=readable)]


def guest_get(meeting: Meeting, pk: int) -> Guest | None:
    """The guest of this meeting with this key."""
    return meeting.guests.select_related("meeting", "item").filter(pk=pk).first()


def people_on(meeting: Meeting) -> list[Person]:
    """The members of the body on the day, who may raise items."""
    day = timezone.localdate(meeting.plan.starts_at)
    return [seat.person for seat in members_on(meeting.plan.body, day)]
