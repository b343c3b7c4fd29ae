"""What this room does when something happens with a case: it guards approval, and tells people."""

from django.urls import reverse

from sagsgang.web.audit.events import Happening, event_subscribe
from sagsgang.web.bodies.models import Role
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.cases.review.approval_services import approval_refuse
from sagsgang.web.cases.review.people import in_role, officers_of
from sagsgang.web.cases.review.telling import tell


def subscribe() -> None:
    """Called once when the website starts."""
    event_subscribe("case_approved", approval_refuse)
    event_subscribe("case_approved", _tell_officers)
    event_subscribe("case_returned", _tell_officers)
    event_subscribe("case_sent", _tell_managers)


def _tell_managers(happening: Happening) -> None:
    case = happening.subject
    tell(
        users=in_role(Role.MANAGER, case),
        case=case,
        code="case_sent",
        text=f"{happening.actor} har sendt {case_in_words(case)} til godkendelse.",
        why=f"du er leder for {case.body}.",
        path=reverse("cases:approve", kwargs={"pk": case.pk}),
        actor=happening.actor,
        operation="case_approve",
    )


def _tell_officers(happening: Happening) -> None:
    case = happening.subject
    did = "godkendt" if happening.code == "case_approved" else "sendt"
    end = "" if happening.code == "case_approved" else " retur med en kommentar"
    tell(
        users=officers_of(case),
        case=case,
        code=happening.code,
        text=f"{happening.actor} har {did} {case_in_words(case)}{end}.",
        why="du er sagsbehandler på sagen.",
        path=reverse("cases:case", kwargs={"pk": case.pk}),
        actor=happening.actor,
    )
