"""The meetings of a body, or of all, as a calendar that others follow."""

from collections import defaultdict
from datetime import datetime, timedelta

from django.utils import timezone

from sagsgang.rendering.ics import CalendarEvent, calendar_feed
from sagsgang.web.audit.models import Event
from sagsgang.web.bodies.models import Body, PlannedMeeting
from sagsgang.web.meetings.sending.receivers import USUAL_LENGTH
from sagsgang.web.publishing.addresses import body_path, meeting_path
from sagsgang.web.publishing.models import PublicMeeting

#: So far back a calendar tells.
_BACK = timedelta(days=400)
_CHANGES = ("meeting_moved", "meeting_cancelled", "meeting_restored")


def meetings_calendar(site: str, body: Body | None = None) -> str:
    """Every meeting of the plan, the cancelled ones marked as such; nothing of what is treated."""
    since = timezone.now() - _BACK
    plans = PlannedMeeting.objects.filter(
        body__is_in_workplace=True, starts_at__gte=since
    ).select_related("body__municipality", "meeting__public")
    if body is not None:
        plans = plans.filter(body=body)
    rows = list(plans.order_by("starts_at", "pk"))
    changes = _changes(rows)
    name = f"Møder i {body}" if body else "Udvalgenes møder"
    return calendar_feed(name, (_event(site, plan, changes[plan.pk]) for plan in rows))


def _event(site: str, plan: PlannedMeeting, changes: list[datetime]) -> CalendarEvent:
    meeting = getattr(plan, "meeting", None)
    ends_at = meeting.ends_at if meeting is not None else None
    public: PublicMeeting | None = getattr(meeting, "public", None) if meeting else None
    path = (
        meeting_path(public.body_slug, public.place)
        if public is not None
        else body_path(plan.body.slug)
    )
    stamp = changes[-1] if changes else datetime(2020, 1, 1, tzinfo=plan.starts_at.tzinfo)
    if public is not None:
        stamp = max(stamp, public.changed_at)
    return CalendarEvent(
        uid=f"moede-{plan.pk}@{plan.body.municipality.slug}.sagsgang",
        sequence=len(changes) + (public.revision if public is not None else 0),
        stamp=stamp,
        starts_at=plan.starts_at,
        ends_at=ends_at or plan.starts_at + USUAL_LENGTH,
        summary=f"{plan.body}{' (aflyst)' if plan.is_cancelled else ''}",
        place=plan.place,
        url=f"{site.rstrip('/')}{path}",
        is_cancelled=plan.is_cancelled,
    )


def _changes(plans: list[PlannedMeeting]) -> dict[int, list[datetime]]:
    """When each was moved, cancelled or restored."""
    keys = {f"plannedmeeting:{plan.pk}": plan.pk for plan in plans}
    found: dict[int, list[datetime]] = defaultdict(list)
    rows = Event.objects.filter(code__in=_CHANGES, subject_key__in=list(keys))
    for key, at in rows.order_by("at").values_list("subject_key", "at"):
        found[keys[key]].append(at)
    return found
