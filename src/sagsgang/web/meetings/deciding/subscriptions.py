"""What happens elsewhere and makes decisions act: a meeting closes, answers come in, an agenda is
begun.
"""

from django.utils import timezone

from sagsgang.web.audit.events import Happening, event_subscribe
from sagsgang.web.bodies.models import Body, PlannedMeeting
from sagsgang.web.meetings.agendas.services.items import item_made, item_of_stop
from sagsgang.web.meetings.agendas.services.locked import meeting_locked
from sagsgang.web.meetings.deciding.services import chair_decisions_report, decisions_communicate
from sagsgang.web.meetings.deciding.services.additions import item_appended
from sagsgang.web.meetings.deciding.services.handed import invitations_put
from sagsgang.web.meetings.deciding.services.telling import kinds_register
from sagsgang.web.meetings.models import Item, Meeting, MeetingState
from sagsgang.web.routes.models import CaseStop, DecisionAddendum, StopKind, StopState
from sagsgang.web.routes.services.stops import scheduled
from sagsgang.web.routes.services.stops_locked import case_locked


def subscribe() -> None:
    """Told once, when the website starts."""
    kinds_register()
    event_subscribe("meeting_closed", meeting_was_closed)
    event_subscribe("meeting_prepared", agenda_was_begun)
    event_subscribe("hearing_answers_in", answers_are_in)
    event_subscribe("decision_appended", way_was_appended)


def meeting_was_closed(happening: Happening) -> None:
    """What was decided takes effect, in the transaction that closes the meeting."""
    decisions_communicate(actor=happening.actor, meeting=happening.subject)


def way_was_appended(happening: Happening) -> None:
    """What is added to a decision on the case's way belongs to the minutes of its meeting too."""
    if not happening.details.get("on_the_way"):
        return
    stop = happening.subject
    items = Item.objects.select_related("meeting__plan__body", "stop__case", "parent")
    item = items.filter(stop=stop, removed_at=None, meeting__state=MeetingState.CLOSED).first()
    if item is not None:
        addendum = DecisionAddendum.objects.get(pk=happening.details["addendum"])
        item_appended(happening.actor, item, addendum.text)


def agenda_was_begun(happening: Happening) -> None:
    """The chair's decisions since the last meeting, and those who were invited, are put on it."""
    meeting = meeting_locked(happening.subject)
    chair_decisions_report(actor=happening.actor, meeting=meeting)
    invitations_put(meeting)


def answers_are_in(happening: Happening) -> None:
    """A case that a meeting of its body sent out to be heard is on the body's next agenda."""
    for key in happening.details.get("next_stops", ()):
        stop = CaseStop.objects.select_related("body", "case", "referred_by").get(pk=key)
        if _resumes(stop):
            _put_on_next(happening.actor, stop)


def _resumes(stop: CaseStop) -> bool:
    """The body has had it before, sent it to be heard, and nobody has given it a day since."""
    before = stop.referred_by
    if stop.state != StopState.PLANNED or before is None or before.body_id != stop.body_id:
        return False
    heard = CaseStop.objects.filter(
        case=stop.case_id, kind=StopKind.HEARING, step__gte=before.step, step__lt=stop.step
    )
    return heard.exists() and Item.objects.filter(stop=before).exists()


def _put_on_next(actor: object, stop: CaseStop) -> None:
    plan = _next_open(stop.body)
    if plan is None:
        return
    stop.case = case_locked(stop.case)
    scheduled(actor, stop, plan)
    meeting = Meeting.objects.filter(plan=plan).first()
    if meeting is None or stop.case.state != "approved" or item_of_stop(stop) is not None:
        return
    case = stop.case
    item_made(
        actor,
        meeting_locked(meeting),
        None,
        title=case.title,
        public_title=case.public_title,
        kind=case.kind,
        stop=stop,
        is_closed=case.is_closed,
        closed_ground=case.closed_ground if case.is_closed else "",
        closed_reference=case.closed_reference if case.is_closed else "",
    )


def _next_open(body: Body) -> PlannedMeeting | None:
    """The next meeting of the body whose agenda has not been sent; None when none is planned."""
    gone_out = Meeting.objects.exclude(
        state__in=(MeetingState.BUILDING, MeetingState.GONE_THROUGH)
    ).values("plan")
    coming = PlannedMeeting.objects.filter(
        body=body, cancelled_because="", starts_at__gt=timezone.now()
    )
    return coming.exclude(pk__in=gone_out).order_by("starts_at", "pk").first()
