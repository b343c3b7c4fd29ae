"""The forms of sending: why it is late, and why a finding is set aside."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sagsgang.web.audit.forms import OperationForm


class SendForm(OperationForm):
    """Send the agenda, or send it again."""

    late_because = forms.CharField(
        label=_("Why is the deadline not kept?"),
        help_text=_("It is printed on the agenda."),
        max_length=300,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )

    def __init__(self, *args: object, is_late: bool = False, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if not is_late:
            del self.fields["late_because"]


class FindingForm(OperationForm):
    """Which finding it is about."""

    fingerprint = forms.CharField(max_length=64, widget=forms.HiddenInput)


class SetAsideForm(FindingForm):
    """Why it is right although the check says otherwise."""

    reason = forms.CharField(
        label=_("Why is it right as it is?"),
        help_text=_("The reason is printed on the agenda."),
        max_length=300,
        widget=forms.Textarea({"rows": 2}),
    )
