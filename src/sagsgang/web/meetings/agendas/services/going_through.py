"""Dagsordensmøde: the chair goes through the draft agenda, and says what should be otherwise."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas.services.locked import (
    item_fresh,
    meeting_event,
    meeting_open,
)
from sagsgang.web.meetings.models import AgendaComment, Item, Meeting, MeetingState

#: A comment is no letter.
LONGEST = 2000


@transaction.atomic
def meeting_gone_through(*, actor: Any, meeting: Meeting) -> Meeting:
    """The chair has gone through the agenda as it stands; what is changed after that shows. Done
    again when it was changed. Emits `meeting_gone_through`.
    """
    meeting = meeting_open(actor, "meeting_gone_through", meeting)
    is_same = meeting.gone_through_revision == meeting.revision
    if meeting.state == MeetingState.GONE_THROUGH and is_same:
        return meeting
    meeting.state = MeetingState.GONE_THROUGH
    meeting.gone_through_at, meeting.gone_through_by = timezone.now(), actor
    meeting.gone_through_revision = meeting.revision
    meeting.save(
        update_fields=["state", "gone_through_at", "gone_through_by", "gone_through_revision"]
    )
    meeting_event("meeting_gone_through", "gennemgik dagsordenen", actor, meeting)
    return meeting


@transaction.atomic
def agenda_comment_add(
    *, actor: Any, meeting: Meeting, text: str, item: Item | None = None
) -> AgendaComment:
    """A word between chair and secretary about an item or the whole. Emits
    `agenda_comment_added`.
    """
    meeting = meeting_open(actor, "agenda_comment", meeting)
    if item is not None:
        item = item_fresh(item, meeting)
    words = text.strip()
    if not words:
        raise Refusal(_("Write the comment."), "text")
    if len(words) > LONGEST:
        raise Refusal(_("Use at most %(most)s letters here.") % {"most": LONGEST}, "text")
    comment = AgendaComment.objects.create(meeting=meeting, item=item, text=words, by=actor)
    meeting_event(
        "agenda_comment_added",
        "skrev en bemærkning til udkastet",
        actor,
        meeting,
        subject=comment,
        comment=comment.pk,
    )
    return comment


@transaction.atomic
def agenda_comment_settle(
    *, actor: Any, comment: AgendaComment, is_settled: bool = True
) -> AgendaComment:
    """What was asked for is done (or is not, after all). Emits `agenda_comment_settled`."""
    meeting = meeting_open(actor, "agenda_comment", comment.meeting)
    fresh = AgendaComment.objects.get(pk=comment.pk)
    if bool(fresh.settled_at) == is_settled:
        return fresh
    fresh.settled_at = timezone.now() if is_settled else None
    fresh.save(update_fields=["settled_at"])
    what = "afsluttede" if is_settled else "åbnede igen"
    meeting_event(
        "agenda_comment_settled",
        f"{what} en bemærkning til udkastet",
        actor,
        meeting,
        subject=fresh,
        comment=fresh.pk,
    )
    return fresh
