"""Writing one item: its words, who it is closed to, its guests, and taking it off."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.meetings.agendas import selectors, services
from sagsgang.web.meetings.agendas.addresses import meeting_address
from sagsgang.web.meetings.agendas.forms.items import (
    ChangeForm,
    ClickForm,
    CloseForm,
    GuestForm,
    MessageForm,
    OtherMeetingForm,
    OwnForm,
    RemoveForm,
)
from sagsgang.web.meetings.agendas.selectors.meetings import meetings_to_treat, plans_after
from sagsgang.web.meetings.agendas.selectors.people import guest_get, guests_of, people_on
from sagsgang.web.meetings.agendas.views.found import (
    building_trail,
    clicked,
    is_done,
    item_found,
    meeting_found,
)
from sagsgang.web.meetings.permissions import meeting_may

#: What a form of the page does → the operation of the gate.
OPERATIONS = {
    "change": "item_change",
    "close": "item_close",
    "open": "item_close",
    "message": "item_add",
    "guest": "guest_change",
    "remove": "item_remove",
}


@require_http_methods(["GET", "POST"])
@login_required
def item(request: HttpRequest, slug: str, place: str, pk: int) -> HttpResponse:
    """Everything that can be done with an item."""
    found = meeting_found(request, slug, place, "item_change", "item_close")
    row = _numbered(found, item_found(request, found, pk))
    may = {name: meeting_may(request.user, op, found) for name, op in OPERATIONS.items()}
    may["message"] = may["message"] and row.recurring == "messages"
    asked = request.POST.get("do", "") if request.method == "POST" else ""
    if asked and not may.get(asked):
        raise Http404
    forms = _forms(request, found, row, asked)
    if asked and _did(request, found, row, asked, forms[asked]):
        if asked == "remove":
            return see_other(meeting_address(found, "building") + f"?fjernet={row.pk}")
        return see_other(meeting_address(found, "item_edit", row.pk))
    context = {
        "meeting": found,
        "item": row,
        "forms": {name: form for name, form in forms.items() if may[name]},
        "may": may,
        "asked": asked,
        "guests": [guest for guest in guests_of(request.user, found) if guest.item_id == row.pk],
        "trail": building_trail(found, Crumb(row.title)),
    }
    return render(request, "meetings/agendas/item.html", context, status=400 if asked else 200)


def _numbered(meeting: Any, row: Any) -> Any:
    for each in selectors.items_of(meeting):
        for one in (each, *each.sub_items):
            if one.pk == row.pk:
                return one
    raise Http404


def _forms(request: HttpRequest, meeting: Any, row: Any, asked: str) -> dict[str, Any]:
    def data(name: str) -> Any:
        return request.POST if asked == name else None

    case = row.stop.case if row.stop else None
    closing = {
        "closed_ground": row.closed_ground or (case.closed_ground if case else ""),
        "closed_reference": row.closed_reference or (case.closed_reference if case else ""),
        "closed_by": row.closed_by,
        "public_title": row.public_title or (case.public_title if case else ""),
    }
    return {
        "change": ChangeForm(data("change"), prefix="change", item=row),
        "close": CloseForm(data("close"), prefix="close", initial=closing),
        "open": ClickForm(data("open"), prefix="open"),
        "message": MessageForm(data("message"), prefix="message"),
        "guest": GuestForm(data("guest"), prefix="guest"),
        "remove": RemoveForm(
            data("remove"),
            prefix="remove",
            plans=plans_after(meeting) if row.stop else [],
            has_stop=row.stop is not None,
        ),
    }


def _did(request: HttpRequest, meeting: Any, row: Any, asked: str, form: Any) -> bool:
    actor = request.user

    def do() -> Any:
        given = dict(form.cleaned_data)
        given.pop("operation")
        if asked == "change":
            return services.item_change(actor=actor, item=row, **given)
        if asked == "close":
            return services.item_close(
                actor=actor,
                item=row,
                ground=given["closed_ground"],
                reference=given["closed_reference"],
                decided_by=given["closed_by"],
                public_title=given["public_title"],
                is_title_confirmed=given["is_title_confirmed"],
            )
        if asked == "open":
            return services.item_open(actor=actor, item=row)
        if asked == "message":
            return services.item_add_message(actor=actor, parent=row, **given)
        if asked == "guest":
            return services.guest_add(actor=actor, meeting=meeting, item=row, **_guest(given))
        return services.item_remove(actor=actor, item=row, **given)

    done = {
        "change": _("The item is saved."),
        "close": _("The item is closed."),
        "open": _("Everyone may read the item."),
        "message": _("The message is on the agenda."),
        "guest": _("The guest is on the meeting."),
        "remove": _("The item is taken off the agenda."),
    }
    if not is_done(form, f"item_{asked}", do):
        return False
    messages.success(request, done[asked])
    return True


def _guest(given: dict[str, Any]) -> dict[str, Any]:
    role = given.pop("role")
    return given | {
        "is_presenter": role == "presenter",
        "is_administration": role == "administration",
    }


@require_http_methods(["GET", "POST"])
@login_required
def own(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """An item that is no case."""
    found = meeting_found(request, slug, place, "item_add")
    form = OwnForm(request.POST or None, people=people_on(found), is_sent=found.state == "sent")

    def do() -> Any:
        given = dict(form.cleaned_data)
        given.pop("operation")
        return services.item_add_own(actor=request.user, meeting=found, **given)

    return _added(request, found, form, "item_add_own", do, _("An item that is no case"))


@require_http_methods(["GET", "POST"])
@login_required
def other(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """The agenda of another meeting as an item."""
    found = meeting_found(request, slug, place, "item_add")
    form = OtherMeetingForm(
        request.POST or None,
        meetings=meetings_to_treat(request.user, found),
        is_sent=found.state == "sent",
    )

    def do() -> Any:
        given = dict(form.cleaned_data)
        given.pop("operation")
        return services.item_add_other_meeting(actor=request.user, meeting=found, **given)

    return _added(request, found, form, "item_add_other_meeting", do, _("Another meeting's agenda"))


@require_http_methods(["GET", "POST"])
@login_required
def guest(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """Somebody who is at the whole meeting."""
    found = meeting_found(request, slug, place, "guest_change")
    form = GuestForm(request.POST or None)

    def do() -> Any:
        given = dict(form.cleaned_data)
        given.pop("operation")
        return services.guest_add(actor=request.user, meeting=found, **_guest(given))

    return _added(request, found, form, "guest_add", do, _("Somebody at the whole meeting"))


def _added(
    request: HttpRequest, found: Any, form: Any, name: str, do: Any, title: str
) -> HttpResponse:
    if request.method == "POST" and is_done(form, name, do):
        messages.success(request, _("It is on the meeting."))
        return see_other(meeting_address(found, "building"))
    context = {
        "meeting": found,
        "form": form,
        "title": title,
        "back": meeting_address(found, "building"),
        "trail": building_trail(found, Crumb(title)),
    }
    status = 400 if form.errors else 200
    return render(request, "meetings/agendas/form.html", context, status=status)


@require_POST
@login_required
def guest_remove(request: HttpRequest, slug: str, place: str, pk: int) -> HttpResponse:
    """A guest does not come after all."""
    found = meeting_found(request, slug, place, "guest_change")
    row = guest_get(found, pk)
    back = meeting_address(found, "building")
    if row is not None and row.item_id is not None:
        back = meeting_address(found, "item_edit", row.item_id)

    def do() -> Any:
        if row is not None:
            services.guest_remove(actor=request.user, guest=row)

    clicked(request, ClickForm(request.POST), "guest_remove", do, _("The guest is taken off."))
    return see_other(back)
