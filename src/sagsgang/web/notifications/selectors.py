"""Reading what a person was told, without what she may no longer see."""

from django.db.models import F, QuerySet

from sagsgang.web.notifications.kinds import Kind, kinds
from sagsgang.web.notifications.models import Notification, Preference
from sagsgang.web.notifications.permissions import subjects_seen


def notifications_for(user: object) -> QuerySet[Notification]:
    """All of hers that she may still see, the unread ones first, then the newest first."""
    return _seen(Notification.objects.filter(user=user), user).order_by(
        F("read_at").asc(nulls_first=True), "-at", "-id"
    )


def unread_for(user: object) -> QuerySet[Notification]:
    """Those she has not read."""
    return _seen(Notification.objects.filter(user=user, read_at__isnull=True), user)


def unread_count(user: object) -> int:
    """How many she has not read: two questions to the database, one when there are none."""
    keys = list(
        Notification.objects.filter(user=user, read_at__isnull=True)
        .order_by()
        .values_list("subject_key", flat=True)
    )
    seen = subjects_seen(set(keys), user) if keys else set()
    return sum(key in seen for key in keys)


def preferences_for(user: object) -> list[tuple[Kind, str]]:
    """Every kind, and how she wants to be told about it."""
    chosen = dict(Preference.objects.filter(user=user).values_list("code", "how"))
    return [(kind, chosen.get(kind.code, Preference.How.AT_ONCE)) for kind in kinds()]


def how_choices() -> list[str]:
    """How one can be told."""
    return list(Preference.How.values)


def _seen(found: QuerySet[Notification], user: object) -> QuerySet[Notification]:
    keys = set(found.order_by().values_list("subject_key", flat=True).distinct())
    hidden = keys - subjects_seen(keys, user)
    return found.exclude(subject_key__in=hidden) if hidden else found
