"""The one place from which this room tells people something: only those who may read the case."""

from collections.abc import Iterable

from sagsgang.web.accounts.models import User
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.permissions import case_may
from sagsgang.web.notifications.services import notify

#: What one may do, to be told → the kind of subject, whose gate is asked again when it is read.
_SUBJECTS = {
    "case_read": "case",
    "case_approve": "case",
    "case_comments_read": "case_comments",
}


def tell(
    *,
    users: Iterable[User],
    case: Case,
    code: str,
    text: str,
    why: str,
    path: str,
    actor: User | None = None,
    operation: str = "case_read",
) -> None:
    """Notify the users whom the gate lets do `operation`; never the one who did it herself."""
    once = {user.pk: user for user in users if actor is None or user.pk != actor.pk}
    wanted = [user for user in once.values() if case_may(user, operation, case)]
    if wanted:
        notify(
            users=wanted,
            code=code,
            text=text,
            why=why,
            path=path,
            subject_key=f"{_SUBJECTS[operation]}:{case.pk}",
        )
