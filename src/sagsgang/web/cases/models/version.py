"""How a case read at a moment, and which other cases it belongs with."""

from django.conf import settings
from django.db import models

from sagsgang.web.cases.models.case import Case


class CaseVersion(models.Model):
    """`content` is the whole text as JSON: title, points, sections, attachments with their hashes.

    Autosaves of one person in a row share a version from `began_at` on, for some minutes; one made
    for another reason never changes. `restored_from` is the number of the version it brought back.
    """

    class Reason(models.TextChoices):
        SAVED = "saved"
        CREATED = "created"
        REUSED = "reused"
        UPLOADED = "uploaded"
        SENT = "sent"
        APPROVED = "approved"
        HEARING = "hearing"
        TREATED = "treated"
        RETURNED = "returned"
        REVISED = "revised"
        FINANCE = "finance"
        RESTORED = "restored"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    reason = models.CharField(max_length=10, choices=Reason, default=Reason.SAVED)
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    began_at = models.DateTimeField()
    at = models.DateTimeField()
    restored_from = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="case_version_once"),
        ]

    def __str__(self) -> str:
        return f"{self.case} ({self.number})"


class CaseLink(models.Model):
    """An earlier or related case: one of ours, or an item of the archive by its address."""

    class Relation(models.TextChoices):
        EARLIER = "earlier"
        RELATED = "related"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="links")
    relation = models.CharField(max_length=10, choices=Relation, default=Relation.RELATED)
    other = models.ForeignKey(
        Case, on_delete=models.CASCADE, null=True, blank=True, related_name="linked_from"
    )
    path = models.CharField(max_length=300, blank=True)
    title = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["relation", "id"]

    def __str__(self) -> str:
        return self.title or str(self.other)
