"""The hearings of a case as they are shown on its page, to those who may follow them."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from sagsgang.web.routes.hearings.permissions import hearing_start_may
from sagsgang.web.routes.hearings.selectors import overviews, rounds_of


def hearings_panel(request: HttpRequest, case: Any) -> SafeString | None:
    """How far each hearing is, and the way to begin one."""
    rounds = rounds_of(request.user, case)
    may_start = not case.is_closed and hearing_start_may(request.user, case)
    if not rounds and not may_start:
        return None
    context = {"case": case, "overviews": overviews(rounds), "may_start": may_start}
    return render_to_string("routes/hearings/panel.html", context, request=request)
