"""All dates at once, who settles the case, and the way that a reused case brings with it."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from sagsgang.web.bodies.models import PlannedMeeting
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.cases.permissions import case_require
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.routes.models import LIVING, CaseStop, StopKind, StopState
from sagsgang.web.routes.permissions import stop_may
from sagsgang.web.routes.planning import plan_of
from sagsgang.web.routes.services.stops import stop_make, stop_schedule
from sagsgang.web.routes.services.stops_locked import (
    case_locked,
    stop_event,
    stop_open,
    stop_told,
)


@transaction.atomic
def route_dates_take(*, actor: Any, case: Case) -> list[CaseStop]:
    """Put every treatment without a day on the meeting that the plan proposes; a hearing gets its
    wished last day. Returns those that got one.
    """
    locked = case_locked(case)
    case_require(actor, "route_edit", locked)
    plan = plan_of(locked)
    dated = []
    for stop in plan.stops:
        proposal = plan.proposals.get(stop.pk)
        if proposal is None or not stop_may(actor, "stop_schedule", stop):
            continue
        if isinstance(proposal, PlannedMeeting):
            dated.append(stop_schedule(actor=actor, stop=stop, meeting=proposal))
            continue
        stop.wanted_on = proposal
        stop.save(update_fields=["wanted_on"])
        sentence = f"{actor} satte en dato for høringen i {stop.body}: {locked}."
        stop_event("stop_wished", sentence, actor, stop, wanted_on=proposal.isoformat())
        dated.append(stop)
    return dated


@transaction.atomic
def stop_let_decide(*, actor: Any, stop: CaseStop) -> CaseStop:
    """This treatment settles the case, and no other that is still to come. Emits
    `stop_decides`.
    """
    locked = stop_open(actor, "stop_move", stop)
    others = CaseStop.objects.filter(case=locked.case, is_deciding=True).exclude(pk=locked.pk)
    decided = others.filter(state=StopState.TREATED).select_related("body").first()
    if decided:
        raise Refusal(_("%(body)s has settled the case already.") % {"body": decided.body})
    others.filter(state__in=LIVING).update(is_deciding=False)
    locked.is_deciding, locked.kind = True, StopKind.DECISION
    locked.save(update_fields=["is_deciding", "kind"])
    sentence = f"{actor} lod {locked.body} afgøre sagen: {case_in_words(locked.case)}."
    stop_event("stop_decides", sentence, actor, locked)
    return stop_told(stop, locked)


@transaction.atomic
def route_repeat(*, actor: Any, case: Case, earlier: Case) -> list[CaseStop]:
    """The way that an earlier case went, for the case that was made from it: the same bodies in
    the same order, without dates; bodies closed since are left out. The caller asked the gate.
    """
    locked = case_locked(case)
    if CaseStop.objects.filter(case=locked).exists():
        return []
    made, seen = [], set()
    stops = CaseStop.objects.filter(case=earlier).exclude(state=StopState.WITHDRAWN)
    for stop in stops.select_related("body").order_by("step", "pk"):
        key = (stop.body_id, stop.kind)
        if key in seen or stop.outcome == "postponed":
            continue
        try:
            with transaction.atomic():
                again = stop_make(
                    actor=actor,
                    case=locked,
                    body=stop.body,
                    kind=stop.kind,
                    step=stop.step,
                    is_deciding=stop.is_deciding,
                    answer_days=stop.answer_days,
                )
        except Refusal:
            continue
        seen.add(key)
        made.append(again)
    return made
