"""A hearing: what a body is asked, until when, and what it answers."""

from django.conf import settings
from django.db import models

from sagsgang.web.routes.models.stop import CaseStop


class Hearing(models.Model):
    """The hearing of one treatment of kind `hearing`; its text is the stop's version when sent."""

    stop = models.OneToOneField(CaseStop, on_delete=models.CASCADE, related_name="hearing")
    question = models.TextField(blank=True)
    deadline = models.DateField()
    remind_on = models.DateField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.stop}"


class HearingAnswer(models.Model):
    """An answer; a newer one takes its place and the older stays. `is_late` when it came after the
    deadline; it counts all the same.
    """

    hearing = models.ForeignKey(Hearing, on_delete=models.CASCADE, related_name="answers")
    html = models.TextField(blank=True)
    is_nothing_to_remark = models.BooleanField(default=False)
    absent = models.CharField(max_length=500, blank=True)
    dissent = models.TextField(blank=True)
    answered_on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    is_late = models.BooleanField(default=False)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.hearing}"


class HearingFile(models.Model):
    """A file that came with an answer; the bytes lie in the data folder under their hash."""

    answer = models.ForeignKey(HearingAnswer, on_delete=models.CASCADE, related_name="files")
    title = models.CharField(max_length=200)
    file_name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.title
