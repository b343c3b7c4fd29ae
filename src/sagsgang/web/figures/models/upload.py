"""A file of figures on its way into the store, and how columns of its layout were understood."""

from django.conf import settings
from django.db import models

from sagsgang.web.bodies.models import Municipality


class UploadState(models.TextChoices):
    """How far a file has come."""

    FETCHING = "fetching"
    WAITING = "waiting"
    REFUSED = "refused"
    READY = "ready"
    LOADING = "loading"
    LOADED = "loaded"
    DROPPED = "dropped"


class Upload(models.Model):
    """A file that somebody handed in, or that a service was `asked` for. `preview` is what was read
    of it and what it would change, `problems` why it was refused; `load_number` is the load it
    became, in the store, which alone knows what counts. `share` tells how far the reading is, from
    0 to 100.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=40)
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64, blank=True)
    size = models.PositiveBigIntegerField()
    asked = models.JSONField(default=dict)
    mapping = models.JSONField(default=dict)
    layout = models.CharField(max_length=64, blank=True)
    state = models.CharField(
        max_length=10, choices=UploadState.choices, default=UploadState.WAITING
    )
    share = models.PositiveSmallIntegerField(default=0)
    preview = models.JSONField(default=dict)
    problems = models.JSONField(default=list)
    problem_count = models.PositiveIntegerField(default=0)
    load_number = models.PositiveIntegerField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=1)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    uploaded_at = models.DateTimeField()
    loaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    loaded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-uploaded_at", "-id"]

    def __str__(self) -> str:
        return self.file_name


class RememberedMapping(models.Model):
    """How the columns of a layout (`layout` is the hash of its headings) were understood when a
    file of it was last loaded.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="+")
    source = models.CharField(max_length=40)
    layout = models.CharField(max_length=64)
    mapping = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "source", "layout"], name="mapping_remembered_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.layout[:8]}"
