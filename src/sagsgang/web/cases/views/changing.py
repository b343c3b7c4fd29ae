"""The head of a case, who shares it, and its steps from one state to another."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.cases.forms import HeadForm, ReasonForm, ShareForm
from sagsgang.web.cases.permissions import case_may
from sagsgang.web.cases.selectors import case_unfinished, user_sharing
from sagsgang.web.cases.services import (
    case_close,
    case_head_save,
    case_recall,
    case_reopen,
    case_revise,
    case_send,
    case_share,
    case_unshare,
    case_withdraw,
)
from sagsgang.web.cases.views.found import case_found, case_trail
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb

Text: TypeAlias = str | Promise


@dataclass(frozen=True, slots=True)
class _Step:
    """A step: its operation and service, what the page says and asks, and what is told after."""

    operation: str
    service: Callable[..., Any]
    title: Text
    advice: Text
    button: Text
    done: Text
    form: type[OperationForm] = OperationForm


STEPS = {
    "send": _Step(
        "case_send",
        case_send,
        _("Send for approval"),
        _("The manager gets the case as it reads now. Until it is approved you can recall it."),
        _("Send the case"),
        _("The case is sent for approval. You can recall it until it is approved."),
    ),
    "hent-hjem": _Step(
        "case_recall",
        case_recall,
        _("Recall the case"),
        _("The case becomes a draft again, and you can go on writing."),
        _("Recall the case"),
        _("The case is a draft again."),
    ),
    "skriv-videre": _Step(
        "case_revise",
        case_revise,
        _("Open for a new treatment"),
        _(
            "The approved text is kept as a version. The case becomes a draft again and must be "
            "sent and approved once more."
        ),
        _("Open the case"),
        _("The case is a draft again. The approved text is kept among the versions."),
    ),
    "traek-tilbage": _Step(
        "case_withdraw",
        case_withdraw,
        _("Withdraw the case"),
        _("The case goes to no more bodies. It can be reopened."),
        _("Withdraw the case"),
        _("The case is withdrawn. It can be reopened."),
        ReasonForm,
    ),
    "genaabn": _Step(
        "case_reopen",
        case_reopen,
        _("Reopen the case"),
        _("The case becomes a draft again."),
        _("Reopen the case"),
        _("The case is a draft again."),
    ),
    "afslut": _Step(
        "case_close",
        case_close,
        _("Finish the case"),
        _("The case has had its last treatment. A manager can reopen it."),
        _("Finish the case"),
        _("The case is finished."),
    ),
}


@login_required
@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Ask before the step, then take it."""
    taken = STEPS.get(name)
    if taken is None:
        raise Http404
    case = case_found(request, pk)
    form = taken.form(request.POST or None)
    is_again = request.method == "POST" and form.is_valid()
    # The same form sent twice is answered as the first time, though the state has changed since.
    if not is_again and not case_may(request.user, taken.operation, case):
        raise PermissionDenied(taken.operation)
    if is_again:

        def do() -> dict[str, object]:
            given = {n: v for n, v in form.cleaned_data.items() if n != "operation"}
            taken.service(actor=request.user, case=case, **given)
            return {"case": case.pk}

        if form.once(taken.operation, do) is not None:
            messages.success(request, taken.done)
            return see_other(reverse("cases:case", args=[pk]))
    context = {
        "case": case,
        "step": taken,
        "form": form,
        "unfinished": case_unfinished(case) if name == "send" else None,
        "trail": case_trail(case, Crumb(taken.title)),
    }
    return render(request, "cases/step.html", context, status=400 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def head(request: HttpRequest, pk: int) -> HttpResponse:
    """Title, number, kind, deadline, closed or open, policies."""
    case = case_found(request, pk, "case_edit", "case_set_closed")
    form = HeadForm(request.POST or None, case=case)
    if request.method == "POST" and form.is_valid():

        def do() -> dict[str, object]:
            case_head_save(
                actor=request.user,
                case=case,
                based_on=form.cleaned_data["based_on"],
                **form.head(),
            )
            return {"case": case.pk}

        if form.once("case_head_save", do) is not None:
            messages.success(request, _("Saved."))
            return see_other(reverse("cases:case", args=[pk]))
        if form.non_field_errors():
            # What is saved now becomes the base, so that saving again uses what stands here.
            form.data = form.data.copy()
            case.refresh_from_db()
            form.data["based_on"] = case.revision
    context = {
        "case": case,
        "form": form,
        "trail": case_trail(case, Crumb(_("The case's details"))),
    }
    return render(request, "cases/head.html", context, status=400 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def share(request: HttpRequest, pk: int) -> HttpResponse:
    """Who writes in the case."""
    case = case_found(request, pk, "case_share")
    form = ShareForm(request.POST or None, case=case)
    if request.method == "POST" and form.is_valid():
        user = form.cleaned_data["user"]

        def do() -> dict[str, object]:
            case_share(actor=request.user, case=case, user=user)
            return {"user": user.pk}

        if form.once("case_share", do) is not None:
            messages.success(request, _("%(name)s can write in the case now.") % {"name": user})
            return see_other(reverse("cases:share", args=[pk]))
    context = {
        "case": case,
        "form": form,
        "button": OperationForm(),
        "sharing": list(case.co_officers.all()),
        "trail": case_trail(case, Crumb(_("Share the case"))),
    }
    return render(request, "cases/share.html", context, status=400 if form.errors else 200)


@login_required
@require_POST
def unshare(request: HttpRequest, pk: int, user: int) -> HttpResponse:
    """Take back what sharing gave."""
    case = case_found(request, pk, "case_share")
    colleague = user_sharing(case, user)
    form = OperationForm(request.POST)
    if colleague is not None and form.is_valid():

        def do() -> dict[str, object]:
            case_unshare(actor=request.user, case=case, user=colleague)
            return {"user": user}

        if form.once("case_unshare", do) is not None:
            messages.success(
                request, _("%(name)s no longer writes in the case.") % {"name": colleague}
            )
    return see_other(reverse("cases:share", args=[pk]))
