"""Who may do what with a hearing: one gate, told in docs/reference/workflows/hearings.md.

Those who ask stand to a hearing as they stand to its case. Those who are asked do not see the case:
they stand to the hearing of their own body, and see what they were given.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import Q

from sagsgang.web.bodies.models import Role
from sagsgang.web.bodies.standing import Standing, standing_of
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.permissions import MAY_SEE_CLOSED, case_may, relations_to
from sagsgang.web.routes.hearings.state import HearingState, RoundState, hearing_state, round_state
from sagsgang.web.routes.models import Hearing, HearingRound

#: In which states of the case a hearing of it may begin.
START: dict[str, frozenset[str]] = {
    "officer": frozenset({"draft", "sent", "approved"}),
    "manager": frozenset({"draft", "sent", "approved"}),
    "secretary": frozenset({"sent", "approved"}),
}

_RUNNING = frozenset({RoundState.RUNNING.value})
_EVER = frozenset(RoundState.values)
#: Operation on a round → relation → states of the round.
ROUND: dict[str, dict[str, frozenset[str]]] = {
    "hearing_follow": dict.fromkeys(
        ("officer", "colleague", "manager", "finance_reviewer", "secretary"), _EVER
    ),
    "hearing_extend": dict.fromkeys(("officer", "manager", "secretary"), _RUNNING),
    "hearing_close": dict.fromkeys(("officer", "manager", "secretary"), _RUNNING),
    "hearing_collect": dict.fromkeys(("officer", "manager", "secretary"), _EVER),
}

_EVERY = frozenset(HearingState.values)
_OPEN = _EVERY - {HearingState.ENDED.value}
_UNANSWERED = _OPEN - {HearingState.ANSWERED.value}
#: Operation on one body's part → relation → states of that part.
HEARING: dict[str, dict[str, frozenset[str]]] = {
    "hearing_read": {"answerer": _EVERY, "hearing_member": _EVERY},
    "hearing_answer": {"answerer": _OPEN},
    "hearing_record": dict.fromkeys(("officer", "manager", "secretary"), _OPEN),
    "hearing_remind": dict.fromkeys(("officer", "manager", "secretary"), _UNANSWERED),
    "hearing_withdraw": dict.fromkeys(("officer", "manager", "secretary"), _UNANSWERED),
    "hearing_file_read": {
        **dict.fromkeys(
            ("officer", "colleague", "manager", "finance_reviewer", "secretary"), _EVERY
        ),
        "answerer": _EVERY,
        "hearing_member": _EVERY,
    },
}


def party_relations(user: object, hearing: Hearing) -> frozenset[str]:
    """How the user stands to the body that is asked."""
    standing = standing_of(user)
    if standing.user is None:
        return frozenset()
    found = set()
    body, case = hearing.stop.body_id, hearing.stop.case
    if body in standing.chairs or standing.has(Role.SECRETARY, body, case.municipality_id):
        found.add("answerer")
    if body in standing.seats:
        found.add("hearing_member")
    return frozenset(found)


def round_may(user: object, operation: str, asked: HearingRound) -> bool:
    """The gate of a whole round."""
    return _case_side(user, asked.case, ROUND[operation], round_state(asked))


def hearing_may(user: object, operation: str, hearing: Hearing) -> bool:
    """The gate of one body's part. A case that was closed is no longer there for those asked."""
    allowed = HEARING[operation]
    state = hearing_state(hearing)
    case = hearing.stop.case
    if not case.is_closed and any(
        state in allowed.get(name, frozenset()) for name in party_relations(user, hearing)
    ):
        return True
    return _case_side(user, case, allowed, state)


def hearing_start_may(user: object, case: Case) -> bool:
    """Whether a hearing of the case may be begun by this user."""
    return _case_side(user, case, START, case.state)


def round_require(user: object, operation: str, asked: HearingRound) -> None:
    """Raise PermissionDenied unless the user may."""
    if not round_may(user, operation, asked):
        raise PermissionDenied(operation)


def hearing_require(user: object, operation: str, hearing: Hearing) -> None:
    """Raise PermissionDenied unless the user may."""
    if not hearing_may(user, operation, hearing):
        raise PermissionDenied(operation)


def hearing_start_require(user: object, case: Case) -> None:
    """Raise PermissionDenied unless the user may."""
    if not hearing_start_may(user, case):
        raise PermissionDenied("hearing_start")


def hearings_party_q(user: object) -> Q:
    """The hearings that the user reads because her body is asked, for a query on `Hearing`."""
    standing = standing_of(user)
    if standing.user is None:
        return Q(pk__in=())
    return (Q(stop__body__in=standing.seats) | _answerer_q(standing)) & _OPEN_CASE


def hearings_answerer_q(user: object) -> Q:
    """The hearings that the user answers for her body, for a query on `Hearing`."""
    standing = standing_of(user)
    return Q(pk__in=()) if standing.user is None else _answerer_q(standing) & _OPEN_CASE


_OPEN_CASE = Q(stop__case__is_closed=False)


def _answerer_q(standing: Standing) -> Q:
    secretary = standing.bodies_q(Role.SECRETARY, "stop__body__", body="pk")
    return Q(stop__body__in=standing.chairs) | secretary


def _case_side(user: object, case: Case, allowed: dict[str, frozenset[str]], state: str) -> bool:
    if not case_may(user, "case_read", case):
        return False
    for name in relations_to(user, case):
        if case.is_closed and name not in MAY_SEE_CLOSED:
            continue
        if state in allowed.get(name, frozenset()):
            return True
    return False
