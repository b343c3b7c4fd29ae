"""Those who write on one way wait for each other: every write takes the case's row first."""

from copy import copy

from django.db.models import F
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import Body
from sagsgang.web.cases.models import Case
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.routes.models import LIVING, CaseStop, StopKind, StopState
from sagsgang.web.routes.permissions import stop_require

#: How event sentences say what a body does with a case.
KIND_WORDS = {
    StopKind.HEARING: "høring",
    StopKind.INFORMATION: "orientering",
    StopKind.RECOMMENDATION: "indstilling",
    StopKind.DECISION: "beslutning",
}


def case_locked(case: Case) -> Case:
    """The case as it is now, locked until the end of the transaction."""
    cases = Case.objects.select_for_update(of=("self",))
    return cases.select_related("municipality", "body").get(pk=case.pk)


def stop_open(actor: object, operation: str, stop: CaseStop) -> CaseStop:
    """The treatment as it is now, its case locked, when the gate lets the actor do it. Whoever
    might have done it a moment ago is told what somebody else did meanwhile.
    """
    case = case_locked(stop.case)
    fresh = CaseStop.objects.select_related("body", "meeting", "recorded_by").get(pk=stop.pk)
    fresh.case = case
    if operation != "stop_append" and fresh.state not in LIVING:
        before = copy(fresh)
        before.state = StopState.PLANNED
        stop_require(actor, operation, before)
        raise Refusal(_changed(fresh))
    stop_require(actor, operation, fresh)
    return fresh


def stop_told(stop: CaseStop, source: CaseStop) -> CaseStop:
    """What `source` (the row) became is what the caller's own object says too."""
    for column in CaseStop._meta.concrete_fields:
        setattr(stop, column.attname, getattr(source, column.attname))
    stop.meeting = source.meeting
    return source


def stop_event(code: str, sentence: str, actor: object, stop: CaseStop, **details: object) -> None:
    """Leave an event about the treatment in the history of its case."""
    event_record(
        code=code,
        sentence=sentence,
        actor=actor,
        subject=stop,
        subject_key=f"case:{stop.case_id}",
        details={"stop": stop.pk, "body": stop.body_id, **details},
    )


def body_usable(body: Body, case: Case) -> None:
    """Refuse a body that cannot get cases of this municipality now."""
    if body.municipality_id != case.municipality_id:
        raise Refusal(_("%(body)s belongs to another municipality.") % {"body": body}, "body")
    if not body.is_in_workplace:
        raise Refusal(
            _("%(body)s is known from the archive only. Ask an administrator to add it.")
            % {"body": body},
            "body",
        )
    if body.valid_to and body.valid_to < timezone.localdate():
        raise Refusal(
            _("%(body)s was closed on %(date)s. Choose the body that took over.")
            % {"body": body, "date": date_format(body.valid_to, "j. F Y")},
            "body",
        )


def last_step(case: Case) -> int:
    """The highest step of the way; 0 when there is none."""
    steps = CaseStop.objects.filter(case=case).exclude(state=StopState.WITHDRAWN)
    return max(steps.values_list("step", flat=True), default=0)


def room_make(case: Case, before: int | None) -> int:
    """A step of its own before the step `before`, or after all: those after it move along."""
    if before is None:
        return last_step(case) + 1
    CaseStop.objects.filter(case=case, step__gte=before).update(step=F("step") + 1)
    return before


def _changed(stop: CaseStop) -> str:
    if stop.state == StopState.TREATED:
        who = {"body": stop.body, "who": stop.recorded_by or ""}
        return _(
            "%(who)s has already written what %(body)s decided. "
            "Reload the page, and write an addition if something is missing."
        ) % (who)
    return _("The treatment was withdrawn in the meantime. Reload the page.")
