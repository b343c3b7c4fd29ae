"""What publishing shows on the pages of a meeting and its minutes."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from sagsgang.web.meetings.permissions import meeting_may
from sagsgang.web.publishing.addresses import meeting_path
from sagsgang.web.publishing.models import PublicMeeting
from sagsgang.web.publishing.selectors import document_in_force, standings


def minutes_side(request: HttpRequest, meeting: Any) -> SafeString | None:
    """How the documents stand with the public; only for whoever publishes."""
    if not meeting_may(request.user, "minutes_publish", meeting):
        return meeting_side(request, meeting)
    context = {"meeting": meeting, "standings": standings(meeting)} | _address(meeting)
    return render_to_string("publishing/panel.html", context, request)


def meeting_side(request: HttpRequest, meeting: Any) -> SafeString | None:
    """The way to what everybody reads, and for whoever publishes to publishing."""
    context: dict[str, Any] = {
        "meeting": meeting,
        "may_publish": meeting_may(request.user, "minutes_publish", meeting),
    }
    context |= _address(meeting)
    if not context["may_publish"] and not context["address"]:
        return None
    return render_to_string("publishing/meeting_panel.html", context, request)


def _address(meeting: Any) -> dict[str, str]:
    public = PublicMeeting.objects.filter(meeting=meeting).first()
    if public is None or document_in_force(public) is None:
        return {"address": ""}
    return {"address": meeting_path(public.body_slug, public.place)}
