"""When people are reminded, and that they were."""

from django.db import models

from sagsgang.web.bodies.models import Municipality
from sagsgang.web.followup.models.follow_up import FollowUp

#: So many days before it is due.
USUAL_DAYS = (60, 14)


class ReminderDays(models.Model):
    """How many days before a follow-up is due its owner is reminded, where it is not as usual."""

    municipality = models.OneToOneField(
        Municipality, on_delete=models.CASCADE, related_name="reminder_days"
    )
    days = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.municipality}: {self.days}"


class Reminder(models.Model):
    """They were told of the day `due` when so many `days` were left; −1 when it had passed."""

    follow_up = models.ForeignKey(FollowUp, on_delete=models.CASCADE, related_name="reminders")
    due = models.DateField()
    days = models.SmallIntegerField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["follow_up", "due", "days"], name="reminded_once"),
        ]

    def __str__(self) -> str:
        return f"{self.follow_up}: {self.days}"
