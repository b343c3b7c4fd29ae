"""What was decided at an item: as a whole, part by part, by vote, and who said otherwise."""

from django.conf import settings
from django.db import models

from sagsgang.minutes import Outcome
from sagsgang.web.bodies.models import Body, Person, PlannedMeeting
from sagsgang.web.meetings.models.item import Item
from sagsgang.web.meetings.models.presence import Seat

OUTCOMES = [(outcome.value, outcome.name) for outcome in Outcome]


class ItemDecision(models.Model):
    """`is_nothing_recorded` is the record that there is nothing to record (Intet til referat).

    It may be changed while the meeting is open, and every change counts `revision`. When the
    meeting closes it takes effect and is told to those whom it concerns: `communicated_at`.
    """

    item = models.OneToOneField(Item, on_delete=models.CASCADE, related_name="decision")
    text = models.TextField(blank=True)
    outcome = models.CharField(max_length=20, choices=OUTCOMES, blank=True)
    is_nothing_recorded = models.BooleanField(default=False)
    #: The body that the case as a whole goes on to, where it is not the next on its way.
    next_body = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    postponed_to = models.DateField(null=True, blank=True)
    postponed_meeting = models.ForeignKey(
        PlannedMeeting, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    #: Taken off the agenda at the meeting: the body did not treat it.
    is_withdrawn = models.BooleanField(default=False)
    #: Why it was postponed or withdrawn.
    reason = models.CharField(max_length=300, blank=True)
    public_text = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()
    communicated_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.text[:60]


class ItemAddendum(models.Model):
    """What was written to an item's decision after the meeting; the decision's own words stay."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="addenda")
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]
        verbose_name_plural = "item addenda"

    def __str__(self) -> str:
        return self.text[:60]


class DecisionPart(models.Model):
    """What was decided on points of the recommendation: `numbers` as printed (`2-3`)."""

    decision = models.ForeignKey(ItemDecision, on_delete=models.CASCADE, related_name="parts")
    order = models.PositiveSmallIntegerField(default=0)
    numbers = models.CharField(max_length=40)
    outcome = models.CharField(max_length=20, choices=OUTCOMES)
    text = models.TextField(blank=True)
    next_body = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return f"{self.numbers}: {self.outcome}"


class AskedFor(models.Model):
    """Something that a decision asks for: a report, an evaluation; or hands over: a delegation.

    The follow-up room is told of it when the meeting closes.
    """

    class What(models.TextChoices):
        FOLLOW_UP = "follow_up"
        DELEGATION = "delegation"
        INVITATION = "invitation"

    decision = models.ForeignKey(ItemDecision, on_delete=models.CASCADE, related_name="asked_for")
    what = models.CharField(max_length=12, choices=What, default=What.FOLLOW_UP)
    text = models.CharField(max_length=500)
    owner = models.CharField(max_length=200, blank=True)
    people = models.ManyToManyField(Person, blank=True, related_name="+")
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text


class Proposal(models.Model):
    """What is voted on, in `order`: an amendment before the proposal it changes."""

    class Kind(models.TextChoices):
        PROPOSAL = "proposal"
        AMENDMENT = "amendment"
        PROCEDURE = "procedure"

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="proposals")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.PROPOSAL)
    order = models.PositiveSmallIntegerField()
    text = models.TextField()
    proposed_by = models.CharField(max_length=150, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.text[:60]


class Vote(models.Model):
    """How one seat voted; who is not among them did not take part."""

    class Stance(models.TextChoices):
        FOR = "for"
        AGAINST = "against"
        ABSTAINED = "abstained"

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="votes")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="votes")
    stance = models.CharField(max_length=10, choices=Stance)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["proposal", "seat"], name="vote_once"),
        ]

    def __str__(self) -> str:
        return f"{self.seat}: {self.stance}"


class Dissent(models.Model):
    """A diverging opinion entered in the minutes (§ 13, stk. 2), sent along where it is asked."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="dissents")
    seats = models.ManyToManyField(Seat, related_name="dissents")
    text = models.TextField()
    reason = models.TextField(blank=True)
    goes_along = models.BooleanField(default=False)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text[:60]


class Suspension(models.Model):
    """A member had the decision brought before the council (§ 23); it has no effect until then."""

    item = models.OneToOneField(Item, on_delete=models.CASCADE, related_name="suspension")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.item}: {self.seat}"


class ChairDecision(models.Model):
    """What the chair decided between meetings (§ 22); reported at the next as `reported_in`."""

    class Ground(models.TextChoices):
        CANNOT_WAIT = "cannot_wait"
        NO_DOUBT = "no_doubt"

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="chair_decisions")
    title = models.CharField(max_length=200)
    text = models.TextField()
    ground = models.CharField(max_length=12, choices=Ground)
    decided_on = models.DateField()
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    reported_in = models.OneToOneField(
        Item, on_delete=models.SET_NULL, null=True, blank=True, related_name="chair_decision"
    )

    class Meta:
        ordering = ["decided_on", "id"]

    def __str__(self) -> str:
        return self.title
