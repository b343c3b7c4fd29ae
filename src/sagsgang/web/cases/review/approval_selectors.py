"""Reading what waits for a manager's approval, and how a case was approved and returned."""

from django.db.models import QuerySet

from sagsgang.web.bodies.models import Role
from sagsgang.web.bodies.standing import standing_of
from sagsgang.web.cases.models import Approval, Case, CaseState
from sagsgang.web.cases.permissions import cases_readable_q


def cases_to_approve(*, user: object) -> QuerySet[Case]:
    """The cases that were sent to the user as manager, the nearest deadline first."""
    managed = standing_of(user).bodies_q(Role.MANAGER)
    found = Case.objects.filter(managed, cases_readable_q(user), state=CaseState.SENT)
    found = found.select_related("body", "officer").defer("search_text")
    return found.order_by("deadline", "changed_at", "pk")


def approvals_of(case: Case) -> list[Approval]:
    """Every approval and return of the case, newest first."""
    return list(case.approvals.select_related("by", "version").order_by("-at", "-id"))
