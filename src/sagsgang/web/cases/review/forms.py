"""The forms of comments, finance statement and approval."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sagsgang.web.audit.forms import OperationForm


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class _Named(OperationForm):
    """Several stand on one page, so each has its own names for its fields' labels."""

    auto = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("auto_id", f"{self.auto}-%s")
        super().__init__(*args, **kwargs)


class CommentForm(_Named):
    """A comment at a section, at words of it, or on the case as a whole."""

    auto = "kommentar"

    section = forms.TypedChoiceField(
        label=_("About"), coerce=int, empty_value=None, required=False, choices=()
    )
    quote = forms.CharField(
        label=_("The words it is about"),
        required=False,
        max_length=300,
        help_text=_("Mark words in the text, or copy them here."),
    )
    text = forms.CharField(label=_("Comment"), widget=_area(3))

    def __init__(self, *args: Any, sections: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("The case as a whole")), *((s.pk, s.heading) for s in sections)]
        self.fields["section"].choices = choices


class AnswerForm(_Named):
    """An answer to a comment."""

    auto = "svar"

    text = forms.CharField(label=_("Answer"), widget=_area(2))


class AskForm(_Named):
    """A question to finance."""

    auto = "bed"

    question = forms.CharField(
        label=_("What should finance look at?"), required=False, widget=_area(3)
    )
    deadline = forms.DateField(
        label=_("Answer no later than"), required=False, widget=forms.DateInput
    )


class StatementForm(_Named):
    """A finance statement; `shown` says which text was read."""

    auto = "paategning"
    conditional = frozenset({"text"})

    shown = forms.CharField(widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Finance statement"),
        required=False,
        widget=_area(5),
        help_text=_("It is printed under the financial section as you write it here."),
    )


class ApproveForm(_Named):
    """Approval, with a word to the officer if wanted."""

    auto = "godkend"

    comment = forms.CharField(label=_("A word to the officer"), required=False, widget=_area(2))


class ReturnForm(_Named):
    """Return, which demands a comment."""

    auto = "retur"

    comment = forms.CharField(label=_("What should be changed?"), widget=_area(4))


class _Keys(forms.TypedMultipleChoiceField):
    """Keys of cases; whether each may be approved is asked of the gate, one by one."""

    def valid_value(self, value: Any) -> bool:
        return str(value).isascii() and str(value).isdecimal() and len(str(value)) <= 18


class ApproveManyForm(OperationForm):
    """Several cases at once."""

    case = _Keys(coerce=int, error_messages={"required": _("Choose at least one case.")})
