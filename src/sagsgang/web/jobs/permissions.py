"""Who sees the jobs and the mails that were caught."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import Q

from sagsgang.web.accounts.models import User

NONE = Q(pk__in=())


def jobs_may(actor: object) -> bool:
    """Whether she looks after the jobs: administrators do."""
    return isinstance(actor, User) and actor.is_active and actor.is_administrator


def jobs_require(actor: object) -> None:
    """Raise PermissionDenied unless `actor` looks after the jobs."""
    if not jobs_may(actor):
        raise PermissionDenied


def mails_may(user: object) -> bool:
    """Whether she may look at caught mail: an administrator, or one of the example's people."""
    if settings.SAGSGANG_MAIL_URL or not isinstance(user, User) or not user.is_active:
        return False
    return user.is_administrator or user.is_example


def mails_readable_q(user: object) -> Q:
    """The mails she may read. Whoever plays one of the example's people reads what was sent to
    any of them, and nobody else's.
    """
    if not isinstance(user, User) or not mails_may(user):
        return NONE
    if user.is_example:
        return Q(to__in=User.objects.filter(is_example=True).values("email"))
    return Q()
