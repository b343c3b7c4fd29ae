"""A case: what it is called, whose it is, and how far it has come."""

from django.conf import settings
from django.db import models

from sagsgang.web.bodies.models import Body, Municipality, Policy
from sagsgang.web.cases.models.template import CaseTemplate


class CaseState(models.TextChoices):
    """A case is a draft until its officer sends it; a manager approves or returns it; after its
    last treatment it is closed. A withdrawn case goes nowhere.
    """

    DRAFT = "draft"
    SENT = "sent"
    APPROVED = "approved"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class CaseKind(models.TextChoices):
    """What the case asks of the body."""

    DECISION = "decision"
    DISCUSSION = "discussion"
    BRIEFING = "briefing"
    THEME = "theme"


class Case(models.Model):
    """`body` is the committee whose case it is; others come in by the route.

    `revision` counts changes of title, number and other things of the head, `points_revision` those
    of the recommendation's points; each section counts its own.
    `search_text` is lower-case text of everything in it, for finding it among those one may see.
    """

    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="cases")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="cases")
    template = models.ForeignKey(CaseTemplate, on_delete=models.PROTECT, related_name="cases")
    number = models.CharField(max_length=40)
    title = models.CharField(max_length=300)
    #: What the public may read when the case is closed.
    public_title = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=12, choices=CaseKind, default=CaseKind.DECISION)
    state = models.CharField(max_length=12, choices=CaseState, default=CaseState.DRAFT)
    is_closed = models.BooleanField(default=False)
    closed_ground = models.CharField(max_length=300, blank=True)
    closed_reference = models.CharField(max_length=200, blank=True)
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="cases"
    )
    co_officers = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="shared_cases"
    )
    policies = models.ManyToManyField(Policy, blank=True, related_name="cases")
    has_financial_implications = models.BooleanField(default=False)
    deadline = models.DateField(null=True, blank=True)
    reused_from = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="reused_in"
    )
    withdrawn_because = models.CharField(max_length=300, blank=True)
    revision = models.PositiveIntegerField(default=1)
    points_revision = models.PositiveIntegerField(default=1)
    search_text = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-changed_at", "-id"]
        indexes = [
            models.Index(fields=["municipality", "number"]),
            models.Index(fields=["body", "state"]),
            models.Index(fields=["officer", "state"]),
            models.Index(fields=["-changed_at", "-id"]),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"
