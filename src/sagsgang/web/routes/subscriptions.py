"""What happens elsewhere and changes ways: a case ends, a meeting is moved or cancelled."""

from sagsgang.web.audit.events import Happening, event_subscribe
from sagsgang.web.cases.models import Case
from sagsgang.web.routes.models import LIVING, CaseStop
from sagsgang.web.routes.services.stops import withdrawn


def subscribe() -> None:
    """Told once, when the website starts."""
    event_subscribe("case_withdrawn", case_ended)
    event_subscribe("case_closed", case_ended)


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
