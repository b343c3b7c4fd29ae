"""The administrator's pages for bodies: all of them, one of them, and what is done with one."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from sagsgang.web.bodies import selectors, services
from sagsgang.web.bodies.forms.bodies import (
    BodyChangeForm,
    BodyCloseForm,
    BodyCreateForm,
    ConfirmForm,
)
from sagsgang.web.bodies.permissions import body_state
from sagsgang.web.bodies.views.answers import (
    Page,
    body_of,
    municipality_of,
    one_click,
    require,
    write_page,
)
from sagsgang.web.design.page import Crumb

PER_PAGE = 50


@require_GET
@login_required
def bodies(request: HttpRequest) -> HttpResponse:
    """Every body, the closed ones too."""
    mine = selectors.workplace_municipalities(request.user)
    municipality = municipality_of(request, mine)
    require(request, "body_create", municipality)
    found = selectors.workplace_bodies(municipality, with_closed=True)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("side"))
    context = {
        "trail": [_administration(), Crumb(_("Committees"))],
        "municipality": municipality,
        "municipalities": mine,
        "page": page,
        "rows": [(body, body_state(body) == "closed") for body in page],
    }
    return render(request, "bodies/administer_list.html", context)


@require_GET
@login_required
def body(request: HttpRequest, slug: str) -> HttpResponse:
    """One body: its members now and before, and who works for it."""
    found = body_of(request, slug)
    require(request, "membership_change", found)
    memberships = selectors.memberships_of(found)
    today = timezone.localdate()
    is_now = {each.pk: each.ends_on is None or each.ends_on >= today for each in memberships}
    sitting = len(selectors.members_on(found, today))
    context = {
        "trail": [*trail_to(), Crumb(found.name)],
        "body": found,
        "is_closed": body_state(found) == "closed",
        "now": [each for each in memberships if is_now[each.pk]],
        "before": [each for each in memberships if not is_now[each.pk]],
        "is_even": found.kind == "committee" and sitting > 0 and sitting % 2 == 0,
        "sitting": sitting,
        "staff": selectors.assignments_for(found),
        "confirm": ConfirmForm(),
    }
    return render(request, "bodies/administer.html", context)


@login_required
def create(request: HttpRequest) -> HttpResponse:
    """A new body."""
    municipality = municipality_of(request)
    require(request, "body_create", municipality)
    title = _("New body")
    page = Page(
        title=title,
        save=_("Create"),
        back=reverse("bodies:administer_list"),
        trail=[*trail_to(), Crumb(title)],
    )
    return write_page(
        request,
        page,
        BodyCreateForm(request.POST or None),
        "body_create",
        lambda typed: services.body_create(actor=request.user, municipality=municipality, **typed),
        done=_("The body is created. Now it needs members and meetings."),
    )


_CHANGED = ("name", "kind", "weekdays_before", "counting", "saturday_is_weekday")


@login_required
def change(request: HttpRequest, slug: str) -> HttpResponse:
    """Another name or kind, or its own way of counting weekdays."""
    found = body_of(request, slug)
    require(request, "body_change", found)
    initial = {name: getattr(found, name) for name in _CHANGED}
    initial["saturday_is_weekday"] = {None: "", True: "yes", False: "no"}[found.saturday_is_weekday]
    title = _("Change %(name)s") % {"name": found.name}
    return write_page(
        request,
        page_of(found, title, _("Save")),
        BodyChangeForm(request.POST or None, initial=initial),
        "body_change",
        lambda typed: services.body_change(actor=request.user, body=found, **typed),
    )


@login_required
def close(request: HttpRequest, slug: str) -> HttpResponse:
    """The last day of a body."""
    found = body_of(request, slug)
    require(request, "body_close", found)
    title = _("Close %(name)s") % {"name": found.name}
    lead = _(
        "What the body has decided stays, and so do its members in the history. "
        "After its last day it gets no new meetings and cases."
    )
    return write_page(
        request,
        page_of(found, title, _("Close the body"), lead=lead, is_danger=True),
        BodyCloseForm(request.POST or None),
        "body_close",
        lambda typed: services.body_close(actor=request.user, body=found, **typed),
        done=_("The body closes on the day."),
    )


@require_POST
@login_required
def reopen(request: HttpRequest, slug: str) -> HttpResponse:
    """A closed body goes on."""
    found = body_of(request, slug)
    require(request, "body_reopen", found)
    return one_click(
        request,
        ConfirmForm(request.POST),
        "body_reopen",
        lambda: services.body_reopen(actor=request.user, body=found),
        done=_("The body is open again. Start the seats of its members anew."),
        back=address_of(found),
    )


def _administration() -> Crumb:
    return Crumb(_("Administration"), reverse("bodies:administration"))


def trail_to() -> list[Crumb]:
    """The way to the administrator's list of bodies."""
    return [_administration(), Crumb(_("Committees"), reverse("bodies:administer_list"))]


def address_of(found: object) -> str:
    """The administrator's page of a body."""
    return reverse("bodies:administer", args=[found.slug])


def page_of(found: object, title: str, save: str, **more: Any) -> Page:
    """A page with one form that leads back to the administrator's page of the body."""
    back = address_of(found)
    trail = [*trail_to(), Crumb(found.name, back), Crumb(title)]
    return Page(title=title, save=save, back=back, trail=trail, **more)
