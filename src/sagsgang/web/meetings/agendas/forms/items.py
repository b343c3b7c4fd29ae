"""Forms for the items of an agenda: putting on, writing, moving, closing and taking off."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.bodies.forms.fields import TimeInput, day_field
from sagsgang.web.cases.labels import KINDS
from sagsgang.web.cases.richtext.widget import RichText


class RowField(forms.TypedChoiceField):
    """One of the rows given when the form is made."""

    def fill(self, rows: Iterable[Any], empty: Any, name: Any = str) -> None:
        """Offer these, each called by `name`."""
        kept = {row.pk: row for row in rows}
        self.coerce = lambda key: kept[int(key)]
        self.empty_value = None
        self.choices = [("", empty), *((pk, name(row)) for pk, row in kept.items())]


def _late_field() -> Any:
    return forms.CharField(
        label=_("Why it cannot wait"),
        max_length=300,
        required=False,
        help_text=_("The agenda is sent. What is put on now says why; it is printed."),
    )


class ClickForm(OperationForm):
    """A button that needs no more."""


class PutOnForm(OperationForm):
    """A waiting treatment, or a member's wish, put on the agenda."""

    chosen = forms.IntegerField(widget=forms.HiddenInput)
    late_reason = forms.CharField(max_length=300, required=False)


class MoveForm(OperationForm):
    """Another place: one up or down, or a number."""

    where = forms.ChoiceField(choices=[("up", ""), ("down", ""), ("to", "")], required=False)
    position = forms.IntegerField(min_value=1, max_value=9999, required=False)


class ArrangeForm(OperationForm):
    """The whole order at once, as it was dragged."""

    order = forms.CharField(max_length=4000)
    based_on = forms.IntegerField()

    def clean_order(self) -> list[int]:
        """The keys in their new order."""
        parts = self.cleaned_data["order"].split(",")
        if not all(part.isdecimal() and len(part) < 10 for part in parts):
            raise forms.ValidationError(_("The order cannot be read. Reload the page."))
        return [int(part) for part in parts]


class OwnForm(OperationForm):
    """An item that is no case."""

    title = forms.CharField(label=_("Title"), max_length=300)
    kind = forms.ChoiceField(label=_("Kind"), choices=list(KINDS.items()))
    raised_by = RowField(
        label=_("Asked for by"),
        required=False,
        help_text=_("A member may have any question put on the agenda (§ 11)."),
    )
    html = forms.CharField(label=_("Text"), required=False, widget=RichText, strip=False)
    late_reason = _late_field()

    def __init__(
        self, *args: Any, people: Iterable[Any], is_sent: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["raised_by"].fill(people, gettext("Nobody: it is the administration's"))
        if not is_sent:
            del self.fields["late_reason"]


class OtherMeetingForm(OperationForm):
    """Another meeting's agenda as an item."""

    other = RowField(label=_("The meeting whose agenda is treated"))
    title = forms.CharField(
        label=_("Title"),
        max_length=300,
        required=False,
        help_text=_("Left empty, it is called after the other meeting."),
    )
    late_reason = _late_field()

    def __init__(
        self, *args: Any, meetings: Iterable[Any], is_sent: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].fill(meetings, gettext("Choose a meeting"), _meeting_named)
        if not is_sent:
            del self.fields["late_reason"]


def _meeting_named(meeting: Any) -> str:
    return (
        f"{meeting.plan.body}, {date_format(timezone.localdate(meeting.plan.starts_at), 'j. F Y')}"
    )


class MessageForm(OperationForm):
    """A message of one sender."""

    sender = forms.CharField(
        label=_("From"),
        max_length=150,
        help_text=_("Such as the chair, a member, or the administration."),
    )
    title = forms.CharField(label=_("Title"), max_length=300, required=False)
    html = forms.CharField(label=_("Text"), required=False, widget=RichText, strip=False)


class ChangeForm(OperationForm):
    """What is written on an item. `based_on` is the revision one saw."""

    based_on = forms.IntegerField(widget=forms.HiddenInput)
    title = forms.CharField(label=_("Title"), max_length=300)
    kind = forms.ChoiceField(label=_("Kind"), choices=list(KINDS.items()))
    sender = forms.CharField(label=_("From"), max_length=150)
    html = forms.CharField(label=_("Text"), required=False, widget=RichText, strip=False)

    def __init__(self, *args: Any, item: Any, **kwargs: Any) -> None:
        super().__init__(
            *args,
            initial={
                "based_on": item.revision,
                "title": item.title,
                "kind": item.kind,
                "sender": item.sender,
                "html": item.html,
            },
            **kwargs,
        )
        if item.parent_id is None:
            del self.fields["sender"]
        if item.stop_id is not None:
            del self.fields["html"]


class CloseForm(OperationForm):
    """Why the item is closed, and what the public reads instead of its title."""

    closed_ground = forms.CharField(
        label=_("Why just this item must be closed"),
        max_length=300,
        help_text=_("Each item is judged by itself; a category alone is not a ground."),
    )
    closed_reference = forms.CharField(
        label=_("The rule"), max_length=200, help_text=_("Such as kommunestyrelsesloven § 10.")
    )
    closed_by = forms.CharField(label=_("Who decided it"), max_length=150)
    public_title = forms.CharField(
        label=_("The title that everyone may read"),
        max_length=300,
        help_text=_("It is printed and published: no names, no addresses, no numbers."),
    )
    is_title_confirmed = forms.BooleanField(
        label=_("I have read the public title: everyone may read it"), required=False
    )


class RemoveForm(OperationForm):
    """Why the item leaves the agenda, and what then becomes of its treatment."""

    reason = forms.CharField(label=_("Why it is taken off"), max_length=300)
    next_meeting = RowField(
        label=_("Postponed to the meeting"),
        required=False,
        help_text=_("Left empty, the case waits for a secretary to put it on an agenda."),
    )
    until = day_field(_("Or postponed until"), required=False)

    def __init__(self, *args: Any, plans: Iterable[Any], has_stop: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if has_stop:
            self.fields["next_meeting"].fill(plans, gettext("No meeting"), _plan_named)
        else:
            del self.fields["next_meeting"], self.fields["until"]


def _plan_named(plan: Any) -> str:
    return date_format(timezone.localdate(plan.starts_at), "j. F Y")


class GuestForm(OperationForm):
    """Somebody who is there without a seat."""

    name = forms.CharField(label=_("Name"), max_length=150)
    title = forms.CharField(label=_("Title or where from"), max_length=150, required=False)
    role = forms.ChoiceField(
        label=_("Comes as"),
        choices=[
            ("guest", _("Guest")),
            ("presenter", _("Presenter")),
            ("administration", _("From the administration")),
        ],
    )
    starts_at = forms.TimeField(
        label=_("From"),
        required=False,
        input_formats=["%H:%M", "%H.%M"],
        widget=TimeInput(format="%H:%M"),
    )
    ends_at = forms.TimeField(
        label=_("Until"),
        required=False,
        input_formats=["%H:%M", "%H.%M"],
        widget=TimeInput(format="%H:%M"),
    )
    email = forms.EmailField(label=_("Mail address"), required=False)
    gets_invitation = forms.BooleanField(
        label=_("Gets an invitation by mail when the agenda is sent"), required=False
    )


class CommentForm(OperationForm):
    """A word between chair and secretary."""

    text = forms.CharField(
        label=_("Comment"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    item = RowField(label=_("About"), required=False)

    def __init__(self, *args: Any, items: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item"].fill(items, gettext("The whole agenda"), _item_named)


def _item_named(item: Any) -> str:
    return f"{item.shown_number}. {item.title}"
