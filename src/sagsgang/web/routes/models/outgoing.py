"""The municipality's own answer to somebody else's hearing, approved by those it was left to."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from sagsgang.web.bodies.models import Person
from sagsgang.web.cases.models import Case
from sagsgang.web.routes.models.stop import CaseStop


class OutgoingAnswer(models.Model):
    """Written in a case, approved by everyone it was left to, then sent to `recipient`.

    `delegated_by` is the treatment that let the approvers approve it on the body's behalf.
    `revision` counts changes of what is approved; a change asks for the approvals anew.
    """

    class State(models.TextChoices):
        DRAFT = "draft"
        AWAITING = "awaiting"
        APPROVED = "approved"
        DISPATCHED = "dispatched"
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
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    changed_at = models.DateTimeField(auto_now=True)
    dispatched_on = models.DateField(null=True, blank=True)
    dispatched_how = models.CharField(max_length=200, blank=True)
    dispatched_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    withdrawn_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["deadline", "id"]
        indexes = [models.Index(fields=["state", "deadline"])]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="dispatched") | Q(dispatched_on__isnull=False),
                name="dispatched_answer_has_a_date",
            ),
            models.CheckConstraint(
                condition=~Q(state="withdrawn") | ~Q(withdrawn_because=""),
                name="withdrawn_answer_says_why",
            ),
        ]

    def __str__(self) -> str:
        return self.subject


class OutgoingApproval(models.Model):
    """One person's word on `revision` of the answer; no `at` until she has given it."""

    answer = models.ForeignKey(OutgoingAnswer, on_delete=models.CASCADE, related_name="approvals")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    revision = models.PositiveIntegerField(default=1)
    is_approved = models.BooleanField(null=True, blank=True)
    comment = models.TextField(blank=True)
    at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["answer", "person"], name="outgoing_approval_once"),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.answer}"


class OutgoingCopy(models.Model):
    """A body that gets a copy of the answer, as a treatment for information."""

    answer = models.ForeignKey(OutgoingAnswer, on_delete=models.CASCADE, related_name="copies")
    stop = models.OneToOneField(CaseStop, on_delete=models.CASCADE, related_name="+")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.answer}: {self.stop}"
