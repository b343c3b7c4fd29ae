"""What is attached to a case: each file with its versions, their hashes, open or closed."""

from django.conf import settings
from django.db import models

from sagsgang.web.cases.models.case import Case


class Attachment(models.Model):
    """A removed attachment stays in the rows: an earlier version of the case can show it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="attachments")
    order = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    is_closed = models.BooleanField(default=False)
    closed_ground = models.CharField(max_length=300, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.title


class AttachmentVersion(models.Model):
    """The bytes lie in the data folder under their hash; the row never changes."""

    attachment = models.ForeignKey(Attachment, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    file_name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)
    #: What the checks said of the file, as the JSON of its findings.
    findings = models.JSONField(default=list)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["attachment", "number"], name="attachment_version_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.file_name} ({self.number})"
