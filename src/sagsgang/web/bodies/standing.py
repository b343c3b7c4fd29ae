"""What a signed-in person is in her municipality: her roles, seats, and whose work she does."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from sagsgang.web.accounts.models import Leave, User
from sagsgang.web.bodies.models import Assignment, Membership, Role, SubstitutePeriod


def _every_body(municipality: int) -> int:
    """What stands for every body of the municipality among the bodies of a role."""
    return -municipality


@dataclass(frozen=True, slots=True)
class Standing:
    """`roles` gives for each role the keys of its bodies (a negative one: every body of that
    municipality); `municipalities` are those in which she works or sits; `seats` are the bodies in
    which she sits today, for herself or for somebody; `stands_for` are the keys of the accounts
    whose work she does, her own among them. Without `is_person` no member's record is
    hers: she has never sat anywhere.
    """

    user: User | None
    municipalities: frozenset[int] = frozenset()
    roles: dict[str, frozenset[int]] = field(default_factory=dict)
    seats: frozenset[int] = frozenset()
    chairs: frozenset[int] = frozenset()
    stands_for: frozenset[int] = frozenset()
    is_person: bool = False
    is_administrator: bool = False

    def has(self, role: str, body: int, municipality: int) -> bool:
        """Whether she has the role for this body of this municipality."""
        bodies = self.roles.get(role, frozenset())
        return body in bodies or _every_body(municipality) in bodies

    def has_any(self, *roles: str) -> bool:
        """Whether she has one of the roles for some body."""
        return any(self.roles.get(role) for role in roles)

    def bodies_q(self, role: str, prefix: str = "", body: str = "body") -> Q:
        """The same as `has`, for a query: `prefix` leads to the model that has body and
        municipality (`case__`). On `Body` itself the key is the body: `body="pk"`.
        """
        bodies = self.roles.get(role, frozenset())
        wholly = [-key for key in bodies if key < 0]
        found = Q(**{f"{prefix}{body}__in": [key for key in bodies if key > 0]})
        return found | Q(**{f"{prefix}municipality__in": wholly}) if wholly else found


NOBODY = Standing(user=None)


def standing_of(user: object, on: date | None = None) -> Standing:
    """The standing of a user on a day (today unless told); `NOBODY` for anyone not signed in.

    Asked once for each user object: a request has one, so a page asks the database three times.
    """
    if not isinstance(user, User) or not user.is_active:
        return NOBODY
    day = on or timezone.localdate()
    kept: dict[date, Standing] = user.__dict__.setdefault("_standings", {})
    if day not in kept:
        kept[day] = _standing(user, day)
    return kept[day]


def _standing(user: User, day: date) -> Standing:
    away = Leave.objects.filter(
        substitute=user, starts_on__lte=day, ends_on__gte=day, user__is_active=True
    )
    accounts = User.objects.filter(Q(pk=user.pk) | Q(pk__in=away.values("user"))).order_by()
    persons = dict(accounts.values_list("pk", "person"))
    stands_for = frozenset(persons)
    roles: dict[str, set[int]] = {}
    municipalities: set[int] = set()
    assignments = Assignment.objects.filter(user__in=stands_for).filter(_on(day))
    for role, body, municipality in assignments.values_list("role", "body_id", "municipality_id"):
        roles.setdefault(role, set()).add(body or _every_body(municipality))
        municipalities.add(municipality)
    seats: set[int] = set()
    chairs: set[int] = set()
    lasts = Q(ends_on__isnull=True) | Q(ends_on__gte=day)
    sits_for = SubstitutePeriod.objects.filter(
        lasts, membership=OuterRef("pk"), starts_on__lte=day, substitute__user=user
    )
    memberships = Membership.objects.filter(lasts, starts_on__lte=day).filter(
        Q(person__user=user) | Q(Exists(sits_for))
    )
    for body, post, municipality, owner in memberships.values_list(
        "body_id", "post", "body__municipality_id", "person__user_id"
    ):
        municipalities.add(municipality)
        if owner != user.pk or post != Membership.Post.SUBSTITUTE:
            seats.add(body)
        if owner == user.pk and post == Membership.Post.CHAIR:
            chairs.add(body)
    return Standing(
        user=user,
        municipalities=frozenset(municipalities),
        roles={role: frozenset(bodies) for role, bodies in roles.items()},
        seats=frozenset(seats),
        chairs=frozenset(chairs),
        stands_for=stands_for,
        is_person=persons.get(user.pk) is not None,
        is_administrator=user.is_administrator,
    )


def _on(day: date) -> Q:
    started = Q(starts_on__isnull=True) | Q(starts_on__lte=day)
    return started & (Q(ends_on__isnull=True) | Q(ends_on__gte=day))


def is_staff(standing: Standing) -> bool:
    """Whether she works in the administration."""
    return standing.has_any(*Role.values)
