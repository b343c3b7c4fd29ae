"""What everyone of a municipality reads: its bodies, one body, and its policies."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from sagsgang.web.bodies import selectors
from sagsgang.web.bodies.permissions import bodies_may, body_state
from sagsgang.web.bodies.views.answers import body_of, municipality_of
from sagsgang.web.design.page import Crumb

PER_PAGE = 50


@require_GET
@login_required
def bodies(request: HttpRequest) -> HttpResponse:
    """The bodies of the reader's municipality, each with its next meeting."""
    mine = selectors.workplace_municipalities(request.user)
    municipality = municipality_of(request, mine)
    found = selectors.workplace_bodies(municipality)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("side"))
    coming = selectors.next_meetings(list(page))
    context = {
        "trail": [Crumb(_("Committees"))],
        "municipality": municipality,
        "municipalities": mine,
        "page": page,
        "rows": [(body, coming.get(body.pk)) for body in page],
    }
    return render(request, "bodies/list.html", context)


@require_GET
@login_required
def body(request: HttpRequest, slug: str) -> HttpResponse:
    """One body: who sits in it today, when it meets, what it decides, and what comes."""
    found = body_of(request, slug)
    today = timezone.localdate()
    seats = selectors.members_on(found, today)
    context: dict[str, Any] = {
        "trail": [Crumb(_("Committees"), reverse("bodies:list")), Crumb(found.name)],
        "body": found,
        "today": today,
        "is_closed": body_state(found) == "closed",
        "seats": seats,
        "meetings": selectors.upcoming_meetings(found),
        "wheel": selectors.wheel_of(found),
        "month": today.month,
        "policies": selectors.policies_of(found.municipality, body=found),
        "rules": selectors.delegation_rules(found.municipality, body=found),
        "staff": selectors.assignments_for(found),
    }
    return render(request, "bodies/body.html", context)


@require_GET
@login_required
def policies(request: HttpRequest) -> HttpResponse:
    """The register of policies."""
    municipality = municipality_of(request)
    found = selectors.policies_of(municipality)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("side"))
    context = {"trail": [Crumb(_("Policies"))], "municipality": municipality, "page": page}
    return render(request, "bodies/policies.html", context)


@require_GET
@login_required
def policy(request: HttpRequest, key: int) -> HttpResponse:
    """One policy with its goals as a tree."""
    found = policy_of(request, key)
    context = {
        "trail": [Crumb(_("Policies"), reverse("bodies:policies")), Crumb(found.title)],
        "policy": found,
        "tree": selectors.goal_tree(found),
    }
    return render(request, "bodies/policy.html", context)


def policy_of(request: HttpRequest, key: int) -> Any:
    """The policy, when the reader is of its municipality."""
    for municipality in selectors.workplace_municipalities(request.user):
        found = selectors.policy_get(municipality=municipality, key=key)
        if found and bodies_may(request.user, "policy_read", municipality):
            return found
    raise Http404


@require_GET
@login_required
def delegation(request: HttpRequest) -> HttpResponse:
    """The delegation plan."""
    municipality = municipality_of(request)
    rules = selectors.delegation_rules(municipality)
    page = Paginator(rules, PER_PAGE).get_page(request.GET.get("side"))
    context = {"trail": [Crumb(_("Delegation plan"))], "municipality": municipality, "page": page}
    return render(request, "bodies/delegation.html", context)
