"""The picture that Sagsgang is named after: one case on its whole way, and laying that way."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from sagsgang.web.bodies.selectors import workplace_bodies
from sagsgang.web.cases.differences import content_difference
from sagsgang.web.cases.permissions import case_may
from sagsgang.web.cases.views.found import case_found
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.routes import services
from sagsgang.web.routes.forms import AddForm, ClickForm, LayForm, TryForm
from sagsgang.web.routes.pages.picture import picture_of
from sagsgang.web.routes.pages.way_page import differing_pairs, steps_named, way_of
from sagsgang.web.routes.planning import tried
from sagsgang.web.routes.selectors import route_of, route_templates
from sagsgang.web.routes.views.found import is_done, way_trail


@login_required
@require_http_methods(["GET", "POST"])
def way(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole way; whoever may lay it does so here."""
    case = case_found(request, pk)
    may_edit = case_may(request.user, "route_edit", case)
    asked = request.POST.get("do", "") if request.method == "POST" else ""
    if request.method == "POST" and not may_edit:
        raise PermissionDenied("route_edit")
    forms = _forms(request, case, asked) if may_edit else {}
    if asked and _did(request, case, asked, forms):
        return see_other(reverse("routes:way", args=[case.pk]))
    shown = way_of(request.user, case)
    context = {
        "way": shown,
        "case": case,
        "picture": picture_of(shown.steps),
        "forms": forms,
        "trail": way_trail(case),
    }
    return render(request, "routes/way.html", context, status=400 if asked else 200)


def _forms(request: HttpRequest, case: Any, asked: str) -> dict[str, Any]:
    stops = route_of(case)
    bodies = workplace_bodies(case.municipality)
    templates = route_templates(case.municipality)

    def data(name: str) -> Any:
        return request.POST if asked == name else None

    forms: dict[str, Any] = {
        "add": AddForm(data("add"), prefix="add", bodies=bodies, steps=steps_named(stops)),
        "dates": ClickForm(data("dates"), prefix="dates"),
    }
    if templates:
        forms["lay"] = LayForm(data("lay"), prefix="lay", templates=templates)
    return forms


def _did(request: HttpRequest, case: Any, asked: str, forms: dict[str, Any]) -> bool:
    form = forms.get(asked)
    if form is None:
        raise Http404

    def do() -> dict[str, Any]:
        if asked == "add":
            names = ("body", "kind", "is_deciding", "step", "wanted_on")
            given = {name: form.cleaned_data[name] for name in names}
            stop = services.stop_add(actor=request.user, case=case, **given)
            messages.success(request, _("%(body)s is on the way.") % {"body": stop.body})
            return {"stop": stop.pk}
        if asked == "lay":
            template = form.cleaned_data["template"]
            made = services.route_lay(actor=request.user, case=case, template=template)
            messages.success(request, _("The way is laid."))
            return {"stops": [stop.pk for stop in made]}
        dated = services.route_dates_take(actor=request.user, case=case)
        count = len(dated)
        text = ngettext("%(n)s treatment got a date.", "%(n)s treatments got dates.", count)
        messages.success(request, text % {"n": count})
        return {"stops": [stop.pk for stop in dated]}

    return is_done(form, f"route_{asked}", do)


@login_required
@require_safe
def way_try(request: HttpRequest, pk: int) -> HttpResponse:
    """What would be wrong with the way if what stands in the form were done; nothing is written."""
    case = case_found(request, pk, "route_edit")
    form = TryForm(request.GET, bodies=workplace_bodies(case.municipality))
    found = tried(case, form.cleaned_data) if form.is_valid() else []
    return render(request, "routes/tried.html", {"problems": found})


@login_required
@require_safe
def differences(request: HttpRequest, pk: int, before: int, after: int) -> HttpResponse:
    """What is different between the texts that two bodies treated."""
    case = case_found(request, pk)
    pairs = differing_pairs(request.user, case, route_of(case))
    pair = next((p for p in pairs if (p[0].pk, p[1].pk) == (before, after)), None)
    if pair is None:
        raise Http404
    first, last = pair
    context = {
        "case": case,
        "first": first,
        "last": last,
        "difference": content_difference(first.version.content, last.version.content),
        "trail": way_trail(case, Crumb(_("What was changed"))),
    }
    return render(request, "routes/differences.html", context)
