"""Who has which role, for which body."""

from datetime import date

from django.db.models import Q
from django.utils import timezone

from sagsgang.web.accounts.models import User
from sagsgang.web.bodies.models import Assignment, Body, Municipality, Person


def _not_over(day: date) -> Q:
    return Q(ends_on__isnull=True) | Q(ends_on__gte=day)


def assignments_of(user: User, municipalities: list[Municipality]) -> list[Assignment]:
    """Every role the person has or has had in these municipalities, those in force first."""
    found = Assignment.objects.filter(user=user, municipality__in=municipalities)
    today = timezone.localdate()
    rows = list(found.select_related("municipality", "body"))
    return sorted(rows, key=lambda each: each.ends_on is not None and each.ends_on < today)


def assignments_for(body: Body, on: date | None = None) -> list[Assignment]:
    """Who has which role for the body on the day, for all bodies or for this."""
    day = on or timezone.localdate()
    started = Q(starts_on__isnull=True) | Q(starts_on__lte=day)
    found = Assignment.objects.filter(started & _not_over(day), municipality=body.municipality_id)
    found = found.filter(Q(body=body) | Q(body__isnull=True), user__is_active=True)
    return list(found.select_related("user", "body").order_by("role", "user__sort_key", "id"))


def users_for_person(person: Person | None = None) -> list[User]:
    """The open accounts that belong to nobody in a body, and that of the person herself."""
    free = Q(person__isnull=True)
    if person and person.user_id:
        free |= Q(pk=person.user_id)
    return list(User.objects.filter(free, is_active=True))


def user_get(key: int) -> User | None:
    """The account with this key."""
    return User.objects.filter(pk=key).first()


def assignment_get(key: int) -> Assignment | None:
    """The assignment with this key."""
    found = Assignment.objects.select_related("user", "municipality", "body")
    return found.filter(pk=key).first()


def assignments_in(municipality: Municipality) -> list[Assignment]:
    """The roles of the municipality that are not over."""
    found = municipality.assignments.filter(_not_over(timezone.localdate()))
    return list(found.select_related("user", "body"))
