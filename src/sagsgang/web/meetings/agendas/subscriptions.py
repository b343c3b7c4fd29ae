"""What happens elsewhere and changes agendas: a meeting is cancelled or moved, a treatment leaves
its meeting, a case is closed to others or gets another title.
"""

from django.utils import timezone

from sagsgang.web.audit.events import Happening, event_subscribe
from sagsgang.web.bodies.models import PlannedMeeting
from sagsgang.web.cases.models import Case
from sagsgang.web.meetings.agendas.naming import danish_day
from sagsgang.web.meetings.agendas.services.items import item_of_stop
from sagsgang.web.meetings.agendas.services.locked import (
    cases_lock,
    meeting_event,
    meeting_locked,
    meeting_touched,
)
from sagsgang.web.meetings.agendas.services.ordering import put_back, removed
from sagsgang.web.meetings.agendas.services.preparing import meeting_brought_back, seats_make
from sagsgang.web.meetings.models import Item, Meeting, MeetingState
from sagsgang.web.routes.models import LIVING, CaseStop, StopState

#: An agenda in these states is still to be treated.
COMING = (MeetingState.BUILDING, MeetingState.GONE_THROUGH, MeetingState.SENT)


def subscribe() -> None:
    """Told once, when the website starts."""
    event_subscribe("meeting_cancelled", meeting_lost)
    event_subscribe("meeting_restored", meeting_found)
    event_subscribe("meeting_moved", meeting_was_moved)
    for code in ("stop_scheduled", "stop_postponed", "stop_unscheduled", "stop_withdrawn"):
        event_subscribe(code, stop_left)
    event_subscribe("decision_recorded", stop_left)
    event_subscribe("case_closed_set", case_access_changed)
    event_subscribe("case_closed_lifted", case_access_changed)
    event_subscribe("case_head_saved", case_renamed)


def cancelled_because(plan: PlannedMeeting) -> str:
    """What its items say when the meeting is cancelled; by it they are found again."""
    return f"Mødet er aflyst: {plan.cancelled_because}"[:300]


def _meeting_on(plan: PlannedMeeting, *states: str) -> Meeting | None:
    found = Meeting.objects.filter(plan=plan, state__in=states).first()
    if found is None:
        return None
    items = Item.objects.filter(meeting=found, stop__isnull=False)
    cases_lock(items.values_list("stop__case", flat=True))
    return meeting_locked(found)


def meeting_lost(happening: Happening) -> None:
    """The meeting is cancelled; what was on its agenda waits again."""
    plan: PlannedMeeting = happening.subject
    meeting = _meeting_on(plan, *COMING)
    if meeting is None:
        return
    Item.objects.filter(meeting=meeting, removed_at__isnull=True).update(
        removed_at=timezone.now(), removed_because=cancelled_because(plan)
    )
    meeting.state = MeetingState.CANCELLED
    meeting.save(update_fields=["state"])
    meeting_touched(meeting)
    meeting_event("agenda_cancelled", "lod punkterne vente igen", happening.actor, meeting)


def meeting_found(happening: Happening) -> None:
    """The cancellation is taken back: the agenda is as it was, but for what went elsewhere."""
    plan: PlannedMeeting = happening.subject
    meeting = _meeting_on(plan, MeetingState.CANCELLED)
    if meeting is None:
        return
    lost = Item.objects.filter(meeting=meeting, removed_because__startswith="Mødet er aflyst: ")
    meeting_brought_back(meeting)
    for item in lost.select_related("stop__case", "parent").order_by("parent_id", "order", "pk"):
        item.meeting = meeting
        if item.stop is None or _may_return(item.stop, plan):
            put_back(item)
    meeting_event("agenda_restored", "satte punkterne tilbage", happening.actor, meeting)


def _may_return(stop: CaseStop, plan: PlannedMeeting) -> bool:
    is_here = stop.state == StopState.SCHEDULED and stop.meeting_id == plan.pk
    return is_here and item_of_stop(stop) is None


def meeting_was_moved(happening: Happening) -> None:
    """On another day others may sit in the body."""
    plan: PlannedMeeting = happening.subject
    meeting = _meeting_on(plan, *COMING)
    if meeting is not None:
        seats_make(meeting)
        meeting_touched(meeting)


def stop_left(happening: Happening) -> None:
    """A treatment that is no longer to happen at the meeting leaves its agenda, and says why."""
    stop: CaseStop = happening.subject
    items = Item.objects.filter(stop=stop, removed_at__isnull=True, meeting__state__in=COMING)
    if stop.state == StopState.SCHEDULED:
        items = items.exclude(meeting__plan=stop.meeting_id)
    for item in items.select_related("meeting", "parent"):
        item.meeting = meeting_locked(item.meeting)
        item.stop = stop
        removed(happening.actor, item, _why(stop))


def _why(stop: CaseStop) -> str:
    if stop.state == StopState.WITHDRAWN:
        return f"Behandlingen er trukket tilbage: {stop.reason}"
    if stop.state == StopState.POSTPONED:
        return f"Behandlingen er udsat: {stop.reason}"
    if stop.state == StopState.SCHEDULED and stop.meeting is not None:
        day = danish_day(timezone.localdate(stop.meeting.starts_at))
        return f"Behandlingen er flyttet til mødet den {day}"
    if stop.state not in LIVING:
        return "Sagen er behandlet uden for mødet"
    return "Behandlingen er taget af mødet"


def case_access_changed(happening: Happening) -> None:
    """A case that is closed or opened is so on every agenda it is coming up on."""
    case: Case = happening.subject
    for item in _coming_items(case):
        item.is_closed = case.is_closed
        item.closed_ground = case.closed_ground if case.is_closed else ""
        item.closed_reference = case.closed_reference if case.is_closed else ""
        item.closed_by = item.closed_by if case.is_closed else ""
        item.public_title = case.public_title if case.is_closed else ""
        item.save()
        meeting_touched(item.meeting)


def case_renamed(happening: Happening) -> None:
    """Until an agenda is sent, its items are called what their cases are called."""
    case: Case = happening.subject
    changed = set(happening.details.get("changed", ()))
    for item in _coming_items(case):
        if "title" in changed and item.meeting.state != MeetingState.SENT:
            item.title = case.title
        if "kind" in changed and item.meeting.state != MeetingState.SENT:
            item.kind = case.kind
        if case.is_closed and "public_title" in changed:
            item.public_title = case.public_title
        if case.is_closed and "closed_ground" in changed:
            item.closed_ground = case.closed_ground
        if case.is_closed and "closed_reference" in changed:
            item.closed_reference = case.closed_reference
        item.save()
        meeting_touched(item.meeting)


def _coming_items(case: Case) -> list[Item]:
    items = Item.objects.filter(
        stop__case=case, removed_at__isnull=True, meeting__state__in=COMING
    ).select_related("meeting__plan__body", "parent")
    found = list(items)
    for item in found:
        item.meeting = meeting_locked(item.meeting)
    return found
