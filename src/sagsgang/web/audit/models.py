"""One row for each write operation; its key is what makes a double click harmless."""

from django.db import models


class Operation(models.Model):
    """`key` comes from the form or command that asked; `details` says what was done, as JSON."""

    key = models.UUIDField(unique=True)
    name = models.CharField(max_length=80)
    at = models.DateTimeField()
    details = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["name", "at"])]

    def __str__(self) -> str:
        return f"{self.name} {self.at:%Y-%m-%d %H:%M}"
