"""The order of an agenda, and what leaves it: nothing is deleted, and all of it can be undone."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.bodies.models import PlannedMeeting
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas.selectors.numbers import item_numbers
from sagsgang.web.meetings.agendas.services.items import lateness, stop_usable
from sagsgang.web.meetings.agendas.services.locked import (
    cases_lock,
    item_event,
    item_held,
    living,
    meeting_open,
    meeting_touched,
    order_write,
    reasoned,
)
from sagsgang.web.meetings.models import Item, Meeting
from sagsgang.web.meetings.permissions import meeting_require
from sagsgang.web.routes.models import LIVING, CaseStop, StopState
from sagsgang.web.routes.services import stop_postpone, stop_schedule, stop_unschedule


@transaction.atomic
def item_move(*, actor: Any, item: Item, position: int) -> Item:
    """Give the item the place `position` (from 1) among those of its level; a place after the last
    is the last. Emits `item_moved`.
    """
    fresh = item_held(actor, "item_move", item)
    there = living(fresh.meeting, fresh.parent)
    if position < 1:
        raise Refusal(_("The first place is 1."), "position")
    earlier = next(place for place, each in enumerate(there, start=1) if each.pk == fresh.pk)
    position = min(position, len(there))
    if position == earlier:
        return fresh
    moved = there.pop(earlier - 1)
    there.insert(position - 1, moved)
    order_write(there)
    fresh.order = position
    meeting_touched(fresh.meeting)
    item_event(
        "item_moved",
        f"flyttede {{item}} fra plads {earlier} til plads {position}",
        actor,
        fresh,
        position=position,
        earlier=earlier,
    )
    return fresh


@transaction.atomic
def items_arrange(*, actor: Any, meeting: Meeting, order: list[int], based_on: int) -> Meeting:
    """The order of all items at once, as somebody dragged them: refused when the agenda is not the
    one she saw. Emits `items_arranged`.
    """
    meeting = meeting_open(actor, "item_move", meeting)
    there = {item.pk: item for item in living(meeting)}
    if based_on != meeting.revision or set(order) != there.keys() or len(order) != len(there):
        raise Refusal(
            _("Another person has changed the agenda since you opened it. Reload the page.")
        )
    if order == list(there):
        return meeting
    order_write(there[key] for key in order)
    meeting_touched(meeting)
    item = there[order[0]]
    item.meeting = meeting
    item_event("items_arranged", "ændrede rækkefølgen; først kommer {item}", actor, item)
    return meeting


@transaction.atomic
def item_remove(
    *,
    actor: Any,
    item: Item,
    reason: str,
    until: date | None = None,
    next_meeting: PlannedMeeting | None = None,
) -> Item:
    """Take the item off the agenda and say why. Its treatment waits again for a meeting, or until
    the date or meeting that is given. Emits `item_removed`.
    """
    fresh = item_held(actor, "item_remove", item)
    reason = reasoned(reason, _("Write why the item is removed."))
    removed(actor, fresh, reason)
    stop = fresh.stop
    if stop is not None and stop.state in LIVING and stop.meeting_id == fresh.meeting.plan_id:
        if until is not None or next_meeting is not None:
            stop_postpone(actor=actor, stop=stop, reason=reason, until=until, meeting=next_meeting)
        else:
            stop_unschedule(actor=actor, stop=stop)
    return fresh


def removed(actor: Any, item: Item, reason: str) -> None:
    """The item is off the agenda; the caller has locked its meeting."""
    item.removed_at, item.removed_because = timezone.now(), reason[:300]
    item.save(update_fields=["removed_at", "removed_because"])
    order_write(living(item.meeting, item.parent))
    meeting_touched(item.meeting)
    item_event("item_removed", f"tog {{item}} af dagsordenen: {reason}", actor, item)


@transaction.atomic
def item_restore(*, actor: Any, item: Item, late_reason: str = "") -> Item:
    """Put a removed item back where it was, its treatment with it. Emits `item_restored`."""
    cases_lock([item.stop.case_id] if item.stop else [])
    meeting = meeting_open(actor, "item_add", item.meeting)
    fresh = Item.objects.select_related("parent").get(pk=item.pk, meeting=meeting)
    fresh.meeting = meeting
    if fresh.removed_at is None:
        return fresh
    meeting_require(actor, "item_remove", meeting)
    if fresh.parent is not None and fresh.parent.removed_at is not None:
        raise Refusal(_("The item it belongs to is removed. Put that back first."))
    if not fresh.number:
        fresh.late_reason = lateness(meeting, late_reason or fresh.late_reason, is_taken_up=False)
        fresh.is_late = bool(fresh.late_reason)
    if fresh.stop_id is not None:
        _stop_again(actor, meeting, fresh)
    put_back(fresh)
    item_event("item_restored", "satte {item} tilbage på dagsordenen", actor, fresh)
    return fresh


def _stop_again(actor: Any, meeting: Meeting, item: Item) -> None:
    stop = CaseStop.objects.select_related("case__body", "body", "meeting").get(pk=item.stop_id)
    stop_usable(meeting, stop)
    if stop.state != StopState.SCHEDULED or stop.meeting_id != meeting.plan_id:
        stop_schedule(actor=actor, stop=stop, meeting=meeting.plan)
    item.stop = stop


def put_back(item: Item) -> None:
    """The item is on the agenda again, at the place it had; the caller has locked its meeting."""
    there = living(item.meeting, item.parent)
    item.removed_at, item.removed_because = None, ""
    item.save(
        update_fields=["removed_at", "removed_because", "late_reason", "is_late"],
    )
    there.insert(min(item.order, len(there) + 1) - 1, item)
    item.order = 0
    order_write(there)
    meeting_touched(item.meeting)


@transaction.atomic
def numbers_keep(meeting: Meeting) -> dict[int, str]:
    """Write the numbers on the items as the agenda is sent; from then on they never change. Called
    by whoever sends it, with the meeting locked.
    """
    numbers = item_numbers(meeting)
    for item in Item.objects.filter(pk__in=numbers, number=""):
        item.number = numbers[item.pk]
        item.save(update_fields=["number"])
    return numbers
