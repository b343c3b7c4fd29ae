"""Nothing referred is forgotten: which treatments lack a meeting that will be held, and why."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from sagsgang.web.bodies.models import Body
from sagsgang.web.routes.models import LIVING, CaseStop, StopKind, StopState
from sagsgang.web.routes.selectors.way import readable


class Why(StrEnum):
    """Why a treatment is on the list."""

    NO_MEETING = "no_meeting"
    POSTPONED_PAST = "postponed_past"
    CANCELLED = "cancelled"
    NOT_RECORDED = "not_recorded"
    NOT_ANSWERED = "not_answered"
    BODY_CLOSED = "body_closed"


@dataclass(frozen=True, slots=True)
class Forgotten:
    """A treatment on the list. `is_due` when the steps before it are over and the case is
    approved: somebody must act now.
    """

    stop: CaseStop
    why: Why
    is_due: bool


def forgotten_q(today: date) -> Q:
    """The treatments of the list, for a query; `why_of` says the same of one."""
    midnight = timezone.make_aware(datetime.combine(today, time.min))
    living = Q(state__in=LIVING)
    body_closed = Q(body__valid_to__lt=today)
    on_a_meeting = Q(state=StopState.SCHEDULED) | Q(
        state=StopState.POSTPONED, meeting__isnull=False
    )
    lost_meeting = Q(meeting__starts_at__lt=midnight) | ~Q(meeting__cancelled_because="")
    running = Q(kind=StopKind.HEARING, hearing__isnull=False)
    planned = Q(state=StopState.PLANNED) & (~running | Q(hearing__round__deadline__lt=today))
    waited_long = Q(state=StopState.POSTPONED, meeting__isnull=True, postponed_to__lt=today)
    return living & (body_closed | (on_a_meeting & lost_meeting) | planned | waited_long)


def why_of(stop: CaseStop, today: date) -> Why | None:
    """Why the treatment is on the list; None when it is looked after."""
    if stop.state not in LIVING:
        return None
    if stop.body.valid_to and stop.body.valid_to < today:
        return Why.BODY_CLOSED
    if stop.meeting is not None and stop.state != StopState.PLANNED:
        if stop.meeting.is_cancelled:
            return Why.CANCELLED
        over = timezone.localdate(stop.meeting.starts_at) < today
        return Why.NOT_RECORDED if over else None
    if stop.state == StopState.POSTPONED:
        late = stop.postponed_to is None or stop.postponed_to < today
        return Why.POSTPONED_PAST if late else None
    hearing = getattr(stop, "hearing", None) if stop.kind == StopKind.HEARING else None
    if hearing is not None:
        return Why.NOT_ANSWERED if hearing.round.deadline < today else None
    return Why.NO_MEETING


def forgotten_stops(*, user: Any = None, body: Body | None = None) -> QuerySet[CaseStop]:
    """The rows of the list, the one that has waited longest first."""
    stops = CaseStop.objects.filter(forgotten_q(timezone.localdate()))
    if user is not None:
        stops = stops.filter(readable(user))
    if body is not None:
        stops = stops.filter(body=body)
    return stops.select_related(
        "case", "body", "meeting", "hearing__round", "referred_by__body"
    ).order_by("case__changed_at", "case_id", "step", "pk")


def referred_and_forgotten(
    *, user: Any = None, body: Body | None = None, municipality: Any = None
) -> list[Forgotten]:
    """Referred, but on no agenda: what `user` may see of it (everything when no user is told),
    what is due first.
    """
    stops = forgotten_stops(user=user, body=body)
    if municipality is not None:
        stops = stops.filter(case__municipality=municipality)
    return told(list(stops))


def told(stops: list[CaseStop]) -> list[Forgotten]:
    """The rows with why they are there, what is due first."""
    today = timezone.localdate()
    waits_for = _first_steps({stop.case_id for stop in stops})
    found = []
    for stop in stops:
        why = why_of(stop, today)
        if why is not None:
            first = waits_for.get(stop.case_id, stop.step)
            is_due = stop.case.state == "approved" and stop.step <= first
            found.append(Forgotten(stop, why, is_due))
    return sorted(found, key=lambda each: not each.is_due)


def _first_steps(cases: set[int]) -> dict[int, int]:
    """For each case the step that it has come to: the lowest with a treatment still to come."""
    first: dict[int, int] = {}
    living = CaseStop.objects.filter(case__in=cases, state__in=LIVING)
    for case, step in living.values_list("case_id", "step"):
        first[case] = min(step, first.get(case, step))
    return first


def forgotten_bodies(user: Any) -> list[Body]:
    """The bodies that the user sees something of on the list, in Danish order."""
    stops = CaseStop.objects.filter(forgotten_q(timezone.localdate()) & readable(user))
    return list(Body.objects.filter(pk__in=stops.order_by().values("body")))
