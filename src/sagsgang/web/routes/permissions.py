"""Who may do what with a treatment: one gate, told in docs/reference/workflows/routes.md.

A person stands to a treatment as she stands to its case, and besides as secretary of its body.
"""

from django.core.exceptions import PermissionDenied

from sagsgang.web.bodies.models import Municipality, Role
from sagsgang.web.bodies.standing import Standing, standing_of
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.permissions import case_may, relations_to
from sagsgang.web.routes.models import LIVING, CaseStop, StopState

TO_COME = frozenset(str(state) for state in LIVING)
TREATED = frozenset({str(StopState.TREATED)})

#: Operation → relation → states of the treatment. What is not here may not be done.
ALLOWED: dict[str, dict[str, frozenset[str]]] = {
    "stop_schedule": {
        "officer": TO_COME,
        "manager": TO_COME,
        "secretary": TO_COME,
        "body_secretary": TO_COME,
    },
    "stop_move": {"officer": TO_COME, "manager": TO_COME, "secretary": TO_COME},
    "stop_postpone": {
        "officer": TO_COME,
        "manager": TO_COME,
        "secretary": TO_COME,
        "body_secretary": TO_COME,
    },
    "stop_withdraw": {
        "officer": TO_COME,
        "manager": TO_COME,
        "secretary": TO_COME,
        "body_secretary": TO_COME,
    },
    "stop_dispatch": {"secretary": TO_COME, "body_secretary": TO_COME},
    "stop_record": {"secretary": TO_COME, "body_secretary": TO_COME},
    "stop_append": {"secretary": TREATED, "body_secretary": TREATED},
}
_LIVING_CASE = frozenset({"draft", "sent", "approved"})
#: In which states the case must be. A decision may be written while its officer already writes on
#: for the next treatment.
CASE_STATES: dict[str, frozenset[str]] = {
    "stop_schedule": _LIVING_CASE,
    "stop_move": _LIVING_CASE,
    "stop_postpone": _LIVING_CASE,
    "stop_withdraw": _LIVING_CASE,
    "stop_dispatch": frozenset({"approved"}),
    "stop_record": _LIVING_CASE,
    "stop_append": _LIVING_CASE | {"closed"},
}


def stop_relations(user: object, stop: CaseStop) -> frozenset[str]:
    """The relations in which the user stands to the treatment."""
    found = relations_to(user, stop.case)
    if is_secretary_of(standing_of(user), stop.body_id, stop.case.municipality_id):
        found |= {"body_secretary"}
    return found


def is_secretary_of(standing: Standing, body: int, municipality: int) -> bool:
    """Whether she is the secretary of this body."""
    return standing.has(Role.SECRETARY, body, municipality)


def stop_may(user: object, operation: str, stop: CaseStop) -> bool:
    """The gate. Whoever may not read the case may do nothing with its treatments."""
    case: Case = stop.case
    if case.state not in CASE_STATES[operation] or not case_may(user, "case_read", case):
        return False
    allowed = ALLOWED[operation]
    return any(stop.state in allowed.get(name, ()) for name in stop_relations(user, stop))


def stop_require(user: object, operation: str, stop: CaseStop) -> None:
    """Raise PermissionDenied unless the user may."""
    if not stop_may(user, operation, stop):
        raise PermissionDenied(operation)


def template_may(user: object, municipality: Municipality) -> bool:
    """Whether she may make and change the route templates of the municipality."""
    standing = standing_of(user)
    return standing.user is not None and standing.is_administrator


def template_require(user: object, municipality: Municipality) -> None:
    """Raise PermissionDenied unless the user may."""
    if not template_may(user, municipality):
        raise PermissionDenied("route_template_edit")
