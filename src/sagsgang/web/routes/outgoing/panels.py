"""The outgoing answers of a case as they are shown on its page."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from sagsgang.web.routes.outgoing.permissions import outgoing_begin_may
from sagsgang.web.routes.outgoing.selectors import is_urgent, outgoing_of, progress_of


def outgoing_panel(request: HttpRequest, case: Any) -> SafeString | None:
    """Each answer with its deadline and how far its approval is, and the way to begin one."""
    answers = outgoing_of(request.user, case)
    may_begin = outgoing_begin_may(request.user, case)
    if not answers and not may_begin:
        return None
    rows = [
        {"answer": each, "progress": progress_of(each), "is_urgent": is_urgent(each)}
        for each in answers
    ]
    context = {"case": case, "rows": rows, "may_begin": may_begin}
    return render_to_string("routes/outgoing/panel.html", context, request=request)
