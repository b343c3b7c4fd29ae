"""What happens elsewhere and changes ways, and what happens on ways and somebody must know."""

from datetime import date

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from sagsgang.web.accounts.models import User
from sagsgang.web.audit.events import Happening, event_subscribe
from sagsgang.web.bodies.models import Assignment, Body, Role
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.cases.review.people import officers_of, with_substitutes
from sagsgang.web.cases.review.telling import tell
from sagsgang.web.notifications.kinds import kind_register
from sagsgang.web.routes.models import LIVING, CaseStop, StopKind, StopState
from sagsgang.web.routes.order import day as in_danish
from sagsgang.web.routes.services import route_repeat
from sagsgang.web.routes.services.stops import withdrawn

_OFFICER = "du er sagsbehandler på sagen"
KINDS = {
    "stop_needs_date": ("En behandling har mistet sit møde", "din sag stod på mødet"),
    "stop_date_moved": ("Et møde på en sags vej er flyttet", "din sag står på mødet"),
    "stop_referred": ("En sag er sendt videre til et udvalg", "du er sekretær for udvalget"),
    "stop_decided": ("En behandling på en sags vej er sket", _OFFICER),
}


def subscribe() -> None:
    """Told once, when the website starts."""
    for code, (title, why) in KINDS.items():
        kind_register(code, title, why)
    event_subscribe("case_withdrawn", case_ended)
    event_subscribe("case_closed", case_ended)
    event_subscribe("case_reused", case_was_reused)
    event_subscribe("meeting_cancelled", meeting_lost)
    event_subscribe("meeting_moved", meeting_was_moved)
    event_subscribe("body_closing", body_closes)
    event_subscribe("stop_added", case_sent_here)
    event_subscribe("stop_referred", case_sent_here)
    event_subscribe("decision_recorded", officer_told)


def case_ended(happening: Happening) -> None:
    """What was still to come is withdrawn with the case, and says why."""
    case: Case = happening.subject
    reason = "Sagen er afsluttet."
    if happening.code == "case_withdrawn":
        reason = f"Sagen er trukket tilbage: {case.withdrawn_because}"
    stops = CaseStop.objects.filter(case=case, state__in=LIVING).select_related("body")
    for stop in stops:
        stop.case = case
        withdrawn(happening.actor, stop, reason)


def case_was_reused(happening: Happening) -> None:
    """The new draft gets the way of the case that it was made from."""
    case: Case = happening.subject
    if case.reused_from is not None:
        route_repeat(actor=happening.actor, case=case, earlier=case.reused_from)


def meeting_lost(happening: Happening) -> None:
    """Its treatments stay, lack a date, and their officers are told."""
    meeting = happening.subject
    on = in_danish(timezone.localdate(meeting.starts_at))
    text = f"Mødet i {meeting.body} den {on} er aflyst. {{case}} skal have en ny dato."
    _tell_officers(happening, _on(meeting), "stop_needs_date", text)


def meeting_was_moved(happening: Happening) -> None:
    """Its treatments go with it; whether the way still holds is for the officer to see."""
    meeting = happening.subject
    on = in_danish(timezone.localdate(meeting.starts_at))
    text = f"Mødet i {meeting.body} er flyttet til den {on}. Se, om vejen stadig holder: {{case}}."
    _tell_officers(happening, _on(meeting), "stop_date_moved", text)


def body_closes(happening: Happening) -> None:
    """What is to come in it after its last day must go elsewhere."""
    body: Body = happening.subject
    if body.valid_to is None:
        return
    stops = [
        stop
        for stop in CaseStop.objects.filter(body=body, state__in=LIVING).select_related(
            "case__body", "case__officer", "meeting", "body"
        )
        if _day(stop) is None or (_day(stop) or date.min) > body.valid_to
    ]
    text = (
        f"{body} nedlægges den {in_danish(body.valid_to)}. "
        "{case} skal behandles af et andet udvalg eller tidligere."
    )
    _tell_officers(happening, stops, "stop_needs_date", text)


def case_sent_here(happening: Happening) -> None:
    """The secretaries of the body that a decision sent the case to put it on an agenda."""
    stop: CaseStop = happening.subject
    if stop.referred_by is None or stop.kind == StopKind.HEARING:
        return
    case = stop.case
    tell(
        users=_secretaries_of(stop.body),
        case=case,
        code="stop_referred",
        text=f"{stop.referred_by.body} har sendt {case_in_words(case)} videre til {stop.body}.",
        why=f"du er sekretær for {stop.body}",
        path=reverse("routes:stop", args=[case.pk, stop.pk]),
        actor=happening.actor,
    )


def officer_told(happening: Happening) -> None:
    """The officer hears what became of her case."""
    stop: CaseStop = happening.subject
    text = f"{stop.body} har behandlet {{case}}."
    _tell_officers(happening, [stop], "stop_decided", text)


def _tell_officers(happening: Happening, stops: list[CaseStop], code: str, text: str) -> None:
    for stop in stops:
        words = text.replace("{case}", case_in_words(stop.case))
        tell(
            users=officers_of(stop.case),
            case=stop.case,
            code=code,
            text=words[:1].upper() + words[1:],
            why=_OFFICER,
            path=reverse("routes:way", args=[stop.case_id]),
            actor=happening.actor,
        )


def _on(meeting: object) -> list[CaseStop]:
    on_it = CaseStop.objects.filter(
        meeting=meeting, state__in=(StopState.SCHEDULED, StopState.POSTPONED)
    )
    return list(on_it.select_related("case__body", "case__officer", "body"))


def _day(stop: CaseStop) -> date | None:
    if stop.meeting is not None:
        return timezone.localdate(stop.meeting.starts_at)
    return stop.postponed_to


def _secretaries_of(body: Body) -> list[User]:
    today = timezone.localdate()
    held = Assignment.objects.filter(
        Q(body=body) | Q(body__isnull=True),
        Q(starts_on__isnull=True) | Q(starts_on__lte=today),
        Q(ends_on__isnull=True) | Q(ends_on__gte=today),
        municipality=body.municipality_id,
        role=Role.SECRETARY,
    )
    return with_substitutes(held.values_list("user", flat=True))
