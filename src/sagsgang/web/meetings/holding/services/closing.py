"""A meeting ends when every item has its decision, is postponed, or has none by record."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas.naming import neutral_title
from sagsgang.web.meetings.agendas.services.locked import (
    cases_lock,
    meeting_event,
    meeting_open,
    meeting_touched,
    reasoned,
)
from sagsgang.web.meetings.holding.selectors import items_lacking
from sagsgang.web.meetings.holding.services.presence import moment_of
from sagsgang.web.meetings.models import Disqualification, Item, Meeting, MeetingState


class ItemsLacking(Refusal):
    """What the meeting cannot close without: each item, and in words what it lacks."""

    def __init__(self, lacking: list[tuple[Item, str]]) -> None:
        self.lacking = lacking
        which = "; ".join(
            f"{item.number or item.order} {neutral_title(item)}: {what}" for item, what in lacking
        )
        super().__init__(_("The meeting cannot close yet. %(which)s.") % {"which": which})


@transaction.atomic
def meeting_close(*, actor: Any, meeting: Meeting) -> Meeting:
    """End the meeting. Emits `meeting_closed`; who hears of it acts in the same transaction."""
    # Cases before meetings, as every room locks them: what is decided goes on to their ways.
    cases_lock(
        meeting.items.filter(stop__isnull=False, removed_at__isnull=True).values_list(
            "stop__case_id", flat=True
        )
    )
    locked = meeting_open(actor, "meeting_read", meeting)
    if locked.state == MeetingState.CLOSED:
        return locked
    locked = meeting_open(actor, "meeting_close", locked)
    lacking = [(item, _("no decision yet")) for item in items_lacking(locked)]
    undecided = Disqualification.objects.filter(
        item__meeting=locked, item__removed_at__isnull=True, is_disqualified__isnull=True
    )
    lacking += [
        (row.item, _("nobody has decided whether %(who)s is disqualified") % {"who": row.seat})
        for row in undecided.select_related("item__stop__case", "item__parent", "seat__sitting")
    ]
    if lacking:
        raise ItemsLacking(lacking)
    locked.state, locked.closed_at = MeetingState.CLOSED, moment_of(locked, None)
    locked.save(update_fields=["state", "closed_at"])
    meeting_touched(locked)
    meeting_event("meeting_closed", "afsluttede mødet", actor, locked)
    return locked


@transaction.atomic
def meeting_reopen(*, actor: Any, meeting: Meeting, reason: str) -> Meeting:
    """Take the end back, with a reason, as long as the minutes are not locked: a room that locks
    them listens to `meeting_reopened` and refuses.
    """
    locked = meeting_open(actor, "meeting_reopen", meeting)
    reason = reasoned(reason, _("Write why the meeting is opened again."))
    locked.state, locked.closed_at = MeetingState.OPEN, None
    locked.save(update_fields=["state", "closed_at"])
    meeting_touched(locked)
    meeting_event("meeting_reopened", f"genåbnede mødet: {reason}", actor, locked, reason=reason)
    return locked
