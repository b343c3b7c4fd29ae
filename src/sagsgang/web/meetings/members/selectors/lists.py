"""The items a member has wished for, and the cases she follows."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Q

from sagsgang.web.accounts.models import User
from sagsgang.web.bodies.models import Body
from sagsgang.web.bodies.standing import standing_of
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.permissions import cases_readable_q
from sagsgang.web.meetings.models import (
    FollowedCase,
    RaisedItem,
)
from sagsgang.web.meetings.permissions import (
    body_may,
)
from sagsgang.web.routes.models import LIVING, CaseStop, StopState


@dataclass(frozen=True, slots=True)
class FollowedRow:
    """A case she follows: what was decided last, and what is to come."""

    case: Case
    decided: tuple[CaseStop, ...] = field(default=())
    coming: tuple[CaseStop, ...] = field(default=())


def own_wishes(user: User) -> list[RaisedItem]:
    """The items she has wished for, the newest first."""
    found = RaisedItem.objects.filter(person__user=user)
    return list(
        found.select_related("body", "item__meeting__plan__body").order_by("-received_at")[:20]
    )


def wish_get(user: User, pk: int) -> RaisedItem | None:
    """The wish, when it is hers."""
    return RaisedItem.objects.filter(person__user=user, pk=pk).select_related("body").first()


def bodies_of(user: User) -> list[Body]:
    """The bodies in which she may wish for an item."""
    bodies = Body.objects.filter(pk__in=standing_of(user).seats).select_related("municipality")
    return [body for body in bodies if body_may(user, "item_raise", body)]


def followed_cases(user: User) -> list[FollowedRow]:
    """The cases she follows and may still read, the one that changed last on top."""
    cases = list(
        Case.objects.filter(cases_readable_q(user), followers__user=user)
        .defer("search_text")
        .order_by("-changed_at")[:50]
    )
    if not cases:
        return []
    stops: dict[int, list[CaseStop]] = defaultdict(list)
    rows = CaseStop.objects.filter(case__in=cases, state__in=(*LIVING, StopState.TREATED))
    for stop in rows.select_related("body", "meeting").order_by("step", "decided_on", "pk"):
        stops[stop.case_id].append(stop)
    return [
        FollowedRow(
            case=case,
            decided=tuple(s for s in stops[case.pk] if s.state == StopState.TREATED),
            coming=tuple(s for s in stops[case.pk] if s.state != StopState.TREATED),
        )
        for case in cases
    ]


def is_followed(user: User, case: Case) -> bool:
    """Whether she follows the case."""
    return FollowedCase.objects.filter(user=user, case=case).exists()


def case_get(user: User, pk: int) -> Case | None:
    """The case, when she may read it or follows it."""
    found = Case.objects.filter(pk=pk)
    return found.filter(cases_readable_q(user) | Q(followers__user=user)).distinct().first()
