"""What the room shows on other rooms' pages: how a search and a body are followed."""

from typing import Any

from django.http import HttpRequest, QueryDict
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from sagsgang.web.publishing.addresses import body_path
from sagsgang.web.subscriptions.choices import PARAMETERS
from sagsgang.web.subscriptions.models import SubscriptionKind


def search_panel(request: HttpRequest, page: Any) -> SafeString | None:
    """The way to mail about new hits, where something was searched for."""
    if not page.asked:
        return None
    context = {"address": _address(SubscriptionKind.SEARCH, page.asked)}
    return render_to_string("subscriptions/search_panel.html", context, request)


def body_panel(request: HttpRequest, body: Any) -> SafeString | None:
    """The body's page for everybody, its feed, its calendar, and mail about it."""
    if not body.is_in_workplace:
        return None
    context = {
        "public": body_path(body.slug),
        "feed": body_path(body.slug, "nyt.atom"),
        "calendar": body_path(body.slug, "kalender.ics"),
        "mail": _address(SubscriptionKind.BODY, body.slug),
    }
    return render_to_string("subscriptions/body_panel.html", context, request)


def _address(kind: str, value: str) -> str:
    query = QueryDict(mutable=True)
    query[PARAMETERS[SubscriptionKind(kind)]] = value
    return f"{reverse('subscriptions:subscribe')}?{query.urlencode()}"
