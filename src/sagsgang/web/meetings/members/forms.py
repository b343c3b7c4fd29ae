"""What a member writes: why she cannot come, a note, an item she wishes for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.meetings.members.given import GivenFile
from sagsgang.web.meetings.members.services.notes import LONGEST, LONGEST_QUOTE
from sagsgang.web.meetings.members.services.wishes import LONGEST as LONGEST_WISH


class AbsenceForm(OperationForm):
    """She cannot come."""

    reason = forms.CharField(label=_("Why (you need not say)"), max_length=300, required=False)


class GroundForm(OperationForm):
    """She may be disqualified."""

    ground = forms.CharField(label=_("Why"), max_length=300)


class ReadForm(OperationForm):
    """She has read the item as it was in a version."""

    version = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)


class NoteForm(OperationForm):
    """A new note; `before` and `after` come from the page where words were chosen."""

    text = forms.CharField(
        label=pgettext_lazy("member", "Note"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    quote = forms.CharField(
        label=_("Words it is about"),
        help_text=_("Copy them from the item. Leave it empty for a note to the whole item."),
        max_length=LONGEST_QUOTE,
        required=False,
    )
    attachment = forms.ChoiceField(label=_("It is about"), required=False)
    page = forms.IntegerField(
        label=_("Page of the attachment"), min_value=1, max_value=9999, required=False
    )
    before = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)
    after = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, files: tuple[GivenFile, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: list[Any] = [("", _("The item itself"))]
        choices += [(file.sha256, file.title) for file in files]
        self.fields["attachment"].choices = choices
        if not files:
            for name in ("attachment", "page"):
                self.fields[name].widget = forms.HiddenInput()


class NoteTextForm(OperationForm):
    """Other words in a note; `based_on` is when it was changed last as the page knew it."""

    text = forms.CharField(
        label=pgettext_lazy("member", "Note"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    based_on = forms.CharField(required=False, widget=forms.HiddenInput)


class WishForm(OperationForm):
    """An item she wishes for."""

    body = forms.ChoiceField(label=_("Committee"))
    title = forms.CharField(label=_("What the item is about"), max_length=200)
    text = forms.CharField(
        label=_("What you propose that the committee decides, and why"),
        required=False,
        max_length=LONGEST_WISH,
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def __init__(self, *args: Any, bodies: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].choices = [(str(body.pk), str(body)) for body in bodies]
        if len(bodies) == 1:
            self.fields["body"].initial = str(bodies[0].pk)
