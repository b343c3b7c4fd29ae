"""The municipality's own answer to somebody else's hearing, approved by delegates."""

from django.conf import settings
from django.db import models

from sagsgang.web.bodies.models import Person
from sagsgang.web.cases.models import Case
from sagsgang.web.routes.models.stop import CaseStop


class OutgoingAnswer(models.Model):
    """Written in a case, approved by everyone it was delegated to, then sent to `recipient`.

    `delegated_by` is the treatment that let the delegates approve it on the body's behalf.
    A change of the text asks for the approvals anew.
    """

    class State(models.TextChoices):
        DRAFT = "draft"
        AWAITING = "awaiting"
        APPROVED = "approved"
        SENT = "sent"
        WITHDRAWN = "withdrawn"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="outgoing_answers")
    delegated_by = models.ForeignKey(
        CaseStop, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recipient = models.CharField(max_length=200)
    subject = models.CharField(max_length=300)
    deadline = models.DateField()
    html = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    revision = models.PositiveIntegerField(default=1)
    sent_on = models.DateField(null=True, blank=True)
    sent_how = models.CharField(max_length=200, blank=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["deadline", "id"]

    def __str__(self) -> str:
        return self.subject


class DelegateApproval(models.Model):
    """One delegate's word on `revision` of the answer; no `at` until she has given it."""

    answer = models.ForeignKey(OutgoingAnswer, on_delete=models.CASCADE, related_name="delegates")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    revision = models.PositiveIntegerField(default=1)
    is_approved = models.BooleanField(null=True, blank=True)
    comment = models.TextField(blank=True)
    at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["answer", "person"], name="delegate_once"),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.answer}"
