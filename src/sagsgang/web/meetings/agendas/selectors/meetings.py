"""Finding a meeting by its address or key: those one may not read are not there."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from sagsgang.web.bodies.models import Body, PlannedMeeting
from sagsgang.web.bodies.standing import standing_of
from sagsgang.web.meetings.models import Meeting, MeetingState
from sagsgang.web.meetings.permissions import meeting_may, meetings_readable_q


def meetings_whole() -> QuerySet[Meeting]:
    """Meetings with what every page about one needs."""
    return Meeting.objects.select_related("plan__body__municipality__settings", "gone_through_by")


def meeting_get(
    user: Any, pk: int | None = None, *, slug: str = "", day: date | None = None, place: int = 1
) -> Meeting | None:
    """The meeting with this key, or at this address (`slug`, `day`, and `place` where the body has
    several that day), when the user may read it.
    """
    if pk is not None:
        found = meetings_whole().filter(pk=pk).first()
    else:
        plan = plan_at(user, slug, day, place) if day else None
        found = meetings_whole().filter(plan=plan).first() if plan else None
    return found if found is not None and meeting_may(user, "meeting_read", found) else None


def plan_at(user: Any, slug: str, day: date, place: int = 1) -> PlannedMeeting | None:
    """The planned meeting at an address, in a municipality that the user has to do with."""
    standing = standing_of(user)
    plans = plans_of_day(day).filter(
        body__slug=slug, body__municipality__in=standing.municipalities
    )
    plans = plans.select_related("body__municipality__settings")
    found = list(plans[:place])
    return found[place - 1] if 0 < place <= len(found) else None


def plans_of_day(day: date) -> QuerySet[PlannedMeeting]:
    """What is on the plan of a day, in the order in which it was put there."""
    midnight = timezone.make_aware(datetime.combine(day, time.min))
    after = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
    plans = PlannedMeeting.objects.filter(starts_at__gte=midnight, starts_at__lt=after)
    return plans.order_by("pk")


def meeting_place(plan: PlannedMeeting) -> str:
    """The last part of its address: `2026-05-12`, or `2026-05-12-2` for the second of that day."""
    day = timezone.localdate(plan.starts_at)
    before = plans_of_day(day).filter(body=plan.body_id, pk__lt=plan.pk).count()
    return f"{day:%Y-%m-%d}" + (f"-{before + 1}" if before else "")


def meeting_before(meeting: Meeting) -> PlannedMeeting | None:
    """The meeting that the body held, or was to hold, before this one."""
    return (
        PlannedMeeting.objects.filter(
            body=meeting.plan.body,
            starts_at__lt=meeting.plan.starts_at,
            cancelled_because="",
        )
        .order_by("-starts_at")
        .first()
    )


def meetings_of_body(body: Body) -> QuerySet[Meeting]:
    """The meetings of a body, the newest first."""
    return meetings_whole().filter(plan__body=body).order_by("-plan__starts_at", "-pk")


def meetings_to_treat(user: Any, meeting: Meeting) -> list[Meeting]:
    """Other meetings of the municipality whose agenda could be an item of this one."""
    since = meeting.plan.starts_at - timedelta(days=31)
    found = meetings_whole().filter(
        meetings_readable_q(user),
        plan__body__municipality=meeting.plan.body.municipality_id,
        plan__starts_at__gte=since,
    )
    found = found.exclude(pk=meeting.pk).exclude(state=MeetingState.CANCELLED)
    return list(found.order_by("plan__starts_at", "pk")[:100])


def plans_after(meeting: Meeting) -> list[PlannedMeeting]:
    """The later meetings of the body to which something can be postponed."""
    found = meeting.plan.body.planned_meetings.filter(
        starts_at__gt=meeting.plan.starts_at, cancelled_because=""
    )
    return list(found[:12])
