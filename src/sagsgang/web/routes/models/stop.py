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


class CaseStop(models.Model):
    """Treatments with the same `step` are side by side; a lower step comes first.

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
