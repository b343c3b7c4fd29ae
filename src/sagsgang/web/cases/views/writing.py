"""The page where a case is written: sections, points, who else is here, and two texts in one
place.
"""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.cases.figures.services.refreshing import figures_refresh
from sagsgang.web.cases.forms import CHOICES, BaseForm, PointsForm, TextForm, addressees_of
from sagsgang.web.cases.permissions import case_may
from sagsgang.web.cases.renewals import html_marked, renewals_of
from sagsgang.web.cases.section_lines import section_lines
from sagsgang.web.cases.selectors import (
    case_unfinished,
    has_form,
    has_words,
    kept_get,
    kept_open,
    others_here,
    points_of,
    section_get,
    sections_of,
)
from sagsgang.web.cases.services import (
    case_text_nothing,
    case_text_save,
    points_save,
    presence_note,
    section_still_right,
)
from sagsgang.web.cases.views.found import case_found, case_trail
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.design.templatetags.design import clock

RECOMMENDATION = "recommendation"


@login_required
@require_safe
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """Every section with its field."""
    case = case_found(request, pk, "case_edit")
    presence_note(case=case, user=request.user)
    figures_refresh(actor=request.user, case=case)
    return _page(request, case)


@login_required
@require_POST
def text_save(request: HttpRequest, pk: int, section: int) -> HttpResponse:
    """Save one section; asked by a form, or by the script while one writes."""
    case = case_found(request, pk)
    found = section_get(case, section)
    if found is None:
        raise Http404
    form = TextForm(request.POST, auto_id=f"id_{section}_%s", section=section)
    if not case_may(request.user, "case_edit", case):
        return _too_late(request, case, form.data.get("html", ""))
    if form.is_valid():
        data = form.cleaned_data

        def do() -> dict[str, Any]:
            saved = case_text_save(
                actor=request.user,
                case=case,
                section=found,
                html=data["html"],
                based_on=data["based_on"],
                settles=_kept(case, data["settles"]),
            )
            return {
                "revision": saved.section.revision,
                "kept": saved.kept.pk if saved.kept else None,
            }

        if (details := form.once("case_text_save", do)) is not None:
            return _saved(request, case, details, f"afsnit-{section}")
    return _not_saved(request, case, form, section)


@login_required
@require_POST
def text_nothing(request: HttpRequest, pk: int, section: int) -> HttpResponse:
    """The section's own words for “nothing to remark”, in one click."""
    case = case_found(request, pk, "case_edit")
    found = section_get(case, section)
    if found is None:
        raise Http404
    form = BaseForm(request.POST)
    if form.is_valid():
        based_on = form.cleaned_data["based_on"] or found.revision

        def do() -> dict[str, Any]:
            saved = case_text_nothing(
                actor=request.user, case=case, section=found, based_on=based_on
            )
            return {
                "revision": saved.section.revision,
                "kept": saved.kept.pk if saved.kept else None,
            }

        if (details := form.once("case_text_nothing", do)) is not None:
            return _saved(request, case, details, f"afsnit-{section}")
    messages.error(request, " ".join(form.non_field_errors()) or _("It was not saved."))
    return see_other(_address(case, f"afsnit-{section}"))


@login_required
@require_POST
def still_right(request: HttpRequest, pk: int, section: int) -> HttpResponse:
    """Text of the earlier case was looked at and still holds."""
    case = case_found(request, pk, "case_edit")
    found = section_get(case, section)
    if found is None:
        raise Http404
    form = OperationForm(request.POST)
    if form.is_valid():

        def do() -> dict[str, Any]:
            section_still_right(actor=request.user, case=case, section=found)
            return {"section": section}

        form.once("case_section_confirmed", do)
    return see_other(_address(case, f"afsnit-{section}"))


@login_required
@require_POST
def points(request: HttpRequest, pk: int) -> HttpResponse:
    """Save the points of the recommendation; its buttons move and remove them."""
    case = case_found(request, pk)
    form = PointsForm(request.POST)
    if not case_may(request.user, "case_edit", case):
        return _too_late(request, case, "\n".join(form.data.getlist("point_text")))
    if form.is_valid():
        data = form.cleaned_data

        def do() -> dict[str, Any]:
            saved = points_save(
                actor=request.user,
                case=case,
                points=form.points(),
                based_on=data["based_on"],
                settles=_kept(case, data["settles"]),
            )
            return {
                "revision": saved.revision,
                "kept": saved.kept.pk if saved.kept else None,
                "ids": [point.pk for point in saved.points],
            }

        if (details := form.once("points_save", do)) is not None:
            return _saved(request, case, details, "punkter")
    if _wants_json(request):
        return JsonResponse({"error": _errors(form)}, status=400)
    rows = [
        {"pk": p.id, "text": p.text, "addressee_id": p.addressee, "choice": p.choice}
        for p in form.points()
    ]
    return _page(request, case, points_form=form, rows=rows, status=400)


@login_required
@require_POST
def here(request: HttpRequest, pk: int) -> JsonResponse:
    """Said by the script every half minute: I am here; who else is, and what has changed?"""
    case = case_found(request, pk, "case_edit")
    asked = request.POST.get("section", "")
    section = section_get(case, int(asked)) if asked.isdecimal() and len(asked) < 19 else None
    presence_note(case=case, user=request.user, section=section)
    return JsonResponse(
        {
            "others": _others(request, case),
            "revisions": {str(s.pk): s.revision for s in sections_of(case)},
            "points": case.points_revision,
        }
    )


def _page(
    request: HttpRequest,
    case: Any,
    *,
    bound: dict[int, TextForm] | None = None,
    points_form: PointsForm | None = None,
    rows: list[dict[str, Any]] | None = None,
    status: int = 200,
) -> HttpResponse:
    sections = sections_of(case)
    kept = kept_open(case)
    fields = [_field(section, (bound or {}).get(section.pk), kept) for section in sections]
    if not any(field["has_points"] for field in fields) and fields:
        fields[-1]["has_points"] = True
    taken_over = [field for field in fields if field["was_taken_over"]]
    context = {
        "case": case,
        "fields": fields,
        "lines": section_lines(case, {each.kind for each in sections}),
        "media": TextForm().media,
        "points": rows if rows is not None else [_row(point) for point in points_of(case)],
        "points_form": points_form
        or PointsForm(initial={"based_on": case.points_revision}, auto_id="id_points_%s"),
        "points_kept": [k for k in kept if k.section_id is None],
        "addressees": addressees_of(case),
        "choices": CHOICES,
        "others": _others(request, case),
        "unfinished": case_unfinished(case),
        "may_send": case_may(request.user, "case_send", case),
        "gone_through": sum(1 for field in taken_over if not field["section"].must_renew),
        "taken_over": len(taken_over),
        "trail": case_trail(case, Crumb(_("Write"))),
    }
    return render(request, "cases/write/page.html", context, status=status)


def _field(section: Any, form: TextForm | None, kept: list[Any]) -> dict[str, Any]:
    return {
        "section": section,
        "form": form
        or TextForm(
            initial={"html": section.html, "based_on": section.revision},
            auto_id=f"id_{section.pk}_%s",
            section=section.pk,
        ),
        "button": BaseForm(
            initial={"based_on": section.revision}, auto_id=f"id_{section.pk}_nothing_%s"
        ),
        "has_form": has_form(section),
        "is_empty": not has_words(section.html),
        "kept": [k for k in kept if k.section_id == section.pk],
        "has_points": section.kind == RECOMMENDATION,
        "was_taken_over": section.was_taken_over,
        "renewals": renewals_of(section.html) if section.must_renew else [],
        "marked": html_marked(section.html) if section.must_renew else "",
    }


def _row(point: Any) -> dict[str, Any]:
    return {
        "pk": point.pk,
        "text": point.text,
        "addressee_id": point.addressee_id,
        "choice": point.choice,
    }


def _others(request: HttpRequest, case: Any) -> list[str]:
    """`Kaj Brink (Redegørelse)`, for each of the others in the case now."""
    return [
        f"{other.user} ({other.section.heading})" if other.section else str(other.user)
        for other in others_here(case, request.user)
    ]


def _kept(case: Any, pk: int | None) -> Any:
    return kept_get(case, pk) if pk else None


def _wants_json(request: HttpRequest) -> bool:
    return "application/json" in request.headers.get("Accept", "")


def _address(case: Any, place: str) -> str:
    return f"{reverse('cases:write', args=[case.pk])}#{place}"


def _saved(request: HttpRequest, case: Any, details: dict[str, Any], place: str) -> HttpResponse:
    kept = details.get("kept")
    conflict = reverse("cases:conflict", args=[case.pk, kept]) if kept else None
    if _wants_json(request):
        told = _("Saved %(time)s") % {"time": clock(timezone.now())}
        return JsonResponse({**details, "told": told, "conflict": conflict})
    if conflict:
        return see_other(conflict)
    messages.success(request, _("Saved %(time)s") % {"time": clock(timezone.now())})
    return see_other(_address(case, place))


def _not_saved(request: HttpRequest, case: Any, form: TextForm, section: int) -> HttpResponse:
    if _wants_json(request):
        return JsonResponse({"error": _errors(form)}, status=400)
    return _page(request, case, bound={section: form}, status=400)


def _errors(form: Any) -> str:
    return " ".join(str(error) for errors in form.errors.values() for error in errors)


def _too_late(request: HttpRequest, case: Any, text: str) -> HttpResponse:
    """The case was sent or withdrawn while she wrote: her text is shown, so that she keeps it."""
    told = _("The case is no longer a draft, so the text could not be saved.")
    if _wants_json(request):
        return JsonResponse({"error": told, "is_final": True}, status=403)
    context = {"case": case, "told": told, "text": text, "trail": case_trail(case)}
    return render(request, "cases/write/too_late.html", context, status=403)
