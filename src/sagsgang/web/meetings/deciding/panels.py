"""What deciding shows on other rooms' pages: on the meeting screen, the agenda, an item, a body."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from sagsgang.web.meetings.deciding.forms import ManyForm, TakeUpForm
from sagsgang.web.meetings.deciding.pages import decided_of, decision_page, may_see_decision
from sagsgang.web.meetings.deciding.undecided import phrases_alone, stops_waiting_at, undecided
from sagsgang.web.meetings.models import ChairDecision, MeetingState
from sagsgang.web.meetings.permissions import body_may, item_may, meeting_may


def holding_item(request: HttpRequest, item: Any) -> SafeString | None:
    """Everything that is written on the item, where the meeting is led from."""
    if not item_may(request.user, "decision_record", item):
        return None
    return render_to_string("meetings/deciding/panel.html", decision_page(request, item), request)


def item_main(request: HttpRequest, item: Any) -> SafeString | None:
    """What was decided, beside the recommendation part by part."""
    if not may_see_decision(request.user, item):
        return None
    decided = decided_of(item)
    may_write = item_may(request.user, "decision_record", item)
    if decided.decision is None and not may_write:
        return None
    context = {
        "decided": decided,
        "item": item,
        "may_write": may_write,
        "may_append": item_may(request.user, "decision_append", item),
    }
    return render_to_string("meetings/deciding/decided_panel.html", context, request)


def meeting_main(request: HttpRequest, meeting: Any) -> SafeString | None:
    """Many items at once, and an item that was not on the agenda, while the meeting is held."""
    if meeting.state != MeetingState.OPEN:
        return None
    if not meeting_may(request.user, "decision_record", meeting):
        return None
    rows = undecided(request.user, meeting)
    context = {
        "meeting": meeting,
        "next": request.get_full_path(),
        "rows": rows,
        "many": ManyForm(prefix="many", items=rows, phrases=phrases_alone(meeting.plan.body)),
        "take_up": TakeUpForm(prefix="take", stops=stops_waiting_at(request.user, meeting)),
    }
    return render_to_string("meetings/deciding/meeting_panel.html", context, request)


def body_main(request: HttpRequest, body: Any) -> SafeString | None:
    """The chair's decisions, for the chair and the secretary."""
    if not body_may(request.user, "chair_decision_record", body):
        return None
    rows = ChairDecision.objects.filter(body=body).order_by("-decided_on", "-pk")
    context = {"body": body, "rows": rows.select_related("decided_by", "reported_in")[:3]}
    return render_to_string("meetings/deciding/body_panel.html", context, request)
