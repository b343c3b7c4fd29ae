"""Reading follow-ups: what each is due on, where it comes from, and what it is waiting for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case as When_
from django.db.models import DateField, F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, TruncDate
from django.utils import timezone

from sagsgang.web.accounts.models import User
from sagsgang.web.audit.models import Event
from sagsgang.web.bodies.models import Assignment, Body
from sagsgang.web.bodies.standing import standing_of
from sagsgang.web.cases.models import Case
from sagsgang.web.followup.models import LIVING, FollowUp, State
from sagsgang.web.followup.permissions import follow_ups_may_q, follow_ups_readable_q
from sagsgang.web.meetings.agendas.addresses import meeting_address, places_ask
from sagsgang.web.meetings.models import Item, ItemDecision
from sagsgang.web.meetings.permissions import items_readable_q


def with_due(rows: QuerySet[FollowUp]) -> QuerySet[FollowUp]:
    """The rows with `due`: the day they name, or the day of the meeting they wait for."""
    return rows.annotate(
        due=Coalesce("deadline", TruncDate("meeting__starts_at"), output_field=DateField())
    )


def follow_ups_readable(user: Any) -> QuerySet[FollowUp]:
    """What the user may read of it all, with `due` and what a row shows."""
    rows = with_due(FollowUp.objects.filter(follow_ups_readable_q(user)))
    return rows.select_related(
        "body",
        "case",
        "owner",
        "meeting__body",
        "parent",
        "continues",
        "item__meeting__plan__body",
        "item__stop__case",
        "item__parent",
        "reported_in__meeting__plan__body",
    ).prefetch_related("people")


def follow_up_get(user: Any, pk: int) -> FollowUp | None:
    """The follow-up with this key, when the user may read it."""
    return follow_ups_readable(user).filter(pk=pk).first()


def late_q(today: date) -> Q:
    """What is late on the day, for rows that have `due`."""
    return Q(state__in=LIVING, due__lt=today)


def mine_q(user: Any) -> Q:
    """What the user, or whoever she stands in for, has to do."""
    keys = standing_of(user).stands_for
    return Q(owner__in=keys) | Q(people__user__in=keys)


def urgent_first(rows: QuerySet[FollowUp], user: Any = None) -> QuerySet[FollowUp]:
    """The late on top, each time one's own first; then by day, and at last what is over."""
    late = When_(When(late_q(timezone.localdate()), then=Value(0)), default=Value(1))
    over = When_(When(state__in=LIVING, then=Value(0)), default=Value(1))
    keys = standing_of(user).stands_for if user is not None else frozenset()
    mine = When_(When(owner__in=keys, then=Value(0)), default=Value(1))
    return rows.annotate(is_late_first=late, is_over=over, is_mine=mine).order_by(
        "is_over", "is_late_first", "is_mine", F("due").asc(nulls_last=True), "-pk"
    )


def follow_ups_waiting(user: Any) -> QuerySet[FollowUp]:
    """What the user has to do, the nearest first. A part is its owner's, the whole another's."""
    mine = FollowUp.objects.filter(mine_q(user)).values("pk")
    rows = follow_ups_readable(user).filter(pk__in=mine, state__in=(State.OPEN, State.IN_PROGRESS))
    return rows.order_by(F("due").asc(nulls_last=True), "pk")


def follow_ups_to_chase(user: Any) -> QuerySet[FollowUp]:
    """What is late, in the bodies that the user is secretary of, and is not her own to do; what
    stands on an agenda already is on its way.
    """
    rows = with_due(FollowUp.objects.filter(follow_ups_may_q(user, "follow_up_finish")))
    mine = FollowUp.objects.filter(mine_q(user)).values("pk")
    rows = rows.filter(late_q(timezone.localdate())).exclude(pk__in=mine)
    rows = rows.exclude(reported_in__isnull=False, reported_in__removed_at__isnull=True)
    return rows.order_by("due", "pk")


def follow_ups_of_body(user: Any, body: Body) -> QuerySet[FollowUp]:
    """What the body waits for, the late on top."""
    return urgent_first(follow_ups_readable(user).filter(body=body, state__in=LIVING), user)


def follow_ups_of_case(user: Any, case: Case) -> list[FollowUp]:
    """Everything that was asked for or promised in the case; parts under their whole."""
    rows = follow_ups_readable(user).filter(case=case, parent__isnull=True)
    return list(urgent_first(rows, user))


def follow_ups_of_item(user: Any, item: Item) -> list[FollowUp]:
    """What the item's decision asked for."""
    return list(follow_ups_readable(user).filter(item=item).order_by("pk"))


def reports_in_item(user: Any, item: Item) -> list[FollowUp]:
    """What the item reports on."""
    return list(follow_ups_readable(user).filter(reported_in=item).order_by("pk"))


def continued_by(user: Any, row: FollowUp) -> list[FollowUp]:
    """What the body asked for when it had heard of this."""
    return list(follow_ups_readable(user).filter(continues=row).order_by("pk"))


@dataclass(frozen=True, slots=True)
class Shown:
    """A follow-up with what stands around it, as far as the reader may see it. `decision` is what
    asked; `decision_address` where it stands; `told_address` where it came back.
    """

    row: FollowUp
    is_late: bool
    days_left: int | None
    decision: ItemDecision | None
    decision_address: str
    told: Item | None
    told_address: str
    told_decision: ItemDecision | None
    parts: tuple["Shown", ...]
    is_mine: bool

    @property
    def parts_over(self) -> int:
        """How many parts are done or dropped."""
        return sum(each.row.state not in LIVING for each in self.parts)


#: The items that the user may read among some, each with its decision when it has one.
_Known = dict[int, ItemDecision | None]


def shown_rows(user: Any, rows: Iterable[FollowUp], *, with_parts: bool = False) -> list[Shown]:
    """What is around many rows that the user may read, for a few questions to the database."""
    kept = list(rows)
    parts: dict[int, list[FollowUp]] = {}
    if with_parts and kept:
        wholes = [row.pk for row in kept if row.parent_id is None]
        found = follow_ups_readable(user).filter(parent__in=wholes).order_by("order", "pk")
        for part in found:
            parts.setdefault(part.parent_id, []).append(part)
    every = [*kept, *(part for those in parts.values() for part in those)]
    keys = {key for row in every for key in (row.item_id, row.reported_in_id) if key}
    known: _Known = {}
    if keys:
        readable = Item.objects.filter(items_readable_q(user), pk__in=keys).order_by()
        known |= dict.fromkeys(readable.values_list("pk", flat=True))
    decisions = ItemDecision.objects.filter(item__in=known, communicated_at__isnull=False)
    known.update({decision.item_id: decision for decision in decisions})
    items = [item for row in every for item in (row.item, row.reported_in) if item]
    places_ask(item.meeting for item in items if item.pk in known)
    return [_shown(user, row, parts, known) for row in kept]


def shown(user: Any, row: FollowUp) -> Shown:
    """What is around a row that the user may read, its parts too."""
    return shown_rows(user, [row], with_parts=True)[0]


def _shown(user: Any, row: FollowUp, parts: dict[int, list[FollowUp]], known: _Known) -> Shown:
    today = timezone.localdate()
    due = getattr(row, "due", None)
    decision, address = _decided(row.item, known)
    told = row.reported_in if row.reported_in and row.reported_in.removed_at is None else None
    told_decision, told_address = _decided(told, known)
    keys = standing_of(user).stands_for
    mine = row.owner_id in keys or any(each.user_id in keys for each in row.people.all())
    return Shown(
        row=row,
        is_late=row.state in LIVING and due is not None and due < today,
        days_left=(due - today).days if due is not None else None,
        decision=decision,
        decision_address=address,
        told=told if told_address else None,
        told_address=told_address,
        told_decision=told_decision,
        parts=tuple(_shown(user, each, {}, known) for each in parts.get(row.pk, ())),
        is_mine=mine,
    )


def _decided(item: Item | None, known: _Known) -> tuple[ItemDecision | None, str]:
    """What was decided at the item and where it stands; nothing where she may not read it."""
    if item is None or item.pk not in known:
        return None, ""
    decision = known[item.pk]
    if not item.number:
        return decision, meeting_address(item.meeting, "agenda")
    return decision, meeting_address(item.meeting, "item", item.number)


def follow_up_history(follow_up: FollowUp) -> list[Event]:
    """What was done with it, in order."""
    return list(Event.objects.filter(subject_key=f"follow_up:{follow_up.pk}").order_by("at", "pk"))


def owners_possible(body: Body) -> list[User]:
    """Those who work for the body or the municipality today, and its members with an account."""
    today = timezone.localdate()
    over = Q(ends_on__isnull=True) | Q(ends_on__gte=today)
    staff = Assignment.objects.filter(over, municipality=body.municipality_id).values("user")
    seats = body.memberships.filter(over, person__user__isnull=False).values("person__user")
    found = User.objects.filter(Q(pk__in=staff) | Q(pk__in=seats), is_active=True)
    return list(found.order_by("sort_key", "name"))
