"""The ways that many cases go: an administrator's pages."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sagsgang.web.bodies.selectors import workplace_bodies, workplace_municipalities
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.routes import services
from sagsgang.web.routes.forms import (
    TemplateMoveForm,
    TemplateNameForm,
    TemplateRemoveForm,
    TemplateStopForm,
)
from sagsgang.web.routes.moving import place_of
from sagsgang.web.routes.pages.way_page import steps_named
from sagsgang.web.routes.permissions import template_may
from sagsgang.web.routes.planning import template_problems
from sagsgang.web.routes.selectors import route_template_get, route_templates
from sagsgang.web.routes.views.found import is_done
from sagsgang.web.routes.wording import KINDS


@login_required
@require_http_methods(["GET", "POST"])
def template_list(request: HttpRequest) -> HttpResponse:
    """The ways of each municipality, and a new one."""
    homes = [m for m in workplace_municipalities(request.user) if template_may(request.user, m)]
    if not homes:
        raise PermissionDenied("route_template_edit")
    asked = request.POST.get("home", "")
    rows = []
    for home in homes:
        is_asked = asked == str(home.pk)
        form = TemplateNameForm(request.POST if is_asked else None, prefix=f"home{home.pk}")

        def do(home: Any = home, form: Any = form) -> dict[str, Any]:
            made = services.route_template_create(
                actor=request.user, municipality=home, name=form.cleaned_data["name"]
            )
            messages.success(request, _("The way is made. Put its treatments on it."))
            return {"template": made.pk}

        if is_asked and form.is_valid():
            details = form.once("route_template_create", do)
            if details is not None:
                return see_other(reverse("routes:template", args=[details["template"]]))
        rows.append((home, route_templates(home), form))
    context = {
        "rows": rows,
        "trail": [*_administration(), Crumb(_("Ways"))],
    }
    return render(
        request, "routes/templates.html", context, status=400 if request.method == "POST" else 200
    )


@login_required
@require_http_methods(["GET", "POST"])
def template(request: HttpRequest, pk: int) -> HttpResponse:
    """One way: its name and its treatments in order."""
    found = route_template_get(pk)
    if found is None or not template_may(request.user, found.municipality):
        raise Http404
    asked = request.POST.get("do", "") if request.method == "POST" else ""
    stops = list(found.stops.all())
    forms = _forms(request, asked, found, stops)
    if asked:
        if asked not in forms:
            raise Http404
        if is_done(forms[asked], f"route_template_{asked}", _action(request, found, asked, forms)):
            is_gone = asked == "remove"
            return see_other(
                reverse("routes:templates") if is_gone else reverse("routes:template", args=[pk])
            )
    context = {
        "template": found,
        "rows": [(stop, KINDS[stop.kind]) for stop in stops],
        "forms": forms,
        "problems": template_problems(stops),
        "trail": [
            *_administration(),
            Crumb(_("Ways"), reverse("routes:templates")),
            Crumb(found.name),
        ],
    }
    return render(request, "routes/template.html", context, status=400 if asked else 200)


def _forms(request: HttpRequest, asked: str, found: Any, stops: Any) -> dict[str, Any]:
    def data(name: str) -> Any:
        return request.POST if asked == name else None

    return {
        "name": TemplateNameForm(data("name"), prefix="name", initial={"name": found.name}),
        "add": TemplateStopForm(
            data("add"),
            prefix="add",
            bodies=workplace_bodies(found.municipality),
            steps=steps_named(stops),
        ),
        "move": TemplateMoveForm(data("move"), prefix="move"),
        "remove": TemplateRemoveForm(data("remove"), prefix="remove"),
    }


def _action(request: HttpRequest, found: Any, asked: str, forms: dict[str, Any]) -> Any:
    actor, form = request.user, forms[asked]

    def do() -> None:
        if asked == "name":
            services.route_template_rename(
                actor=actor, template=found, name=form.cleaned_data["name"]
            )
            messages.success(request, _("The way has its new name."))
        elif asked == "add":
            names = ("body", "kind", "is_deciding", "step", "answer_days")
            given = {name: form.cleaned_data[name] for name in names}
            services.route_template_stop_add(actor=actor, template=found, **given)
            messages.success(request, _("%(body)s is on the way.") % {"body": given["body"]})
        elif asked == "remove":
            services.route_template_remove(actor=actor, template=found)
            messages.success(request, _("The way is removed. Cases keep theirs."))
        else:
            _move(request, found, form.cleaned_data["where"])

    return do


def _move(request: HttpRequest, found: Any, where: str) -> None:
    stops = list(found.stops.all())
    stop = next((each for each in stops if str(each.pk) == request.POST.get("stop")), None)
    if stop is None:
        return
    if where == "remove":
        services.route_template_stop_remove(actor=request.user, stop=stop)
        messages.success(request, _("%(body)s is off the way.") % {"body": stop.body})
        return
    place = place_of(stop, stops, where)
    if place is not None:
        services.route_template_stop_move(
            actor=request.user, stop=stop, step=place[0], is_beside=place[1]
        )
        messages.success(request, _("%(body)s is moved on the way.") % {"body": stop.body})


def _administration() -> list[Crumb]:
    return [Crumb(_("Administration"), "/administration/")]
