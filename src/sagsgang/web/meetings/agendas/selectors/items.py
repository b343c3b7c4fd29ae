"""The items of an agenda in order with their numbers, and what waits to be put on one."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from sagsgang.web.bodies.models import Body
from sagsgang.web.meetings.agendas.selectors.numbers import item_numbers
from sagsgang.web.meetings.models import Item, Meeting, MeetingState, RaisedItem
from sagsgang.web.routes.models import CaseStop, StopState
from sagsgang.web.routes.selectors.way import stops_waiting


def items_of(meeting: Meeting) -> list[Item]:
    """The items that are not removed, in order, each with `shown_number` and `sub_items` (its
    sub-points, in order, with their letters). Nothing is hidden here: pages ask `item_may`.
    """
    items = items_whole().filter(meeting=meeting, removed_at__isnull=True)
    found = list(items.order_by("order", "pk"))
    numbers = item_numbers(meeting)
    tops = {item.pk: item for item in found if item.parent_id is None}
    for item in found:
        item.meeting = meeting
        item.shown_number = numbers[item.pk]
        item.sub_items = []
        if item.parent_id in tops:
            item.parent = tops[item.parent_id]
    for item in found:
        if item.parent_id in tops:
            tops[item.parent_id].sub_items.append(item)
    return list(tops.values())


def items_whole() -> QuerySet[Item]:
    """Items with what pages show of them."""
    return Item.objects.select_related(
        "stop__case__officer",
        "stop__case__body",
        "stop__body",
        "stop__meeting",
        "raised_by",
        "other_meeting__plan__body",
        "parent",
    ).prefetch_related("guests", "stop__case__co_officers")


def item_get(meeting: Meeting, pk: int) -> Item | None:
    """The item of this meeting with this key, removed or not."""
    found = items_whole().filter(meeting=meeting, pk=pk).first()
    if found is not None:
        found.meeting = meeting
    return found


def waiting_for_agenda(body: Body, user: Any = None) -> QuerySet[CaseStop]:
    """Treatments of approved cases that are to come in the body and are on no agenda; only those
    `user` may read when told.
    """
    return stops_waiting(body, user).filter(~on_an_agenda_q(), case__state="approved")


def on_an_agenda_q() -> Q:
    """Treatments that are on an agenda which is not held yet, or is being held."""
    items = Item.objects.filter(stop=OuterRef("pk"), removed_at__isnull=True)
    coming = items.filter(
        meeting__state__in=(MeetingState.BUILDING, MeetingState.GONE_THROUGH, MeetingState.SENT)
    )
    held = items.filter(meeting__state=MeetingState.OPEN, meeting__plan=OuterRef("meeting"))
    return Q(Exists(coming.order_by())) | (
        Q(state=StopState.SCHEDULED) & Q(Exists(held.order_by()))
    )


def wishes_waiting(body: Body) -> QuerySet[RaisedItem]:
    """What members want on the agenda (§ 11) and is on none."""
    wishes = RaisedItem.objects.filter(body=body, withdrawn_at__isnull=True)
    return wishes.filter(Q(item__isnull=True) | Q(item__removed_at__isnull=False)).select_related(
        "person"
    )


def removed_items(meeting: Meeting) -> list[Item]:
    """What was taken off the agenda, the last first."""
    found = items_whole().filter(meeting=meeting, removed_at__isnull=False)
    return list(found.order_by("-removed_at", "-pk"))


def stop_waiting(meeting: Meeting, user: Any, pk: int) -> CaseStop | None:
    """The treatment with this key in the body of the meeting, when the user may read its case."""
    return stops_waiting(meeting.plan.body, user).filter(pk=pk).first()


def wish_get(meeting: Meeting, pk: int) -> RaisedItem | None:
    """The wish with this key that was sent to the body of the meeting."""
    found = RaisedItem.objects.filter(body=meeting.plan.body, pk=pk)
    return found.select_related("person").first()
