"""What waits to be put on one agenda: cases, sorted by how ready they are, and members' wishes."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from sagsgang.web.bodies.models import Body, PlannedMeeting
from sagsgang.web.meetings.agendas.selectors.items import waiting_for_agenda, wishes_waiting
from sagsgang.web.meetings.models import Meeting, RaisedItem
from sagsgang.web.routes.models import LIVING, CaseStop, StopState

#: A wish that is received so many days before an ordinary meeting must be on its agenda (§ 11).
WISH_DAYS = 8
#: So many waiting cases are shown beside an agenda.
AT_MOST = 50


@dataclass(frozen=True, slots=True)
class WaitingCase:
    """A treatment on no agenda. `why` is `here` when the case has been given this meeting,
    `ready` when nothing holds it, `elsewhere` when it has another meeting, `later` when it is
    postponed, and `early` when another body (`before`) treats it first.
    """

    stop: CaseStop
    why: str
    before: Body | None = None


@dataclass(frozen=True, slots=True)
class WaitingWish:
    """A member's wish, and whether it came in time to be on this agenda by right."""

    wish: RaisedItem
    is_in_time: bool


ORDER = {"here": 0, "ready": 1, "early": 2, "later": 3, "elsewhere": 4}


def cases_waiting(meeting: Meeting, user: Any) -> list[WaitingCase]:
    """The cases that could be put on the agenda, those that should first."""
    stops = list(
        waiting_for_agenda(meeting.plan.body, user).select_related(
            "case__officer", "case__body", "meeting", "body"
        )[:AT_MOST]
    )
    keys = {stop.case_id for stop in stops}
    first: dict[int, CaseStop] = {}
    others = CaseStop.objects.filter(case__in=keys, state__in=LIVING).select_related("body")
    for other in others.order_by("step", "pk"):
        first.setdefault(other.case_id, other)
    found = [_row(meeting, stop, first[stop.case_id]) for stop in stops]
    return sorted(found, key=lambda row: (ORDER[row.why], row.stop.case_id, row.stop.step))


def _row(meeting: Meeting, stop: CaseStop, first: CaseStop) -> WaitingCase:
    if stop.state == StopState.SCHEDULED and stop.meeting_id == meeting.plan_id:
        return WaitingCase(stop, "here")
    if first.step < stop.step:
        return WaitingCase(stop, "early", first.body)
    coming = stop.meeting is not None and not stop.meeting.is_cancelled
    day = timezone.localdate(meeting.plan.starts_at)
    if stop.state == StopState.POSTPONED:
        until = timezone.localdate(stop.meeting.starts_at) if stop.meeting else stop.postponed_to
        return WaitingCase(stop, "later" if until and until > day else "ready")
    if stop.state == StopState.SCHEDULED and coming:
        return WaitingCase(stop, "elsewhere")
    return WaitingCase(stop, "ready")


def wishes_of(meeting: Meeting) -> list[WaitingWish]:
    """The wishes of members of the body that are on no agenda, in the order they came."""
    last = timezone.localdate(meeting.plan.starts_at) - timedelta(days=WISH_DAYS)
    is_ordinary = meeting.plan.kind == PlannedMeeting.Kind.ORDINARY
    return [
        WaitingWish(wish, is_ordinary and timezone.localdate(wish.received_at) <= last)
        for wish in wishes_waiting(meeting.plan.body)
    ]
