"""The register of everything promised, open and late, as it is asked for."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from sagsgang.web.accounts.models import User
from sagsgang.web.bodies.models import Body
from sagsgang.web.cases.models import Case
from sagsgang.web.followup.models import LIVING, FollowUp, Kind, State
from sagsgang.web.followup.selectors.follow_ups import (
    follow_ups_readable,
    late_q,
    mine_q,
    urgent_first,
)

#: `owner` has one of these for oneself.
ME = "mig"
OPEN, LATE, ENDED, ALL = "aabne", "forsinkede", "afsluttede", "alle"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader asked for; what is empty, is not asked about."""

    words: str = ""
    state: str = OPEN
    kind: str = ""
    body: int | None = None
    case: int | None = None
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many the reader may see, whatever she asked for."""

    open: int = 0
    late: int = 0
    mine: int = 0


@dataclass(frozen=True, slots=True)
class Offered:
    """What the filters can be set to."""

    bodies: list[Body] = field(default_factory=list)
    owners: list[User] = field(default_factory=list)
    case: Case | None = None


def register_found(user: Any, asked: Asked) -> QuerySet[FollowUp]:
    """What the user may see of it: the late on top, her own first."""
    rows = follow_ups_readable(user)
    if asked.state == LATE:
        rows = rows.filter(late_q(timezone.localdate()))
    elif asked.state == ENDED:
        rows = rows.filter(state__in=(State.DONE, State.DROPPED))
    elif asked.state != ALL:
        rows = rows.filter(state__in=LIVING)
    if asked.kind in Kind.values:
        rows = rows.filter(kind=asked.kind)
    if asked.body is not None:
        rows = rows.filter(body=asked.body)
    if asked.case is not None:
        rows = rows.filter(case=asked.case)
    if asked.owner == ME:
        rows = rows.filter(pk__in=FollowUp.objects.filter(mine_q(user)).values("pk"))
    elif asked.owner.isdecimal():
        owner = int(asked.owner)
        of = FollowUp.objects.filter(Q(owner=owner) | Q(people__user=owner))
        rows = rows.filter(pk__in=of.values("pk"))
    for word in asked.words.lower().split():
        rows = rows.filter(search_text__contains=word)
    return urgent_first(rows, user)


def register_counts(user: Any) -> Counts:
    """How much there is."""
    rows = follow_ups_readable(user).filter(state__in=LIVING)
    mine = FollowUp.objects.filter(mine_q(user)).values("pk")
    counted = rows.aggregate(
        open=Count("pk"),
        late=Count("pk", filter=late_q(timezone.localdate())),
        mine=Count("pk", filter=Q(pk__in=mine)),
    )
    return Counts(**counted)


def register_offered(user: Any, asked: Asked) -> Offered:
    """The bodies and owners that stand on the register, as far as the user may see it."""
    rows = follow_ups_readable(user).order_by()
    bodies = Body.objects.filter(pk__in=rows.values("body"))
    owners = User.objects.filter(pk__in=rows.filter(owner__isnull=False).values("owner"))
    case = None
    if asked.case is not None:
        found = rows.filter(case=asked.case).select_related("case").first()
        case = found.case if found else None
    return Offered(list(bodies), list(owners), case)
