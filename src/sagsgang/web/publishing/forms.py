"""Forms of publishing: why it is withdrawn, what is left out."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sagsgang.web.audit.forms import OperationForm


class PublishForm(OperationForm):
    """Publish, or publish again and say why."""

    because = forms.CharField(
        label=_("What is new"),
        help_text=_("Everybody reads it beside the new version. It may be left empty."),
        max_length=300,
        required=False,
    )


class WithdrawForm(OperationForm):
    """Take it off again."""

    reason = forms.CharField(
        label=_("Why is it withdrawn?"),
        help_text=_("Everybody reads the reason at the address, which stays."),
        max_length=300,
    )


class RedactionForm(OperationForm):
    """Words that are left out of what is published."""

    item = forms.TypedChoiceField(label=_("Item"), coerce=int)
    passage = forms.CharField(
        label=_("The words that are left out"),
        help_text=_("Copy them from the page, within one paragraph or one cell of a table."),
        widget=forms.Textarea({"rows": 3}),
    )
    reason = forms.CharField(
        label=_("Why"),
        help_text=_("It is printed instead of the words, such as: private matters, § 27."),
        max_length=200,
    )

    def __init__(self, *args: Any, items: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item"].choices = [
            (item.pk, f"{item.number} {item.title}") for item in items if item.number
        ]
