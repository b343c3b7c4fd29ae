"""One thing that one person is told, and how she wants to be told."""

from django.conf import settings
from django.db import models


class Notification(models.Model):
    """`text` is a Danish sentence; `why` says what makes it her business; `path` is where to go.

    `subject_key` names what it is about (`case:12`), so that a later room can ask who may still
    see it before it is shown or mailed.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notifications"
    )
    code = models.CharField(max_length=80)
    text = models.CharField(max_length=500)
    why = models.CharField(max_length=300)
    path = models.CharField(max_length=300)
    subject_key = models.CharField(max_length=80, blank=True)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["user", "read_at"])]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "code", "path"],
                condition=models.Q(read_at__isnull=True),
                name="notification_once_while_unread",
            )
        ]

    def __str__(self) -> str:
        return self.text


class Preference(models.Model):
    """How often a person gets mail about one kind of thing; no row means at once."""

    class How(models.TextChoices):
        AT_ONCE = "at_once"
        DAILY = "daily"
        OFF = "off"

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="preferences"
    )
    code = models.CharField(max_length=80)
    how = models.CharField(max_length=10, choices=How, default=How.AT_ONCE)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "code"], name="preference_once_per_code")
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.code} {self.how}"
