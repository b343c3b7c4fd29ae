"""Reading lists of activities: which rows may be paid, to whom, and by which decision.

Kommunestyrelsesloven § 16: lost earnings are replaced for the activities of litra a–g; for litra f
only when the council or the committee has asked for it, so its decision must be in the minutes no
later than the payment. A committee's chair gets nothing for her own committee's meetings.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from sagsgang.minutes import Outcome
from sagsgang.web.bodies.models import Body, BodyKind, Membership, Person, PlannedMeeting
from sagsgang.web.bodies.selectors import members_on
from sagsgang.web.followup.models import ActivityList, ActivityListVersion, ActivityRow, Litra
from sagsgang.web.followup.permissions import body_may
from sagsgang.web.meetings.agendas.selectors.listing import bodies_followed
from sagsgang.web.meetings.models import Item, ItemDecision, MeetingState
from sagsgang.web.meetings.permissions import items_readable_q

#: A decision with one of these lets what is on the list be paid.
LETS_PAY = (Outcome.APPROVED.value, Outcome.CHANGED.value)
NO_DECISION, TOO_LATE, OWN_CHAIR = "no_decision", "too_late", "own_chair"


@dataclass(frozen=True, slots=True)
class Payment:
    """What one member gets for one row: nothing when there is a reason `why_not`."""

    person: Person
    why_not: str = ""

    @property
    def is_payable(self) -> bool:
        """Whether it may be paid."""
        return not self.why_not


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A row with who is paid for it; `decided_in` is the item whose decision it rests on, and
    `decided_on` its day.
    """

    row: ActivityRow
    payments: tuple[Payment, ...]
    decided_in: Item | None = None
    decided_on: date | None = None

    @property
    def is_payable(self) -> bool:
        """Whether anybody is paid for it."""
        return any(each.is_payable for each in self.payments)

    @property
    def why_not(self) -> str:
        """Why nobody is paid; empty when somebody is."""
        return "" if self.is_payable or not self.payments else self.payments[0].why_not


def bodies_with_lists(user: Any) -> list[Body]:
    """The bodies whose lists the user may read."""
    return [body for body in bodies_followed(user) if body_may(user, "activity_list_read", body)]


def lists_of(user: Any, bodies: Iterable[Body]) -> QuerySet[ActivityList]:
    """The lists of the bodies, the newest first."""
    allowed = [body.pk for body in bodies if body_may(user, "activity_list_read", body)]
    found = ActivityList.objects.filter(body__in=allowed).select_related("body__municipality")
    return found.prefetch_related("versions")


def list_get(user: Any, pk: int) -> ActivityList | None:
    """The list with this key, when the user may read it."""
    found = ActivityList.objects.select_related("body__municipality").filter(pk=pk).first()
    if found is None or not body_may(user, "activity_list_read", found.body):
        return None
    return found


def decided_day(item: Item | None) -> date | None:
    """The day of the meeting that approved it in its minutes; None when none has."""
    if item is None:
        return None
    decision = ItemDecision.objects.filter(
        item=item,
        communicated_at__isnull=False,
        is_withdrawn=False,
        postponed_to=None,
        postponed_meeting=None,
    ).filter(Q(outcome__in=LETS_PAY) | Q(parts__outcome__in=LETS_PAY))
    if item.removed_at is not None or not decision.exists():
        return None
    return timezone.localdate(item.meeting.plan.starts_at)


def versions_of(listed: ActivityList) -> list[tuple[ActivityListVersion, date | None]]:
    """The versions that were put before the body, each with the day it was approved."""
    rows = listed.versions.select_related("item__meeting__plan__body", "made_by")
    return [(version, decided_day(version.item)) for version in rows.order_by("number")]


def rows_of(listed: ActivityList) -> list[ListedRow]:
    """The rows in order, with who is paid for each on the day of payment (today without one)."""
    rows = listed.rows.select_related("decision__meeting__plan__body", "meeting")
    rows = rows.prefetch_related("members")
    pays_on = listed.pays_on or timezone.localdate()
    approved = [(version, day) for version, day in versions_of(listed) if day is not None]
    days: dict[int, date | None] = {}
    chairs: dict[date, set[int]] = {}
    found = []
    for row in rows:
        rests_on: list[tuple[date, Item]] = []
        if row.decision is not None:
            if row.decision_id not in days:
                days[row.decision_id] = decided_day(row.decision)
            if day := days[row.decision_id]:
                rests_on.append((day, row.decision))
        rests_on += [
            (day, version.item)
            for version, day in approved
            if day is not None and row_content(row) in version.content["rows"]
        ]
        first = min(rests_on, key=lambda each: each[0], default=None)
        if row.day not in chairs:
            chairs[row.day] = _chairs(listed.body, row.day)
        found.append(_listed(listed, row, first, pays_on, chairs[row.day]))
    return found


def _listed(
    listed: ActivityList,
    row: ActivityRow,
    first: tuple[date, Item] | None,
    pays_on: date,
    chairs: set[int],
) -> ListedRow:
    why_not = ""
    if row.litra == Litra.F:
        if first is None:
            why_not = NO_DECISION
        elif first[0] > pays_on:
            why_not = TOO_LATE
    own = row.litra == Litra.A and (row.meeting is None or row.meeting.body_id == listed.body_id)
    payments = tuple(
        Payment(person, OWN_CHAIR if own and person.pk in chairs else why_not)
        for person in sorted(row.members.all(), key=lambda each: (bytes(each.sort_key), each.pk))
    )
    day, item = first if first else (None, None)
    return ListedRow(row, payments, item, day)


def _chairs(body: Body, day: date) -> set[int]:
    """Who was chair of a standing committee on the day."""
    if body.kind != BodyKind.COMMITTEE:
        return set()
    seats = Membership.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=day),
        body=body,
        post=Membership.Post.CHAIR,
        starts_on__lte=day,
    )
    return set(seats.values_list("person", flat=True))


def row_content(row: ActivityRow) -> dict[str, Any]:
    """A row as a version keeps it."""
    return {
        "row": row.pk,
        "day": row.day.isoformat(),
        "title": row.title,
        "litra": row.litra,
        "hours": f"{row.hours:.2f}",
        "members": sorted(str(person) for person in row.members.all()),
    }


def content_of(listed: ActivityList) -> dict[str, Any]:
    """The list as a version keeps it."""
    rows = listed.rows.prefetch_related("members").order_by("day", "pk")
    return {
        "body": str(listed.body),
        "starts_on": listed.starts_on.isoformat(),
        "ends_on": listed.ends_on.isoformat(),
        "rows": [row_content(row) for row in rows],
    }


def version_at(item: Item) -> ActivityListVersion | None:
    """The version that is treated at the item."""
    return item.activity_lists.select_related("list__body").first()


def members_possible(listed: ActivityList) -> list[Person]:
    """Who sat in the body at the beginning or the end of the period."""
    seats = [*members_on(listed.body, listed.starts_on), *members_on(listed.body, listed.ends_on)]
    found = {seat.person.pk: seat.person for seat in seats}
    return sorted(found.values(), key=lambda each: (bytes(each.sort_key), each.pk))


def decisions_possible(user: Any, listed: ActivityList) -> list[Item]:
    """Items of the municipality's bodies that were decided in the year before the payment and that
    the user may read, the newest first.
    """
    items = Item.objects.filter(
        items_readable_q(user),
        meeting__state=MeetingState.CLOSED,
        meeting__plan__body__municipality=listed.body.municipality_id,
        meeting__plan__starts_at__date__gte=date(listed.starts_on.year - 1, 1, 1),
        decision__communicated_at__isnull=False,
        removed_at__isnull=True,
        recurring="",
    )
    items = items.select_related("meeting__plan__body").order_by(
        "-meeting__plan__starts_at", "order"
    )
    return list(items[:200])


def plans_held(listed: ActivityList) -> list[PlannedMeeting]:
    """The meetings of the body that were held in the period and are on no row of the list."""
    there = listed.rows.filter(meeting__isnull=False).values("meeting")
    plans = PlannedMeeting.objects.filter(
        body=listed.body,
        meeting__state=MeetingState.CLOSED,
        starts_at__date__gte=listed.starts_on,
        starts_at__date__lte=listed.ends_on,
    )
    return list(plans.exclude(pk__in=there).select_related("meeting", "body").order_by("starts_at"))


def may_edit(user: Any, listed: ActivityList) -> bool:
    """Whether the user may write on the list."""
    return body_may(user, "activity_list_edit", listed.body)
