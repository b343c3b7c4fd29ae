"""A report that is put together once, and the editions it was released in."""

from typing import Any

from django.conf import settings
from django.db import models

from sagsgang.web.bodies.models import Body, Municipality


class Report(models.Model):
    """`body` is whose next agenda an edition is made for; without one it is only read here."""

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="reports")
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="reports"
    )
    title = models.CharField(max_length=200)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["title", "id"]

    def __str__(self) -> str:
        return self.title


class ReportSection(models.Model):
    """One indicator over its last `count` periods. `limits` are members by dimension; `words` are
    the analyst's, and stand in the next edition.
    """

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="sections")
    order = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    indicator = models.CharField(max_length=80)
    grain = models.CharField(max_length=10)
    count = models.PositiveSmallIntegerField(default=4)
    by = models.CharField(max_length=80, blank=True)
    limits = models.JSONField(default=dict)
    has_picture = models.BooleanField(default=True)
    has_table = models.BooleanField(default=True)
    words = models.TextField(blank=True)

    class Meta:
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.title


class ReportRelease(models.Model):
    """An edition as it was released: `content` never changes. `reason` says why the same period was
    released again: an edition is not corrected, another one is made.
    """

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="releases")
    number = models.PositiveIntegerField()
    period = models.CharField(max_length=7)
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    reason = models.CharField(max_length=300, blank=True)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    released_at = models.DateTimeField()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="report_release_once"),
        ]

    def __str__(self) -> str:
        return f"{self.content['title']}, {self.content['period']}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Only once."""
        if not self._state.adding:
            raise TypeError("an edition does not change: release another")
        super().save(*args, **kwargs)
