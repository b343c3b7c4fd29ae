"""A piece of work in the database, and a mail that was caught instead of sent."""

from django.db import models


class Job(models.Model):
    """`name` says which function, `arguments` are JSON; `key` makes the same work come once only.

    A job that fails is tried again later, up to a limit; then it stays as failed with its error.
    Whoever takes a job moves its `run_at` ahead, so that nobody else takes it meanwhile.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        DONE = "done"
        FAILED = "failed"

    key = models.CharField(max_length=200, unique=True)
    name = models.CharField(max_length=80)
    arguments = models.JSONField(default=dict)
    run_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveIntegerField(default=0)
    error = models.TextField(blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["run_at", "id"]
        indexes = [models.Index(fields=["state", "run_at"])]

    def __str__(self) -> str:
        return f"{self.name} {self.key}"


class Mail(models.Model):
    """A mail that would have left the house if a mail server were named; `key` is its job's."""

    key = models.CharField(max_length=200, unique=True)
    to = models.EmailField()
    subject = models.CharField(max_length=300)
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["to", "at"])]

    def __str__(self) -> str:
        return f"{self.to}: {self.subject}"
