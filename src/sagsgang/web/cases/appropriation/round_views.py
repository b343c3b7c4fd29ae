"""The direction's overview: the year's revisions with their days, and all statements of one."""

import csv
from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.bodies.selectors import workplace_municipalities
from sagsgang.web.bodies.standing import is_staff, standing_of
from sagsgang.web.bodies.views.answers import municipality_of
from sagsgang.web.cases.appropriation.forms import RoundForm
from sagsgang.web.cases.appropriation.keeping import balance_mode
from sagsgang.web.cases.appropriation.round_services import round_delete, round_save, said_to_stay
from sagsgang.web.cases.appropriation.rounds import (
    USUAL_MONTHS,
    days_suggested,
    may_plan_rounds,
    round_get,
    round_overview,
    rounds_of,
    statements_in,
)
from sagsgang.web.cases.appropriation.showing import (
    financing_rows,
    overview_rows,
    reservations_of,
    sums_of,
)
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb

_FIELDS = ("name", "year", "committees_from", "committees_to", "finance_committee_on", "council_on")
#: A spreadsheet reckons what begins like this.
_FORMULA = ("=", "+", "@", "\t", "\r")


@login_required
@require_safe
def rounds(request: HttpRequest) -> HttpResponse:
    """The revisions by year, with when each is treated."""
    municipality = _municipality(request)
    context = {
        "municipality": municipality,
        "rounds": rounds_of(municipality.pk),
        "may_plan": may_plan_rounds(request.user, municipality),
        "next": _next(municipality),
        "trail": _trail(),
    }
    return render(request, "cases/appropriation/rounds.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """A new revision, with the days that the meeting plan suggests."""
    municipality = _municipality(request)
    if not may_plan_rounds(request.user, municipality):
        raise PermissionDenied("appropriation_round")
    year, number = _next(municipality)
    asked = request.GET.get("aar", "")
    if asked.isdecimal() and len(asked) == 4:
        year = int(asked)
        number = rounds_of(municipality.pk).filter(year=year).count() + 1
    days = days_suggested(municipality, year, number)
    initial: dict[str, Any] = {"name": f"{number}. bevillingsrevision", "year": year}
    initial |= {name: getattr(days, name) for name in _FIELDS[2:]}
    return _edit(request, municipality, None, initial, is_suggested=days.council_on is not None)


@login_required
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Its name and days."""
    row = _round(request, pk)
    if not may_plan_rounds(request.user, row.municipality):
        raise PermissionDenied("appropriation_round")
    return _edit(request, row.municipality, row, {name: getattr(row, name) for name in _FIELDS})


@login_required
@require_POST
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it out of the calendar; the page that changes it asks first."""
    row = _round(request, pk)
    if not may_plan_rounds(request.user, row.municipality):
        raise PermissionDenied("appropriation_round")
    form, name = OperationForm(request.POST), str(row)

    def do() -> dict[str, Any]:
        round_delete(actor=request.user, row=row)
        return {"round": pk}

    if not form.is_valid() or form.once("round_delete", do) is None:
        for said in form.non_field_errors():
            messages.error(request, said)
        return see_other(reverse("cases:round_change", args=[pk]))
    messages.success(request, _("%(round)s is deleted.") % {"round": name})
    return see_other(reverse("cases:rounds"))


@login_required
@require_safe
def overview(request: HttpRequest, pk: int) -> HttpResponse:
    """All statements of the revision in one table."""
    row = _round(request, pk)
    gathered = round_overview(user=request.user, round=row)
    whole = gathered.whole
    context: dict[str, Any] = {
        "round": row,
        "overview": gathered,
        "whole": whole,
        "reservations": reservations_of(gathered),
        "may_plan": may_plan_rounds(request.user, row.municipality),
        "trail": [*_trail(is_link=True), Crumb(str(row))],
    }
    if whole is not None:
        context |= {
            "rows": overview_rows(whole),
            "financing": financing_rows(whole),
            "sums": sums_of(whole, balance_mode(row.municipality_id)),
        }
    return render(request, "cases/appropriation/overview.html", context)


@login_required
@require_safe
def download(request: HttpRequest, pk: int) -> HttpResponse:
    """The overview for a spreadsheet: amounts as plain numbers."""
    row = _round(request, pk)
    gathered = round_overview(user=request.user, round=row)
    whole = gathered.whole
    if whole is None:
        raise Http404
    head = (
        _("Committee"),
        _("Kind"),
        _("Policy area or source"),
        *(f"{column.label} ({whole.unit})" for column in whole.columns),
    )
    sums = sums_of(whole, balance_mode(row.municipality_id))
    lines = [
        (each["committee"], each["kind"] or _("Net change"), each["name"], *_plain(each["amounts"]))
        for each in overview_rows(whole)
    ]
    lines += [
        ("", f"{_('Financing')}: {each['kind']}", each["name"], *_plain(each["amounts"]))
        for each in financing_rows(whole)
    ]
    lines.append(("", _("Appropriation and financing together"), "", *_plain(sums.together)))
    lines += [(said,) for said in reservations_of(gathered)]
    return _as_csv(f"bevillingsrevision-{row.year}-{row.pk}", [head, *lines])


def _edit(
    request: HttpRequest,
    municipality: Any,
    row: Any,
    initial: dict[str, Any],
    *,
    is_suggested: bool = False,
) -> HttpResponse:
    form = RoundForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        typed = {name: value for name, value in form.cleaned_data.items() if name != "operation"}

        def do() -> dict[str, Any]:
            made = round_save(actor=request.user, municipality=municipality, row=row, **typed)
            return {"round": made.pk}

        if (done := form.once("round_save", do)) is not None:
            messages.success(request, _("It is saved."))
            return see_other(reverse("cases:round", args=[done["round"]]))
    title = _("Change the revision") if row else _("New revision")
    held = statements_in(row) if row else 0
    context = {
        "form": form,
        "removal": OperationForm(auto_id="slet-%s") if row and not held else None,
        "said_to_stay": said_to_stay(held) if held else "",
        "title": title,
        "round": row,
        "is_suggested": is_suggested,
        "trail": [*_trail(is_link=True), Crumb(title)],
    }
    status = 400 if form.errors else 200
    return render(request, "cases/appropriation/round_form.html", context, status=status)


def _municipality(request: HttpRequest) -> Any:
    if not is_staff(standing_of(request.user)):
        raise Http404
    return municipality_of(request)


def _round(request: HttpRequest, pk: int) -> Any:
    if not is_staff(standing_of(request.user)):
        raise Http404
    found = round_get(workplace_municipalities(request.user), pk)
    if found is None:
        raise Http404
    return found


def _next(municipality: Any) -> tuple[int, int]:
    """The year and the number of the revision to make next."""
    year = timezone.localdate().year
    made = rounds_of(municipality.pk).filter(year=year).count()
    return (year, made + 1) if made < len(USUAL_MONTHS) else (year + 1, 1)


def _trail(*, is_link: bool = False) -> list[Crumb]:
    address = reverse("cases:rounds") if is_link else None
    cases = Crumb(_("Cases"), reverse("cases:list"))
    return [cases, Crumb(_("Appropriation revisions"), address)]


def _plain(amounts: Iterable[str]) -> list[str]:
    """Whole amounts without the points between thousands, for a spreadsheet of any language."""
    return [amount.replace(".", "") for amount in amounts]


def _as_csv(name: str, rows: Iterable[Sequence[str]]) -> HttpResponse:
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    writer = csv.writer(response, delimiter=";", lineterminator="\r\n")
    for row in rows:
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row])
    return response
