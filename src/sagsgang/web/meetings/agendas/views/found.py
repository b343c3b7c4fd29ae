"""The meeting and item a page is about, the trail to it, and doing one thing once."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.design.page import Crumb
from sagsgang.web.meetings.agendas import selectors
from sagsgang.web.meetings.agendas.addresses import meeting_address
from sagsgang.web.meetings.permissions import item_may, meeting_may


def place_parts(place: str) -> tuple[date, int]:
    """The day and number of a meeting's address; 404 when the day does not exist."""
    try:
        day = date.fromisoformat(place[:10])
    except ValueError:
        raise Http404 from None
    return day, int(place[11:] or 1)


def meeting_found(request: HttpRequest, slug: str, place: str, *operations: str) -> Any:
    """The meeting; 404 when it may not be read, 403 when none of the operations may be done."""
    day, number = place_parts(place)
    found = selectors.meeting_get(request.user, slug=slug, day=day, place=number)
    if found is None:
        raise Http404
    found.plan.__dict__["_place"] = place
    if operations and not any(meeting_may(request.user, name, found) for name in operations):
        raise PermissionDenied(operations[0])
    return found


def item_found(request: HttpRequest, meeting: Any, pk: int) -> Any:
    """The item; 404 when it may not be read."""
    found = selectors.item_get(meeting, pk)
    if found is None or not item_may(request.user, "item_read", found):
        raise Http404
    return found


def meeting_trail(meeting: Any, *more: Crumb) -> list[Crumb]:
    """The trail to the meeting, or to a page under it."""
    day = date_format(timezone.localdate(meeting.plan.starts_at), "j. F Y")
    own = Crumb(day, meeting_address(meeting) if more else None)
    body = Crumb(str(meeting.plan.body), reverse("bodies:body", args=[meeting.plan.body.slug]))
    return [Crumb(_("Meetings"), reverse("meetings:list")), body, own, *more]


def building_trail(meeting: Any, *more: Crumb) -> list[Crumb]:
    """The trail to a page under the building of the agenda."""
    building = Crumb(_("Build the agenda"), meeting_address(meeting, "building"))
    return meeting_trail(meeting, building, *more)


def is_done(form: OperationForm, name: str, do: Callable[[], Any]) -> bool:
    """Whether the form was right and what it asks for is done; otherwise the form says why."""
    if not form.is_valid():
        return False
    return form.once(name, lambda: {"key": getattr(do(), "pk", None)}) is not None


def clicked(
    request: HttpRequest, form: OperationForm, name: str, do: Callable[[], Any], done: str
) -> bool:
    """`is_done` for a button: what went wrong is said on the page one is led back to."""
    if is_done(form, name, do):
        if done:
            messages.success(request, done)
        return True
    for errors in form.errors.values():
        for error in errors:
            messages.error(request, error)
    return False
