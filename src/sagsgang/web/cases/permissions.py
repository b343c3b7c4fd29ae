"""Who may do what with a case: one gate, told in sentences in docs/reference/workflows/cases.md.

A person stands in relations to a case (its officer, a manager of its body, …). Each operation
lists the relations that may do it and in which states. A later room adds relations of its own.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q

from sagsgang.web.bodies.models import Body, Role
from sagsgang.web.bodies.standing import Standing, standing_of
from sagsgang.web.cases.models import Case, FinanceStatement

D, S, A, C, W = "draft", "sent", "approved", "closed", "withdrawn"
EVERY = frozenset({D, S, A, C, W})
LIVING = frozenset({D, S, A})
SETTLED = frozenset({A, C, W})

#: Operation → relation → states. What is not here may not be done.
ALLOWED: dict[str, dict[str, frozenset[str]]] = {
    "case_read": {
        "officer": EVERY,
        "colleague": EVERY,
        "manager": EVERY,
        "finance_reviewer": EVERY,
        "secretary": frozenset({S, A, C, W}),
        "route_secretary": EVERY,
        "member": frozenset({A, C, W}),
    },
    "case_edit": {"officer": frozenset({D}), "manager": frozenset({S})},
    "case_attach": {"officer": frozenset({D}), "manager": frozenset({S})},
    "case_send": {"officer": frozenset({D})},
    "case_recall": {"officer": frozenset({S})},
    "case_approve": {"manager": frozenset({S})},
    "case_return": {"manager": frozenset({S, A}), "secretary": frozenset({A})},
    "case_revise": {"officer": frozenset({A})},
    "case_withdraw": {"officer": LIVING, "manager": LIVING},
    "case_reopen": {"officer": frozenset({W}), "manager": frozenset({W, C})},
    "case_close": {"secretary": frozenset({A}), "manager": frozenset({A})},
    "case_share": {"officer": LIVING, "manager": LIVING},
    "case_set_closed": {"officer": frozenset({D}), "manager": frozenset({S, A})},
    "case_comment": {
        "officer": LIVING,
        "manager": LIVING,
        "finance_reviewer": LIVING,
        "secretary": frozenset({S, A}),
    },
    "case_comments_read": {
        "officer": EVERY,
        "manager": EVERY,
        "finance_reviewer": EVERY,
        "secretary": frozenset({S, A, C, W}),
    },
    "finance_ask": {"officer": frozenset({D, S}), "manager": frozenset({D, S})},
    "finance_answer": {"finance_reviewer": LIVING},
    "finding_suppress": {"officer": frozenset({D}), "manager": frozenset({S})},
    "case_versions_read": {
        "officer": EVERY,
        "manager": EVERY,
        "finance_reviewer": EVERY,
        "secretary": frozenset({S, A, C, W}),
    },
    "case_reuse": {"officer": EVERY, "colleague": EVERY, "manager": EVERY},
    "route_edit": {
        "officer": LIVING,
        "manager": LIVING,
        "secretary": frozenset({S, A}),
    },
}
#: These see closed matter; for everyone else a closed case is not there.
MAY_SEE_CLOSED = frozenset(
    {"officer", "manager", "finance_reviewer", "secretary", "route_secretary", "member"}
)


#: Where a case keeps what the gate has found out about it.
REMEMBERED = "_relations_to"


@dataclass(frozen=True, slots=True)
class Relation:
    """`holds` asks of one case what `among` asks of all: a test keeps the two alike."""

    name: str
    holds: Callable[[Standing, Case], bool]
    among: Callable[[Standing], Q]


def _officer(standing: Standing, case: Case) -> bool:
    if case.officer_id in standing.stands_for:
        return True
    return any(user.pk in standing.stands_for for user in case.co_officers.all())


def _officer_q(standing: Standing) -> Q:
    shared = Case.co_officers.through.objects.filter(
        case_id=OuterRef("pk"), user_id__in=standing.stands_for
    )
    return Q(officer__in=standing.stands_for) | Q(Exists(shared))


def _asked(standing: Standing, case: Case) -> bool:
    return (
        standing.has(Role.FINANCE_REVIEWER, case.body_id, case.municipality_id)
        and case.finance_statements.exists()
    )


def _asked_q(standing: Standing) -> Q:
    asked = FinanceStatement.objects.filter(case_id=OuterRef("pk"))
    return standing.bodies_q(Role.FINANCE_REVIEWER) & Q(Exists(asked))


def _by_role(name: str, *roles: str) -> Relation:
    def holds(standing: Standing, case: Case) -> bool:
        return any(standing.has(role, case.body_id, case.municipality_id) for role in roles)

    def among(standing: Standing) -> Q:
        found = Q(pk__in=())
        for role in roles:
            found |= standing.bodies_q(role)
        return found

    return Relation(name, holds, among)


_relations: list[Relation] = [
    Relation("officer", _officer, _officer_q),
    _by_role("colleague", Role.CASE_OFFICER, Role.ANALYST),
    _by_role("manager", Role.MANAGER),
    Relation("finance_reviewer", _asked, _asked_q),
    _by_role("secretary", Role.SECRETARY),
]


def relation_register(relation: Relation) -> None:
    """Let a later room say who else stands in a relation to a case."""
    if relation not in _relations:
        _relations.append(relation)


def relations_to(user: object, case: Case) -> frozenset[str]:
    """The relations in which the user stands to the case.

    A case that a page reads through `case_get` remembers the answer for as long as the page takes.
    """
    standing = standing_of(user)
    known = case.__dict__.get(REMEMBERED)
    if known is None or standing.user is None:
        return frozenset(r.name for r in _relations if r.holds(standing, case))
    key = standing.user.pk
    if key not in known:
        known[key] = frozenset(r.name for r in _relations if r.holds(standing, case))
    return known[key]


def relations_remember(case: Case) -> Case:
    """Let the gate ask the database about this case once for each user; for reading pages only."""
    case.__dict__[REMEMBERED] = {}
    return case


def case_may(user: object, operation: str, case: Case) -> bool:
    """The gate. Closed matter is open only to relations that may see it."""
    allowed = ALLOWED[operation]
    for name in relations_to(user, case):
        if case.is_closed and name not in MAY_SEE_CLOSED:
            continue
        if case.state in allowed.get(name, frozenset()):
            return True
    return False


def case_require(user: object, operation: str, case: Case) -> None:
    """Raise PermissionDenied unless the user may."""
    if not case_may(user, operation, case):
        raise PermissionDenied(operation)


def cases_readable_q(user: object) -> Q:
    """The cases that the gate lets the user read, for a query on `Case`."""
    return cases_may_q(user, "case_read")


def cases_may_q(user: object, operation: str) -> Q:
    """The cases with which the gate lets the user do the operation, for a query on `Case`."""
    standing = standing_of(user)
    if standing.user is None:
        return Q(pk__in=())
    found = Q(pk__in=())
    for relation in _relations:
        states = ALLOWED[operation].get(relation.name)
        if states is None:
            continue
        part = relation.among(standing) & Q(state__in=states)
        if relation.name not in MAY_SEE_CLOSED:
            part &= Q(is_closed=False)
        found |= part
    return found


def cases_related_q(user: object, names: Collection[str]) -> Q:
    """The cases to which the user stands in one of these relations, for a query on `Case`."""
    standing = standing_of(user)
    found = Q(pk__in=())
    for relation in _relations if standing.user is not None else ():
        if relation.name in names:
            found |= relation.among(standing)
    return found


#: Who may make a case for a body: she becomes its officer.
_MAKERS = (Role.CASE_OFFICER, Role.MANAGER, Role.SECRETARY, Role.ANALYST)


def body_may_get_case(user: object, body: Body) -> bool:
    """Whether the user may make a case for the body."""
    standing = standing_of(user)
    return any(standing.has(role, body.pk, body.municipality_id) for role in _MAKERS)


def bodies_for_cases_q(user: object) -> Q:
    """The bodies that `body_may_get_case` says yes to, for a query on `Body`."""
    standing = standing_of(user)
    found = Q(pk__in=())
    for role in _MAKERS:
        found |= standing.bodies_q(role, body="pk")
    return found


def template_may(user: object) -> bool:
    """Whether the user may make and change templates: only an administrator."""
    return standing_of(user).is_administrator
