"""Who is asked and told about a member's meeting, and how things are named in the sentences."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils import timezone

from sagsgang.web.accounts.models import User
from sagsgang.web.bodies.models import Assignment, Body, Membership, Role
from sagsgang.web.cases.review.people import with_substitutes
from sagsgang.web.meetings.models import Meeting
from sagsgang.web.notifications.services import notify


def secretaries_of(body: Body) -> list[User]:
    """The secretaries of the body today, and those who stand in for them."""
    today = timezone.localdate()
    held = Assignment.objects.filter(
        Q(body=body) | Q(body__isnull=True),
        Q(starts_on__isnull=True) | Q(starts_on__lte=today),
        Q(ends_on__isnull=True) | Q(ends_on__gte=today),
        municipality=body.municipality_id,
        role=Role.SECRETARY,
    )
    return with_substitutes(held.values_list("user", flat=True))


def chairs_of(body: Body) -> list[User]:
    """The chair of the body today."""
    today = timezone.localdate()
    held = Membership.objects.filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=today),
        body=body,
        post=Membership.Post.CHAIR,
        starts_on__lte=today,
        person__user__is_active=True,
    )
    return list(User.objects.filter(pk__in=held.values_list("person__user", flat=True)))


def tell(
    *,
    users: Iterable[User],
    actor: User,
    code: str,
    text: str,
    path: str,
    why: str = "",
    meeting: Meeting | None = None,
) -> None:
    """Tell each of them but the one who did it herself."""
    others = [user for user in users if user.pk != actor.pk]
    if others:
        key = f"meeting:{meeting.pk}" if meeting else ""
        notify(users=others, code=code, text=text, why=why, path=path, subject_key=key)
