"""Reading outgoing answers, by who may see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from sagsgang.web.bodies.models import Body, Membership, Person
from sagsgang.web.bodies.standing import standing_of
from sagsgang.web.cases.models import Case
from sagsgang.web.routes.models import CaseStop, OutgoingAnswer, OutgoingApproval, StopState
from sagsgang.web.routes.outgoing.permissions import approver_q, outgoing_may

#: So many days before the deadline an answer that is not sent is shown as urgent.
URGENT_DAYS = 5

_State = OutgoingAnswer.State
_UNDONE = (_State.DRAFT, _State.AWAITING, _State.APPROVED)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the approval is: `3 af 5`."""

    approved: int
    of: int

    @property
    def is_whole(self) -> bool:
        """Whether all have approved."""
        return self.of > 0 and self.approved == self.of


def progress_of(answer: OutgoingAnswer) -> Progress:
    """How many of those it was left to have approved the text as it reads now."""
    words = list(answer.approvals.all())
    return Progress(
        sum(each.is_approved is True and each.revision == answer.revision for each in words),
        len(words),
    )


def is_late(answer: OutgoingAnswer, on: date | None = None) -> bool:
    """Whether the deadline has passed and the answer is not sent."""
    return answer.state in _UNDONE and (on or timezone.localdate()) > answer.deadline


def is_urgent(answer: OutgoingAnswer, on: date | None = None) -> bool:
    """Whether the answer is not sent and its deadline is near or past."""
    day = on or timezone.localdate()
    return answer.state in _UNDONE and answer.deadline - day <= timedelta(days=URGENT_DAYS)


def outgoing_of(user: object, case: Case) -> list[OutgoingAnswer]:
    """The answers of a case that the user may read, by deadline."""
    return [
        each
        for each in _whole(OutgoingAnswer.objects.filter(case=case))
        if outgoing_may(user, "outgoing_read", each)
    ]


def outgoing_get(user: object, pk: int) -> OutgoingAnswer | None:
    """The answer, when the user may read it."""
    found = _whole(OutgoingAnswer.objects.filter(pk=pk)).first()
    return found if found and outgoing_may(user, "outgoing_read", found) else None


def outgoing_awaiting(user: object) -> list[OutgoingAnswer]:
    """The answers that wait for the user's approval, by deadline; for her desk."""
    if standing_of(user).user is None:
        return []
    found = OutgoingAnswer.objects.filter(approver_q(user), state=_State.AWAITING)
    return awaiting_among(_whole(found), user)


def awaiting_among(answers: Iterable[OutgoingAnswer], user: object) -> list[OutgoingAnswer]:
    """Those of the answers that were left to the user on which her word is missing."""
    her = standing_of(user).user
    return [
        each
        for each in answers
        if each.state == _State.AWAITING
        and her is not None
        and any(
            word.person.user_id == her.pk
            and (word.is_approved is None or word.revision != each.revision)
            for word in each.approvals.all()
        )
    ]


def outgoing_left_to(user: object) -> QuerySet[OutgoingAnswer]:
    """Every answer that was left to the user and is still shown to her."""
    shown = (_State.AWAITING, _State.APPROVED, _State.DISPATCHED)
    return _whole(OutgoingAnswer.objects.filter(approver_q(user), state__in=shown))


def outgoing_urgent(user: object) -> list[OutgoingAnswer]:
    """The unsent answers of the user's own cases whose deadline is near or past; for her desk."""
    standing = standing_of(user)
    limit = timezone.localdate() + timedelta(days=URGENT_DAYS)
    found = OutgoingAnswer.objects.filter(
        case__officer__in=standing.stands_for, state__in=_UNDONE, deadline__lte=limit
    )
    return [each for each in _whole(found) if outgoing_may(user, "outgoing_read", each)]


def approvers_possible(case: Case) -> list[Person]:
    """The people with an account who sit in a body of the municipality today, in Danish order."""
    today = timezone.localdate()
    sitting = Membership.objects.filter(starts_on__lte=today).exclude(ends_on__lt=today)
    return list(
        Person.objects.filter(
            municipality=case.municipality_id,
            user__is_active=True,
            memberships__in=sitting.exclude(post=Membership.Post.SUBSTITUTE),
        ).distinct()
    )


def treatments_delegating(case: Case) -> list[CaseStop]:
    """The treatments of the case that can have left the answer to somebody."""
    found = case.stops.exclude(state=StopState.WITHDRAWN).exclude(kind="hearing")
    return list(found.select_related("body").order_by("step", "pk"))


def bodies_for_copy(answer: OutgoingAnswer) -> list[Body]:
    """The bodies that can get a copy and have none yet."""
    today = timezone.localdate()
    have = answer.copies.values_list("stop__body", flat=True)
    found = Body.objects.filter(municipality=answer.case.municipality_id, is_in_workplace=True)
    return [
        body
        for body in found.exclude(pk__in=have)
        if body.valid_to is None or body.valid_to >= today
    ]


def sits_in(person: Person, body: int) -> bool:
    """Whether the person is a member of the body today."""
    today = timezone.localdate()
    return (
        person.memberships.filter(body=body, starts_on__lte=today)
        .exclude(ends_on__lt=today)
        .exclude(post=Membership.Post.SUBSTITUTE)
        .exists()
    )


def _whole(answers: QuerySet[OutgoingAnswer]) -> QuerySet[OutgoingAnswer]:
    words = OutgoingApproval.objects.select_related("person__user")
    return (
        answers.select_related("case__municipality", "case__officer", "delegated_by__body")
        .prefetch_related(Prefetch("approvals", queryset=words), "copies__stop__body")
        .order_by("deadline", "pk")
    )
