"""Who was in the room, told as things that happened; quorum per item is derived from these."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from sagsgang.web.bodies.models import Body, Membership, Person
from sagsgang.web.meetings.models.item import Guest, Item
from sagsgang.web.meetings.models.meeting import Meeting


class Seat(models.Model):
    """One seat of the body at this meeting: who sits in it, the member or a substitute.

    Made from the memberships when the agenda is built; `notice_at` is when an absence was told
    beforehand (afbud). Whoever is called in for the meeting or a part of it gets a seat of her own
    for the same membership, with `called_in_at`: she sits when the member does not.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="seats")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    sitting = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="seats")
    notice_at = models.DateTimeField(null=True, blank=True)
    notice_reason = models.CharField(max_length=300, blank=True)
    called_in_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "membership"],
                condition=Q(called_in_at__isnull=True),
                name="seat_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sitting}"


class PresenceEvent(models.Model):
    """Somebody came or left: a seat, or a guest; `item` is the item it happened at, None before
    the first. An event that was wrong is taken back, not deleted.
    """

    class What(models.TextChoices):
        CAME = "came"
        LEFT = "left"

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="presence")
    seat = models.ForeignKey(
        Seat, on_delete=models.CASCADE, null=True, blank=True, related_name="presence"
    )
    guest = models.ForeignKey(
        Guest, on_delete=models.CASCADE, null=True, blank=True, related_name="presence"
    )
    what = models.CharField(max_length=5, choices=What)
    item = models.ForeignKey(
        Item, on_delete=models.CASCADE, null=True, blank=True, related_name="presence"
    )
    at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(seat__isnull=False, guest__isnull=True)
                | Q(seat__isnull=True, guest__isnull=False),
                name="presence_of_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.seat or self.guest} {self.what}"


class Disqualification(models.Model):
    """Whether a member may take part in an item (§ 14): raised, decided by the body, or dropped."""

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="disqualifications")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="disqualifications")
    ground = models.CharField(max_length=300)
    raised_by = models.CharField(max_length=150, blank=True)
    is_disqualified = models.BooleanField(null=True, blank=True)
    decided_by = models.CharField(max_length=150, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["item", "seat"], name="disqualification_once"),
        ]

    def __str__(self) -> str:
        return f"{self.seat}: {self.ground}"


class ItemTurn(models.Model):
    """The item was taken up at this moment; it lasts until the next turn or the meeting's end. An
    item that is taken up again has two.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="turns")
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="turns")
    at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.item}"


class QuorumRule(models.Model):
    """Whether a disqualified member counts as present in this body (§ 11 does not say); without a
    row she does not.
    """

    body = models.OneToOneField(Body, on_delete=models.CASCADE, related_name="quorum_rule")
    counts_disqualified = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.body}"
