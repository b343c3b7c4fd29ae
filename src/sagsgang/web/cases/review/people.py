"""Who is told: those who hold a role for the case's body today, and those who do their work."""

from django.db.models import Q
from django.utils import timezone

from sagsgang.web.accounts.models import Leave, User
from sagsgang.web.bodies.models import Assignment
from sagsgang.web.cases.models import Case


def in_role(role: str, case: Case) -> list[User]:
    """The active people with the role for the case's body, and their substitutes today."""
    today = timezone.localdate()
    held = Assignment.objects.filter(
        Q(body=case.body_id) | Q(body__isnull=True),
        Q(starts_on__isnull=True) | Q(starts_on__lte=today),
        Q(ends_on__isnull=True) | Q(ends_on__gte=today),
        municipality=case.municipality_id,
        role=role,
    )
    return with_substitutes(held.values_list("user", flat=True))


def officers_of(case: Case) -> list[User]:
    """The officer, those she shares the case with, and their substitutes today."""
    return with_substitutes([case.officer_id, *case.co_officers.values_list("pk", flat=True)])


def with_substitutes(keys: object) -> list[User]:
    """The active accounts of these keys and of those who stand in for them today."""
    today = timezone.localdate()
    wanted = set(keys)  # type: ignore[call-overload]
    away = Leave.objects.filter(user__in=wanted, starts_on__lte=today, ends_on__gte=today)
    wanted |= set(away.values_list("substitute", flat=True))
    return list(User.objects.filter(pk__in=wanted, is_active=True))
