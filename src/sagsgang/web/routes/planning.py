"""A case's way as plain values for `order`: its days, the meetings it could be put on, and what is
wrong with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils import timezone

from sagsgang.web.bodies.models import BodyKind, PlannedMeeting
from sagsgang.web.bodies.selectors import dispatch_deadline
from sagsgang.web.cases.models import Case
from sagsgang.web.routes.deciding import deciding_body
from sagsgang.web.routes.models import LIVING, CaseStop, RouteTemplateStop, StopKind, StopState
from sagsgang.web.routes.order import Frame, Problem, Slot, Treatment, problems, proposed
from sagsgang.web.routes.selectors import route_of


@dataclass(frozen=True, slots=True)
class Plan:
    """The way of a case with its days: the meeting proposed for each treatment without one, the
    meetings that can be chosen, and what is wrong.
    """

    stops: list[CaseStop]
    proposals: dict[int, PlannedMeeting | date | None]
    meetings: dict[int, list[PlannedMeeting]]
    problems: list[Problem]
    days: dict[int, date]


def plan_of(case: Case, stops: Sequence[CaseStop] | None = None) -> Plan:
    """What the page shows beside the way, in four queries however long the way is."""
    found = list(stops) if stops is not None else route_of(case)
    today = timezone.localdate()
    valid = [stop for stop in found if stop.state != StopState.WITHDRAWN]
    meetings = _meetings({stop.body_id for stop in valid if stop.state in LIVING})
    by_key = {each.pk: each for row in meetings.values() for each in row}
    slots = {body: [_slot(each) for each in row] for body, row in meetings.items()}
    treatments = [treatment_of(stop) for stop in valid]
    proposals = proposed(treatments, slots, today)
    return Plan(
        stops=found,
        proposals={
            key: None if slot is None else slot.on if slot.key is None else by_key[slot.key]
            for key, slot in proposals.items()
        },
        meetings=meetings,
        problems=problems(treatments, _frame(case), proposals),
        days={each.key: each.on for each in treatments if each.on is not None},
    )


def tried(case: Case, wanted: dict[str, Any]) -> list[Problem]:
    """What would be wrong besides what is wrong already, if a treatment were added (`body`, `kind`,
    `step`, `is_deciding`, `wanted_on`) or one were put on a meeting (`stop`, `meeting`).
    """
    plan = plan_of(case)
    meetings = dict(plan.meetings)
    treatments = [treatment_of(s) for s in plan.stops if s.state != StopState.WITHDRAWN]
    if wanted.get("body") is not None:
        body = wanted["body"]
        meetings |= _meetings({body.pk} - meetings.keys())
        last = max((each.step for each in treatments), default=0)
        made = CaseStop(
            pk=0,
            case=case,
            body=body,
            kind=wanted.get("kind") or StopKind.RECOMMENDATION,
            step=wanted.get("step") or last + 1,
            is_deciding=bool(wanted.get("is_deciding")),
            wanted_on=wanted.get("wanted_on"),
        )
        changed = [*treatments, treatment_of(made)]
    elif wanted.get("stop") and wanted.get("meeting"):
        coming = [each for row in meetings.values() for each in row]
        meeting = next((each for each in coming if each.pk == wanted["meeting"]), None)
        slot = _slot(meeting) if meeting else None
        changed = [
            replace(each, on=slot.on, has_meeting=True, dispatch_by=slot.dispatch_by)
            if slot and each.key == wanted["stop"]
            else each
            for each in treatments
        ]
    else:
        return []
    slots = {key: [_slot(each) for each in row] for key, row in meetings.items()}
    frame = _frame(case)
    then = problems(changed, frame, proposed(changed, slots, frame.today))
    known = {(each.code, each.keys) for each in plan.problems}
    return [each for each in then if (each.code, each.keys) not in known]


def template_problems(stops: Sequence[RouteTemplateStop]) -> list[Problem]:
    """What is wrong with the order of a template, which has no days yet."""
    treatments = [
        Treatment(
            key=stop.pk,
            step=stop.step,
            body=stop.body_id,
            name=str(stop.body),
            kind=stop.kind,
            is_deciding=stop.is_deciding,
            is_council=stop.body.kind == BodyKind.COUNCIL,
        )
        for stop in stops
    ]
    return problems(treatments, Frame(today=timezone.localdate()))


def _frame(case: Case) -> Frame:
    decider = deciding_body(case)
    return Frame(
        today=timezone.localdate(),
        deadline=case.deadline,
        terms=tuple(case.municipality.terms.values_list("starts_on", "ends_on")),
        needs_money=case.has_financial_implications,
        decider=(decider.pk, str(decider)) if decider else None,
    )


def treatment_of(stop: CaseStop) -> Treatment:
    """The row as a plain value."""
    on_meeting = stop.meeting is not None and stop.state in (
        StopState.SCHEDULED,
        StopState.POSTPONED,
    )
    return Treatment(
        key=stop.pk,
        step=stop.step,
        body=stop.body_id,
        name=str(stop.body),
        kind=stop.kind,
        is_deciding=stop.is_deciding,
        is_council=stop.body.kind == BodyKind.COUNCIL,
        on=day_of(stop),
        is_over=stop.state == StopState.TREATED,
        has_meeting=on_meeting,
        is_cancelled=on_meeting and stop.meeting is not None and stop.meeting.is_cancelled,
        is_dispatched=stop.dispatched_at is not None,
        dispatch_by=dispatch_deadline(stop.meeting) if on_meeting and stop.meeting else None,
        valid_from=stop.body.valid_from,
        valid_to=stop.body.valid_to,
        answer_days=stop.answer_days,
    )


def day_of(stop: CaseStop) -> date | None:
    """The day of the treatment, as far as one is known."""
    if stop.state == StopState.TREATED:
        return stop.decided_on
    if stop.kind == StopKind.HEARING and (hearing := getattr(stop, "hearing", None)):
        deadline: date = hearing.round.deadline
        return deadline
    if stop.meeting is not None and stop.state in (StopState.SCHEDULED, StopState.POSTPONED):
        return timezone.localdate(stop.meeting.starts_at)
    return stop.postponed_to or stop.wanted_on


def _meetings(bodies: set[int]) -> dict[int, list[PlannedMeeting]]:
    found: dict[int, list[PlannedMeeting]] = {body: [] for body in bodies}
    coming = PlannedMeeting.objects.filter(
        body__in=bodies, starts_at__gte=timezone.now(), cancelled_because=""
    )
    for each in coming.select_related("body__municipality__settings").order_by("starts_at"):
        found[each.body_id].append(each)
    return found


def _slot(meeting: PlannedMeeting) -> Slot:
    on = timezone.localdate(meeting.starts_at)
    return Slot(meeting.pk, on, dispatch_deadline(meeting))
