"""What the page of a meeting shows of sending: the deadline, what was sent, and the way there."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from sagsgang.web.meetings.agendas.addresses import meeting_address
from sagsgang.web.meetings.permissions import meeting_may
from sagsgang.web.meetings.sending.content import last_version
from sagsgang.web.meetings.sending.deadlines import deadline_meter

_NAMES = ("agenda", "agenda_whole", "agenda_check", "versions", "invitation")


def meeting_panel(request: HttpRequest, meeting: Any) -> SafeString | None:
    """The meter while it is not sent; after that when it was, and its versions."""
    if not meeting_may(request.user, "meeting_read", meeting):
        return None
    version = last_version(meeting)
    may_check = meeting_may(request.user, "agenda_check", meeting)
    if version is None and not may_check:
        return None
    context = {
        "meeting": meeting,
        "version": version,
        "meter": deadline_meter(meeting.plan) if version is None else None,
        "may_check": may_check,
        "may_send": meeting_may(request.user, "agenda_send", meeting),
        "may_versions": meeting_may(request.user, "agenda_versions_read", meeting),
        "urls": {name: meeting_address(meeting, name) for name in _NAMES},
    }
    return render_to_string("meetings/sending/panel.html", context, request)
