"""Forms for many items at once, and for an item that was not on the agenda."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.meetings.deciding.wording import NOTHING, Phrase


class ManyForm(OperationForm):
    """The same words for the chosen items."""

    items = forms.MultipleChoiceField(label=_("Items"), widget=forms.CheckboxSelectMultiple)
    text = forms.ChoiceField(label=_("Decision"))

    def __init__(
        self, *args: Any, items: Iterable[tuple[str, Any]], phrases: Sequence[Phrase], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        rows = list(items)
        self.rows = {str(item.pk): item for _title, item in rows}
        self.fields["items"].choices = [(str(item.pk), title) for title, item in rows]
        texts = [phrase.text for phrase in phrases]
        if NOTHING not in texts:
            texts.append(NOTHING)
        self.fields["text"].choices = [(text, text) for text in texts]

    def given(self) -> dict[str, Any]:
        """What the service is told."""
        text = self.cleaned_data["text"]
        return {
            "items": [self.rows[key] for key in self.cleaned_data["items"]],
            "text": "" if text == NOTHING else text,
            "is_nothing_recorded": text == NOTHING,
        }


class TakeUpForm(OperationForm):
    """A waiting case, or something else, that everyone agrees to treat."""

    stop = forms.TypedChoiceField(label=_("A case that waits"), required=False, empty_value=None)
    title = forms.CharField(label=_("Or something else"), max_length=300, required=False)
    all_agree = forms.BooleanField(label=_("Everyone present agrees"), required=False)

    def __init__(self, *args: Any, stops: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = {stop.pk: stop for stop in stops}
        self.fields["stop"].coerce = lambda key: rows[int(key)]
        offered = [(pk, str(stop.case)) for pk, stop in rows.items()]
        self.fields["stop"].choices = [("", gettext("No case")), *offered]
