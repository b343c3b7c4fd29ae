"""The administrator's pages for the municipality: its settings, with an example of each; terms."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from sagsgang.web.bodies import selectors, services
from sagsgang.web.bodies.examples import setting_examples
from sagsgang.web.bodies.forms.bodies import SettingsForm, StartForm, TermForm, settings_values
from sagsgang.web.bodies.permissions import is_administrator
from sagsgang.web.bodies.views.answers import Page, municipality_of, readable, require, write_page
from sagsgang.web.design.page import Crumb


@require_GET
@login_required
def administration(request: HttpRequest) -> HttpResponse:
    """Where an administrator finds what she looks after."""
    if not is_administrator(request.user):
        raise Http404
    has_any = bool(selectors.workplace_municipalities(request.user))
    context = {"trail": [Crumb(_("Administration"))], "has_municipality": has_any}
    return render(request, "bodies/administration.html", context)


@login_required
def settings(request: HttpRequest) -> HttpResponse:
    """Every setting with what it would give; where no municipality works yet, one may start."""
    if not is_administrator(request.user):
        raise Http404
    mine = selectors.workplace_municipalities(request.user)
    if not mine:
        return start(request)
    municipality = municipality_of(request, mine)
    kept = selectors.municipality_settings_get(municipality)
    form = SettingsForm(request.POST or None, initial=settings_values(kept))
    trail = [*_trail(), Crumb(_("The municipality"))]
    shown = _with(kept, form.data if form.is_bound else None)
    page = Page(
        title=_("How %(name)s does things") % {"name": municipality},
        save=_("Save"),
        back=reverse("bodies:settings"),
        trail=trail,
        extra={
            "municipality": municipality,
            "municipalities": mine,
            "examples": setting_examples(shown),
            "terms": selectors.terms_of(municipality),
        },
    )
    return write_page(
        request,
        page,
        form,
        "municipality_settings_change",
        lambda typed: services.municipality_settings_change(
            actor=request.user, municipality=municipality, **typed
        ),
        template="bodies/settings.html",
    )


@require_GET
@login_required
def setting_example(request: HttpRequest) -> HttpResponse:
    """The examples as they would be with the settings in the address; nothing is written."""
    if not is_administrator(request.user):
        raise Http404
    kept = selectors.municipality_settings_get(municipality_of(request))
    return JsonResponse(setting_examples(_with(kept, request.GET)))


def _with(kept: Any, typed: Any) -> Any:
    """The settings as they would be with what was typed, as far as it is valid."""
    if typed is None:
        return kept
    form = SettingsForm(typed)
    form.is_valid()
    for name, value in form.cleaned_data.items():
        if name != "operation":
            setattr(kept, name, value)
    return kept


@login_required
def start(request: HttpRequest) -> HttpResponse:
    """A municipality begins to work here."""
    if not is_administrator(request.user):
        raise Http404
    page = Page(
        title=_("A municipality begins to work here"),
        lead=_("It gets the settings that most municipalities have; change them afterwards."),
        save=_("Begin"),
        back=reverse("bodies:settings"),
        trail=[*_trail(), Crumb(_("The municipality"))],
    )
    return write_page(
        request,
        page,
        StartForm(request.POST or None),
        "municipality_start_work",
        lambda typed: services.municipality_start_work(actor=request.user, **typed),
    )


@login_required
def term_add(request: HttpRequest) -> HttpResponse:
    """A new term."""
    municipality = municipality_of(request)
    require(request, "term_change", municipality)
    return write_page(
        request,
        _term_page(_("New term")),
        TermForm(request.POST or None),
        "term_create",
        lambda typed: services.term_create(actor=request.user, municipality=municipality, **typed),
    )


@login_required
def term_change(request: HttpRequest, key: int) -> HttpResponse:
    """Correct a term."""
    term = readable(request, selectors.term_get(key), lambda row: row.municipality)
    require(request, "term_change", term.municipality)
    initial = {name: getattr(term, name) for name in ("name", "starts_on", "ends_on")}
    return write_page(
        request,
        _term_page(_("Change the term")),
        TermForm(request.POST or None, initial=initial),
        "term_change",
        lambda typed: services.term_change(actor=request.user, term=term, **typed),
    )


def _trail() -> list[Crumb]:
    return [Crumb(_("Administration"), reverse("bodies:administration"))]


def _term_page(title: str) -> Page:
    back = reverse("bodies:settings")
    trail = [*_trail(), Crumb(_("The municipality"), back), Crumb(title)]
    return Page(title=title, save=_("Save"), back=back, trail=trail)
