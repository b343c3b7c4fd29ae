"""Following ends with one press of a button; then only the address is left, and soon not that."""

from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from sagsgang.web.audit.events import event_record
from sagsgang.web.subscriptions.models import Subscriber, Subscription, Told
from sagsgang.web.subscriptions.services.asking import GOOD_FOR, words_of

#: How long after the end it is still known that the address did not want it any more.
KEPT = timedelta(days=30)


@transaction.atomic
def subscriptions_stop(*, keys: Sequence[str]) -> int:
    """No more mail about these; returns how many were followed until now. What each was about is
    forgotten at once. Emits `subscription_stopped`.
    """
    rows = Subscription.objects.select_for_update(of=("self",)).select_related("body")
    found = list(rows.filter(key__in=list(keys), stopped_at=None))
    for each in found:
        sentence = f"En læser følger ikke længere {words_of(each)} på mail."
        each.stopped_at, each.body, each.case, each.query = timezone.now(), None, None, ""
        each.save(update_fields=["stopped_at", "body", "case", "query"])
        event_record(code="subscription_stopped", sentence=sentence, actor=None, subject=each)
    return len(found)


def subscriptions_clean(day: str) -> None:
    """Forget what was not confirmed in time, what was stopped a month ago, and addresses that
    follow nothing.
    """
    now = timezone.now()
    Subscription.objects.filter(confirmed_at=None, asked_at__lt=now - GOOD_FOR).delete()
    Subscription.objects.filter(stopped_at__lt=now - KEPT).delete()
    Told.objects.filter(at__lt=now - 2 * KEPT).delete()
    Subscriber.objects.filter(subscriptions=None, made_at__lt=now - timedelta(days=1)).delete()
