"""One treatment on a case's way, and what it decided."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from sagsgang.minutes import Outcome
from sagsgang.web.bodies.models import Body, PlannedMeeting
from sagsgang.web.cases.models import Case, CaseVersion

OUTCOMES = [(outcome.value, outcome.name) for outcome in Outcome]


class StopKind(models.TextChoices):
    """What the body does with the case."""

    HEARING = "hearing"
    INFORMATION = "information"
    RECOMMENDATION = "recommendation"
    DECISION = "decision"


class StopState(models.TextChoices):
    """`planned` is referred and on no meeting; the list of what is forgotten shows these."""

    PLANNED = "planned"
    SCHEDULED = "scheduled"
    POSTPONED = "postponed"
    TREATED = "treated"
    WITHDRAWN = "withdrawn"


#: States of a treatment that is still to come.
LIVING = (StopState.PLANNED, StopState.SCHEDULED, StopState.POSTPONED)


class CaseStop(models.Model):
    """Treatments with the same `step` are side by side; a lower step comes first. At most one that
    is not withdrawn decides the case.

    `referred_by` is the treatment whose decision sent the case here. A postponed treatment says
    until when (`meeting` or `postponed_to`), and why.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="stops")
    step = models.PositiveSmallIntegerField()
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="stops")
    kind = models.CharField(max_length=16, choices=StopKind)
    is_deciding = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=StopState, default=StopState.PLANNED)
    meeting = models.ForeignKey(
        PlannedMeeting, on_delete=models.PROTECT, null=True, blank=True, related_name="stops"
    )
    wanted_on = models.DateField(null=True, blank=True)
    #: How long a hearing has to answer.
    answer_days = models.PositiveSmallIntegerField(default=21)
    postponed_to = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    referred_by = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="referred_to"
    )
    #: When its members were given the text; before that, they do not see the case.
    dispatched_at = models.DateTimeField(null=True, blank=True)
    #: The text as it was treated.
    version = models.ForeignKey(
        CaseVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="stops"
    )
    #: What others had decided when the text was given out, word for word; what comes later is
    #: read from the rows and shown with its time.
    earlier = models.JSONField(default=list, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    item_number = models.CharField(max_length=20, blank=True)
    decision_text = models.TextField(blank=True)
    outcome = models.CharField(max_length=20, choices=OUTCOMES, blank=True)
    absent = models.CharField(max_length=500, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["case", "step", "id"]
        indexes = [
            models.Index(fields=["body", "state"]),
            models.Index(fields=["state", "wanted_on"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="treated") | Q(decided_on__isnull=False),
                name="treated_stop_has_a_date",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=("withdrawn", "postponed")) | ~Q(reason=""),
                name="stop_left_out_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(state="scheduled") | Q(meeting__isnull=False),
                name="scheduled_stop_has_a_meeting",
            ),
            models.CheckConstraint(
                condition=~Q(state="postponed")
                | Q(meeting__isnull=False)
                | Q(postponed_to__isnull=False),
                name="postponed_stop_says_until_when",
            ),
            models.CheckConstraint(
                condition=Q(is_deciding=False) | Q(kind="decision"),
                name="only_a_decision_decides",
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=Q(is_deciding=True) & ~Q(state="withdrawn"),
                name="one_deciding_stop",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case}: {self.body} ({self.kind})"


class DecidedPoint(models.Model):
    """What was decided on some points of the recommendation: `numbers` as printed, `2-3`."""

    stop = models.ForeignKey(CaseStop, on_delete=models.CASCADE, related_name="decided_points")
    numbers = models.CharField(max_length=40)
    outcome = models.CharField(max_length=20, choices=OUTCOMES)
    text = models.TextField(blank=True)
    next_body = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.numbers}: {self.outcome}"


class DecisionAddendum(models.Model):
    """What was written to a recorded decision afterwards; the decision's own words stay."""

    stop = models.ForeignKey(CaseStop, on_delete=models.CASCADE, related_name="addenda")
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        verbose_name_plural = "decision addenda"

    def __str__(self) -> str:
        return self.text[:60]
