"""What members do for which they have lost earnings replaced, and the lists that are approved."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sagsgang.web.bodies.models import Body, Person, PlannedMeeting
from sagsgang.web.meetings.models import Item


class Litra(models.TextChoices):
    """The activities of kommunestyrelsesloven § 16, stk. 1."""

    A = "a"
    B = "b"
    C = "c"
    D = "d"
    E = "e"
    F = "f"
    G = "g"


class ActivityList(models.Model):
    """The list of a body for a period; what is paid is paid on `pays_on`."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="activity_lists")
    starts_on = models.DateField()
    ends_on = models.DateField()
    pays_on = models.DateField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["-starts_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="activity_list_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body} {self.starts_on:%Y-%m-%d}–{self.ends_on:%Y-%m-%d}"


class ActivityRow(models.Model):
    """One thing that members did: `hours` for each of them. `meeting` when it was a meeting of the
    plan; `decision` is the item by whose decision litra f may be paid.
    """

    list = models.ForeignKey(ActivityList, on_delete=models.CASCADE, related_name="rows")
    day = models.DateField()
    title = models.CharField(max_length=200)
    litra = models.CharField(max_length=1, choices=Litra)
    hours = models.DecimalField(max_digits=5, decimal_places=2)
    members = models.ManyToManyField(Person, related_name="+")
    meeting = models.ForeignKey(
        PlannedMeeting, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decision = models.ForeignKey(
        Item, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["day", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(hours__gt=0), name="activity_takes_time"),
        ]

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d} {self.title}"


class ActivityListVersion(models.Model):
    """The list as it was put before the body in `item`: `content` never changes."""

    list = models.ForeignKey(ActivityList, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="activity_lists")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["list", "number"], name="activity_list_version_once"),
        ]

    def __str__(self) -> str:
        return f"{self.list} ({self.number})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Only once: what was put before the body is what it approved."""
        if not self._state.adding:
            raise TypeError("a version of a list does not change: make another")
        super().save(*args, **kwargs)
