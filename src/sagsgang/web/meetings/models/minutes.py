"""The minutes of a meeting once they are locked, the minute book, and who has approved them."""

from typing import Any

from django.conf import settings
from django.db import models

from sagsgang.web.bodies.models import Body
from sagsgang.web.meetings.models.item import Item
from sagsgang.web.meetings.models.meeting import Meeting
from sagsgang.web.meetings.models.presence import Seat


class MeetingMinutes(models.Model):
    """The minutes as they were locked: `document` is the whole of them as the contract's JSON, the
    closed items too, and never changes. `findings` are what the checks said then.
    """

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="minutes")
    document = models.JSONField()
    sha256 = models.CharField(max_length=64)
    findings = models.JSONField(default=list)
    locked_at = models.DateTimeField()
    locked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name_plural = "meeting minutes"

    def __str__(self) -> str:
        return f"{self.meeting}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Only once: what is locked is added to, never written over."""
        _only_once(self, "minutes that are locked do not change: write an addition")
        super().save(*args, **kwargs)


class MinuteBookEntry(models.Model):
    """One entry of a body's minute book, in the chain of `sagsgang.minutes.book`."""

    class What(models.TextChoices):
        MEETING = "meeting"
        PRESENCE = "presence"
        DECISION = "decision"
        LOCKED = "locked"
        SIGN_OFF = "sign_off"
        ADDITION = "addition"
        ATTACHMENT = "attachment"

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="minute_book")
    number = models.PositiveIntegerField()
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="book_entries")
    #: Whose matter it is; what is closed is shown to those who may read the item.
    item = models.ForeignKey(
        Item, on_delete=models.PROTECT, null=True, blank=True, related_name="book_entries"
    )
    book = models.CharField(max_length=200)
    what = models.CharField(max_length=10, choices=What)
    at = models.DateTimeField()
    content = models.JSONField()
    previous = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["body_id", "number"]
        verbose_name_plural = "minute book entries"
        constraints = [
            models.UniqueConstraint(fields=["body", "number"], name="book_entry_number_once"),
            models.UniqueConstraint(fields=["body", "previous"], name="book_entry_one_chain"),
        ]

    def __str__(self) -> str:
        return f"{self.book} {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Only once."""
        _only_once(self, "the minute book is only added to")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Never."""
        raise TypeError("nothing is taken out of the minute book")


class SignOff(models.Model):
    """A member who took part approves the minutes; `sha256` is of the document as she read it,
    `hidden` the numbers of the closed items that she, being disqualified, did not.
    """

    minutes = models.ForeignKey(MeetingMinutes, on_delete=models.PROTECT, related_name="sign_offs")
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="sign_offs")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    hidden = models.JSONField(default=list)
    reservation = models.TextField(blank=True)
    at = models.DateTimeField()
    entry = models.OneToOneField(MinuteBookEntry, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["minutes", "seat"], name="sign_off_once"),
        ]

    def __str__(self) -> str:
        return f"{self.seat}"


class LateAttachment(models.Model):
    """A file that was added to an item after the meeting, because the body decided so."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="late_attachments")
    title = models.CharField(max_length=200)
    file_name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    is_closed = models.BooleanField(default=False)
    because = models.CharField(max_length=300)
    findings = models.JSONField(default=list)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return self.title


def _only_once(row: models.Model, why: str) -> None:
    if not row._state.adding:
        raise TypeError(why)
