"""Where the secretary builds an agenda: what waits, what is on it, its order and its deadlines."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from sagsgang.web.design.answers import see_other
from sagsgang.web.design.page import Crumb
from sagsgang.web.meetings.agendas import selectors, services
from sagsgang.web.meetings.agendas.addresses import meeting_address
from sagsgang.web.meetings.agendas.forms.items import ArrangeForm, ClickForm, MoveForm, PutOnForm
from sagsgang.web.meetings.agendas.selectors.comments import comments_of
from sagsgang.web.meetings.agendas.selectors.deadlines import chain_of
from sagsgang.web.meetings.agendas.selectors.items import removed_items, stop_waiting, wish_get
from sagsgang.web.meetings.agendas.selectors.people import guests_of
from sagsgang.web.meetings.agendas.selectors.waiting import cases_waiting, wishes_of
from sagsgang.web.meetings.agendas.views.found import (
    clicked,
    item_found,
    meeting_found,
    meeting_trail,
)


@require_GET
@login_required
def building(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """The whole of it on one page."""
    found = meeting_found(request, slug, place, "agenda_build", "item_add")
    items = selectors.items_of(found)
    removed = removed_items(found)
    context = {
        "meeting": found,
        "items": items,
        "is_sent": found.state == "sent",
        "waiting": cases_waiting(found, request.user),
        "wishes": wishes_of(found),
        "chain": chain_of(found, request.user),
        "comments": comments_of(found),
        "guests": [guest for guest in guests_of(request.user, found) if guest.item_id is None],
        "removed": removed,
        "undo": _undo(request, items, removed),
        "changed_since": found.gone_through_revision not in (None, found.revision),
        "trail": meeting_trail(found, Crumb(_("Build the agenda"))),
    }
    return render(request, "meetings/agendas/building.html", context)


def _undo(request: HttpRequest, items: list[Any], removed: list[Any]) -> dict[str, Any] | None:
    """What the reader has just done and may take back with one button."""
    asked = {name: request.GET.get(name, "") for name in ("flyttet", "fra", "fjernet")}
    if asked["flyttet"].isdecimal() and asked["fra"].isdecimal():
        every = [each for item in items for each in (item, *item.sub_items)]
        item = next((each for each in every if each.pk == int(asked["flyttet"])), None)
        return {"item": item, "position": int(asked["fra"])} if item else None
    if asked["fjernet"].isdecimal():
        item = next((each for each in removed if each.pk == int(asked["fjernet"])), None)
        return {"item": item} if item else None
    return None


def _back(meeting: Any, item: Any = None, query: str = "") -> HttpResponse:
    mark = f"#punkt-{item.pk}" if item is not None else ""
    return see_other(meeting_address(meeting, "building") + query + mark)


@require_POST
@login_required
def put_on(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """A waiting case on the agenda."""
    found = meeting_found(request, slug, place, "item_add")
    form = PutOnForm(request.POST)
    made: list[Any] = []

    def do() -> Any:
        stop = stop_waiting(found, request.user, form.cleaned_data["chosen"])
        if stop is None:
            raise Http404
        late = form.cleaned_data["late_reason"]
        made.append(
            services.item_add_treatment(
                actor=request.user, meeting=found, stop=stop, late_reason=late
            )
        )
        return made[0]

    clicked(request, form, "item_add_treatment", do, _("The case is on the agenda."))
    return _back(found, made[0] if made else None)


@require_POST
@login_required
def put_on_wish(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """A member's wish on the agenda, in her own words."""
    found = meeting_found(request, slug, place, "item_add")
    form = PutOnForm(request.POST)
    made: list[Any] = []

    def do() -> Any:
        wish = wish_get(found, form.cleaned_data["chosen"])
        if wish is None:
            raise Http404
        made.append(
            services.wish_put_on(
                actor=request.user,
                meeting=found,
                wish=wish,
                late_reason=form.cleaned_data["late_reason"],
            )
        )
        return made[0]

    clicked(request, form, "wish_put_on", do, _("The member's item is on the agenda."))
    return _back(found, made[0] if made else None)


@require_POST
@login_required
def move(request: HttpRequest, slug: str, place: str, pk: int) -> HttpResponse:
    """One up, one down, or to a number; what comes of it can be taken back."""
    found = meeting_found(request, slug, place, "item_move")
    item = item_found(request, found, pk)
    form = MoveForm(request.POST)
    earlier = item.order

    def do() -> Any:
        where = form.cleaned_data["where"]
        position = form.cleaned_data["position"] or item.order
        if where in ("up", "down"):
            position = max(1, item.order + (-1 if where == "up" else 1))
        return services.item_move(actor=request.user, item=item, position=position)

    if clicked(request, form, "item_move", do, ""):
        return _back(found, item, f"?flyttet={item.pk}&fra={earlier}")
    return _back(found, item)


@require_POST
@login_required
def arrange(request: HttpRequest, slug: str, place: str) -> HttpResponse:
    """The order as it was dragged."""
    found = meeting_found(request, slug, place, "item_move")
    form = ArrangeForm(request.POST)

    def do() -> Any:
        return services.items_arrange(
            actor=request.user,
            meeting=found,
            order=form.cleaned_data["order"],
            based_on=form.cleaned_data["based_on"],
        )

    clicked(request, form, "items_arrange", do, _("The order is changed."))
    return _back(found)


@require_POST
@login_required
def restore(request: HttpRequest, slug: str, place: str, pk: int) -> HttpResponse:
    """What was taken off is put back."""
    found = meeting_found(request, slug, place, "item_remove")
    item = selectors.item_get(found, pk)
    if item is None:
        raise Http404
    late = request.POST.get("late_reason", "")[:300]

    def do() -> Any:
        return services.item_restore(actor=request.user, item=item, late_reason=late)

    done = _("The item is back on the agenda.")
    clicked(request, ClickForm(request.POST), "item_restore", do, done)
    return _back(found, item)
