"""The administrator's pages for people: who they are, where they sit, and who sits for them."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from sagsgang.web.bodies import selectors, services
from sagsgang.web.bodies.forms.members import (
    EndForm,
    MembershipForm,
    PersonForm,
    PostForm,
    SubstituteForm,
)
from sagsgang.web.bodies.views.administering import page_of
from sagsgang.web.bodies.views.answers import (
    Page,
    body_of,
    municipality_of,
    readable,
    require,
    write_page,
)
from sagsgang.web.design.page import Crumb

PER_PAGE = 50


@require_GET
@login_required
def people(request: HttpRequest) -> HttpResponse:
    """Everybody who sits or has sat in a body."""
    municipality = municipality_of(request)
    require(request, "person_change", municipality)
    found = selectors.people_of(municipality)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("side"))
    context = {"trail": _trail(), "municipality": municipality, "page": page}
    return render(request, "bodies/people.html", context)


@login_required
def person_add(request: HttpRequest) -> HttpResponse:
    """A new person."""
    municipality = municipality_of(request)
    require(request, "person_change", municipality)
    form = PersonForm(request.POST or None, users=selectors.users_for_person())
    return write_page(
        request,
        _person_page(_("New person")),
        form,
        "person_create",
        lambda typed: services.person_create(
            actor=request.user, municipality=municipality, **typed
        ),
    )


@login_required
def person_change(request: HttpRequest, key: int) -> HttpResponse:
    """Another name or account."""
    person = readable(request, selectors.person_get(key), lambda row: row.municipality)
    require(request, "person_change", person.municipality)
    initial = {"name": person.name, "user": person.user_id}
    users = selectors.users_for_person(person)
    return write_page(
        request,
        _person_page(_("Change %(name)s") % {"name": person.name}),
        PersonForm(request.POST or None, initial=initial, users=users),
        "person_change",
        lambda typed: services.person_change(actor=request.user, person=person, **typed),
    )


@login_required
def membership_start(request: HttpRequest, slug: str) -> HttpResponse:
    """Somebody gets a seat; a new name makes the person too."""
    body = body_of(request, slug)
    require(request, "membership_change", body)
    known = selectors.people_of(body.municipality)
    initial = {"starts_on": timezone.localdate()}

    def do(typed: dict[str, Any]) -> Any:
        name = typed.pop("new_person").strip()
        with transaction.atomic():
            if name:
                typed["person"] = services.person_create(
                    actor=request.user, municipality=body.municipality, name=name
                )
            return services.membership_start(actor=request.user, body=body, **typed)

    return write_page(
        request,
        page_of(body, _("New member of %(name)s") % {"name": body.name}, _("Save")),
        MembershipForm(request.POST or None, initial=initial, people=known),
        "membership_start",
        do,
    )


@login_required
def membership_end(request: HttpRequest, key: int) -> HttpResponse:
    """The last day of a seat."""
    membership = _membership(request, key)
    title = _("%(name)s leaves %(body)s") % {"name": membership.person, "body": membership.body}
    lead = _("The seat stays in the history. Whoever stands in stops on the same day.")
    return write_page(
        request,
        page_of(membership.body, title, _("Save"), lead=lead),
        EndForm(request.POST or None),
        "membership_end",
        lambda typed: services.membership_end(actor=request.user, membership=membership, **typed),
    )


@login_required
def membership_post(request: HttpRequest, key: int) -> HttpResponse:
    """Another post from a day on."""
    membership = _membership(request, key)
    title = _("%(name)s gets another post") % {"name": membership.person}
    return write_page(
        request,
        page_of(membership.body, title, _("Save")),
        PostForm(request.POST or None, initial={"post": membership.post}),
        "membership_change_post",
        lambda typed: services.membership_change_post(
            actor=request.user, membership=membership, **typed
        ),
    )


@login_required
def substitute_start(request: HttpRequest, key: int) -> HttpResponse:
    """Somebody sits for a member."""
    membership = _membership(request, key)
    body = membership.body
    known = [
        person
        for person in selectors.people_of(body.municipality)
        if person.pk != membership.person_id
    ]
    title = _("Who stands in for %(name)s?") % {"name": membership.person}
    return write_page(
        request,
        page_of(body, title, _("Save")),
        SubstituteForm(request.POST or None, people=known),
        "substitute_period_start",
        lambda typed: services.substitute_period_start(
            actor=request.user, membership=membership, **typed
        ),
    )


@login_required
def substitute_end(request: HttpRequest, key: int) -> HttpResponse:
    """The last day on which somebody stands in."""
    period = readable(request, selectors.period_get(key), lambda row: row.membership.body)
    require(request, "membership_change", period.membership.body)
    title = _("%(name)s no longer stands in") % {"name": period.substitute}
    return write_page(
        request,
        page_of(period.membership.body, title, _("Save")),
        EndForm(request.POST or None),
        "substitute_period_end",
        lambda typed: services.substitute_period_end(actor=request.user, period=period, **typed),
    )


def _membership(request: HttpRequest, key: int) -> Any:
    membership = readable(request, selectors.membership_get(key), lambda row: row.body)
    require(request, "membership_change", membership.body)
    return membership


def _trail() -> list[Crumb]:
    return [Crumb(_("Administration"), reverse("bodies:administration")), Crumb(_("People"))]


def _person_page(title: str) -> Page:
    back = reverse("bodies:people")
    trail = [_trail()[0], Crumb(_("People"), back), Crumb(title)]
    return Page(title=title, save=_("Save"), back=back, trail=trail)
