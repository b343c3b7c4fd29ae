"""A promise in a case's text that somebody has looked at."""

from django.conf import settings
from django.db import models

from sagsgang.web.cases.models import Case
from sagsgang.web.followup.models.follow_up import FollowUp


class SettledPromise(models.Model):
    """The sentence (`key` is the same for the same words) became a follow-up, or was set aside
    with a reason. What is in no row is still a suggestion.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="settled_promises")
    key = models.CharField(max_length=64)
    text = models.TextField()
    follow_up = models.ForeignKey(
        FollowUp, on_delete=models.PROTECT, null=True, blank=True, related_name="promises"
    )
    reason = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["case", "key"], name="promise_settled_once"),
            models.CheckConstraint(
                condition=models.Q(follow_up__isnull=False) | ~models.Q(reason=""),
                name="promise_set_aside_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]
