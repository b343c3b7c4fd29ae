"""What is a member's own: what she has read, her notes, and the cases she follows."""

from django.conf import settings
from django.db import models

from sagsgang.web.cases.models import Case
from sagsgang.web.meetings.models.item import Item


class ReadMark(models.Model):
    """The member has opened the item as it was in this version of the agenda."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="read_marks"
    )
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="read_marks")
    version = models.PositiveSmallIntegerField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "item", "version"], name="read_mark_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.item}"


class Note(models.Model):
    """A note or a highlight that nobody but its writer sees.

    It hangs on words (`quote`, with what stands before and after them), so that it finds its place
    in a new version; `attachment` is the hash of the file where it is about one.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notes"
    )
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="notes")
    attachment = models.CharField(max_length=64, blank=True)
    page = models.PositiveSmallIntegerField(null=True, blank=True)
    quote = models.TextField(blank=True)
    before = models.CharField(max_length=100, blank=True)
    after = models.CharField(max_length=100, blank=True)
    text = models.TextField(blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text[:60]


class FollowedCase(models.Model):
    """The member is told what becomes of the case."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="followed_cases"
    )
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="followers")
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "case"], name="followed_case_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.case}"
