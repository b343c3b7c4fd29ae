"""What others say of a case before it goes on: comments, approval, finance, checks set aside."""

from django.conf import settings
from django.db import models

from sagsgang.web.cases.models.case import Case
from sagsgang.web.cases.models.section import Section
from sagsgang.web.cases.models.version import CaseVersion


class Comment(models.Model):
    """In the margin of a section (or of the case as a whole), at the words `quote`."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="comments")
    section = models.ForeignKey(
        Section, on_delete=models.CASCADE, null=True, blank=True, related_name="comments"
    )
    answers = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="replies"
    )
    quote = models.CharField(max_length=300, blank=True)
    text = models.TextField()
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="comments"
    )
    at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return self.text[:60]


class Approval(models.Model):
    """A manager approved `version`, or returned it with `comment`."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="approvals")
    version = models.ForeignKey(CaseVersion, on_delete=models.PROTECT, related_name="approvals")
    is_approved = models.BooleanField()
    comment = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.case}: {'approved' if self.is_approved else 'returned'}"


class FinanceStatement(models.Model):
    """Asked for by an officer, written by a finance reviewer; `text` is empty until answered."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="finance_statements")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(auto_now_add=True)
    question = models.TextField(blank=True)
    deadline = models.DateField(null=True, blank=True)
    text = models.TextField(blank=True)
    is_nothing_to_remark = models.BooleanField(default=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    #: The text of the case that the statement is about; a later change makes the statement old.
    version = models.ForeignKey(
        CaseVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    #: Of the words and amounts that a statement is about (`review/money_text.py`) when answered.
    money_sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(answered_at__isnull=True),
                name="one_open_finance_statement",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case}"


class Suppression(models.Model):
    """A finding of the checks that somebody has set aside, and why; the reason is printed."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="suppressions")
    rule = models.CharField(max_length=8)
    #: Says which finding of the rule: it stays the same while the words it is about do.
    fingerprint = models.CharField(max_length=64)
    reason = models.CharField(max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "rule", "fingerprint"], name="suppression_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule}: {self.reason}"
