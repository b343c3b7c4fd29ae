"""What happens elsewhere and somebody who was invited must be told of in her calendar."""

from typing import Any

from sagsgang.web.audit.events import Happening, event_subscribe
from sagsgang.web.bodies.models import PlannedMeeting
from sagsgang.web.meetings.models import Invitation, Meeting
from sagsgang.web.meetings.sending.services.inviting import invitations_update

#: Events about a planned meeting, and about a meeting or what belongs to one.
OF_THE_PLAN = ("meeting_cancelled", "meeting_moved", "meeting_restored")
OF_THE_MEETING = ("guest_added", "guest_removed", "substitute_seated")


def subscribe() -> None:
    """Told once, when the website starts; after those who change the meeting itself."""
    for code in OF_THE_PLAN:
        event_subscribe(code, plan_changed)
    for code in OF_THE_MEETING:
        event_subscribe(code, meeting_changed)


def plan_changed(happening: Happening) -> None:
    """The meeting is off, on again, or at another time or place."""
    plan = happening.subject
    if isinstance(plan, PlannedMeeting):
        _update(happening, Meeting.objects.filter(plan=plan))


def meeting_changed(happening: Happening) -> None:
    """A guest came or went, somebody else sits in a seat."""
    subject: Any = happening.subject
    meeting = subject if isinstance(subject, Meeting) else getattr(subject, "meeting", None)
    if isinstance(meeting, Meeting):
        _update(happening, Meeting.objects.filter(pk=meeting.pk))


def _update(happening: Happening, meetings: Any) -> None:
    """Nobody is told before the first invitations went out, with the agenda."""
    meeting = (
        meetings.select_for_update(of=("self",))
        .select_related("plan__body__municipality__settings")
        .first()
    )
    if meeting is not None and Invitation.objects.filter(meeting=meeting).exists():
        invitations_update(actor=happening.actor, meeting=meeting)
