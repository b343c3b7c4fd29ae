"""Who may do what with a meeting and its items: one gate, told in workflows/meetings.md.

A person stands in relations to a meeting (secretary of its body, chair, member, …). Each operation
lists the relations that may do it and in which states of the meeting.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, QuerySet

from sagsgang.web.bodies.models import Body, Role
from sagsgang.web.bodies.standing import Standing, standing_of
from sagsgang.web.cases.permissions import case_may
from sagsgang.web.meetings.models import Item, Meeting, MeetingState

B, G, S, O, C, X = (str(state) for state in MeetingState)  # noqa: E741
EVERY = frozenset({B, G, S, O, C, X})
BUILDING = frozenset({B, G})
UNTIL_OPEN = frozenset({B, G, S})
UNTIL_CLOSED = frozenset({B, G, S, O})
GIVEN_OUT = frozenset({S, O, C, X})

#: Operation → relation → states of the meeting. What is not here may not be done.
ALLOWED: dict[str, dict[str, frozenset[str]]] = {
    "meeting_read": {
        "secretary": EVERY,
        "chair": EVERY,
        "staff": EVERY,
        "officer": EVERY,
        "member": GIVEN_OUT,
    },
    "item_add": {"secretary": UNTIL_CLOSED},
    "item_remove": {"secretary": UNTIL_OPEN},
    "item_move": {"secretary": UNTIL_CLOSED},
    "item_change": {"secretary": UNTIL_OPEN},
    "item_close": {"secretary": UNTIL_CLOSED},
    "guest_change": {"secretary": UNTIL_CLOSED},
    "meeting_gone_through": {"chair": BUILDING},
    "agenda_comment": {"chair": BUILDING, "secretary": BUILDING},
    "agenda_comments_read": {"chair": EVERY, "secretary": EVERY},
    "meeting_attend_change": {"secretary": UNTIL_OPEN},
}
#: Operations on what is not one meeting: a body's own plan, its recurring items, its activities.
BODY_ALLOWED: dict[str, frozenset[str]] = {
    "meeting_prepare": frozenset({"secretary"}),
    "recurring_set": frozenset({"secretary"}),
    "internal_deadlines_set": frozenset({"secretary"}),
    "extraordinary_call": frozenset({"secretary"}),
    "activity_change": frozenset({"secretary"}),
    "wishes_read": frozenset({"secretary", "chair"}),
    "wish_settle": frozenset({"secretary"}),
}
#: These see closed items of their body's meetings; others only when they may read the case.
MAY_SEE_CLOSED = frozenset({"secretary", "chair", "member"})
_STAFF = (Role.CASE_OFFICER, Role.MANAGER, Role.FINANCE_REVIEWER, Role.ANALYST)


def body_relations(user: object, body: Body) -> frozenset[str]:
    """The relations in which the user stands to the meetings of a body."""
    return _body_relations(standing_of(user), body)


def _body_relations(standing: Standing, body: Body) -> frozenset[str]:
    found = set()
    if standing.has(Role.SECRETARY, body.pk, body.municipality_id):
        found.add("secretary")
    if body.pk in standing.chairs:
        found.add("chair")
    if body.pk in standing.seats:
        found.add("member")
    if any(standing.has(role, body.pk, body.municipality_id) for role in _STAFF):
        found.add("staff")
    return frozenset(found)


def meeting_relations(user: object, meeting: Meeting) -> frozenset[str]:
    """The relations in which the user stands to the meeting; asked once for each user object."""
    standing = standing_of(user)
    if standing.user is None:
        return frozenset()
    kept: dict[int, frozenset[str]] = standing.user.__dict__.setdefault("_meeting_relations", {})
    if meeting.pk not in kept:
        found = _body_relations(standing, meeting.plan.body)
        if not found and _officer_items(standing).filter(meeting=meeting).exists():
            found = frozenset({"officer"})
        kept[meeting.pk] = found
    return kept[meeting.pk]


def _officer_items(standing: Standing) -> QuerySet[Item]:
    return Item.objects.filter(
        removed_at__isnull=True, stop__case__officer__in=standing.stands_for
    ).order_by()


def meeting_may(user: object, operation: str, meeting: Meeting) -> bool:
    """The gate."""
    allowed = ALLOWED[operation]
    return any(meeting.state in allowed.get(name, ()) for name in meeting_relations(user, meeting))


def meeting_require(user: object, operation: str, meeting: Meeting) -> None:
    """Raise PermissionDenied unless the user may."""
    if not meeting_may(user, operation, meeting):
        raise PermissionDenied(operation)


def body_may(user: object, operation: str, body: Body) -> bool:
    """Whether the user may do what belongs to the body and not to one meeting."""
    return bool(BODY_ALLOWED[operation] & body_relations(user, body))


def body_require(user: object, operation: str, body: Body) -> None:
    """Raise PermissionDenied unless the user may."""
    if not body_may(user, operation, body):
        raise PermissionDenied(operation)


def item_is_closed(item: Item) -> bool:
    """Whether the item is closed matter: itself, the item it is a part of, or its case."""
    if item.is_closed or (item.parent is not None and item.parent.is_closed):
        return True
    return item.stop is not None and item.stop.case.is_closed


def item_may(user: object, operation: str, item: Item) -> bool:
    """The gate of one item: that of its meeting, and closed matter only for whom it is."""
    if not meeting_may(user, operation, item.meeting):
        return False
    if not item_is_closed(item) or MAY_SEE_CLOSED & meeting_relations(user, item.meeting):
        return True
    return item.stop is not None and case_may(user, "case_read", item.stop.case)


def item_require(user: object, operation: str, item: Item) -> None:
    """Raise PermissionDenied unless the user may."""
    if not item_may(user, operation, item):
        raise PermissionDenied(operation)


def meetings_readable_q(user: object) -> Q:
    """The meetings that `meeting_may(user, "meeting_read", …)` says yes to, for a query."""
    standing = standing_of(user)
    if standing.user is None:
        return Q(pk__in=())
    rows = ALLOWED["meeting_read"]
    found = standing.bodies_q(Role.SECRETARY, "plan__body__", body="pk") & Q(
        state__in=rows["secretary"]
    )
    found |= Q(plan__body__in=standing.chairs, state__in=rows["chair"])
    found |= Q(plan__body__in=standing.seats, state__in=rows["member"])
    for role in _STAFF:
        found |= standing.bodies_q(role, "plan__body__", body="pk") & Q(state__in=rows["staff"])
    officer = _officer_items(standing).filter(meeting=OuterRef("pk"))
    return found | (Q(Exists(officer)) & Q(state__in=rows["officer"]))
