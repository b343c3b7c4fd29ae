"""Forms of minutes: approving them, a finding set aside, an attachment that came after."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sagsgang.web.audit.forms import OperationForm


class LockForm(OperationForm):
    """There is no way back from it."""

    is_read = forms.BooleanField(
        label=_("I have read the minutes, and they are right"),
        error_messages={"required": _("Read the minutes first: they cannot be unlocked.")},
    )


class SignForm(OperationForm):
    """Approve what was read, or do so with a reservation."""

    sha256 = forms.CharField(max_length=64, widget=forms.HiddenInput)
    reservation = forms.CharField(
        label=_("Reservation"),
        help_text=_("Only if something is not as you remember it. It is entered in the book."),
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )


class LateAttachmentForm(OperationForm):
    """A file that a decision asks for."""

    item = forms.TypedChoiceField(label=_("Item"), coerce=int)
    file = forms.FileField(label=_("File"))
    title = forms.CharField(label=_("Title"), max_length=200)
    because = forms.CharField(
        label=_("Why it comes after the meeting"),
        help_text=_("For example: the committee asked for it to be attached to the minutes."),
        max_length=300,
    )
    is_closed = forms.BooleanField(label=_("Not for the public"), required=False)

    def __init__(self, *args: Any, items: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item"].choices = [
            (item.pk, f"{item.number} {item.title}" if item.number else item.title)
            for item in items
        ]
