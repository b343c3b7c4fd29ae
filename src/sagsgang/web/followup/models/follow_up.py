"""Something that was asked for or promised, its parts, and what shows that it was done."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from sagsgang.web.bodies.models import Body, Person, PlannedMeeting
from sagsgang.web.cases.models import Attachment, Case
from sagsgang.web.meetings.models import AskedFor, Item
from sagsgang.web.routes.models import OutgoingAnswer


class Kind(models.TextChoices):
    """What it is that comes back."""

    REPORT = "report"
    DELEGATION = "delegation"
    EVALUATION = "evaluation"
    ANALYSIS = "analysis"
    INVITATION = "invitation"


class Origin(models.TextChoices):
    """Where it was asked for."""

    DECISION = "decision"
    PROMISE = "promise"
    OWN = "own"


class State(models.TextChoices):
    """Open until somebody begins; reported when its owner, or an item, told of it; done when the
    body has it; dropped with a reason.
    """

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    REPORTED = "reported"
    DONE = "done"
    DROPPED = "dropped"


#: Somebody still has something to do.
LIVING = (State.OPEN, State.IN_PROGRESS, State.REPORTED)


class FollowUp(models.Model):
    """`item` is the item whose decision asked; `asked_for` the very row of it. `deadline` is a day,
    `meeting` a meeting of the plan: it is due on that day, also when the meeting is moved.

    `parent` makes it a named part of an evaluation, or an element of an analysis, in `order`.
    `continues` is what it goes on from: a report that a decision asked to hear more of.
    `reported_in` is the item that carries the original decision back to the body.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="follow_ups")
    case = models.ForeignKey(
        Case, on_delete=models.PROTECT, null=True, blank=True, related_name="follow_ups"
    )
    item = models.ForeignKey(
        Item, on_delete=models.PROTECT, null=True, blank=True, related_name="follow_ups"
    )
    asked_for = models.OneToOneField(
        AskedFor, on_delete=models.PROTECT, null=True, blank=True, related_name="follow_up"
    )
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts"
    )
    continues = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="continued_by"
    )
    order = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.REPORT)
    origin = models.CharField(max_length=12, choices=Origin, default=Origin.DECISION)
    text = models.CharField(max_length=500)
    #: The sentence of the case that promised it, word for word.
    quote = models.TextField(blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="follow_ups",
    )
    #: A unit, or whoever has no account here.
    owner_name = models.CharField(max_length=200, blank=True)
    #: Those to whom a decision left it.
    people = models.ManyToManyField(Person, blank=True, related_name="+")
    deadline = models.DateField(null=True, blank=True)
    meeting = models.ForeignKey(
        PlannedMeeting, on_delete=models.PROTECT, null=True, blank=True, related_name="follow_ups"
    )
    state = models.CharField(max_length=12, choices=State, default=State.OPEN)
    result = models.TextField(blank=True)
    dropped_because = models.CharField(max_length=300, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    reported_in = models.ForeignKey(
        Item, on_delete=models.SET_NULL, null=True, blank=True, related_name="reports_on"
    )
    #: The answer to somebody else's hearing that was left to them.
    answer = models.ForeignKey(
        OutgoingAnswer, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    #: What it is found by, in small letters.
    search_text = models.TextField(blank=True)
    #: Counts changes, so that two who write see each other.
    revision = models.PositiveIntegerField(default=1)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["order", "id"]
        indexes = [
            models.Index(fields=["body", "state"]),
            models.Index(fields=["owner", "state"]),
            models.Index(fields=["state", "deadline"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(deadline__isnull=True) | Q(meeting__isnull=True),
                name="follow_up_day_or_meeting",
            ),
            models.CheckConstraint(
                condition=~Q(state="dropped") | ~Q(dropped_because=""),
                name="dropped_follow_up_says_why",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("done", "dropped"), ended_on__isnull=False)
                | Q(state__in=("open", "in_progress", "reported"), ended_on__isnull=True),
                name="ended_follow_up_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("id")),
                name="follow_up_is_no_part_of_itself",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:100]


class Evidence(models.Model):
    """What shows that it was done: words, and an attachment, a case, an item or an address."""

    follow_up = models.ForeignKey(FollowUp, on_delete=models.CASCADE, related_name="evidence")
    text = models.CharField(max_length=500)
    attachment = models.ForeignKey(
        Attachment, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    case = models.ForeignKey(
        Case, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    item = models.ForeignKey(
        Item, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    address = models.URLField(max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        verbose_name_plural = "evidence"

    def __str__(self) -> str:
        return self.text[:60]
