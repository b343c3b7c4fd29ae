"""When and where a body meets, and what comes back every year."""

from django.db import models

from sagsgang.web.bodies.models.body import Body


class PlannedMeeting(models.Model):
    """A meeting of the plan; a cancelled one stays and says why."""

    class Kind(models.TextChoices):
        ORDINARY = "ordinary"
        EXTRAORDINARY = "extraordinary"

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="planned_meetings")
    starts_at = models.DateTimeField()
    place = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=15, choices=Kind, default=Kind.ORDINARY)
    cancelled_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["starts_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "starts_at"],
                condition=models.Q(cancelled_because=""),
                name="planned_meeting_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body} {self.starts_at:%Y-%m-%d}"

    @property
    def is_cancelled(self) -> bool:
        """Whether the meeting will not be held."""
        return bool(self.cancelled_because)


class YearWheelEntry(models.Model):
    """What a body treats every year in `month` (1–12), such as the accounts in March; work on it
    starts `weeks_before` the meeting.
    """

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="year_wheel")
    month = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    note = models.CharField(max_length=300, blank=True)
    weeks_before = models.PositiveSmallIntegerField(default=6)

    class Meta:
        ordering = ["month", "id"]
        verbose_name_plural = "year wheel entries"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(month__gte=1, month__lte=12), name="year_wheel_month"
            ),
        ]

    def __str__(self) -> str:
        return self.title
