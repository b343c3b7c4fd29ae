"""The one place from which this room tells people something: only those who may read it."""

from collections.abc import Collection, Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from sagsgang.web.accounts.models import User
from sagsgang.web.cases.review.people import with_substitutes
from sagsgang.web.followup.models import FollowUp
from sagsgang.web.followup.naming import address
from sagsgang.web.followup.permissions import (
    follow_up_may,
    follow_ups_readable_q,
    is_closed_to_public,
)
from sagsgang.web.notifications.kinds import kind_register
from sagsgang.web.notifications.permissions import subject_gate_register
from sagsgang.web.notifications.services import notify

SUBJECT = "follow_up"
OWNER, SECRETARY = "du er ansvarlig for den", "du er sekretær for udvalget"
KINDS = {
    "follow_up_given": (_("A follow-up is given to me"), OWNER),
    "follow_up_due": (_("A follow-up is due soon"), OWNER),
    "follow_up_late": (_("A follow-up is late"), OWNER),
    "follow_up_reported": (_("Somebody has reported on a follow-up"), SECRETARY),
    "follow_up_needs_meeting": (_("A follow-up has lost its meeting"), SECRETARY),
}


def kinds_register() -> None:
    """Make known what this room tells, and who may hear it."""
    for code, (title, why) in KINDS.items():
        kind_register(code, title, why)
    subject_gate_register(SUBJECT, _may_see, many=_seen, is_closed=_is_closed)


def subject_key(follow_up: FollowUp) -> str:
    """By which notifications and events name it."""
    return f"{SUBJECT}:{follow_up.pk}"


def owners_of(follow_up: FollowUp) -> list[User]:
    """Those who have it to do and sign in here, and who does their work today."""
    keys = set(follow_up.people.filter(user__isnull=False).values_list("user", flat=True))
    if follow_up.owner_id:
        keys.add(follow_up.owner_id)
    return with_substitutes(keys)


def tell(
    follow_up: FollowUp,
    users: Iterable[User],
    code: str,
    text: str,
    *,
    why: str = "",
    actor: Any = None,
) -> None:
    """Notify those of the users who may read it; never the one who did it herself."""
    once = {user.pk: user for user in users if actor is None or user.pk != actor.pk}
    wanted = [user for user in once.values() if follow_up_may(user, "follow_up_read", follow_up)]
    if wanted:
        notify(
            users=wanted,
            code=code,
            text=text,
            why=why or KINDS[code][1],
            path=address(follow_up),
            subject_key=subject_key(follow_up),
        )


def _key(subject: str) -> int:
    return int(subject.partition(":")[2])


def _may_see(subject: str, user: object) -> bool:
    return subject in _seen([subject], user)


def _seen(subjects: Collection[str], user: object) -> Collection[str]:
    by_key = {_key(subject): subject for subject in subjects}
    found = FollowUp.objects.filter(follow_ups_readable_q(user), pk__in=by_key)
    return [by_key[pk] for pk in found.values_list("pk", flat=True)]


def _is_closed(subject: str) -> bool:
    found = FollowUp.objects.filter(pk=_key(subject)).first()
    return found is None or is_closed_to_public(found)
