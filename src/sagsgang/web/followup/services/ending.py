"""A follow-up is done, dropped with a reason, or taken up again."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.design.refusal import Refusal
from sagsgang.web.followup.models import LIVING, FollowUp, State
from sagsgang.web.followup.services.held import follow_up_open, words_of, written


@transaction.atomic
def follow_up_finish(*, actor: Any, follow_up: FollowUp, result: str = "") -> FollowUp:
    """The body has what it asked for. What has parts is done when each of them is. Emits
    `follow_up_finished`.
    """
    fresh = follow_up_open(actor, "follow_up_finish", follow_up)
    waiting = fresh.parts.filter(state__in=LIVING).count()
    if waiting:
        raise Refusal(
            _("%(count)s of its parts are not done yet. Finish or drop them first.")
            % {"count": waiting}
        )
    result = result.strip() or fresh.result
    evidence = fresh.evidence.exists() or fresh.reported_in_id or fresh.parts.exists()
    if not result and not evidence:
        raise Refusal(_("Write what came of it."), "result")
    fresh.result = result[:5000]
    return ended(actor, fresh)


def ended(actor: Any, follow_up: FollowUp, on: Any = None) -> FollowUp:
    """The row as done; the caller has it locked."""
    follow_up.state = State.DONE
    follow_up.ended_on = min(on or timezone.localdate(), timezone.localdate())
    return written(actor, follow_up, "follow_up_finished", "afsluttede {it}")


@transaction.atomic
def follow_up_drop(*, actor: Any, follow_up: FollowUp, reason: str) -> FollowUp:
    """Nobody will do it, and why; its parts go with it. Emits `follow_up_dropped`."""
    fresh = follow_up_open(actor, "follow_up_drop", follow_up)
    reason = words_of(reason, _("Write why it is dropped."), "reason", 300)
    for each in [*fresh.parts.select_for_update().filter(state__in=LIVING), fresh]:
        each.state, each.dropped_because = State.DROPPED, reason
        each.ended_on = timezone.localdate()
        written(actor, each, "follow_up_dropped", f"opgav {{it}}: {reason}"[:480])
    return fresh


@transaction.atomic
def follow_up_reopen(*, actor: Any, follow_up: FollowUp) -> FollowUp:
    """It is to be done all the same, and the whole that it is a part of with it. Emits
    `follow_up_reopened`.
    """
    fresh = follow_up_open(actor, "follow_up_reopen", follow_up)
    if fresh.parent is not None and fresh.parent.state not in LIVING:
        parent = FollowUp.objects.select_for_update(of=("self",)).get(pk=fresh.parent_id)
        _reopened(actor, parent)
    return _reopened(actor, fresh)


def _reopened(actor: Any, follow_up: FollowUp) -> FollowUp:
    follow_up.state = State.IN_PROGRESS if follow_up.result else State.OPEN
    follow_up.ended_on, follow_up.dropped_because = None, ""
    return written(actor, follow_up, "follow_up_reopened", "tog {it} op igen")
