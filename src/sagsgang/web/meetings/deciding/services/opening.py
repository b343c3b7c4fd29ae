"""The item that is written on: locked with its case and meeting, and free to be decided."""

from typing import Any

from django.utils.translation import gettext as _

from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas.services.locked import item_event, item_held, meeting_touched
from sagsgang.web.meetings.deciding.attendance import attendance_of
from sagsgang.web.meetings.holding.services.opening import item_dealt_with
from sagsgang.web.meetings.models import Item, ItemDecision, MeetingState

__all__ = ["decision_of", "item_deciding", "item_written", "quorum_require"]


def item_deciding(actor: Any, operation: str, item: Item) -> Item:
    """The item locked, when the gate lets the actor do it now. After the meeting nothing that was
    decided is changed: there are additions.
    """
    if item.meeting.state == MeetingState.OPEN:
        current = item.meeting.__class__.objects.only("state").get(pk=item.meeting_id).state
        if current == MeetingState.CLOSED:
            raise Refusal(_("The meeting is closed. Write an addition to the decision instead."))
    fresh = item_held(actor, operation, item)
    decision = decision_of(fresh)
    if decision is not None and decision.communicated_at is not None:
        raise Refusal(
            _(
                "The decision has been sent to those whom it concerns and cannot be changed. "
                "Write an addition to it instead."
            )
        )
    return fresh


def decision_of(item: Item) -> ItemDecision | None:
    """What has been written on the item so far."""
    decisions = ItemDecision.objects.select_related("recorded_by", "next_body")
    return decisions.filter(item=item).first()


#: What tells of those who are in the room as it is written.
_OF_THE_ROOM = frozenset({"item_decided", "votes_recorded", "dissent_recorded"})


def item_written(code: str, sentence: str, actor: Any, item: Item, **details: object) -> None:
    """The meeting's screens can tell that something is new; and an event says what."""
    if code in _OF_THE_ROOM:
        item_dealt_with(actor, item)
    meeting_touched(item.meeting)
    item_event(code, sentence, actor, item, **details)


def quorum_require(item: Item) -> None:
    """Refuse to decide with fewer than half of the members in the room (§ 11)."""
    here = attendance_of(item).presence
    if here.is_quorate:
        return
    raise Refusal(
        _(
            "%(present)s of %(seats)s members are registered as present at this item, and half are "
            "needed to decide. Register who is there, or postpone the item."
        )
        % {"present": here.counted, "seats": here.places}
    )
