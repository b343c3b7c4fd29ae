"""The text of a case: its sections, the points of its recommendation, and text kept aside."""

from django.conf import settings
from django.db import models

from sagsgang.web.bodies.models import Body
from sagsgang.web.cases.models.case import Case
from sagsgang.web.cases.models.template import SECTION_KINDS


class Section(models.Model):
    """`html` is sanitised; `revision` counts changes, and a change names the one it is based on.

    `was_taken_over` marks text of an earlier case, `must_renew` such text that nobody has looked at
    yet.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="sections")
    order = models.PositiveSmallIntegerField()
    heading = models.CharField(max_length=120)
    kind = models.CharField(max_length=30, choices=SECTION_KINDS)
    level = models.PositiveSmallIntegerField(default=1)
    is_required = models.BooleanField(default=False)
    is_public = models.BooleanField(default=True)
    help_text = models.CharField(max_length=500, blank=True)
    nothing_text = models.CharField(max_length=200, blank=True)
    html = models.TextField(blank=True)
    was_taken_over = models.BooleanField(default=False)
    must_renew = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=1)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.heading


class KeptText(models.Model):
    """What somebody wrote while another was quicker: kept until she has chosen, and after.

    Of a section it is `html`; with no section it is the points of the recommendation, `points`.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="kept_texts")
    section = models.ForeignKey(
        Section, on_delete=models.CASCADE, null=True, blank=True, related_name="kept_texts"
    )
    html = models.TextField(blank=True)
    points = models.JSONField(default=list, blank=True)
    based_on = models.PositiveIntegerField()
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="kept_texts"
    )
    at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.section or self.case} {self.author}"


class RecommendationPoint(models.Model):
    """Point `number` of the recommendation. Points with the same `choice` are alternatives, of
    which the body takes one; `addressee` is the body that the point is put to, when it is not all.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="points")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    addressee = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    choice = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["number", "id"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="point_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"


class Presence(models.Model):
    """When somebody last was in a case to write, and in which section; one row a person."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="presences")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="presences"
    )
    section = models.ForeignKey(
        Section, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(fields=["case", "user"], name="presence_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.case}"
