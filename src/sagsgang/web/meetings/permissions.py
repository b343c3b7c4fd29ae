"""Who may do what with a meeting and its items: one gate, told in sentences in
docs/reference/workflows/meetings.md.

A person stands in relations to a meeting (secretary of its body, chair, member that day, …) and to
an item besides as officer of its case. Each operation lists the relations and the states of the
meeting. What is closed is open only to relations that may see it, and to no disqualified member.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet

from sagsgang.web.bodies.models import Body, Role
from sagsgang.web.bodies.standing import Standing, standing_of
from sagsgang.web.meetings.models import Item, Meeting, MeetingState
from sagsgang.web.meetings.relations import (
    LEFT_IN,
    NOTHING,
    OPEN,
    SENT,
    disqualified_q,
    meetings_q,
    own_cases_q,
    relations_of,
)

B, G, S = "building", "gone_through", "sent"
O, C, X = "open", "closed", "cancelled"  # noqa: E741
EVERY = frozenset(MeetingState.values)
BUILDING = frozenset({B, G})
UNTIL_OPEN = frozenset({B, G, S})
UNTIL_CLOSED = frozenset({B, G, S, O})
OUT = frozenset({S, O, C})
HELD = frozenset({O})

#: Operation → relation → states of the meeting. What is not here may not be done.
ALLOWED: dict[str, dict[str, frozenset[str]]] = {
    # Reading; the items of a cancelled meeting went back to where they came from.
    "meeting_read": {
        "secretary": EVERY,
        "chair": EVERY,
        "officer": EVERY,
        "member": OUT | {X},
        "staff": OUT | {X},
        "later_member": frozenset({C}),
    },
    "item_read": {
        "secretary": EVERY,
        "chair": EVERY,
        "officer": EVERY,
        "member": OUT,
        "staff": OUT,
        "later_member": frozenset({C}),
    },
    "agenda_versions_read": {"secretary": EVERY, "chair": EVERY, "member": OUT | {X}},
    "note_write": {"secretary": EVERY, "chair": EVERY, "member": OUT},
    # Building and sending.
    "agenda_build": {"secretary": UNTIL_OPEN},
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
    "agenda_check": {"secretary": UNTIL_OPEN, "chair": UNTIL_OPEN},
    "agenda_send": {"secretary": UNTIL_OPEN},
    "meeting_cancel": {"secretary": UNTIL_OPEN},
    "meeting_restore": {"secretary": frozenset({X})},
    # Who comes.
    "absence_tell": {"secretary": UNTIL_CLOSED, "member": UNTIL_OPEN},
    "seat_substitute": {"secretary": UNTIL_CLOSED},
    "presence_record": {"secretary": frozenset({S, O})},
    "disqualification_raise": dict.fromkeys(("secretary", "chair", "member"), frozenset({S, O})),
    # Holding the meeting.
    "meeting_open": {"secretary": UNTIL_OPEN, "chair": UNTIL_OPEN},
    "item_lead": {"secretary": HELD},
    "item_take_up": {"secretary": HELD},
    "disqualification_record": {"secretary": HELD},
    "decision_record": {"secretary": HELD},
    "vote_record": {"secretary": HELD},
    "dissent_record": {"secretary": HELD},
    "suspension_record": {"secretary": HELD},
    "meeting_close": {"secretary": HELD, "chair": HELD},
    "meeting_reopen": {"secretary": frozenset({C})},
    "decision_append": {"secretary": frozenset({C})},
    # Minutes.
    "minutes_read": {
        "secretary": frozenset({O, C}),
        "chair": frozenset({O, C}),
        "member": frozenset({C}),
        "later_member": frozenset({C}),
        "staff": frozenset({C}),
    },
    "minutes_lock": {"secretary": frozenset({C})},
    "minutes_sign": {"chair": frozenset({C}), "member": frozenset({C})},
    "minutes_remind": {"secretary": frozenset({C})},
    "late_attach": {"secretary": frozenset({C})},
    "minutes_publish": {"secretary": OUT},
}
#: Operations on what is not one meeting: a body's own plan, its recurring items, what its chair
#: decided between meetings.
BODY_ALLOWED: dict[str, frozenset[str]] = {
    "meeting_prepare": frozenset({"secretary"}),
    "recurring_set": frozenset({"secretary"}),
    "internal_deadlines_set": frozenset({"secretary"}),
    "quorum_rule_set": frozenset({"secretary"}),
    "extraordinary_call": frozenset({"secretary"}),
    "activity_change": frozenset({"secretary"}),
    "wishes_read": frozenset({"secretary", "chair"}),
    "wish_settle": frozenset({"secretary"}),
    "item_raise": frozenset({"secretary", "member"}),
    "chair_decision_record": frozenset({"secretary", "chair"}),
    "minute_book_read": frozenset({"secretary", "chair", "member"}),
}
#: These see closed items; for everyone else there is only that something is closed.
MAY_SEE_CLOSED = frozenset({"secretary", "chair", "member", "officer"})
#: These see an item of an agenda before it was sent to the others.
MAY_SEE_UNSENT = frozenset({"secretary", "chair", "officer"})
#: Those who sit in the body: being disqualified shuts a closed item to them.
SITTING = frozenset({"chair", "member"})


def body_relations(user: object, body: Body) -> frozenset[str]:
    """The relations in which the user stands to the body today."""
    standing = standing_of(user)
    found = set()
    if standing.has(Role.SECRETARY, body.pk, body.municipality_id):
        found.add("secretary")
    if body.pk in standing.chairs:
        found.add("chair")
    if body.pk in standing.seats:
        found.add("member")
    if any(standing.has(role, body.pk, body.municipality_id) for role in Role.values):
        found.add("staff")
    return frozenset(found)


def meeting_relations(user: object, meeting: Meeting) -> frozenset[str]:
    """The relations in which the user stands to the meeting; asked once for each user object, and
    anew when the meeting has changed.
    """
    standing = standing_of(user)
    if standing.user is None:
        return frozenset()
    kept: dict[object, frozenset[str]] = standing.user.__dict__.setdefault("_meetings", {})
    key = (meeting.pk, meeting.revision, meeting.state, meeting.led_by_id)
    if key not in kept:
        kept[key] = relations_of(standing, meeting)
    return kept[key]


def meeting_may(user: object, operation: str, meeting: Meeting) -> bool:
    """The gate for what is done with a meeting as a whole."""
    allowed = ALLOWED[operation]
    if not any(meeting.state in states for states in allowed.values()):
        return False
    return any(meeting.state in allowed.get(name, ()) for name in meeting_relations(user, meeting))


def meeting_require(user: object, operation: str, meeting: Meeting) -> None:
    """Raise PermissionDenied unless the user may."""
    if not meeting_may(user, operation, meeting):
        raise PermissionDenied(operation)


def meetings_may_q(user: object, operation: str) -> Q:
    """The meetings with which the gate lets the user do the operation, for a query on `Meeting`."""
    standing = standing_of(user)
    found = Q(pk__in=())
    if standing.user is None:
        return found
    for relation, states in ALLOWED[operation].items():
        among = meetings_q(relation, standing)
        if among != NOTHING:
            found |= among & Q(state__in=states)
    return found


def meetings_readable_q(user: object) -> Q:
    """The meetings that the gate lets the user read, for a query on `Meeting`."""
    return meetings_may_q(user, "meeting_read")


def item_is_closed(item: Item) -> bool:
    """Whether the item is closed matter: itself, the item it is a part of, or its case."""
    if item.is_closed or (item.parent is not None and item.parent.is_closed):
        return True
    return item.stop is not None and item.stop.case.is_closed


def items_may_q(user: object, operation: str) -> Q:
    """The items with which the gate lets the user do the operation, for a query on `Item`."""
    standing = standing_of(user)
    found = Q(pk__in=())
    if standing.user is None:
        return found
    for relation, states in ALLOWED[operation].items():
        among = meetings_q(relation, standing)
        if among != NOTHING:
            meetings = Meeting.objects.filter(among, state__in=states).order_by()
            found |= Q(meeting__in=meetings) & _open_to(relation, standing)
    return found


def items_of_q(user: object, operation: str, meeting: Meeting) -> Q:
    """The same among the items of one meeting: how she stands to it is known, so the database is
    asked much less.
    """
    standing = standing_of(user)
    relations = meeting_relations(user, meeting)
    found = Q(pk__in=())
    for relation, states in ALLOWED[operation].items():
        if relation in relations and meeting.state in states:
            found |= Q(meeting=meeting.pk) & _open_to(relation, standing)
    return found


def _open_to(relation: str, standing: Standing) -> Q:
    """The items of a meeting that those who stand in the relation to it have to do with."""
    found = own_cases_q(standing) if relation == "officer" else Q()
    if relation not in MAY_SEE_CLOSED:
        found &= OPEN
    elif relation in SITTING:
        found &= OPEN | ~disqualified_q(standing)
    if relation not in MAY_SEE_UNSENT:
        found &= (SENT | ~Q(meeting__state=S)) & LEFT_IN
    return found


def items_readable_q(user: object) -> Q:
    """The items that the gate lets the user read, for a query on `Item`."""
    return items_may_q(user, "item_read")


def items_readable(user: object, meeting: Meeting) -> QuerySet[Item]:
    """The items of a meeting that the user may read, in order."""
    return Item.objects.filter(items_of_q(user, "item_read", meeting))


def item_may(user: object, operation: str, item: Item) -> bool:
    """The gate for one item: whatever is done with it, it must be open to her."""
    return Item.objects.filter(items_of_q(user, operation, item.meeting), pk=item.pk).exists()


def item_require(user: object, operation: str, item: Item) -> None:
    """Raise PermissionDenied unless the user may."""
    if not item_may(user, operation, item):
        raise PermissionDenied(operation)


def body_may(user: object, operation: str, body: Body) -> bool:
    """Whether the user may do what belongs to the body and not to one meeting."""
    return bool(BODY_ALLOWED[operation] & body_relations(user, body))


def body_require(user: object, operation: str, body: Body) -> None:
    """Raise PermissionDenied unless the user may."""
    if not body_may(user, operation, body):
        raise PermissionDenied(operation)
