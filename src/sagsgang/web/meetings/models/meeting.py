"""A meeting as it is prepared and held, its agendas as they were sent, and what is no meeting."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sagsgang.web.bodies.models import Body, Person, PlannedMeeting


class MeetingState(models.TextChoices):
    """The agenda is being built, gone through by the chair, then sent; the meeting is held when
    the chair opens it, and closed when every item has what it needs.
    """

    BUILDING = "building"
    GONE_THROUGH = "gone_through"
    SENT = "sent"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class CalledBy(models.TextChoices):
    """Who may have an extraordinary meeting: the chair, or at least a third of the members."""

    CHAIR = "chair"
    MEMBERS = "members"


class Meeting(models.Model):
    """`plan` says which body, when and where. `led_by` is who led it when it was opened."""

    plan = models.OneToOneField(PlannedMeeting, on_delete=models.PROTECT, related_name="meeting")
    state = models.CharField(max_length=12, choices=MeetingState, default=MeetingState.BUILDING)
    ends_at = models.DateTimeField(null=True, blank=True)
    note = models.TextField(blank=True)
    gone_through_at = models.DateTimeField(null=True, blank=True)
    gone_through_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    #: What `revision` was then: whether the agenda has been changed since.
    gone_through_revision = models.PositiveIntegerField(null=True, blank=True)
    #: An extraordinary meeting says who asked for it, and why (in `note`).
    called_by = models.CharField(max_length=8, choices=CalledBy, blank=True)
    callers = models.ManyToManyField(Person, blank=True, related_name="+")
    opened_at = models.DateTimeField(null=True, blank=True)
    led_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)
    #: Counts every change, so that two screens know whether they show the same.
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["plan__starts_at", "id"]

    def __str__(self) -> str:
        return f"{self.plan}"


class InternalDeadline(models.Model):
    """One link of the chain before a meeting: who must be done `weekdays_before` it is sent."""

    class Who(models.TextChoices):
        CASE_OFFICER = "case_officer"
        MANAGER = "manager"
        FINANCE_REVIEWER = "finance_reviewer"
        DIRECTION = "direction"
        CHAIR = "chair"
        DISPATCH = "dispatch"

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="internal_deadlines")
    who = models.CharField(max_length=20, choices=Who)
    weekdays_before = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["-weekdays_before", "id"]
        constraints = [
            models.UniqueConstraint(fields=["body", "who"], name="internal_deadline_once"),
        ]

    def __str__(self) -> str:
        return f"{self.body}: {self.who}"


class AgendaVersion(models.Model):
    """An agenda as it was sent: `content` is the whole of it as JSON and never changes.

    `sent_late_because` is given where the deadline was not kept.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()
    sha256 = models.CharField(max_length=64)
    is_supplementary = models.BooleanField(default=False)
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    sent_late_because = models.CharField(max_length=300, blank=True)
    invitation_sequence = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="agenda_version_once"),
        ]

    def __str__(self) -> str:
        return f"{self.meeting} ({self.number})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Only once: what was sent is what was sent."""
        if not self._state.adding:
            raise TypeError("an agenda that was sent does not change: send it again")
        super().save(*args, **kwargs)


class Activity(models.Model):
    """What a body does together that is no meeting: a visit, a study trip, a seminar."""

    class Kind(models.TextChoices):
        VISIT = "visit"
        STUDY_TRIP = "study_trip"
        SEMINAR = "seminar"
        OTHER = "other"

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="activities")
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.OTHER)
    title = models.CharField(max_length=200)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    cancelled_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["starts_at", "id"]
        verbose_name_plural = "activities"
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=F("starts_at")),
                name="activity_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return self.title
