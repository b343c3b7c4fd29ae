"""Who sits in a body on a day, for herself or for somebody else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q

from sagsgang.web.bodies.models import (
    Body,
    Membership,
    Municipality,
    Person,
    SubstitutePeriod,
    Term,
)


@dataclass(frozen=True, slots=True)
class Seat:
    """`person` sits on the day; `stands_in_for` is the member whose seat it is when she is only
    standing in, and `period` says since when and why. A substitute is never chair.
    """

    person: Person
    membership: Membership
    stands_in_for: Person | None = None
    period: SubstitutePeriod | None = None

    @property
    def post(self) -> str:
        """The post she has on the day."""
        return Membership.Post.MEMBER if self.stands_in_for else self.membership.post

    @property
    def party(self) -> str:
        """The party the seat was won for."""
        return self.membership.party


def lasting(day: date) -> Q:
    """Memberships and periods that last on the day, both ends counted."""
    return Q(starts_on__lte=day) & (Q(ends_on__isnull=True) | Q(ends_on__gte=day))


_POST_ORDER = {"chair": 0, "vice_chair": 1, "member": 2, "substitute": 3}


def members_on(body: Body, day: date) -> list[Seat]:
    """Who sits in the body on the day: chair, vice-chair, then the others in Danish order.

    A member for whom somebody stands in is not among them; elected substitutes who sit for
    nobody are not either.
    """
    memberships = Membership.objects.filter(lasting(day), body=body)
    standing_in = SubstitutePeriod.objects.filter(lasting(day)).select_related("substitute")
    found = memberships.exclude(post=Membership.Post.SUBSTITUTE).select_related("person")
    found = found.prefetch_related(
        Prefetch("substitute_periods", queryset=standing_in, to_attr="periods_on_day")
    )
    return sits_on(found)


def sits_on(memberships: Iterable[Membership]) -> list[Seat]:
    """The seats of memberships whose `periods_on_day` are read already."""
    seats = []
    for membership in memberships:
        for period in membership.periods_on_day[:1]:
            seats.append(Seat(period.substitute, membership, membership.person, period))
        if not membership.periods_on_day:
            seats.append(Seat(membership.person, membership))
    return sorted(seats, key=_order)


def _order(seat: Seat) -> tuple[int, bytes, str, int]:
    return (
        _POST_ORDER[seat.post],
        bytes(seat.person.sort_key),
        seat.person.name,
        seat.membership.pk,
    )


def memberships_of(body: Body) -> list[Membership]:
    """Every membership the body has had, newest first, with its substitutes."""
    found = body.memberships.select_related("person").prefetch_related(
        "substitute_periods__substitute"
    )
    return list(found.order_by("-starts_on", "id"))


def people_of(municipality: Municipality) -> list[Person]:
    """Everybody who sits or has sat in a body of the municipality."""
    return list(municipality.people.select_related("user"))


def terms_of(municipality: Municipality) -> list[Term]:
    """The terms of the municipality in order."""
    return list(municipality.terms.all())


def term_of(municipality: Municipality, day: date) -> Term | None:
    """The term that the day lies in."""
    return municipality.terms.filter(starts_on__lte=day, ends_on__gte=day).first()


def term_get(key: int) -> Term | None:
    """The term with this key, with its municipality."""
    return Term.objects.select_related("municipality").filter(pk=key).first()


def person_get(key: int) -> Person | None:
    """The person with this key, with her municipality and account."""
    return Person.objects.select_related("municipality", "user").filter(pk=key).first()


def membership_get(key: int) -> Membership | None:
    """The seat with this key, with its person and body."""
    found = Membership.objects.select_related("person", "body__municipality")
    return found.filter(pk=key).first()


def period_get(key: int) -> SubstitutePeriod | None:
    """The period with this key, with who sits for whom where."""
    found = SubstitutePeriod.objects.select_related(
        "substitute", "membership__person", "membership__body__municipality"
    )
    return found.filter(pk=key).first()
