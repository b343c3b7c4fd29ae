"""Who sits in a body, for how long, in which role and for which party; and who stands in."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sagsgang.web.bodies.models.body import Body, Municipality


class Term(models.Model):
    """A period between elections (valgperiode); `ends_on` is its last day."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="terms")
    name = models.CharField(max_length=60)
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        ordering = ["starts_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="term_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    """Somebody who sits in bodies; `user` when she signs in herself."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="people")
    name = models.CharField(max_length=150)
    sort_key = models.BinaryField(max_length=1000, default=b"")
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="person",
    )

    class Meta:
        ordering = ["sort_key", "name"]
        verbose_name_plural = "people"

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """`ends_on` is the last day; None while it lasts. Nothing is deleted when somebody leaves."""

    class Post(models.TextChoices):
        CHAIR = "chair"
        VICE_CHAIR = "vice_chair"
        MEMBER = "member"
        SUBSTITUTE = "substitute"

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    post = models.CharField(max_length=12, choices=Post, default=Post.MEMBER)
    party = models.CharField(max_length=60, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["starts_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="membership_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.body}"


class SubstitutePeriod(models.Model):
    """`substitute` sits for `membership` from `starts_on` to and with `ends_on` (None: until
    further notice), because of `reason`.
    """

    membership = models.ForeignKey(
        Membership, on_delete=models.CASCADE, related_name="substitute_periods"
    )
    substitute = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="sits_for")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["starts_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="substitute_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.substitute} for {self.membership}"
