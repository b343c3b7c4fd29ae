"""Who may do what with the municipality's own hearing answer; told in hearings.md as well.

An approver does not see the case: she sees the answer that was left to her.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q

from sagsgang.web.bodies.standing import Standing, standing_of
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.permissions import MAY_SEE_CLOSED, case_may, relations_to
from sagsgang.web.routes.models import OutgoingAnswer, OutgoingApproval

_State = OutgoingAnswer.State
DRAFT, AWAITING, APPROVED, DISPATCHED, WITHDRAWN = (
    _State.DRAFT.value,
    _State.AWAITING.value,
    _State.APPROVED.value,
    _State.DISPATCHED.value,
    _State.WITHDRAWN.value,
)
_EVERY = frozenset(_State.values)
_LIVING = frozenset({DRAFT, AWAITING, APPROVED})

#: In which states of the case an answer may be begun in it.
BEGIN: dict[str, frozenset[str]] = {
    "officer": frozenset({"draft", "sent", "approved", "closed"}),
    "manager": frozenset({"draft", "sent", "approved", "closed"}),
    "secretary": frozenset({"sent", "approved", "closed"}),
}
_WRITERS = ("officer", "manager", "secretary")
#: Operation → relation → states of the answer. What is not here may not be done.
ALLOWED: dict[str, dict[str, frozenset[str]]] = {
    "outgoing_read": {
        **dict.fromkeys((*_WRITERS, "colleague", "finance_reviewer"), _EVERY),
        "approver": frozenset({AWAITING, APPROVED, DISPATCHED}),
    },
    "outgoing_edit": dict.fromkeys(_WRITERS, _LIVING),
    "outgoing_ask": dict.fromkeys(_WRITERS, frozenset({DRAFT})),
    "outgoing_approve": {"approver": frozenset({AWAITING})},
    "outgoing_dispatch": dict.fromkeys(_WRITERS, frozenset({APPROVED})),
    "outgoing_copy": dict.fromkeys(_WRITERS, frozenset({DISPATCHED})),
    "outgoing_withdraw": dict.fromkeys(_WRITERS, _LIVING),
}


def is_approver(standing: Standing, answer: OutgoingAnswer) -> bool:
    """Whether the answer was left to her; one who left the body that left it to her has no say."""
    if standing.user is None or not any(
        each.person.user_id == standing.user.pk for each in answer.approvals.all()
    ):
        return False
    left_by = answer.delegated_by
    return left_by is None or left_by.body_id in standing.seats


def outgoing_relations(user: object, answer: OutgoingAnswer) -> frozenset[str]:
    """The relations in which the user stands to the answer."""
    found = frozenset[str]()
    if case_may(user, "case_read", answer.case):
        found = relations_to(user, answer.case)
        if answer.case.is_closed:
            found &= MAY_SEE_CLOSED
    if is_approver(standing_of(user), answer):
        found |= {"approver"}
    return found


def outgoing_may(user: object, operation: str, answer: OutgoingAnswer) -> bool:
    """The gate."""
    allowed = ALLOWED[operation]
    return any(
        answer.state in allowed.get(name, frozenset()) for name in outgoing_relations(user, answer)
    )


def outgoing_require(user: object, operation: str, answer: OutgoingAnswer) -> None:
    """Raise PermissionDenied unless the user may."""
    if not outgoing_may(user, operation, answer):
        raise PermissionDenied(operation)


def outgoing_begin_may(user: object, case: Case) -> bool:
    """Whether the user may begin an answer in the case."""
    if not case_may(user, "case_read", case):
        return False
    names = relations_to(user, case)
    if case.is_closed:
        names &= MAY_SEE_CLOSED
    return any(case.state in BEGIN.get(name, frozenset()) for name in names)


def outgoing_begin_require(user: object, case: Case) -> None:
    """Raise PermissionDenied unless the user may."""
    if not outgoing_begin_may(user, case):
        raise PermissionDenied("outgoing_begin")


def approver_q(user: object) -> Q:
    """The answers that were left to the user, for a query on `OutgoingAnswer`."""
    standing = standing_of(user)
    if standing.user is None:
        return Q(pk__in=())
    hers = OutgoingApproval.objects.filter(answer=OuterRef("pk"), person__user=standing.user)
    left = Q(delegated_by__isnull=True) | Q(delegated_by__body__in=standing.seats)
    return Q(Exists(hers)) & left
