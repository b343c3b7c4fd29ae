"""How a person stands to a meeting and to its items: as queries, asked of one as of all."""

from collections.abc import Callable

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet

from sagsgang.web.bodies.models import Membership, Role, SubstitutePeriod
from sagsgang.web.bodies.standing import Standing
from sagsgang.web.cases.models import Case
from sagsgang.web.meetings.models import Disqualification, Item, Meeting, Seat

#: No row at all; a question that can only be answered so is not asked.
NOTHING = Q(pk__in=())
_CHAIRS = (Membership.Post.CHAIR, Membership.Post.VICE_CHAIR)

#: The item was on an agenda that was sent (a message comes with its parent), or was taken up.
SENT = ~Q(number="") | (Q(parent__isnull=False) & ~Q(parent__number="")) | Q(is_taken_up=True)
#: It was not taken off before anybody had got it.
LEFT_IN = Q(removed_at__isnull=True) | ~Q(number="")
#: What is part of a closed item, or about a closed case, is closed whatever the item itself says.
#: Told as what is open, because a negation over rows that are not there is not true in SQL.
OPEN = (
    Q(is_closed=False)
    & (Q(parent__isnull=True) | Q(parent__is_closed=False))
    & (Q(stop__isnull=True) | Q(stop__case__is_closed=False))
)


def meetings_q(relation: str, standing: Standing) -> Q:
    """The meetings to which she stands in the relation, for a query on `Meeting`."""
    return _MEETINGS[relation](standing)


def relations_of(standing: Standing, meeting: Meeting) -> frozenset[str]:
    """The relations in which she stands to one meeting."""
    possible = {name: meetings_q(name, standing) for name in _MEETINGS}
    asked = {
        name: ExpressionWrapper(among, output_field=BooleanField())
        for name, among in possible.items()
        if among != NOTHING
    }
    if not asked:
        return frozenset()
    row = Meeting.objects.filter(pk=meeting.pk).values_list(*(asked.values())).first()
    return frozenset(name for name, holds in zip(asked, row or (), strict=bool(row)) if holds)


def own_cases_q(standing: Standing) -> Q:
    """Items about a case whose officer or manager she is, for a query on `Item`."""
    shared = Case.co_officers.through.objects.filter(
        case_id=OuterRef("pk"), user_id__in=standing.stands_for
    )
    officer = Q(officer__in=standing.stands_for) | Q(Exists(shared))
    cases = Case.objects.filter(officer | standing.bodies_q(Role.MANAGER)).order_by()
    return Q(stop__case__in=cases)


def disqualified_q(standing: Standing) -> Q:
    """Items in which she may not take part, for a query on `Item`."""
    if not standing.is_person:
        return NOTHING
    decided = Disqualification.objects.filter(
        item=OuterRef("pk"), is_disqualified=True, seat__sitting__user=standing.user
    )
    return Q(Exists(decided.order_by()))


def _by_role(*roles: str) -> Callable[[Standing], Q]:
    def among(standing: Standing) -> Q:
        found = NOTHING
        for role in roles:
            if role in standing.roles:
                found |= standing.bodies_q(role, "plan__body__", body="pk")
        return found

    return among


def _on_the_day() -> Q:
    day = OuterRef("plan__starts_at__date")
    return Q(starts_on__lte=day) & (Q(ends_on__isnull=True) | Q(ends_on__gte=day))


def _memberships(standing: Standing) -> QuerySet[Membership]:
    found = Membership.objects.exclude(post=Membership.Post.SUBSTITUTE).order_by()
    return found.filter(_on_the_day(), body=OuterRef("plan__body"), person__user=standing.user)


def _chair(standing: Standing) -> Q:
    if not standing.is_person:
        return NOTHING
    chairs = _memberships(standing).filter(post__in=_CHAIRS)
    return Q(Exists(chairs)) | Q(led_by__isnull=False, led_by__user=standing.user)


def _member(standing: Standing) -> Q:
    if not standing.is_person:
        return NOTHING
    seats = Seat.objects.filter(meeting=OuterRef("pk"), sitting__user=standing.user).order_by()
    periods = SubstitutePeriod.objects.filter(
        _on_the_day(), membership__body=OuterRef("plan__body"), substitute__user=standing.user
    ).order_by()
    return Q(Exists(_memberships(standing))) | Q(Exists(seats)) | Q(Exists(periods))


def _officer(standing: Standing) -> Q:
    items = Item.objects.filter(own_cases_q(standing), LEFT_IN, meeting=OuterRef("pk"))
    return Q(Exists(items.order_by()))


def _later_member(standing: Standing) -> Q:
    return Q(plan__body__in=standing.seats) if standing.seats else NOTHING


_MEETINGS = {
    "secretary": _by_role(Role.SECRETARY),
    "chair": _chair,
    "member": _member,
    "staff": _by_role(*Role.values),
    "officer": _officer,
    "later_member": _later_member,
}
