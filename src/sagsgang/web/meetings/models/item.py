"""A point of the agenda: a case's treatment, a recurring item, or one of a member's own."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from sagsgang.web.bodies.models import Body, Person
from sagsgang.web.cases.models import CaseKind
from sagsgang.web.meetings.models.meeting import Meeting
from sagsgang.web.routes.models import CaseStop


class Recurring(models.TextChoices):
    """Items that come back at every meeting of a body."""

    APPROVE_AGENDA = "approve_agenda"
    APPROVE_MINUTES = "approve_minutes"
    MESSAGES = "messages"
    ANY_OTHER_BUSINESS = "any_other_business"
    SIGNATURE_SHEET = "signature_sheet"


class RecurringItem(models.Model):
    """An item that every new agenda of the body gets: `order` under 0 comes before the cases."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="recurring_items")
    what = models.CharField(max_length=20, choices=Recurring)
    title = models.CharField(max_length=200)
    order = models.SmallIntegerField()
    senders = models.JSONField(default=list)

    class Meta:
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return self.title


class Item(models.Model):
    """`number` is given when the agenda is sent and never changes after. `parent` makes it a
    sub-point (a message of `sender`). A closed item says why, by which rule, and who decided it.
    An item added after the agenda was sent says why it cannot wait (`late_reason`).
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    parent = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="parts"
    )
    order = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=20, blank=True)
    title = models.CharField(max_length=300)
    public_title = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=12, choices=CaseKind, default=CaseKind.DECISION)
    stop = models.ForeignKey(
        CaseStop, on_delete=models.PROTECT, null=True, blank=True, related_name="items"
    )
    recurring = models.CharField(max_length=20, choices=Recurring, blank=True)
    raised_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="raised_items"
    )
    sender = models.CharField(max_length=150, blank=True)
    #: The text of an item that is no case: a message, an item of a member's own.
    html = models.TextField(blank=True)
    #: The agenda of another meeting that is treated here.
    other_meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="treated_in"
    )
    is_closed = models.BooleanField(default=False)
    closed_ground = models.CharField(max_length=300, blank=True)
    closed_reference = models.CharField(max_length=200, blank=True)
    closed_by = models.CharField(max_length=150, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)
    #: Counts changes of what is written on the item, so that two who write see each other.
    revision = models.PositiveIntegerField(default=1)
    is_late = models.BooleanField(default=False)
    late_reason = models.CharField(max_length=300, blank=True)
    #: Not on the agenda that was sent; taken up because everyone agreed.
    is_taken_up = models.BooleanField(default=False)
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["meeting", "order", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_closed=False) | ~Q(closed_ground=""), name="closed_item_says_why"
            ),
            models.UniqueConstraint(
                fields=["meeting", "stop"],
                condition=Q(removed_at__isnull=True, stop__isnull=False),
                name="treatment_once_on_an_agenda",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()


class Guest(models.Model):
    """Somebody from outside, or who presents, at one item or the whole meeting (`item` None)."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="guests")
    item = models.ForeignKey(
        Item, on_delete=models.CASCADE, null=True, blank=True, related_name="guests"
    )
    name = models.CharField(max_length=150)
    title = models.CharField(max_length=150, blank=True)
    email = models.EmailField(blank=True)
    is_presenter = models.BooleanField(default=False)
    is_administration = models.BooleanField(default=False)
    starts_at = models.TimeField(null=True, blank=True)
    ends_at = models.TimeField(null=True, blank=True)
    gets_invitation = models.BooleanField(default=False)
    invited_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.name


class AgendaComment(models.Model):
    """What the chair says to the secretary of the draft agenda, or the secretary answers: of one
    item, or of the whole (`item` None). `settled_at` when what was asked for has been done.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="comments")
    item = models.ForeignKey(
        Item, on_delete=models.CASCADE, null=True, blank=True, related_name="comments"
    )
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return self.text[:60]


class RaisedItem(models.Model):
    """A member's wish to have something on the agenda (§ 11), until it has been put there."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="raised_items")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="wishes")
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    received_at = models.DateTimeField(auto_now_add=True)
    item = models.OneToOneField(
        Item, on_delete=models.SET_NULL, null=True, blank=True, related_name="wish"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["received_at", "id"]

    def __str__(self) -> str:
        return self.title
