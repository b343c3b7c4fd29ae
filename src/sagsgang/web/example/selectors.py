"""Who of the example stands for each role, so that a visitor may try it without a password.

The doors are open only while nobody real works here: one account that is no example's closes them.
"""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from sagsgang.web.accounts.models import User
from sagsgang.web.accounts.selectors import has_real_account
from sagsgang.web.bodies.models import POLITICAL, Assignment, Membership, Role

CITIZEN = "borger"
ADMINISTRATOR = "administrator"
MEMBER, CHAIR = "medlem", "formand"
#: The words of the forms and addresses, in the order of the buttons.
ASSIGNED = {
    "sekretaer": Role.SECRETARY,
    "sagsbehandler": Role.CASE_OFFICER,
    "leder": Role.MANAGER,
    "oekonomikonsulent": Role.FINANCE_REVIEWER,
    "analytiker": Role.ANALYST,
}
ROLES = (
    "sekretaer",
    "sagsbehandler",
    "leder",
    "oekonomikonsulent",
    MEMBER,
    CHAIR,
    "analytiker",
    ADMINISTRATOR,
)


@dataclass(frozen=True, slots=True)
class Trial:
    """A role that may be tried, and the person who stands for it."""

    role: str
    account: User


def may_try_roles() -> bool:
    """Whether visitors may be anybody here."""
    return not has_real_account()


def trials() -> list[Trial]:
    """Every role that somebody stands for; none where the doors are closed."""
    if not may_try_roles():
        return []
    people = {account.pk: account for account in _example_people()}
    first: dict[str, int] = {}
    by_role = {role: word for word, role in ASSIGNED.items()}
    assigned = _today(Assignment.objects.filter(user__in=people)).order_by("user_id", "id")
    for user, role in assigned.values_list("user_id", "role"):
        first.setdefault(by_role[role], user)
    first |= _politicians(list(people))
    for user in sorted(people):
        if people[user].is_administrator:
            first.setdefault(ADMINISTRATOR, user)
    return [Trial(role, people[first[role]]) for role in ROLES if role in first]


def _politicians(people: list[int]) -> dict[str, int]:
    """A chair, and a member: one who leads no body, where there is one."""
    seats = _today(Membership.objects.filter(person__user__in=people, body__kind__in=POLITICAL))
    post = Membership.Post
    sits = list(seats.order_by("person__user_id", "id").values_list("person__user_id", "post"))
    leads = {user for user, held in sits if held in (post.CHAIR, post.VICE_CHAIR)}
    chairs = [user for user, held in sits if held == post.CHAIR]
    members = [user for user, held in sits if held not in (post.CHAIR, post.SUBSTITUTE)]
    members.sort(key=lambda user: user in leads)
    return {word: of[0] for word, of in ((CHAIR, chairs), (MEMBER, members)) if of}


def trial_of(role: str) -> Trial | None:
    """The role's person; None when nobody stands for it or the doors are closed."""
    return next((trial for trial in trials() if trial.role == role), None)


def _example_people() -> QuerySet[User]:
    """Example accounts that are open and have nothing to do outside example municipalities."""
    elsewhere = Q(municipality__is_example=False)
    works = Assignment.objects.filter(elsewhere, user=OuterRef("pk"))
    sits = Membership.objects.filter(
        body__municipality__is_example=False, person__user=OuterRef("pk")
    )
    people = User.objects.filter(is_example=True, is_active=True)
    return people.exclude(Exists(works)).exclude(Exists(sits))


def _today(found: QuerySet) -> QuerySet:
    day = timezone.localdate()
    started = Q(starts_on__isnull=True) | Q(starts_on__lte=day)
    return found.filter(started, Q(ends_on__isnull=True) | Q(ends_on__gte=day))
