"""What the forms of a follow-up can be set to."""

from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone

from sagsgang.web.bodies.models import Body, PlannedMeeting, Role
from sagsgang.web.bodies.standing import standing_of
from sagsgang.web.cases.models import Attachment
from sagsgang.web.cases.permissions import body_may_get_case, case_may
from sagsgang.web.followup.models import LIVING, FollowUp
from sagsgang.web.meetings.models import Item, Meeting, MeetingState
from sagsgang.web.meetings.permissions import items_readable_q, meetings_may_q

#: So far back an item may be chosen as what reported back.
DAYS_BACK = 120


def bodies_written_for(user: Any) -> list[Body]:
    """The bodies for which the user may write a follow-up down."""
    found = Body.objects.filter(
        standing_of(user).bodies_q(Role.SECRETARY, body="pk"), is_in_workplace=True
    )
    return list(found.select_related("municipality"))


def may_reuse(user: Any, row: FollowUp) -> bool:
    """Whether the user may make the new case that follows up, from the one that it came from."""
    return (
        row.state in LIVING
        and row.case is not None
        and case_may(user, "case_reuse", row.case)
        and body_may_get_case(user, row.case.body)
    )


def plans_possible(body: Body, row: FollowUp | None = None) -> list[PlannedMeeting]:
    """The body's meetings to come, and the one that is chosen."""
    coming = Q(body=body, cancelled_because="", starts_at__gt=timezone.now())
    if row is not None and row.meeting_id:
        coming |= Q(pk=row.meeting_id)
    found = PlannedMeeting.objects.filter(coming).select_related("body")
    return list(found.order_by("starts_at")[:60])


def meetings_possible(user: Any, body: Body) -> list[Meeting]:
    """The agendas of the body that the user may put an item on: begun, and not yet held."""
    states = (MeetingState.BUILDING, MeetingState.GONE_THROUGH, MeetingState.SENT)
    found = Meeting.objects.filter(
        meetings_may_q(user, "item_add"), plan__body=body, state__in=states
    )
    return list(found.select_related("plan__body").order_by("plan__starts_at"))


def first_unsent(meetings: list[Meeting]) -> Meeting | None:
    """The first agenda that has not been sent; the first of all where each has."""
    unsent = [each for each in meetings if each.state != MeetingState.SENT]
    return next(iter([*unsent, *meetings]), None)


def items_possible(user: Any, body: Body) -> list[Item]:
    """The items of the body's agendas to come and of its last ones."""
    since = timezone.now() - timedelta(days=DAYS_BACK)
    found = Item.objects.filter(
        items_readable_q(user),
        meeting__plan__body=body,
        meeting__plan__starts_at__gte=since,
        removed_at__isnull=True,
        recurring="",
        parent__isnull=True,
    ).exclude(meeting__state=MeetingState.CANCELLED)
    found = found.select_related("meeting__plan__body").order_by(
        "-meeting__plan__starts_at", "order"
    )
    return list(found[:100])


def attachments_possible(user: Any, row: FollowUp) -> list[Attachment]:
    """The attachments of its case."""
    if row.case is None or not case_may(user, "case_read", row.case):
        return []
    return list(row.case.attachments.filter(removed_at__isnull=True))
