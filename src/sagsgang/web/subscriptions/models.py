"""Who follows what by mail, whether it was confirmed, and what each was told about."""

import secrets

from django.db import models
from django.db.models import Q

from sagsgang.web.bodies.models import Body
from sagsgang.web.cases.models import Case
from sagsgang.web.publishing.models import Publication


def new_key() -> str:
    """Unguessable, and fit for an address: whoever has it may do what it is for."""
    return secrets.token_urlsafe(16)


class Subscriber(models.Model):
    """A mail address, in small letters; nobody has an account. `key` opens the page of all that it
    follows. `asks` are the moments of the last mails that were asked for.
    """

    email = models.EmailField(unique=True)
    key = models.CharField(max_length=40, unique=True, default=new_key)
    asks = models.JSONField(default=list)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"subscriber {self.pk}"


class SubscriptionKind(models.TextChoices):
    """What can be followed."""

    BODY = "body"
    CASE = "case"
    SEARCH = "search"


class Subscription(models.Model):
    """One thing that is followed; `key` confirms it and stops it. It counts from `confirmed_at` to
    `stopped_at`; once stopped, what it was about is forgotten. `query` are a search's parameters,
    `looked_at` how far back its next look goes.
    """

    subscriber = models.ForeignKey(
        Subscriber, on_delete=models.CASCADE, related_name="subscriptions"
    )
    kind = models.CharField(max_length=10, choices=SubscriptionKind)
    body = models.ForeignKey(Body, on_delete=models.CASCADE, null=True, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, null=True, related_name="+")
    query = models.CharField(max_length=2000, blank=True)
    key = models.CharField(max_length=40, unique=True, default=new_key)
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    stopped_at = models.DateTimeField(null=True)
    looked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["subscriber", "body"],
                condition=Q(stopped_at=None),
                name="body_followed_once",
            ),
            models.UniqueConstraint(
                fields=["subscriber", "case"],
                condition=Q(stopped_at=None),
                name="case_followed_once",
            ),
            models.UniqueConstraint(
                fields=["subscriber", "query"],
                condition=Q(stopped_at=None, kind="search"),
                name="search_followed_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class Told(models.Model):
    """A mail about the publication went to the subscriber: no other will."""

    subscriber = models.ForeignKey(Subscriber, on_delete=models.CASCADE, related_name="told")
    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "told"
        constraints = [
            models.UniqueConstraint(fields=["subscriber", "publication"], name="told_once"),
        ]

    def __str__(self) -> str:
        return f"{self.subscriber_id} {self.publication_id}"
