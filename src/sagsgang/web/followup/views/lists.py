"""Lists of activities: who did what, for how long, by which litra, and what may be paid."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sagsgang.web.audit.answers import pressed
from sagsgang.web.audit.selectors import operation_details
from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.followup import services
from sagsgang.web.followup.forms.lists import ListForm, ListPutOnForm, RowForm
from sagsgang.web.followup.permissions import body_may
from sagsgang.web.followup.selectors.choices import (
    bodies_written_for,
    first_unsent,
    meetings_possible,
)
from sagsgang.web.followup.selectors.lists import (
    bodies_with_lists,
    decisions_possible,
    lists_of,
    may_edit,
    members_possible,
    plans_held,
    rows_of,
    versions_of,
)
from sagsgang.web.followup.views.found import as_csv, is_done, list_found, lists_trail
from sagsgang.web.followup.wording import WHY_NOT
from sagsgang.web.meetings.agendas.addresses import meeting_address


def _address(listed: Any) -> str:
    return reverse("followup:list", args=[listed.pk])


def _writable(request: HttpRequest, pk: int) -> Any:
    """The list; 403 when the reader may only read it."""
    found = list_found(request, pk)
    if not may_edit(request.user, found):
        raise PermissionDenied("activity_list_edit")
    return found


@login_required
@require_safe
def activity_lists(request: HttpRequest) -> HttpResponse:
    """The lists of the bodies that the reader works for or sits in."""
    bodies = bodies_with_lists(request.user)
    context = {
        "lists": lists_of(request.user, bodies),
        "has_bodies": bool(bodies),
        "may_make": bool(bodies_written_for(request.user)),
        "trail": lists_trail(),
    }
    return render(request, "followup/lists.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def make(request: HttpRequest) -> HttpResponse:
    """A new list of a body for a period."""
    bodies = bodies_written_for(request.user)
    if not bodies:
        raise PermissionDenied("activity_list_edit")
    form = ListForm(request.POST or None, bodies=bodies)

    def do() -> Any:
        given = form.cleaned_data
        return services.activity_list_make(
            actor=request.user,
            body=given["body"],
            starts_on=given["starts_on"],
            ends_on=given["ends_on"],
            pays_on=given["pays_on"],
        )

    said = _("The list is begun. Write what members did.")
    if request.method == "POST" and is_done(request, form, "activity_list_make", do, said):
        key = form.cleaned_data["operation"]
        details = operation_details(key=key, name="activity_list_make") or {}
        return see_other(reverse("followup:list", args=[details["pk"]]))
    context = {
        "form": form,
        "title": _("New list of activities"),
        "save": _("Begin the list"),
        "back": reverse("followup:lists"),
        "trail": lists_trail(Crumb(_("New"))),
    }
    return render(request, "followup/form.html", context, status=_status(request))


def _status(request: HttpRequest) -> int:
    return 400 if request.method == "POST" else 200


@login_required
@require_http_methods(["GET", "POST"])
def activity_list(request: HttpRequest, pk: int) -> HttpResponse:
    """The rows, what may be paid and by which decision; and, for the secretary, one more row."""
    listed = list_found(request, pk)
    may = may_edit(request.user, listed)
    if request.method == "POST" and not may:
        raise PermissionDenied("activity_list_edit")
    form = None
    if may:
        form = RowForm(
            request.POST or None,
            people=members_possible(listed),
            items=decisions_possible(request.user, listed),
            initial={"litra": "f"},
        )
    if request.method == "POST" and form is not None:
        said = _("The activity is on the list.")
        if is_done(request, form, "activity_row_add", lambda: _added(request, listed, form), said):
            return see_other(_address(listed))
    context = {
        "listed": listed,
        "rows": rows_of(listed),
        "why_not": WHY_NOT,
        "versions": versions_of(listed),
        "form": form,
        "may": may,
        "held": len(plans_held(listed)) if may else 0,
        "trail": lists_trail(Crumb(str(listed.body))),
    }
    return render(request, "followup/list.html", context, status=_status(request))


def _added(request: HttpRequest, listed: Any, form: Any) -> Any:
    given = {name: value for name, value in form.cleaned_data.items() if name != "operation"}
    return services.activity_row_add(actor=request.user, listed=listed, **given)


@login_required
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Another period, or another day of payment."""
    listed = _writable(request, pk)
    days = {name: getattr(listed, name) for name in ("starts_on", "ends_on", "pays_on")}
    form = ListForm(request.POST or None, initial=days)

    def do() -> Any:
        given = {name: form.cleaned_data[name] for name in days}
        return services.activity_list_change(actor=request.user, listed=listed, **given)

    said = _("It is saved.")
    if request.method == "POST" and is_done(request, form, "activity_list_change", do, said):
        return see_other(_address(listed))
    context = {
        "form": form,
        "title": _("Change the list"),
        "lead": listed.body,
        "save": _("Save"),
        "back": _address(listed),
        "trail": lists_trail(Crumb(str(listed.body), _address(listed)), Crumb(_("Change"))),
    }
    return render(request, "followup/form.html", context, status=_status(request))


@login_required
@require_http_methods(["GET", "POST"])
def put_on(request: HttpRequest, pk: int) -> HttpResponse:
    """The list as it is now, frozen, as an item that the body approves."""
    listed = _writable(request, pk)
    meetings = meetings_possible(request.user, listed.body)
    form = ListPutOnForm(
        request.POST or None,
        meetings=meetings,
        initial={"meeting": getattr(first_unsent(meetings), "pk", None)},
    )

    def do() -> Any:
        return services.activity_list_put_on(
            actor=request.user,
            listed=listed,
            meeting=form.cleaned_data["meeting"],
            late_reason=form.cleaned_data["late_reason"],
        )

    said = _("The list is on the agenda as it is now.")
    if request.method == "POST" and is_done(request, form, "activity_list_put_on", do, said):
        return see_other(meeting_address(form.cleaned_data["meeting"], "building"))
    context = {
        "form": form,
        "title": _("Let the body approve the list"),
        "lead": listed.body,
        "save": _("Put on the agenda"),
        "back": _address(listed),
        "no_agenda": not meetings,
        "body": listed.body,
        "trail": lists_trail(Crumb(str(listed.body), _address(listed)), Crumb(_("Agenda"))),
    }
    return render(request, "followup/form.html", context, status=_status(request))


@login_required
@require_POST
def from_plan(request: HttpRequest, pk: int) -> HttpResponse:
    """The meetings that were held in the period as rows."""
    listed = _writable(request, pk)
    count = len(plans_held(listed))

    def do() -> dict[str, Any]:
        return {"count": services.activity_rows_from_plan(actor=request.user, listed=listed)}

    said = ngettext("%(n)s meeting is on the list.", "%(n)s meetings are on the list.", count) % {
        "n": count
    }
    return pressed(request, "activity_rows_from_plan", do, said, _address(listed))


@login_required
@require_POST
def remove(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """One row off the list."""
    listed = _writable(request, pk)
    found = next((each.row for each in rows_of(listed) if each.row.pk == row), None)
    if found is None:
        raise Http404

    def do() -> dict[str, Any]:
        services.activity_row_remove(actor=request.user, row=found)
        return {}

    said = _("The activity is off the list.")
    return pressed(request, "activity_row_remove", do, said, _address(listed))


@login_required
@require_safe
def export(request: HttpRequest, pk: int) -> HttpResponse:
    """One line for each member and activity, as the payroll takes it."""
    listed = list_found(request, pk)
    if not body_may(request.user, "activity_list_edit", listed.body):
        raise PermissionDenied("activity_list_edit")
    head = ["Dag", "Aktivitet", "Litra", "Timer", "Medlem", "Kan udbetales", "Hvorfor ikke"]
    head += ["Besluttet", "Punkt"]
    rows = [head]
    for each in rows_of(listed):
        row, item = each.row, each.decided_in
        for payment in each.payments:
            rows.append(
                [
                    row.day.isoformat(),
                    row.title,
                    row.litra,
                    f"{row.hours:.2f}".replace(".", ","),
                    str(payment.person),
                    "ja" if payment.is_payable else "nej",
                    str(WHY_NOT.get(payment.why_not, "")),
                    each.decided_on.isoformat() if each.decided_on else "",
                    item.number if item else "",
                ]
            )
    return as_csv(f"moedeliste-{listed.starts_on}-{listed.ends_on}", rows)
