"""A member says beforehand that she may be disqualified in an item (§ 14); the body decides."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from sagsgang.web.accounts.models import User
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas.naming import item_in_words, meeting_in_words
from sagsgang.web.meetings.agendas.services.locked import (
    item_event,
    meeting_open,
    meeting_touched,
)
from sagsgang.web.meetings.holding.services import disqualification_raise
from sagsgang.web.meetings.members.addresses import item_path
from sagsgang.web.meetings.members.names import secretaries_of, tell
from sagsgang.web.meetings.models import Disqualification, Item, Seat
from sagsgang.web.meetings.permissions import item_require


@transaction.atomic
def disqualification_tell(*, actor: User, item: Item, ground: str) -> Disqualification:
    """Raise the question about her own seat; until the body has decided, she may change the
    ground. Emits `disqualification_raised`.
    """
    seat = _own_seat(actor, item)
    told = Disqualification.objects.filter(item=item, seat=seat).first()
    if told is not None and told.ground == " ".join(ground.split()):
        return told
    found = disqualification_raise(actor=actor, item=item, seat=seat, ground=ground)
    _tell(actor, item, f"{actor} kan være inhabil i {item_in_words(item)}: {found.ground}")
    return found


@transaction.atomic
def disqualification_take_back(*, actor: User, item: Item) -> None:
    """It was a mistake, as long as the body has not decided. Emits `disqualification_dropped`."""
    item.meeting = meeting_open(actor, "disqualification_raise", item.meeting)
    item_require(actor, "disqualification_raise", item)
    seat = _own_seat(actor, item)
    found = Disqualification.objects.filter(item=item, seat=seat).first()
    if found is None:
        return
    if found.is_disqualified is not None:
        raise Refusal(_("It has been decided whether you take part in this item."))
    if found.raised_by != str(actor)[:150]:
        raise Refusal(_("Somebody else raised the question; only the body can settle it."))
    found.delete()
    meeting_touched(item.meeting)
    item_event(
        "disqualification_dropped",
        "tog sin inhabilitet tilbage i {item}",
        actor,
        item,
        seat=seat.pk,
    )
    _tell(actor, item, f"{actor} har taget sin inhabilitet tilbage i {item_in_words(item)}.")


def _own_seat(actor: User, item: Item) -> Seat:
    seat = Seat.objects.filter(meeting=item.meeting, sitting__user=actor).first()
    if seat is None:
        raise PermissionDenied("disqualification_raise")
    return seat


def _tell(actor: User, item: Item, text: str) -> None:
    body = item.meeting.plan.body
    tell(
        users=secretaries_of(body),
        actor=actor,
        code="disqualification_raised",
        text=f"{text} ({meeting_in_words(item.meeting)})",
        path=item_path(item),
        why=f"du er sekretær for {body}",
        meeting=item.meeting,
    )
