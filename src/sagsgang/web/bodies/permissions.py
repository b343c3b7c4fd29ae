"""Who may do what with bodies, plans and registers: one gate, told in sentences in
docs/reference/workflows/bodies.md.
"""

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from sagsgang.web.bodies.models import Body, Municipality, Role
from sagsgang.web.bodies.standing import Standing, is_staff, standing_of

WORKING, CLOSED = "working", "closed"
STATES = frozenset({WORKING, CLOSED})

_EVERY_RELATION = ("administrator", "secretary", "staff", "member")
_ADMINISTRATOR = ("administrator",)
_PLANNERS = ("administrator", "secretary")


def _row(relations: tuple[str, ...], states: frozenset[str] = STATES) -> dict[str, frozenset[str]]:
    return dict.fromkeys(relations, states)


_WHILE_WORKING = frozenset({WORKING})
#: Operation → relation → states of the body. A municipality itself is always working.
ALLOWED: dict[str, dict[str, frozenset[str]]] = {
    "body_read": _row(_EVERY_RELATION),
    "policy_read": _row(_EVERY_RELATION, _WHILE_WORKING),
    "delegation_read": _row(_EVERY_RELATION, _WHILE_WORKING),
    "municipality_change": _row(_ADMINISTRATOR, _WHILE_WORKING),
    "term_change": _row(_ADMINISTRATOR, _WHILE_WORKING),
    "person_change": _row(_ADMINISTRATOR, _WHILE_WORKING),
    "delegation_change": _row(_ADMINISTRATOR, _WHILE_WORKING),
    "policy_change": _row(_ADMINISTRATOR, _WHILE_WORKING),
    "role_change": _row(_ADMINISTRATOR),
    "body_create": _row(_ADMINISTRATOR, _WHILE_WORKING),
    "body_change": _row(_ADMINISTRATOR),
    "body_close": _row(_ADMINISTRATOR, _WHILE_WORKING),
    "body_reopen": _row(_ADMINISTRATOR, frozenset({CLOSED})),
    "membership_change": _row(_ADMINISTRATOR),
    "meeting_plan": _row(_PLANNERS, _WHILE_WORKING),
    "wheel_change": _row(_PLANNERS, _WHILE_WORKING),
}


def body_state(body: Body) -> str:
    """Closed from the day after its last one."""
    is_over = body.valid_to is not None and body.valid_to < timezone.localdate()
    return CLOSED if is_over else WORKING


def relations_to(user: object, subject: Body | Municipality) -> frozenset[str]:
    """In which relations the user stands to a body, or to a municipality as a whole."""
    standing = standing_of(user)
    found = set()
    if standing.is_administrator:
        found.add("administrator")
    if _municipality(subject) in standing.municipalities:
        found.add("staff" if is_staff(standing) else "member")
        if isinstance(subject, Body) and _is_secretary(standing, subject):
            found.add("secretary")
    return frozenset(found)


def bodies_may(user: object, operation: str, subject: Body | Municipality) -> bool:
    """The gate."""
    state = body_state(subject) if isinstance(subject, Body) else WORKING
    allowed = ALLOWED[operation]
    return any(state in allowed.get(name, ()) for name in relations_to(user, subject))


def bodies_require(user: object, operation: str, subject: Body | Municipality) -> None:
    """Raise PermissionDenied unless the user may."""
    if not bodies_may(user, operation, subject):
        raise PermissionDenied(operation)


def _municipality(subject: Body | Municipality) -> int:
    return subject.municipality_id if isinstance(subject, Body) else subject.pk


def _is_secretary(standing: Standing, body: Body) -> bool:
    return standing.has(Role.SECRETARY, body.pk, body.municipality_id)


def is_administrator(user: object) -> bool:
    """Whether the administrator's pages are for her at all."""
    return standing_of(user).is_administrator
