"""One's own page: name, password, second step, leave of absence, language, and signing out
everywhere.
"""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sagsgang.web.accounts import selectors, services
from sagsgang.web.accounts.forms import LeaveEndForm, LeaveForm, NameForm
from sagsgang.web.accounts.permissions import account_may
from sagsgang.web.accounts.views.answers import see_other
from sagsgang.web.design.page import Crumb


@login_required
def own(request: HttpRequest) -> HttpResponse:
    """What the account is, and the way to change each part of it."""
    user = request.user
    return render(
        request,
        "accounts/own.html",
        {
            "trail": [Crumb(_("My account"))],
            "account": user,
            "second_step": selectors.second_step_of(user),
            "leaves": selectors.leaves_of(user),
            "end_form": LeaveEndForm(),
        },
    )


@login_required
def name(request: HttpRequest) -> HttpResponse:
    """Change one's own name."""
    form = NameForm(request.POST or None, initial={"name": request.user.name})
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        done = form.once(
            "name_change",
            lambda: {"key": services.name_change(actor=request.user, name=data["name"]).pk},
        )
        if done is not None:
            messages.success(request, _("Your name is saved."))
            return see_other("accounts:own")
    trail = [Crumb(_("My account"), reverse("accounts:own")), Crumb(_("Change name"))]
    context = {"trail": trail, "form": form, "title": _("Change name"), "save": _("Save the name")}
    return render(request, "accounts/form.html", context)


@login_required
def leave(request: HttpRequest, key: int | None = None) -> HttpResponse:
    """Plan days away: one's own, or somebody else's by an administrator."""
    account = request.user if key is None else selectors.account_of(key)
    if not account_may(request.user, "leave_plan", account):
        raise PermissionDenied
    form = LeaveForm(request.POST or None, user=account)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        done = form.once(
            "leave_plan",
            lambda: {
                "key": services.leave_plan(
                    actor=request.user,
                    user=account,
                    substitute=data["substitute"],
                    starts_on=data["starts_on"],
                    ends_on=data["ends_on"],
                ).pk
            },
        )
        if done is not None:
            messages.success(request, _("The leave is planned."))
            return see_other("accounts:own") if key is None else see_other("accounts:user", key)
    back = reverse("accounts:own") if key is None else reverse("accounts:user", args=[key])
    context = {
        "trail": [
            Crumb(_("My account") if key is None else str(account), back),
            Crumb(_("Leave of absence")),
        ],
        "form": form,
        "title": _("Plan a leave"),
        "lead": _(
            "Meanwhile the one who stands in sees the same cases and may do the same with them. "
            "What is done carries the name of the one who does it."
        ),
        "save": _("Plan the leave"),
    }
    return render(request, "accounts/form.html", context)


@login_required
@require_POST
def leave_end(request: HttpRequest, key: int) -> HttpResponse:
    """Back again, or the plan given up."""
    kept = selectors.leave_of(key)
    if not account_may(request.user, "leave_end", kept.user):
        raise PermissionDenied
    is_own = kept.user_id == request.user.pk
    form = LeaveEndForm(request.POST)
    if form.is_valid():
        done = form.once(
            "leave_end",
            lambda: {
                "last": str(services.leave_end(actor=request.user, leave=kept) or ""),
            },
        )
        if done is not None:
            messages.success(request, _("The leave is over."))
    for error in form.non_field_errors():
        messages.error(request, error)
    return see_other("accounts:own") if is_own else see_other("accounts:user", kept.user_id)


@login_required
@require_POST
def sessions_end(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere, here too."""
    form = LeaveEndForm(request.POST)
    if form.is_valid():
        form.once("sessions_end", lambda: {"key": services.sessions_end(actor=request.user).pk})
        messages.success(request, _("You are signed out everywhere."))
        return see_other("account_login")
    return see_other("accounts:own")
