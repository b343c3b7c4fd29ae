"""What other rooms' pages show of meetings: the page of a body, and the menu."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from sagsgang.web.bodies.models import Role
from sagsgang.web.bodies.standing import standing_of
from sagsgang.web.meetings.agendas.selectors.items import waiting_for_agenda
from sagsgang.web.meetings.agendas.selectors.listing import (
    activities_coming,
    plans_coming,
    rows_of,
)
from sagsgang.web.meetings.permissions import body_may

#: So many meetings and activities are shown on the page of a body.
AT_MOST = 5


def menu_is_shown(request: HttpRequest) -> bool:
    """Whoever works for a body or sits in one."""
    user = getattr(request, "user", None)
    if user is None:
        return False
    standing = standing_of(user)
    return bool(standing.seats) or standing.has_any(*Role.values)


def body_panel(request: HttpRequest, body: Any) -> SafeString | None:
    """The next agendas, what the body does besides, and what waits for its secretary."""
    if standing_of(request.user).user is None:
        return None
    rows = rows_of(request.user, list(plans_coming(request.user).filter(body=body)[:AT_MOST]))
    activities = list(activities_coming(request.user, body)[:AT_MOST])
    may_build = body_may(request.user, "meeting_prepare", body)
    if not rows and not activities and not may_build:
        return None
    context = {
        "body": body,
        "rows": rows,
        "activities": activities,
        "may_build": may_build,
        "waiting": waiting_for_agenda(body, request.user).count() if may_build else 0,
    }
    return render_to_string("meetings/agendas/body_panel.html", context, request)
