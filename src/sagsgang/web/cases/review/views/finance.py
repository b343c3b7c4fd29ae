"""The finance statement of a case, and the queue of those that wait for one."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sagsgang.web.bodies.models import Role
from sagsgang.web.bodies.standing import standing_of
from sagsgang.web.cases.permissions import case_may
from sagsgang.web.cases.review.finance import finance_of
from sagsgang.web.cases.review.finance_selectors import finance_queue
from sagsgang.web.cases.review.finance_services import finance_answer, finance_ask
from sagsgang.web.cases.review.findings import contradiction
from sagsgang.web.cases.review.forms import AskForm, StatementForm
from sagsgang.web.cases.review.money_text import money_sha256
from sagsgang.web.cases.selectors import points_of, sections_of
from sagsgang.web.cases.views.found import case_found, case_trail
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb


@login_required
@require_safe
def finance(request: HttpRequest, pk: int) -> HttpResponse:
    """The statement with its history; the officer asks, the finance reviewer answers."""
    return _page(request, pk)


@login_required
@require_POST
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask finance."""
    case = case_found(request, pk, "finance_ask")
    form = AskForm(request.POST)
    if form.is_valid():

        def do() -> dict[str, Any]:
            statement = finance_ask(
                case=case,
                actor=request.user,
                question=form.cleaned_data["question"],
                deadline=form.cleaned_data["deadline"],
            )
            return {"statement": statement.pk}

        if form.once("finance_ask", do) is not None:
            messages.success(request, _("Finance has been asked."))
            return see_other(reverse("cases:finance", kwargs={"pk": pk}))
    return _page(request, pk, ask_form=form)


@login_required
@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the statement, or say in one click that there is nothing to remark."""
    case = case_found(request, pk, "finance_answer")
    form = StatementForm(request.POST)
    if form.is_valid():

        def do() -> dict[str, Any]:
            statement = finance_answer(
                case=case,
                actor=request.user,
                shown=form.cleaned_data["shown"],
                text=form.cleaned_data["text"],
                nothing_to_remark="nothing" in request.POST,
            )
            return {"statement": statement.pk}

        if form.once("finance_answer", do) is not None:
            messages.success(request, _("The finance statement is given."))
            return see_other(reverse("cases:finance", kwargs={"pk": pk}))
        # What is read now is what the next answer is about.
        form.data = form.data.copy()
        form.data["shown"] = money_sha256(case)
    return _page(request, pk, statement_form=form)


@login_required
@require_http_methods(["GET", "HEAD"])
def queue(request: HttpRequest) -> HttpResponse:
    """What waits for a finance reviewer: asked for, and outdated; the nearest deadline first."""
    if not standing_of(request.user).has_any(Role.FINANCE_REVIEWER):
        raise PermissionDenied("finance_answer")
    context = {
        "rows": finance_queue(user=request.user),
        "trail": [Crumb(_("Cases"), reverse("cases:list")), Crumb(_("Finance statements"))],
    }
    return render(request, "cases/review/finance_queue.html", context)


def _page(
    request: HttpRequest,
    pk: int,
    *,
    ask_form: AskForm | None = None,
    statement_form: StatementForm | None = None,
) -> HttpResponse:
    case = case_found(request, pk)
    standing = finance_of(case)
    may_ask = case_may(request.user, "finance_ask", case) and standing.open_one is None
    may_answer = case_may(request.user, "finance_answer", case)
    if may_answer and statement_form is None:
        statement_form = StatementForm(initial={"shown": money_sha256(case)})
    has_error = any(form is not None and form.errors for form in (ask_form, statement_form))
    context = {
        "case": case,
        "finance": standing,
        "may_ask": may_ask,
        "may_answer": may_answer,
        "ask_form": ask_form or AskForm(),
        "statement_form": statement_form,
        "sections": sections_of(case),
        "points": points_of(case),
        "contradiction": contradiction(case, standing.latest.text if standing.latest else ""),
        "trail": case_trail(case, Crumb(_("Finance statement"))),
    }
    return render(request, "cases/review/finance.html", context, status=422 if has_error else 200)
