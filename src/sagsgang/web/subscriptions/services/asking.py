"""Following begins with a mail to the address, and counts when the one who reads it says so."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.audit.events import event_record
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.subscriptions.choices import Choice
from sagsgang.web.subscriptions.mails import already_mail, confirm_mail
from sagsgang.web.subscriptions.models import Subscriber, Subscription, SubscriptionKind

#: How long the link that confirms is good; then what was not confirmed is forgotten.
GOOD_FOR = timedelta(days=7)
#: So many mails to an address in a day and night, whoever asks for them.
MOST_ASKS = 5
#: So many things may one address follow.
MOST_FOLLOWED = 20
_DAY = timedelta(days=1)
_WORDS = {
    SubscriptionKind.CASE: "en sag",
    SubscriptionKind.SEARCH: "en søgning",
}


@transaction.atomic
def subscription_ask(*, email: str, choice: Choice) -> None:
    """Send the address a mail: with the link that confirms, or, where it follows this already or
    too much, with what it follows. Whoever asks is not told which; too many asks send nothing.
    """
    now = timezone.now()
    address = email.strip().lower()
    made, _is_new = Subscriber.objects.get_or_create(email=address, defaults={"made_at": now})
    subscriber = Subscriber.objects.select_for_update().get(pk=made.pk)
    lately = [ask for ask in subscriber.asks if datetime.fromisoformat(ask) > now - _DAY]
    if len(lately) >= MOST_ASKS:
        return
    subscriber.asks = [*lately, now.isoformat()]
    subscriber.save(update_fields=["asks"])
    same = subscriber.subscriptions.filter(
        kind=choice.kind,
        body=choice.body,
        case=choice.case,
        query=choice.query,
        stopped_at=None,
    ).first()
    if same is not None and same.confirmed_at is not None:
        already_mail(subscriber)
        return
    if same is None:
        if subscriber.subscriptions.filter(stopped_at=None).count() >= MOST_FOLLOWED:
            already_mail(subscriber, is_full=True)
            return
        same = Subscription(
            subscriber=subscriber,
            kind=choice.kind,
            body=choice.body,
            case_id=choice.case,
            query=choice.query,
        )
    same.asked_at = now
    same.save()
    confirm_mail(same, choice, until=now + GOOD_FOR)
    sentence = f"Der blev bedt om mail om {words_of(same)}."
    event_record(code="subscription_asked", sentence=sentence, actor=None, subject=same)


@transaction.atomic
def subscription_confirm(*, key: str) -> Subscription:
    """Whoever reads the address's mail wants it; again it is as it was. Emits
    `subscription_confirmed`.
    """
    rows = Subscription.objects.select_for_update(of=("self",)).select_related("subscriber", "body")
    found = rows.filter(key=key).first()
    if found is None or not is_open(found):
        raise Refusal(_("The link is not good any more. Ask for a new mail."))
    if found.confirmed_at is None:
        found.confirmed_at = found.looked_at = timezone.now()
        found.save(update_fields=["confirmed_at", "looked_at"])
        sentence = f"En læser følger {words_of(found)} på mail."
        event_record(code="subscription_confirmed", sentence=sentence, actor=None, subject=found)
    return found


def is_open(subscription: Subscription) -> bool:
    """Whether it is confirmed, or may still be."""
    if subscription.stopped_at is not None:
        return False
    is_young = subscription.asked_at > timezone.now() - GOOD_FOR
    return subscription.confirmed_at is not None or is_young


def words_of(subscription: Subscription) -> str:
    """What a sentence of the log says it is about: neither who follows it nor what is searched."""
    if subscription.body is not None:
        return str(subscription.body)
    return _WORDS[SubscriptionKind(subscription.kind)]
