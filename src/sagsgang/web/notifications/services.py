"""Telling people, in the transaction of what they are told about; and what they do with it."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.accounts.models import User
from sagsgang.web.audit.events import event_record
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.jobs.services import job_enqueue
from sagsgang.web.notifications.kinds import kind_of, kinds
from sagsgang.web.notifications.models import Notification, Preference
from sagsgang.web.notifications.permissions import subject_may_see, subject_require_gate

MAIL_JOB = "notification_mail"


@transaction.atomic
def notify(
    *, users: Iterable[User], code: str, text: str, why: str, path: str, subject_key: str = ""
) -> list[Notification]:
    """Tell each of the users who may see the subject; returns what is new to them.

    `text` is a Danish sentence; `why` goes after "Du får denne besked, fordi" (the kind's usual
    reason when empty); `path` is an address of ours. What she has not read yet is not told again:
    the same code and path then only get the newest words.
    """
    kind = kind_of(code)
    subject_require_gate(subject_key)
    if not path.startswith("/") or path.startswith("//"):
        raise ValueError(f"{path!r} is no address of ours")
    receivers = {user.pk: user for user in users if user.is_active}
    told = []
    for user in receivers.values():
        if not subject_may_see(subject_key, user):
            continue
        words = {
            "text": text[:500],
            "why": (why or kind.why).rstrip(". ")[:300],
            "at": timezone.now(),
        }
        notification, is_new = Notification.objects.update_or_create(
            user=user,
            code=code,
            path=path,
            read_at=None,
            defaults=words | {"subject_key": subject_key},
        )
        if is_new:
            told.append(notification)
    at_once = _those_at_once(code, receivers)
    for notification in told:
        if notification.user_id in at_once:
            arguments = {"notification": notification.pk}
            key = f"notification:{notification.pk}"
            job_enqueue(name=MAIL_JOB, arguments=arguments, key=key)
    return told


def _those_at_once(code: str, users: Iterable[int]) -> set[int]:
    other = Preference.objects.filter(code=code, user__in=users).exclude(how=Preference.How.AT_ONCE)
    return set(users) - set(other.values_list("user_id", flat=True))


@transaction.atomic
def notifications_read(*, actor: User, ids: Iterable[int] | None = None) -> list[int]:
    """She has read these of hers, or all; returns those that were unread until now."""
    _require_person(actor)
    found = Notification.objects.select_for_update().filter(user=actor, read_at__isnull=True)
    if ids is not None:
        found = found.filter(pk__in=list(ids))
    keys = list(found.values_list("pk", flat=True))
    if keys:
        Notification.objects.filter(pk__in=keys).update(read_at=timezone.now())
        _leave_event("notifications_read", actor, f"{actor} læste {_count(len(keys))}.")
    return keys


@transaction.atomic
def notifications_unread(*, actor: User, ids: Iterable[int]) -> list[int]:
    """They are as before she read them; one that came again meanwhile is left as it is."""
    _require_person(actor)
    wanted = Notification.objects.select_for_update().filter(
        user=actor, pk__in=list(ids), read_at__isnull=False
    )
    back: list[int] = []
    for notification in wanted:
        same = Notification.objects.filter(
            user=actor, code=notification.code, path=notification.path, read_at__isnull=True
        )
        if not same.exists():
            notification.read_at = None
            notification.save(update_fields=["read_at"])
            back.append(notification.pk)
    if back:
        sentence = f"{actor} satte {_count(len(back))} tilbage som ulæst."
        _leave_event("notifications_unread", actor, sentence)
    return back


@transaction.atomic
def preferences_set(*, actor: User, chosen: dict[str, str]) -> None:
    """How she wants to be told, by code of the kind; kinds that are not named stay as they are."""
    _require_person(actor)
    known = {kind.code for kind in kinds()}
    if not chosen.keys() <= known or not set(chosen.values()) <= set(Preference.How.values):
        raise Refusal(_("This cannot be chosen any longer; look at the page again."))
    for code, how in chosen.items():
        Preference.objects.update_or_create(user=actor, code=code, defaults={"how": how})
    _leave_event(
        "preferences_set", actor, f"{actor} valgte, hvornår der skal komme besked på mail."
    )


def _require_person(actor: Any) -> None:
    if not isinstance(actor, User) or not actor.is_active:
        raise PermissionDenied


def _leave_event(code: str, actor: User, sentence: str) -> None:
    event_record(code=code, sentence=sentence, actor=actor, subject=actor)


def _count(number: int) -> str:
    return "1 besked" if number == 1 else f"{number} beskeder"
