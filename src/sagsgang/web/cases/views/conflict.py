"""Two texts in one place: both are shown, what is different is marked, and one is chosen."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.cases.differences import html_difference, html_merged
from sagsgang.web.cases.forms import PointsForm, TextForm
from sagsgang.web.cases.selectors import kept_get, points_as_html, points_of
from sagsgang.web.cases.services import kept_text_settle, points_save
from sagsgang.web.cases.services.points import PointInput
from sagsgang.web.cases.views.found import case_found, case_trail
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb


@login_required
@require_safe
def conflict(request: HttpRequest, pk: int, kept: int) -> HttpResponse:
    """Hers as it stands in the case, mine as it was kept, and both in one to be edited."""
    case = case_found(request, pk, "case_edit")
    row = kept_get(case, kept)
    if row is None:
        raise Http404
    section = row.section
    if section is not None:
        hers, mine, based_on = section.html, row.html, section.revision
        by, at = section.changed_by, section.changed_at
    else:
        now = [{"text": p.text, "choice": p.choice} for p in points_of(case)]
        hers, mine = points_as_html(now), points_as_html(row.points)
        based_on, by, at = case.points_revision, None, None
    given = {"based_on": based_on, "settles": row.pk}
    context = {
        "case": case,
        "kept": row,
        "section": section,
        "by": by,
        "at": at,
        "hers": hers,
        "mine": mine,
        "difference": html_difference(hers, mine),
        "use_mine": TextForm(initial={**given, "html": mine}, auto_id="id_mine_%s")
        if section
        else PointsForm(initial=given, auto_id="id_mine_%s"),
        "merge": TextForm(initial={**given, "html": html_merged(hers, mine)}) if section else None,
        "media": TextForm().media,
        "button": OperationForm(auto_id="id_hers_%s"),
        "trail": case_trail(
            case,
            Crumb(_("Write"), reverse("cases:write", args=[pk])),
            Crumb(_("Two texts")),
        ),
    }
    return render(request, "cases/write/conflict.html", context)


@login_required
@require_POST
def use_hers(request: HttpRequest, pk: int, kept: int) -> HttpResponse:
    """The text in the case stays; mine is kept in its row, and waits no longer."""
    case = case_found(request, pk, "case_edit")
    row = kept_get(case, kept)
    if row is None:
        raise Http404
    form = OperationForm(request.POST)
    if form.is_valid():

        def do() -> dict[str, Any]:
            kept_text_settle(actor=request.user, case=case, kept=row)
            return {"kept": kept}

        if form.once("kept_text_settle", do) is not None:
            messages.success(request, _("The text in the case stays as it is."))
    return see_other(_place(case, row))


@login_required
@require_POST
def use_my_points(request: HttpRequest, pk: int, kept: int) -> HttpResponse:
    """The points that were kept take the place of those in the case."""
    case = case_found(request, pk, "case_edit")
    row = kept_get(case, kept)
    if row is None or row.section_id is not None:
        raise Http404
    form = PointsForm(request.POST)
    if form.is_valid():

        def do() -> dict[str, Any]:
            saved = points_save(
                actor=request.user,
                case=case,
                points=[PointInput(**point) for point in row.points],
                based_on=form.cleaned_data["based_on"],
                settles=row,
            )
            return {"kept": saved.kept.pk if saved.kept else None}

        details = form.once("points_save", do)
        if details and details["kept"]:
            return see_other(reverse("cases:conflict", args=[pk, details["kept"]]))
        if details is None:
            messages.error(request, " ".join(form.non_field_errors()))
    return see_other(_place(case, row))


def _place(case: Any, row: Any) -> str:
    place = f"afsnit-{row.section_id}" if row.section_id else "punkter"
    return f"{reverse('cases:write', args=[case.pk])}#{place}"
