"""Pages of a case's figures: put in, changed, brought up to date, and where each comes from."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sagsgang.figures.registry import UnknownIndicator, indicator
from sagsgang.web.audit.answers import pressed
from sagsgang.web.cases.figures.charts import preview_html
from sagsgang.web.cases.figures.choosing import choices_for, own_area, what_it_counts
from sagsgang.web.cases.figures.forms import FRESH, FigureFields, initial_of
from sagsgang.web.cases.figures.pages import figure_page
from sagsgang.web.cases.figures.selectors import figure_get
from sagsgang.web.cases.figures.services import (
    figure_change,
    figure_insert,
    figure_remove,
    figures_refresh,
)
from sagsgang.web.cases.figures.services.writing import figure_preview
from sagsgang.web.cases.figures.showing import source_line
from sagsgang.web.cases.selectors import section_get, sections_of
from sagsgang.web.cases.views.found import case_found, case_trail
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.design.refusal import Refusal


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def insert(request: HttpRequest, pk: int) -> HttpResponse:
    """First the indicator is chosen, then the rest; it is looked at, and put in."""
    case = case_found(request, pk, "case_edit")
    asked = request.GET.get("afsnit", "")
    section = section_get(case, int(asked)) if asked.isdecimal() and len(asked) < 19 else None
    name = request.GET.get("tal", "")
    context: dict[str, Any] = {
        "case": case,
        "section": section,
        "sections": sections_of(case),
        "sought": request.GET.get("soeg", ""),
        "trail": _trail(case, _("Insert a figure")),
    }
    if not name:
        context["choices"] = choices_for(case.municipality, context["sought"])
        return render(request, _template(request, "choose"), context)
    told = _indicator(name)
    # What it would be without any choice is shown at once.
    first = {"period": f"{told.declared.grains[0]}:latest", "where": own_area(told, case)}
    form = FigureFields(request.POST or None, indicator=told, case=case, initial=FRESH | first)
    if request.method == "POST" and form.is_valid() and "show" not in request.POST:
        wanted = form.wanted()
        if section is None and not _wants_json(request):
            form.add_error(None, _("Choose the section it is to stand in."))
        else:

            def do() -> dict[str, Any]:
                placed = None if _wants_json(request) else section
                row = figure_insert(actor=request.user, case=case, wanted=wanted, section=placed)
                return {"key": row.key, "html": row.html}

            if (details := form.once("figure_insert", do)) is not None:
                if _wants_json(request):
                    return JsonResponse(details)
                messages.success(request, _("The figure is put in."))
                return see_other(_write_address(case, section))
    return _form_page(request, context, form, told, "insert")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Another period, split, form or other words."""
    case = case_found(request, pk, "case_edit")
    row = _figure(case, key)
    told = _indicator(row.indicator)
    form = FigureFields(
        request.POST or None, indicator=told, case=case, initial=FRESH | initial_of(row)
    )
    if request.method == "POST" and form.is_valid() and "show" not in request.POST:
        wanted = form.wanted()

        def do() -> dict[str, Any]:
            based_on = form.cleaned_data["based_on"] or 0
            figure_change(
                actor=request.user, case=case, figure=row, wanted=wanted, based_on=based_on
            )
            return {"key": row.key}

        if form.once("figure_change", do) is not None:
            messages.success(request, _("The figure is changed."))
            return see_other(_write_address(case, None))
    context = {"case": case, "figure": row, "trail": _trail(case, _("Change the figure"))}
    return _form_page(request, context, form, told, "change")


@login_required
@require_POST
def remove(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Out of the text."""
    case = case_found(request, pk, "case_edit")
    row = _figure(case, key)

    def do() -> dict[str, Any]:
        figure_remove(actor=request.user, case=case, figure=row)
        return {"key": row.key}

    said = _("The figure is taken out of the text.")
    return pressed(request, "figure_remove", do, said, _write_address(case, None))


@login_required
@require_POST
def refresh(request: HttpRequest, pk: int) -> HttpResponse:
    """Newer data into the draft: one figure, or all."""
    case = case_found(request, pk, "case_edit")
    only = request.POST.get("key", "")

    def do() -> dict[str, Any]:
        changed = figures_refresh(actor=request.user, case=case, only=only)
        return {"changed": [row.key for row in changed]}

    said = _("The figures are up to date.")
    return pressed(request, "figures_refresh", do, said, _write_address(case, None))


@login_required
@require_safe
def figure(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """Where a figure comes from: what it was computed from, when it was frozen, computed again."""
    case = case_found(request, pk)
    row = _figure(case, key)
    context = figure_page(case, row, request.user, recompute="regn" in request.GET)
    context["trail"] = case_trail(case, Crumb(row.shown["title"]))
    return render(request, "cases/figures/figure.html", context)


def _form_page(
    request: HttpRequest, context: dict[str, Any], form: FigureFields, told: Any, does: str
) -> HttpResponse:
    case = context["case"]
    shown, html, problem = None, "", ""
    try:
        if form.is_bound and form.is_valid():
            shown, html = figure_preview(case, form.wanted())
        elif not form.is_bound:
            shown, html = _first_preview(form, case, told)
    except Refusal as refusal:
        problem = str(refusal.message)
    context |= {
        "form": form,
        "indicator": told,
        "counts": what_it_counts(told),
        "shown": shown,
        "preview": preview_html(html, shown) if shown else "",
        # A table says its source itself.
        "source": source_line(shown) if shown and "<figure" not in html else "",
        "problem": problem,
        "does": does,
    }
    is_wrong = form.is_bound and (form.errors or problem) and "show" not in request.POST
    return render(request, _template(request, "one"), context, status=422 if is_wrong else 200)


def _first_preview(form: FigureFields, case: Any, told: Any) -> Any:
    """As the form stands before anybody has touched it."""
    data = {name: form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    data["operation"] = "00000000-0000-4000-8000-000000000000"
    filled = FigureFields(data, indicator=told, case=case)
    return figure_preview(case, filled.wanted()) if filled.is_valid() else (None, "")


def _template(request: HttpRequest, name: str) -> str:
    """The page, or for the script the part of it that it shows over the text."""
    is_part = request.GET.get("del") == "1"
    return f"cases/figures/{name}_part.html" if is_part else f"cases/figures/{name}.html"


def _wants_json(request: HttpRequest) -> bool:
    return request.GET.get("del") == "1"


def _indicator(name: str) -> Any:
    try:
        return indicator(name)
    except UnknownIndicator:
        raise Http404 from None


def _figure(case: Any, key: str) -> Any:
    row = figure_get(case, key)
    if row is None:
        raise Http404
    return row


def _write_address(case: Any, section: Any) -> str:
    place = f"afsnit-{section.pk}" if section else "tal-i-sagen"
    return f"{reverse('cases:write', args=[case.pk])}#{place}"


def _trail(case: Any, title: str) -> list[Crumb]:
    write = Crumb(_("Write"), reverse("cases:write", args=[case.pk]))
    return case_trail(case, write, Crumb(title))
