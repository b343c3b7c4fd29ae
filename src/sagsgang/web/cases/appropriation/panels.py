"""What stands beside a case of its appropriation statement: does it balance, and the way to it."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from sagsgang.web.cases.appropriation.selectors import appropriation_of
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.permissions import case_may


def appropriation_panel(request: HttpRequest, case: Case) -> SafeString | None:
    """For who works with the case, when it has money or a statement."""
    standing = appropriation_of(case)
    may_edit = case_may(request.user, "case_edit", case) and case.has_financial_implications
    if not may_edit and (standing is None or standing.is_removed):
        return None
    if not case_may(request.user, "case_comments_read", case):
        return None
    context = {"case": case, "standing": standing, "may_edit": may_edit}
    return render_to_string("cases/appropriation/panel.html", context, request)
