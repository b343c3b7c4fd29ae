"""What belongs to sending an agenda: findings set aside on it, and who was invited to what."""

from django.conf import settings
from django.db import models

from sagsgang.web.meetings.models.item import Guest, Item
from sagsgang.web.meetings.models.meeting import Meeting


class AgendaSetAside(models.Model):
    """A finding that a secretary has set aside for this agenda, and why; the reason is printed.

    `item` is None for a finding about the agenda as a whole.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="set_aside")
    item = models.ForeignKey(
        Item, on_delete=models.CASCADE, null=True, blank=True, related_name="set_aside"
    )
    rule = models.CharField(max_length=20)
    #: Says which finding of the rule: it stays the same while what it is about does.
    fingerprint = models.CharField(max_length=64)
    reason = models.CharField(max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "fingerprint"], name="set_aside_once"),
        ]

    def __str__(self) -> str:
        return f"{self.rule}: {self.reason}"


class Invitation(models.Model):
    """What somebody was last told of the meeting: the time that is hers, and where.

    `sequence` counts up with each change, as calendars ask; after `cancelled_at` she was told that
    it is off.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="invitations")
    guest = models.ForeignKey(
        Guest, on_delete=models.SET_NULL, null=True, blank=True, related_name="invitations"
    )
    is_guest = models.BooleanField(default=False)
    name = models.CharField(max_length=150)
    email = models.EmailField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=200, blank=True)
    sequence = models.PositiveIntegerField(default=0)
    sent_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "email", "is_guest"], name="invitation_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.email} {self.sequence}"
