"""Finding the meeting that an address means, for those who may read it."""

import re
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseRedirect

from sagsgang.web.design.page import Crumb
from sagsgang.web.meetings.agendas.addresses import meeting_address
from sagsgang.web.meetings.agendas.naming import danish_day
from sagsgang.web.meetings.agendas.selectors import meeting_get
from sagsgang.web.meetings.permissions import meeting_may

_PLACE = re.compile(r"(\d{4}-\d\d-\d\d)(?:-([1-9]\d?))?")


def meeting_found(request: HttpRequest, slug: str, place: str, operation: str = "") -> Any:
    """The meeting; 404 when it is not there for her, 403 when she may not do `operation`."""
    match = _PLACE.fullmatch(place)
    try:
        day = date.fromisoformat(match[1]) if match else None
    except ValueError:
        day = None
    if match is None or day is None:
        raise Http404
    found = meeting_get(request.user, slug=slug, day=day, place=int(match[2] or 1))
    if found is None:
        raise Http404
    if operation and not meeting_may(request.user, operation, found):
        raise PermissionDenied(operation)
    return found


def meeting_trail(meeting: Any, *crumbs: Crumb) -> list[Crumb]:
    """The trail of a page about the meeting: its agenda, then these."""
    name = f"{meeting.plan.body} {danish_day(meeting.plan.starts_at)}"
    if not crumbs:
        return [Crumb(name)]
    return [Crumb(name, meeting_address(meeting, "agenda")), *crumbs]


def see_other(path: str) -> HttpResponseRedirect:
    """After a write: go and look."""
    return HttpResponseRedirect(path, status=303)
