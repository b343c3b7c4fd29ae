"""What is on the calendar of the bodies one has to do with: meetings and activities."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from sagsgang.web.bodies.models import Body, PlannedMeeting, Role
from sagsgang.web.bodies.standing import Standing, standing_of
from sagsgang.web.meetings.models import Activity, Meeting, MeetingState
from sagsgang.web.meetings.permissions import meetings_readable_q


@dataclass(frozen=True, slots=True)
class Row:
    """A planned meeting. `meeting` is its agenda when the reader may see that there is one."""

    plan: PlannedMeeting
    meeting: Meeting | None
    place: str
    may_prepare: bool


def bodies_followed_q(standing: Standing, prefix: str = "") -> Q:
    """The bodies she works for or sits in."""
    found = Q(**{f"{prefix}pk__in": standing.seats | standing.chairs})
    for role in Role.values:
        found |= standing.bodies_q(role, prefix, body="pk")
    return found


def bodies_followed(user: Any) -> list[Body]:
    """The bodies the user works for or sits in, that work here, in Danish order."""
    found = Body.objects.filter(bodies_followed_q(standing_of(user)), is_in_workplace=True)
    return list(found.select_related("municipality"))


def plans_coming(user: Any) -> QuerySet[PlannedMeeting]:
    """Meetings from today on of the bodies the user follows, and those being held still."""
    plans = _plans(user)
    begun = Meeting.objects.filter(plan=OuterRef("pk"), state=MeetingState.OPEN)
    start = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    return plans.filter(Q(starts_at__gte=start) | Q(Exists(begun.order_by()))).order_by(
        "starts_at", "pk"
    )


def plans_over(user: Any) -> QuerySet[PlannedMeeting]:
    """Meetings before today that had an agenda the user may read, the newest first."""
    start = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    readable = Meeting.objects.filter(meetings_readable_q(user), plan=OuterRef("pk"))
    readable = readable.exclude(state=MeetingState.OPEN)
    plans = PlannedMeeting.objects.filter(starts_at__lt=start).select_related("body__municipality")
    return plans.filter(Exists(readable.order_by())).order_by("-starts_at", "-pk")


def _plans(user: Any) -> QuerySet[PlannedMeeting]:
    """Of followed bodies, and those with a meeting that the user may read for another reason."""
    readable = Meeting.objects.filter(meetings_readable_q(user), plan=OuterRef("pk"))
    followed = bodies_followed_q(standing_of(user), "body__") & Q(body__is_in_workplace=True)
    plans = PlannedMeeting.objects.filter(followed | Q(Exists(readable.order_by())))
    return plans.select_related("body__municipality")


def rows_of(user: Any, plans: list[PlannedMeeting]) -> list[Row]:
    """The plans of one page of a list with their meetings, in two questions."""
    standing = standing_of(user)
    meetings = Meeting.objects.filter(meetings_readable_q(user), plan__in=plans)
    by_plan = {meeting.plan_id: meeting for meeting in meetings}
    days = meeting_places(plans)
    rows = []
    for plan in plans:
        meeting = by_plan.get(plan.pk)
        if meeting is not None:
            meeting.plan = plan
        may_prepare = (
            meeting is None
            and not plan.is_cancelled
            and standing.has(Role.SECRETARY, plan.body_id, plan.body.municipality_id)
        )
        rows.append(Row(plan, meeting, days[plan.pk], may_prepare))
    return rows


def meeting_places(plans: list[PlannedMeeting]) -> dict[int, str]:
    """The last part of each address, as `meeting_place` gives it, in one question."""
    if not plans:
        return {}
    first = min(plan.starts_at for plan in plans)
    last = max(plan.starts_at for plan in plans)
    day = timedelta(days=1)
    near = PlannedMeeting.objects.filter(
        body__in={plan.body_id for plan in plans},
        starts_at__gte=first - day,
        starts_at__lte=last + day,
    ).order_by("pk")
    seen: dict[tuple[int, Any], int] = {}
    found: dict[int, str] = {}
    for key, body, starts_at in near.values_list("pk", "body_id", "starts_at"):
        on = timezone.localdate(starts_at)
        seen[body, on] = number = seen.get((body, on), 0) + 1
        found[key] = f"{on:%Y-%m-%d}" + (f"-{number}" if number > 1 else "")
    return found


def activities_coming(user: Any, body: Body | None = None) -> QuerySet[Activity]:
    """Activities from today on of the bodies the user follows, or of one body."""
    start = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    found = Activity.objects.filter(Q(starts_at__gte=start) | Q(ends_at__gte=start))
    if body is not None:
        found = found.filter(body=body)
    else:
        found = found.filter(bodies_followed_q(standing_of(user), "body__"))
    return found.select_related("body__municipality")


def activity_get(key: int) -> Activity | None:
    """The activity with this key, with its body."""
    return Activity.objects.select_related("body__municipality").filter(pk=key).first()


def has_recurring_of_its_own(body: Body) -> bool:
    """Whether the body has chosen its recurring items, or had a meeting with the usual ones."""
    return body.recurring_items.exists() or Meeting.objects.filter(plan__body=body).exists()
