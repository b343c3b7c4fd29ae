"""The administrator's pages: all accounts, one account, and what can be done with it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sagsgang.web.accounts import selectors, services
from sagsgang.web.accounts.forms import LeaveEndForm, SearchForm, UserForm
from sagsgang.web.accounts.permissions import account_may
from sagsgang.web.accounts.views.answers import see_other
from sagsgang.web.design.page import Crumb

PER_PAGE = 50
View = Callable[..., HttpResponse]


def administrators_only(view: View) -> View:
    """Others are not told that the page is there."""

    @login_required
    @wraps(view)
    def _view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not account_may(request.user, "users_read"):
            raise Http404
        return view(request, *args, **kwargs)

    return _view


@administrators_only
def users(request: HttpRequest) -> HttpResponse:
    """All accounts, found by words."""
    form = SearchForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {"soeg": "", "vis": ""}
    found = selectors.accounts_found(asked["soeg"], asked["vis"])
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("side"))
    rest = request.GET.copy()
    rest.pop("side", None)
    context = {
        "trail": [Crumb(_("Users"))],
        "form": form,
        "page": page,
        "query": rest.urlencode(),
        "is_searched": bool(asked["soeg"] or asked["vis"]),
    }
    return render(request, "accounts/users.html", context)


@administrators_only
def invite(request: HttpRequest) -> HttpResponse:
    """Make an account and send its link."""
    form = UserForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = {name: form.cleaned_data[name] for name in _FIELDS}
        address = request.build_absolute_uri("/")
        done = form.once(
            "user_invite",
            lambda: {
                "key": services.user_invite(actor=request.user, address=address, **data).pk,
                "email": data["email"],
            },
        )
        if done is not None:
            messages.success(
                request, _("The account is made, and a link is sent to %(email)s.") % done
            )
            return see_other("accounts:user", done["key"])
    context = {
        "trail": [Crumb(_("Users"), reverse("accounts:users")), Crumb(_("Invite"))],
        "form": form,
        "title": _("Invite a user"),
        "lead": _("A link is sent by mail. By it the person chooses a password of her own."),
        "save": _("Make the account and send the link"),
    }
    return render(request, "accounts/form.html", context)


@administrators_only
def user(request: HttpRequest, key: int) -> HttpResponse:
    """One account."""
    account = selectors.account_of(key)
    context = {
        "trail": [Crumb(_("Users"), reverse("accounts:users")), Crumb(account.name)],
        "account": account,
        "second_step": selectors.second_step_of(account),
        "leaves": selectors.leaves_of(account),
        "end_form": LeaveEndForm(),
        "is_own": account.pk == request.user.pk,
    }
    return render(request, "accounts/user.html", context)


@administrators_only
def user_change(request: HttpRequest, key: int) -> HttpResponse:
    """Change what the person is called."""
    account = selectors.account_of(key)
    initial = {name: getattr(account, name) for name in _FIELDS}
    form = UserForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        data = {name: form.cleaned_data[name] for name in _FIELDS}
        done = form.once(
            "user_change",
            lambda: {"key": services.user_change(actor=request.user, account=account, **data).pk},
        )
        if done is not None:
            messages.success(request, _("It is saved."))
            return see_other("accounts:user", key)
    back = Crumb(account.name, reverse("accounts:user", args=[key]))
    context = {
        "trail": [Crumb(_("Users"), reverse("accounts:users")), back, Crumb(_("Change"))],
        "form": form,
        "title": _("Change %(name)s") % {"name": account.name},
        "save": _("Save"),
    }
    return render(request, "accounts/form.html", context)


_FIELDS = ("name", "email", "title", "is_administrator")


@administrators_only
@require_POST
def user_do(request: HttpRequest, key: int, operation: str) -> HttpResponse:
    """One click on the account's page: send a link, close, open, reset the second step."""
    account = selectors.account_of(key)
    do, done_words = _operations(request, account)[operation]
    form = LeaveEndForm(request.POST)
    if form.is_valid() and form.once(operation, lambda: {"key": do().pk}) is not None:
        messages.success(request, done_words)
    for error in form.non_field_errors():
        messages.error(request, error)
    return see_other("accounts:user", key)


def _operations(request: HttpRequest, account: Any) -> dict[str, tuple[Callable[[], Any], str]]:
    who = {"actor": request.user, "account": account}
    address = request.build_absolute_uri("/")
    return {
        "user_link_send": (
            lambda: services.user_link_send(**who, address=address),
            _("A link to choose a password is sent to %(email)s.") % {"email": account.email},
        ),
        "user_deactivate": (
            lambda: services.user_deactivate(**who),
            _("The account is closed, and the person is signed out."),
        ),
        "user_reactivate": (
            lambda: services.user_reactivate(**who),
            _("The account is open again."),
        ),
        "second_step_reset": (
            lambda: services.second_step_reset(**who),
            _("The second step is reset, and the person is told by mail."),
        ),
    }
