"""Who may do what with a follow-up: one gate, told in sentences in
docs/reference/workflows/followup.md.

A person stands in relations to a follow-up (secretary of its body, its owner, …). Each operation
lists the relations that may do it and in which states. What comes from a closed item, or is about a
closed case, is there only for those who may read the item and the case.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q

from sagsgang.web.bodies.models import Body, Person, Role
from sagsgang.web.bodies.standing import Standing, standing_of
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.permissions import case_may, cases_readable_q, cases_related_q, relations_to
from sagsgang.web.followup.models import FollowUp, State
from sagsgang.web.meetings.models import Item
from sagsgang.web.meetings.permissions import item_may, items_readable_q
from sagsgang.web.meetings.relations import OPEN

EVERY = frozenset(State.values)
LIVING = frozenset({"open", "in_progress", "reported"})
BEGUN = frozenset({"open", "in_progress"})
ENDED = frozenset({"done", "dropped"})

#: Operation → relation → states. What is not here may not be done.
ALLOWED: dict[str, dict[str, frozenset[str]]] = {
    "follow_up_read": dict.fromkeys(
        ("secretary", "owner", "officer", "member", "staff", "reader"), EVERY
    ),
    "follow_up_edit": {"secretary": LIVING},
    "follow_up_begin": {"secretary": frozenset({"open"}), "owner": frozenset({"open"})},
    "follow_up_report": {"secretary": LIVING, "owner": LIVING},
    "evidence_add": {"secretary": EVERY, "owner": EVERY, "officer": EVERY},
    "follow_up_put_on": {"secretary": LIVING},
    "follow_up_finish": {"secretary": LIVING},
    "follow_up_drop": {"secretary": LIVING},
    "follow_up_reopen": {"secretary": ENDED | {"reported"}},
}
#: Operations on what belongs to a body and is no follow-up yet.
BODY_ALLOWED: dict[str, frozenset[str]] = {
    "follow_up_add": frozenset({"secretary"}),
    "activity_list_read": frozenset({"secretary", "member", "staff"}),
    "activity_list_edit": frozenset({"secretary"}),
}
#: Who may accept or set aside what a case's text promises, by relation to the case.
PROMISE_SETTLE = frozenset({"officer", "manager", "secretary", "route_secretary"})


def _owner_q(standing: Standing) -> Q:
    people = Person.objects.filter(user__in=standing.stands_for)
    among = FollowUp.people.through.objects.filter(
        followup_id=OuterRef("pk"), person_id__in=people.values("pk")
    )
    return Q(owner__in=standing.stands_for) | Q(Exists(among))


def _officer_q(standing: Standing) -> Q:
    shared = Case.co_officers.through.objects.filter(
        case_id=OuterRef("case_id"), user_id__in=standing.stands_for
    )
    return Q(case__officer__in=standing.stands_for) | Q(Exists(shared))


def _staff_q(standing: Standing) -> Q:
    found = Q(pk__in=())
    for role in Role.values:
        found |= standing.bodies_q(role, "body__", body="pk")
    return found


def _reader_q(standing: Standing) -> Q:
    readable = Case.objects.filter(cases_readable_q(standing.user)).order_by()
    return Q(case__isnull=False, case__in=readable.values("pk"))


_RELATIONS = {
    "secretary": lambda standing: standing.bodies_q(Role.SECRETARY, "body__", body="pk"),
    "owner": _owner_q,
    "officer": _officer_q,
    "member": lambda standing: Q(body__in=standing.seats),
    "staff": _staff_q,
    "reader": _reader_q,
}


def _open_to(standing: Standing) -> Q:
    """Open matter, or closed matter that she may read where it comes from."""
    open_items = Item.objects.filter(OPEN).order_by().values("pk")
    items = Item.objects.filter(items_readable_q(standing.user)).order_by().values("pk")
    cases = Case.objects.filter(cases_readable_q(standing.user)).order_by().values("pk")
    from_item = Q(item__isnull=True) | Q(item__in=open_items) | Q(item__in=items)
    about_case = Q(case__isnull=True) | Q(case__is_closed=False) | Q(case__in=cases)
    return from_item & about_case


def follow_ups_may_q(user: object, operation: str) -> Q:
    """The follow-ups with which the gate lets the user do the operation, for a query."""
    standing = standing_of(user)
    found = Q(pk__in=())
    if standing.user is None:
        return found
    for relation, states in ALLOWED[operation].items():
        among = _RELATIONS[relation](standing)
        found |= among if states == EVERY else among & Q(state__in=states)
    return found & _open_to(standing)


def follow_ups_readable_q(user: object) -> Q:
    """The follow-ups that the user may read, for a query on `FollowUp`."""
    return follow_ups_may_q(user, "follow_up_read")


def relations_of(user: object, follow_up: FollowUp) -> frozenset[str]:
    """The relations in which the user stands to it; none to closed matter that she may not read."""
    standing = standing_of(user)
    if standing.user is None or not _is_open_to(user, follow_up):
        return frozenset()
    asked = {
        name: ExpressionWrapper(among(standing), output_field=BooleanField())
        for name, among in _RELATIONS.items()
        if name != "reader"
    }
    row = FollowUp.objects.filter(pk=follow_up.pk).values_list(*asked.values()).first()
    found = {name for name, holds in zip(asked, row or (), strict=bool(row)) if holds}
    if follow_up.case is not None and case_may(user, "case_read", follow_up.case):
        found.add("reader")
    return frozenset(found)


def _is_open_to(user: object, follow_up: FollowUp) -> bool:
    """The same of one follow-up as `_open_to` asks of all."""
    if not is_closed_to_public(follow_up):
        return True
    item, case = follow_up.item, follow_up.case
    is_shut = item is not None and not Item.objects.filter(OPEN, pk=item.pk).exists()
    if is_shut and not item_may(user, "item_read", item):
        return False
    return case is None or not case.is_closed or case_may(user, "case_read", case)


def follow_up_may(user: object, operation: str, follow_up: FollowUp) -> bool:
    """The gate for one follow-up, in the state that it has."""
    return operation in operations_of(user, follow_up)


def follow_up_require(user: object, operation: str, follow_up: FollowUp) -> None:
    """Raise PermissionDenied unless the user may."""
    if not follow_up_may(user, operation, follow_up):
        raise PermissionDenied(operation)


def operations_of(user: object, follow_up: FollowUp) -> frozenset[str]:
    """What the user may do with it, by the names of the operations."""
    relations = relations_of(user, follow_up)
    return frozenset(
        operation
        for operation, allowed in ALLOWED.items()
        if any(follow_up.state in allowed.get(name, ()) for name in relations)
    )


def body_relations(user: object, body: Body) -> frozenset[str]:
    """How the user stands to the body today."""
    standing = standing_of(user)
    found = set()
    if standing.has(Role.SECRETARY, body.pk, body.municipality_id):
        found.add("secretary")
    if body.pk in standing.seats:
        found.add("member")
    if any(standing.has(role, body.pk, body.municipality_id) for role in Role.values):
        found.add("staff")
    return frozenset(found)


def body_may(user: object, operation: str, body: Body) -> bool:
    """Whether the user may do what belongs to the body."""
    return bool(BODY_ALLOWED[operation] & body_relations(user, body))


def body_require(user: object, operation: str, body: Body) -> None:
    """Raise PermissionDenied unless the user may."""
    if not body_may(user, operation, body):
        raise PermissionDenied(operation)


def promise_may(user: object, case: Case) -> bool:
    """Whether the user may accept what the case's text promises, or set it aside."""
    return case_may(user, "case_read", case) and bool(PROMISE_SETTLE & relations_to(user, case))


def promises_may_q(user: object) -> Q:
    """The cases of which `promise_may` says yes, for a query on `Case`."""
    return cases_readable_q(user) & cases_related_q(user, PROMISE_SETTLE)


def promise_require(user: object, case: Case) -> None:
    """Raise PermissionDenied unless the user may."""
    if not promise_may(user, case):
        raise PermissionDenied("promise_settle")


def is_closed_to_public(follow_up: FollowUp) -> bool:
    """Whether what it is about is closed to the public."""
    if follow_up.case_id and Case.objects.filter(pk=follow_up.case_id, is_closed=True).exists():
        return True
    if follow_up.item_id is None:
        return False
    return not Item.objects.filter(OPEN, pk=follow_up.item_id).exists()
