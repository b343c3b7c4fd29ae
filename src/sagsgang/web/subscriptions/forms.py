"""The forms of those who follow: an address and what it is for; a button that says yes, or stop."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.subscriptions.choices import PARAMETERS, Choice, choice_asked


class AskForm(OperationForm):
    """`choice` is what its hidden fields name, after the form is found good."""

    email = forms.EmailField(
        label=_("Your mail address"),
        help_text=_("It is used for these mails only, and deleted when you stop."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    choice: Choice | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for parameter in PARAMETERS.values():
            self.fields[parameter] = forms.CharField(
                widget=forms.HiddenInput, required=False, max_length=4000
            )

    def clean(self) -> dict[str, Any]:
        """What is to be followed must be there for everybody."""
        cleaned = super().clean() or self.cleaned_data
        self.choice = choice_asked(cleaned)
        if self.choice is None:
            raise forms.ValidationError(_("Choose what you want to follow."))
        return cleaned


class ConfirmForm(OperationForm):
    """Yes, I want the mails."""


class StopForm(OperationForm):
    """Stop one, named by its key, or `all`."""

    stop = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
