"""Reading who follows what: by the keys of their mails, and for a publication."""

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from sagsgang.web.publishing.models import Publication, PublishedItem
from sagsgang.web.publishing.selectors import bodies_public
from sagsgang.web.subscriptions.choices import Choice, choice_of
from sagsgang.web.subscriptions.models import Subscriber, Subscription, SubscriptionKind

_COUNTS = Q(confirmed_at__isnull=False, stopped_at=None)
_MOST_KEYS = 50


def subscription_by_key(key: str) -> Subscription | None:
    """The subscription whose mails have that key."""
    return Subscription.objects.select_related("subscriber", "body").filter(key=key).first()


def subscriptions_by_keys(keys: str) -> list[Subscription]:
    """Those named by keys with dots between, without those that are stopped or gone."""
    wanted = keys.split(".")[:_MOST_KEYS]
    rows = Subscription.objects.select_related("subscriber", "body")
    return list(rows.filter(key__in=wanted, stopped_at=None))


def subscriber_by_key(key: str) -> Subscriber | None:
    """The one whose page it is."""
    return Subscriber.objects.filter(key=key).first()


def subscriptions_of(subscriber: Subscriber) -> list[tuple[Subscription, Choice | None]]:
    """What she follows, with what it is about."""
    rows = subscriber.subscriptions.filter(_COUNTS).select_related("body").order_by("asked_at")
    return [(row, choice_of(row)) for row in rows]


def followed_in(publication: Publication) -> QuerySet[Subscription]:
    """The subscriptions that the publication is news for: of its body, of its open cases."""
    cases = PublishedItem.objects.filter(
        publication=publication, is_closed=False, case__isnull=False
    )
    return Subscription.objects.filter(
        _COUNTS,
        Q(kind=SubscriptionKind.BODY, body=publication.public.body_id)
        | Q(kind=SubscriptionKind.CASE, case__in=cases.values("case")),
    )


def searches_followed() -> QuerySet[Subscription]:
    """Every search that is followed."""
    return Subscription.objects.filter(_COUNTS, kind=SubscriptionKind.SEARCH)


def bodies_to_follow() -> Sequence[Choice]:
    """The bodies that have published something."""
    return [
        choice
        for body in bodies_public()
        if (choice := choice_of(Subscription(kind=SubscriptionKind.BODY, body=body))) is not None
    ]
