"""The form that sets a finding aside, and the one that takes it up again."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.cases.checks.services import LONGEST


class FindingForm(OperationForm):
    """Which finding it is about."""

    rule = forms.CharField(max_length=8, widget=forms.HiddenInput)
    fingerprint = forms.CharField(max_length=64, widget=forms.HiddenInput)


class SuppressForm(FindingForm):
    """Why the text is right although the check says otherwise."""

    reason = forms.CharField(
        label=_("Why is it right as it is?"),
        max_length=LONGEST,
        help_text=_("The reason is printed with the case."),
        widget=forms.Textarea({"rows": 2}),
    )
