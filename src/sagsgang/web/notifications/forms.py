"""The forms by which a person says what she has read, and how she wants to be told."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.notifications.kinds import Kind

HOW = [
    ("at_once", _("Mail at once")),
    ("daily", _("In the mail of the day")),
    ("off", _("No mail")),
]


class ReadForm(OperationForm):
    """These, or all, are read."""


class UndoForm(OperationForm):
    """What the operation `undone` read is unread again."""

    undone = forms.UUIDField(widget=forms.HiddenInput)


class PreferencesForm(OperationForm):
    """A choice for each kind."""

    def __init__(self, *args: Any, preferences: list[tuple[Kind, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind, how in preferences:
            self.fields[f"how_{kind.code}"] = forms.ChoiceField(
                label=kind.title,
                choices=HOW,
                initial=how,
                widget=forms.RadioSelect(attrs={"class": "form-radio"}),
            )

    def chosen(self) -> dict[str, str]:
        """How she wants to be told, by code."""
        return {
            name.removeprefix("how_"): how
            for name, how in self.cleaned_data.items()
            if name.startswith("how_")
        }
