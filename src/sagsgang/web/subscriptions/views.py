"""The pages of those who follow: ask, confirm, stop; nobody is signed in, keys come by mail."""

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import uuid4

from allauth.core import ratelimit
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from sagsgang.web.design.answers import see_other
from sagsgang.web.design.errors import too_many_requests
from sagsgang.web.design.page import Crumb
from sagsgang.web.subscriptions import choices, selectors, services
from sagsgang.web.subscriptions.forms import AskForm, ConfirmForm, StopForm

ALL = "alt"
View = TypeVar("View", bound=Callable[..., HttpResponse])


def _unlisted(view: View) -> View:
    """No search engine finds an address with a key, and no browser keeps the page."""

    def _answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return never_cache(_answer)


@require_http_methods(["GET", "HEAD", "POST"])
def subscribe(request: HttpRequest) -> HttpResponse:
    """What is to be followed, and the address; the answer is the same for every address."""
    choice = choices.choice_asked(request.POST if request.method == "POST" else request.GET)
    form = AskForm(initial={choice.parameter: choice.value} if choice else None)
    if request.method == "POST":
        if not ratelimit.consume(request, action="subscribe"):
            return too_many_requests(request)
        form = AskForm(request.POST)
        if form.is_valid():

            def _do() -> dict[str, Any]:
                if form.choice is not None:
                    services.subscription_ask(email=form.cleaned_data["email"], choice=form.choice)
                return {}

            if form.once("subscription_ask", _do) is not None:
                return see_other(reverse("subscriptions:sent"))
    context = {
        "form": form,
        "choice": choice,
        "bodies": [] if choice else selectors.bodies_to_follow(),
        "trail": [Crumb(_("News by mail"))],
    }
    status = 400 if form.is_bound else 200
    return render(request, "subscriptions/subscribe.html", context, status=status)


@require_GET
def sent(request: HttpRequest) -> HttpResponse:
    """The mail is on its way; whether the address is known is not said."""
    trail = [
        Crumb(_("News by mail"), reverse("subscriptions:subscribe")),
        Crumb(_("Look in your mail")),
    ]
    context = {"days": services.GOOD_FOR.days, "trail": trail}
    return render(request, "subscriptions/sent.html", context)


@_unlisted
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, key: str) -> HttpResponse:
    """The link in the mail. Programs that look into mails open links, so a button says yes."""
    found = selectors.subscription_by_key(key)
    choice = choices.choice_of(found) if found is not None and services.is_open(found) else None
    if found is None or choice is None:
        return render(request, "subscriptions/gone.html", {"trail": _trail()}, status=410)
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():

        def _do() -> dict[str, Any]:
            return {"subscription": services.subscription_confirm(key=key).pk}

        if form.once("subscription_confirm", _do) is not None:
            messages.success(request, _("From now on you get a mail when there is news."))
            return see_other(reverse("subscriptions:own", kwargs={"key": found.subscriber.key}))
    context = {"form": form, "choice": choice, "trail": _trail()}
    status = 400 if form.is_bound else 200
    return render(request, "subscriptions/confirm.html", context, status=status)


@csrf_exempt
@_unlisted
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, keys: str) -> HttpResponse:
    """The link that stops, with its button; a program of mail may press it itself (RFC 8058), and
    brings nothing but the address.
    """
    found = selectors.subscriptions_by_keys(keys)
    if request.method == "POST":
        form = StopForm({"operation": request.POST.get("operation") or uuid4()})
        if form.is_valid():
            mine = [row.key for row in found]

            def _do() -> dict[str, Any]:
                return {"stopped": services.subscriptions_stop(keys=mine)}

            form.once("subscriptions_stop", _do)
            found = []
    followed = [choice for row in found if (choice := choices.choice_of(row)) is not None]
    context = {
        "form": StopForm(),
        "is_over": not found,
        "followed": followed,
        "trail": _trail(),
    }
    return render(request, "subscriptions/stop.html", context)


@_unlisted
@require_http_methods(["GET", "HEAD", "POST"])
def own(request: HttpRequest, key: str) -> HttpResponse:
    """All that the address follows, and a button at each."""
    subscriber = selectors.subscriber_by_key(key)
    if subscriber is None:
        return render(request, "subscriptions/gone.html", {"trail": _trail()}, status=410)
    rows = selectors.subscriptions_of(subscriber)
    if request.method == "POST":
        form = StopForm(request.POST)
        if form.is_valid():
            wanted = form.cleaned_data["stop"]
            keys = [row.key for row, _choice in rows if wanted in (ALL, row.key)]

            def _do() -> dict[str, Any]:
                return {"stopped": services.subscriptions_stop(keys=keys)}

            form.once("subscriptions_stop", _do)
            messages.success(request, _("It is stopped. You get no more mails about it."))
        return see_other(reverse("subscriptions:own", kwargs={"key": key}))
    context = {
        "rows": [
            (choice, StopForm(initial={"stop": row.key}, auto_id=f"id_{row.pk}_%s"))
            for row, choice in rows
        ],
        "all": StopForm(initial={"stop": ALL}) if len(rows) > 1 else None,
        "email": subscriber.email,
        "trail": _trail(),
    }
    return render(request, "subscriptions/own.html", context)


def _trail() -> list[Crumb]:
    return [Crumb(_("News by mail"))]
