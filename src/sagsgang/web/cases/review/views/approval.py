"""A manager's pages: one case to approve or return, and all that wait, several at once."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sagsgang.web.bodies.models import Role
from sagsgang.web.bodies.standing import standing_of
from sagsgang.web.cases.attachments.selectors import attachment_rows
from sagsgang.web.cases.permissions import case_may
from sagsgang.web.cases.review.approval_selectors import approvals_of, cases_to_approve
from sagsgang.web.cases.review.approval_services import cases_approve
from sagsgang.web.cases.review.finance import finance_of
from sagsgang.web.cases.review.findings import findings_shown
from sagsgang.web.cases.review.forms import ApproveForm, ApproveManyForm, ReturnForm
from sagsgang.web.cases.review.obstacles import obstacles_of
from sagsgang.web.cases.review.panel import comments_context
from sagsgang.web.cases.selectors import points_of, sections_of
from sagsgang.web.cases.services import case_approve, case_return
from sagsgang.web.cases.views.found import case_found, case_trail
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb

AT_MOST = 50


@login_required
@require_safe
def approval(request: HttpRequest, pk: int) -> HttpResponse:
    """The case as it is, what stands in the way, and the two answers a manager can give."""
    return _page(request, pk)


@login_required
@require_POST
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve the case."""
    form = ApproveForm(request.POST)
    case = case_found(request, pk)
    if form.is_valid():

        def do() -> dict[str, Any]:
            made = case_approve(actor=request.user, case=case, comment=form.cleaned_data["comment"])
            return {"approval": made.pk}

        if form.once("case_approve", do) is not None:
            messages.success(request, _("The case is approved."))
            return see_other(_after(request, pk))
    return _page(request, pk, approve_form=form)


@login_required
@require_POST
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Return the case to its officer with a comment."""
    form = ReturnForm(request.POST)
    case = case_found(request, pk)
    if form.is_valid():

        def do() -> dict[str, Any]:
            made = case_return(actor=request.user, case=case, comment=form.cleaned_data["comment"])
            return {"approval": made.pk}

        if form.once("case_return", do) is not None:
            messages.success(request, _("The case is returned to its officer."))
            return see_other(_after(request, pk))
    return _page(request, pk, return_form=form)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def queue(request: HttpRequest) -> HttpResponse:
    """What waits for the manager; the chosen ones are approved at once."""
    if not standing_of(request.user).has_any(Role.MANAGER):
        raise PermissionDenied("case_approve")
    form = ApproveManyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def do() -> dict[str, Any]:
            done = cases_approve(keys=form.cleaned_data["case"], actor=request.user)
            return {"outcomes": [each.as_json() for each in done]}

        details = form.once("cases_approve", do)
        if details is not None:
            _tell_outcomes(request, details["outcomes"])
            return see_other(reverse("cases:to_approve"))
    found = cases_to_approve(user=request.user)
    cases = list(found[: AT_MOST + 1])
    context = {
        "cases": cases[:AT_MOST],
        "has_more": len(cases) > AT_MOST,
        "form": form,
        "trail": [Crumb(_("Cases"), reverse("cases:list")), Crumb(_("For approval"))],
    }
    status = 422 if form.errors else 200
    return render(request, "cases/review/to_approve.html", context, status=status)


def _tell_outcomes(request: HttpRequest, outcomes: list[dict[str, Any]]) -> None:
    approved = [each for each in outcomes if not each["message"]]
    if approved:
        said = ngettext("%(n)s case is approved.", "%(n)s cases are approved.", len(approved))
        messages.success(request, said % {"n": len(approved)})
    for each in outcomes:
        if each["message"]:
            messages.error(request, f"{each['title']}: {each['message']}")


def _page(
    request: HttpRequest,
    pk: int,
    *,
    approve_form: ApproveForm | None = None,
    return_form: ReturnForm | None = None,
) -> HttpResponse:
    case = case_found(request, pk)
    may_approve = case_may(request.user, "case_approve", case)
    may_return = case_may(request.user, "case_return", case)
    if not (may_approve or may_return):
        raise PermissionDenied("case_approve")
    has_error = any(form is not None and form.errors for form in (approve_form, return_form))
    context = {
        "case": case,
        "may_approve": may_approve,
        "may_return": may_return,
        "obstacles": obstacles_of(case),
        "findings": findings_shown(case),
        "finance": finance_of(case),
        "approvals": approvals_of(case),
        "attachments": attachment_rows(user=request.user, case=case),
        "sections": sections_of(case),
        "points": points_of(case),
        "approve_form": approve_form or ApproveForm(),
        "return_form": return_form or ReturnForm(),
        "comments": comments_context(request, case),
        "trail": case_trail(case, Crumb(_("Approval"))),
    }
    return render(request, "cases/review/approval.html", context, status=422 if has_error else 200)


def _after(request: HttpRequest, pk: int) -> str:
    """To the next case that waits, by the list; to the case when she may not see the list."""
    case = case_found(request, pk)
    is_manager = standing_of(request.user).has_any(Role.MANAGER)
    return reverse("cases:to_approve") if is_manager else reverse("cases:case", args=[case.pk])
