"""Forms for a way while it is laid."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.routes.wording import KINDS


def day_field(label: Any, **more: Any) -> forms.DateField:
    """A day, chosen in the browser's calendar."""
    return forms.DateField(
        label=label, widget=forms.DateInput(attrs={"type": "date"}), required=False, **more
    )


class BodyField(forms.TypedChoiceField):
    """One of the bodies, given as rows when the form is made."""

    def fill(self, bodies: Iterable[Any], empty: Any = "") -> None:
        """Offer these."""
        self.rows = {body.pk: body for body in bodies}
        self.coerce = lambda key: self.rows[int(key)]
        self.empty_value = None
        self.choices = [("", empty), *((pk, str(body)) for pk, body in self.rows.items())]


class AddForm(OperationForm):
    """A treatment on the way. `step` says where: behind all, beside, or before a step."""

    body = BodyField(label=_("Body"))
    kind = forms.ChoiceField(
        label=_("What it does with the case"), choices=list(KINDS.items()), initial="recommendation"
    )
    is_deciding = forms.BooleanField(label=_("Settles the case"), required=False)
    step = forms.TypedChoiceField(
        label=_("Where on the way"), coerce=int, required=False, empty_value=None
    )
    wanted_on = day_field(
        _("Wished day"),
        help_text=_("Only where no meeting can be chosen yet."),
    )

    def __init__(
        self, *args: Any, bodies: Iterable[Any], steps: Sequence[Any], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].fill(bodies, gettext("Choose a body"))
        self.fields["step"].choices = [
            ("", gettext("After all others")),
            *((number, gettext("Beside %(names)s") % {"names": names}) for number, names in steps),
        ]


class TryForm(forms.Form):
    """The same as AddForm before it is sent: nothing is required, and nothing is written."""

    body = BodyField(required=False)
    kind = forms.ChoiceField(choices=list(KINDS.items()), required=False)
    is_deciding = forms.BooleanField(required=False)
    step = forms.IntegerField(min_value=1, max_value=999, required=False)
    wanted_on = forms.DateField(required=False)
    stop = forms.IntegerField(required=False)
    meeting = forms.IntegerField(required=False)

    def __init__(self, *args: Any, bodies: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].fill(bodies)


class LayForm(OperationForm):
    """One of the municipality's ways, laid over the case."""

    template = forms.TypedChoiceField(label=_("Way"))

    def __init__(self, *args: Any, templates: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = {each.pk: each for each in templates}
        self.fields["template"].coerce = lambda key: rows[int(key)]
        self.fields["template"].choices = [(pk, str(each)) for pk, each in rows.items()]


class ClickForm(OperationForm):
    """A button and nothing more."""


class MeetingForm(OperationForm):
    """The meeting that a treatment is on."""

    meeting = forms.TypedChoiceField(label=_("Meeting"))

    def __init__(self, *args: Any, meetings: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fill_meetings(self.fields["meeting"], meetings)


class PostponeForm(OperationForm):
    """Until when a treatment waits, and why."""

    meeting = forms.TypedChoiceField(label=_("To the meeting"), required=False, empty_value=None)
    until = day_field(_("Or to a date"))
    reason = forms.CharField(
        label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, meetings: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fill_meetings(self.fields["meeting"], meetings, gettext("No meeting"))


class WithdrawForm(OperationForm):
    """Why a treatment is taken off the way."""

    reason = forms.CharField(
        label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )


class MoveForm(OperationForm):
    """Where a treatment is moved to: earlier, later, beside the step before, on its own."""

    where = forms.ChoiceField(
        choices=[(each, each) for each in ("earlier", "later", "beside", "own")],
        widget=forms.HiddenInput,
    )


def fill_meetings(field: forms.TypedChoiceField, meetings: Iterable[Any], empty: str = "") -> None:
    """Offer these meetings by their day and hour."""
    rows = {each.pk: each for each in meetings}
    field.coerce = lambda key: rows[int(key)]
    offered = [(pk, meeting_words(each)) for pk, each in rows.items()]
    field.choices = [("", empty), *offered] if empty else offered


def meeting_words(meeting: Any) -> str:
    """`12. maj 2025 kl. 15.30`."""
    starts = timezone.localtime(meeting.starts_at)
    return date_format(starts, gettext("j F Y \\a\\t H:i"))
