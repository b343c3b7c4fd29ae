"""The mails about what people were told: one at once, or one a day with all of it.

Both ask again, when they are written, whether she still may see what they are about.
"""

from collections.abc import Sequence

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import timezone

from sagsgang.web.accounts.links import own_address
from sagsgang.web.accounts.models import User
from sagsgang.web.jobs.services import job_enqueue
from sagsgang.web.notifications.models import Notification, Preference
from sagsgang.web.notifications.permissions import subject_is_closed, subjects_seen

DIGEST_JOB = "notifications_digest_mail"
#: What a mail says of what is closed to the public: that there is news, and where.
CLOSED = "Der er nyt i en sag, som ikke er åben. Log ind for at læse det."


def mail_at_once(*, notification: int) -> None:
    """The mail about one thing, unless it was read, mailed or closed to her since."""
    found = (
        Notification.objects.select_for_update(of=("self",))
        .select_related("user")
        .filter(pk=notification, mailed_at__isnull=True)
        .first()
    )
    if found is None or _how(found.user, found.code) != Preference.How.AT_ONCE:
        return
    if _still_to_tell([found], found.user):
        subject = _words(found)
        _send(found.user, subject if len(subject) <= 120 else subject[:119] + "…", [found])


def digest(day: str) -> None:
    """Leave the mail of the day for everyone who wants it and has something unread."""
    wanting = Preference.objects.filter(how=Preference.How.DAILY, user__is_active=True)
    for user in set(wanting.values_list("user_id", flat=True)):
        job_enqueue(name=DIGEST_JOB, arguments={"user": user}, key=f"digest:{user}:{day}")


def mail_digest(*, user: int) -> None:
    """Everything she has not read nor had mail about, of the kinds she wants once a day."""
    receiver = User.objects.get(pk=user)
    codes = Preference.objects.filter(user=receiver, how=Preference.How.DAILY).values("code")
    waiting = Notification.objects.select_for_update().filter(
        user=receiver, code__in=codes, read_at__isnull=True, mailed_at__isnull=True
    )
    told = _still_to_tell(list(waiting.order_by("at", "id")), receiver)
    if told:
        count = "1 besked" if len(told) == 1 else f"{len(told)} beskeder"
        _send(receiver, f"{count} i Sagsgang", told)


def _how(user: User, code: str) -> str:
    chosen = Preference.objects.filter(user=user, code=code).values_list("how", flat=True)
    return chosen.first() or Preference.How.AT_ONCE


def _still_to_tell(found: Sequence[Notification], user: User) -> list[Notification]:
    if not user.is_active:
        return []
    unread = [each for each in found if each.read_at is None]
    seen = subjects_seen({each.subject_key for each in unread}, user)
    return [each for each in unread if each.subject_key in seen]


def _words(notification: Notification) -> str:
    closed = subject_is_closed(notification.subject_key)
    return CLOSED if closed else " ".join(notification.text.split())


def _send(user: User, subject: str, told: Sequence[Notification]) -> None:
    address = own_address().rstrip("/")
    blocks = []
    for each in told:
        # The reason may name what is closed, as the text may.
        is_closed = subject_is_closed(each.subject_key)
        why = "sagen er en del af dit arbejde" if is_closed else each.why
        blocks.append(f"{_words(each)}\n{address}{each.path}\n\nDu får denne besked, fordi {why}.")
    preferences = f"{address}{reverse('notifications:preferences')}"
    text = "\n\n".join(
        [
            f"Kære {user}",
            *blocks,
            f"Du bestemmer selv, hvad du får mail om, og hvornår:\n{preferences}",
            "Venlig hilsen\nSagsgang",
        ]
    )
    EmailMessage(subject, f"{text}\n", settings.DEFAULT_FROM_EMAIL, [user.email]).send()
    now = timezone.now()
    Notification.objects.filter(pk__in=[each.pk for each in told]).update(mailed_at=now)
