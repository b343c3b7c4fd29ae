"""The administrator gives and ends roles, from the page of an account."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from sagsgang.web.bodies import selectors, services
from sagsgang.web.bodies.forms.members import RoleEndForm, RoleForm
from sagsgang.web.bodies.permissions import is_administrator
from sagsgang.web.bodies.views.answers import Page, readable, require, write_page
from sagsgang.web.design.page import Crumb


@login_required
def assign(request: HttpRequest, key: int) -> HttpResponse:
    """A new role for an account."""
    user = selectors.user_get(key)
    if not is_administrator(request.user) or user is None:
        raise Http404

    def do(typed: dict[str, Any]) -> Any:
        municipality, body = typed.pop("place")
        return services.role_assign(
            actor=request.user, user=user, municipality=municipality, body=body, **typed
        )

    return write_page(
        request,
        _page(user, _("New role for %(name)s") % {"name": user}),
        RoleForm(request.POST or None, places=_places(request)),
        "role_assign",
        do,
        done=_("The role is given."),
    )


@login_required
def end(request: HttpRequest, key: int) -> HttpResponse:
    """A role ends."""
    assignment = readable(request, selectors.assignment_get(key), lambda row: row.municipality)
    require(request, "role_change", assignment.municipality)
    return write_page(
        request,
        _page(assignment.user, _("End a role of %(name)s") % {"name": assignment.user}),
        RoleEndForm(request.POST or None),
        "role_end",
        lambda typed: services.role_end(actor=request.user, assignment=assignment, **typed),
        done=_("The role ends."),
    )


def _places(request: HttpRequest) -> list[tuple[str, Any, Any]]:
    """Every municipality as a whole, and each of its bodies."""
    found: list[tuple[str, Any, Any]] = []
    for municipality in selectors.workplace_municipalities(request.user):
        whole = _("All bodies of %(name)s") % {"name": municipality}
        found.append((f"alle-{municipality.pk}", whole, (municipality, None)))
        for body in selectors.workplace_bodies(municipality):
            found.append((str(body.pk), body.name, (municipality, body)))
    return found


def _page(user: Any, title: str) -> Page:
    back = reverse("accounts:user", args=[user.pk])
    trail = [Crumb(_("Users"), reverse("accounts:users")), Crumb(str(user), back), Crumb(title)]
    return Page(title=title, save=_("Save"), back=back, trail=trail)
