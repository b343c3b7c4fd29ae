"""A hearing: what bodies are asked, until when, on which text, and what each answers."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sagsgang.web.cases.models import Case, CaseVersion, Section
from sagsgang.web.routes.models.stop import CaseStop


class HearingRound(models.Model):
    """One hearing of a case by one or many bodies at once, with the same question and deadline.

    `material` is what the bodies were given, and holds nothing closed: title, number, points,
    sections (`section`, `heading`, `level`, `html`) and attachments (`attachment`, `version`,
    `title`).
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="hearing_rounds")
    version = models.ForeignKey(CaseVersion, on_delete=models.PROTECT, related_name="+")
    question = models.TextField(blank=True)
    material = models.JSONField()
    deadline = models.DateField()
    remind_on = models.DateField(null=True, blank=True)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    started_at = models.DateTimeField()
    #: When it was told that all have answered, or that the deadline has passed.
    answers_in_at = models.DateTimeField(null=True, blank=True)
    #: The section of the case in which the answers were laid, word for word.
    collected_in = models.ForeignKey(
        Section, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    collected_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-started_at", "-id"]
        indexes = [models.Index(fields=["ended_at", "deadline"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(remind_on__isnull=True) | Q(remind_on__lte=F("deadline")),
                name="hearing_reminds_before_deadline",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case}: {self.deadline}"


class Hearing(models.Model):
    """The part of one body in a round; its state follows from these columns (`hearings/state.py`).

    `ended_because` says why the body was taken out, or that it never answered.
    """

    round = models.ForeignKey(HearingRound, on_delete=models.CASCADE, related_name="hearings")
    stop = models.OneToOneField(CaseStop, on_delete=models.CASCADE, related_name="hearing")
    sent_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | ~Q(ended_because=""),
                name="ended_hearing_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stop}"


class HearingAnswer(models.Model):
    """An answer; a newer one takes its place and the older stays. `is_late` when it came after the
    deadline; it counts all the same.

    `answered_by` and `received_how` are filled when the body answered outside the system and
    somebody recorded it on its behalf.
    """

    hearing = models.ForeignKey(Hearing, on_delete=models.CASCADE, related_name="answers")
    html = models.TextField(blank=True)
    is_nothing_to_remark = models.BooleanField(default=False)
    absent = models.CharField(max_length=500, blank=True)
    dissent = models.TextField(blank=True)
    answered_on = models.DateField()
    answered_by = models.CharField(max_length=150, blank=True)
    received_how = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    is_late = models.BooleanField(default=False)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.hearing}"


class AnswerDraft(models.Model):
    """What one person has written and not sent yet; each has her own, so none is overwritten."""

    hearing = models.ForeignKey(Hearing, on_delete=models.CASCADE, related_name="drafts")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    html = models.TextField(blank=True)
    absent = models.CharField(max_length=500, blank=True)
    dissent = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
        constraints = [
            models.UniqueConstraint(fields=["hearing", "by"], name="answer_draft_once"),
        ]

    def __str__(self) -> str:
        return f"{self.hearing} {self.by}"


class HearingFile(models.Model):
    """A file that came with an answer; the bytes lie in the data folder under their hash."""

    answer = models.ForeignKey(HearingAnswer, on_delete=models.CASCADE, related_name="files")
    title = models.CharField(max_length=200)
    file_name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    #: What the checks said of the file, as the JSON of its findings.
    findings = models.JSONField(default=list)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.title
