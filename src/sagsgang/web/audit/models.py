"""One row for each write operation, and one for each thing that happened."""

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


class Event(models.Model):
    """`code` is stable (`case_sent`); `sentence` is Danish and says who did what to which thing.

    `actor` is the key of the account that did it, None for the house itself; a later room owns the
    accounts, so there is no foreign key. `subject_key` (`case:12`) gathers the history of a thing.
    """

    code = models.CharField(max_length=80)
    sentence = models.CharField(max_length=500)
    actor = models.BigIntegerField(null=True, blank=True)
    actor_name = models.CharField(max_length=150, blank=True)
    subject_key = models.CharField(max_length=80, blank=True)
    details = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        indexes = [
            models.Index(fields=["subject_key", "at"]),
            models.Index(fields=["code", "at"]),
        ]

    def __str__(self) -> str:
        return self.sentence
