"""On the page of the meeting: the way to the meeting screen, and who took part when it is over."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from sagsgang.web.meetings.agendas.selectors.meetings import meeting_place
from sagsgang.web.meetings.holding.roster import roster_of
from sagsgang.web.meetings.models import Meeting, MeetingState
from sagsgang.web.meetings.permissions import meeting_may

_SHOWN = ("meeting_open", "item_lead", "meeting_close", "meeting_reopen")
_STATES = ("sent", "open", "closed")


def meeting_main(request: HttpRequest, meeting: Meeting) -> SafeString | None:
    """For those who open, lead or close the meeting, from when its agenda was sent."""
    is_extraordinary = meeting.plan.kind == "extraordinary"
    if meeting.state not in _STATES and not (is_extraordinary and meeting.state != "cancelled"):
        return None
    if not any(meeting_may(request.user, name, meeting) for name in _SHOWN):
        return None
    context = {"meeting": meeting, "place": meeting_place(meeting.plan)}
    return render_to_string("meetings/holding/meeting_panel.html", context, request)


def meeting_side(request: HttpRequest, meeting: Meeting) -> SafeString | None:
    """Who took part and who was away, from when the meeting is closed."""
    if meeting.state != MeetingState.CLOSED:
        return None
    context = {"roster": roster_of(meeting)}
    return render_to_string("meetings/holding/roster.html", context, request)
