"""The page on which a case's appropriation statement is written, with its sums as one types."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sagsgang.figures.appropriation import Unit
from sagsgang.web.cases.appropriation.forms import AppropriationForm
from sagsgang.web.cases.appropriation.keeping import balance_mode
from sagsgang.web.cases.appropriation.selectors import appropriation_of
from sagsgang.web.cases.appropriation.services import appropriation_save
from sagsgang.web.cases.appropriation.showing import Sums, sums_of
from sagsgang.web.cases.appropriation.typed import (
    Read,
    Typed,
    typed_data,
    typed_new,
    typed_statement,
)
from sagsgang.web.cases.permissions import case_may
from sagsgang.web.cases.views.found import case_found, case_trail
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb

SAVE = "save"
REMOVE = "clear"


@login_required
@require_http_methods(["GET", "POST"])
def appropriation(request: HttpRequest, pk: int) -> HttpResponse:
    """The form; its buttons save, count, and add and remove rows and columns."""
    case = case_found(request, pk)
    if not case_may(request.user, "case_edit", case):
        # A finance reviewer and others who read the case see it in the case's own text.
        if request.method == "POST":
            raise PermissionDenied("case_edit")
        return see_other(reverse("cases:case", args=[pk]))
    kept = appropriation_of(case)
    if request.method != "POST":
        return _page(request, case, _form_new(case, kept), _typed_new(kept))
    does = request.POST.get("do", SAVE)
    typed = typed_data(request.POST).after(does)
    form = AppropriationForm(request.POST, case=case)
    if does == REMOVE:
        typed = Typed(typed.columns, (), ())
    if does not in (SAVE, REMOVE):
        focus = _focus(does, typed)
        return _page(request, case, form, typed, read=does == "count", focus=focus)
    if form.is_valid():
        read = _read(form, typed, case)
        if not read.errors:
            done = form.once("appropriation_save", lambda: _save(request, case, form, read))
            if done is not None:
                said = {
                    REMOVE: _("The appropriation statement is taken out of the case."),
                    SAVE: _("The appropriation statement is saved and stands in the case."),
                }
                messages.success(request, said[does])
                return see_other(f"{reverse('cases:case', args=[pk])}{_place(case)}")
            if form.non_field_errors():
                # What is saved now becomes the base, so that saving again uses what stands here.
                fresh = appropriation_of(case)
                form.data = form.data.copy()
                form.data["based_on"] = fresh.row.revision if fresh else 0
    return _page(request, case, form, typed, read=True, status=400)


@login_required
@require_POST
def count(request: HttpRequest, pk: int) -> JsonResponse:
    """The sums of what is typed, for the script that shows them while one types."""
    case = case_found(request, pk, "case_edit")
    form = AppropriationForm(request.POST, case=case)
    form.is_valid()
    read = _read(form, typed_data(request.POST), case)
    context = {"typed": read.typed, "sums": _sums(case, read), "case": case}
    return JsonResponse(
        {
            "sums": render_to_string("cases/appropriation/sums.html", context, request),
            "balance": render_to_string("cases/appropriation/balance.html", context, request),
        }
    )


def _save(request: HttpRequest, case: Any, form: AppropriationForm, read: Read) -> dict[str, Any]:
    row = appropriation_save(
        actor=request.user,
        case=case,
        statement=read.statement,
        based_on=form.cleaned_data["based_on"],
        round=form.cleaned_data["round"],
    )
    return {"revision": row.revision if row else 0}


def _form_new(case: Any, kept: Any) -> AppropriationForm:
    initial = {"based_on": 0, "price_level": timezone.localdate().year}
    if kept is not None:
        initial = {
            "based_on": kept.row.revision,
            "round": kept.row.round_id,
            "unit": kept.statement.unit.value,
            "price_level": kept.statement.price_level,
        }
    return AppropriationForm(initial=initial, case=case)


def _typed_new(kept: Any) -> Typed:
    if kept is None or kept.is_removed:
        return typed_new(timezone.localdate().year)
    return typed_statement(kept.statement)


def _read(form: AppropriationForm, typed: Typed, case: Any) -> Read:
    """What is typed, in the unit that is chosen as far as it is a unit."""
    told = getattr(form, "cleaned_data", None) or {
        name: form.get_initial_for_field(form.fields[name], name)
        for name in ("unit", "price_level")
    }
    unit = Unit(told.get("unit") or Unit.THOUSANDS)
    return typed.read(unit, told.get("price_level"), str(case.body))


def _sums(case: Any, read: Read) -> Sums:
    wrong = {
        int(key.rpartition("-")[2])
        for key in read.errors
        if key.startswith(("granted-", "financing-")) and "-name-" not in key
    }
    return sums_of(read.statement, balance_mode(case.municipality_id), wrong)


def _focus(does: str, typed: Typed) -> str:
    """The field to write in after a row or a column was added."""
    return {
        "add_granted": f"granted-name-{len(typed.granted) - 1}",
        "add_financing": f"financing-name-{len(typed.financing) - 1}",
        "add_column": f"column-label-{len(typed.columns) - 1}",
    }.get(does, "")


def _place(case: Any) -> str:
    kept = appropriation_of(case)
    return f"#afsnit-{kept.row.section_id}" if kept and not kept.is_removed else ""


def _page(
    request: HttpRequest,
    case: Any,
    form: AppropriationForm,
    typed: Typed,
    *,
    read: bool = False,
    focus: str = "",
    status: int = 200,
) -> HttpResponse:
    if form.is_bound:
        form.is_valid()
    made = _read(form, typed, case)
    shown = made.typed if read else typed
    context = {
        "case": case,
        "form": form,
        "typed": shown,
        "sums": _sums(case, made),
        "mode": balance_mode(case.municipality_id),
        "focus": focus,
        "is_new": form["based_on"].value() in (0, "0", None),
        "trail": case_trail(case, Crumb(_("Appropriation statement"))),
    }
    has_error = status == 400 or (read and bool(made.errors))
    return render(
        request, "cases/appropriation/form.html", context, status=400 if has_error else 200
    )
