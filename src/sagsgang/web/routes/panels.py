"""What other rooms' pages show of ways: the case's own page, and the page of a body."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from sagsgang.web.bodies.selectors import workplace_municipalities
from sagsgang.web.bodies.standing import is_staff, standing_of
from sagsgang.web.routes.pages.picture import picture_of
from sagsgang.web.routes.pages.way_page import way_of
from sagsgang.web.routes.permissions import template_may
from sagsgang.web.routes.planning import day_of
from sagsgang.web.routes.selectors import stops_waiting
from sagsgang.web.routes.selectors.forgotten import why_of
from sagsgang.web.routes.wording import WHYS

#: So many of a body's coming cases are shown.
AT_MOST = 20


def case_panel(request: HttpRequest, case: Any) -> SafeString | None:
    """The way in short, with the way to the whole of it."""
    way = way_of(request.user, case)
    if not way.steps and not way.may_edit:
        return None
    context = {"way": way, "case": case, "picture": picture_of(way.steps)}
    return render_to_string("routes/case_panel.html", context, request)


def body_panel(request: HttpRequest, body: Any) -> SafeString | None:
    """ "Kommende sager": what waits for the body, and what has a date, as far as one may see it."""
    standing = standing_of(request.user)
    if standing.user is None:
        return None
    stops = stops_waiting(body, request.user).select_related(
        "case", "meeting", "body", "hearing__round"
    )
    count, today = stops.count(), timezone.localdate()
    rows = []
    for stop in stops[:AT_MOST]:
        why = why_of(stop, today)
        rows.append((stop, day_of(stop), WHYS[why] if why else ""))
    context = {
        "body": body,
        "rows": rows,
        "more": max(0, count - AT_MOST),
        "is_staff": is_staff(standing),
    }
    return render_to_string("routes/body_panel.html", context, request)


def administration_link(request: HttpRequest, subject: Any) -> SafeString | None:
    """The line of the administration's page that leads to the ways many cases go."""
    user = request.user
    if not any(template_may(user, home) for home in workplace_municipalities(user)):
        return None
    return render_to_string("routes/administration_link.html", {}, request)
