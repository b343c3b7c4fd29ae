"""Forms for one follow-up: what, who, when; what came of it; what shows it; where it comes back."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.bodies.forms.fields import TextArea, day_field
from sagsgang.web.followup.wording import KINDS


class RowField(forms.TypedChoiceField):
    """One of the rows given when the form is made."""

    def fill(self, rows: Iterable[Any], empty: Any, name: Any = str) -> None:
        """Offer these, each called by `name`."""
        kept = {row.pk: row for row in rows}
        self.coerce = lambda key: kept[int(key)]
        self.empty_value = None
        self.choices = [("", empty), *((pk, name(row)) for pk, row in kept.items())]


def plan_named(plan: Any) -> str:
    """`Havneudvalget, 12. maj 2026`."""
    day = date_format(timezone.localdate(plan.starts_at), "j. F Y")
    return f"{plan.body}, {day}"


def item_named(item: Any) -> str:
    """`12. maj 2026, punkt 4: Nye cykelskure`."""
    day = date_format(timezone.localdate(item.meeting.plan.starts_at), "j. F Y")
    number = f", punkt {item.number}" if item.number else ""
    return f"{item.meeting.plan.body}, {day}{number}: {item.title}"


class ClickForm(OperationForm):
    """A button that needs no more."""


class FollowUpForm(OperationForm):
    """What is to be done, by whom, by when."""

    text = forms.CharField(label=_("What is to be done"), max_length=500, widget=TextArea(2))
    kind = forms.ChoiceField(label=_("Kind"), choices=list(KINDS.items()))
    owner = RowField(label=_("Responsible"), required=False)
    owner_name = forms.CharField(
        label=_("Or a unit, or somebody without an account"), max_length=200, required=False
    )
    meeting = RowField(label=_("Due at the meeting"), required=False)
    deadline = day_field(
        _("Or on a day"),
        required=False,
        help_text=_("Where a meeting is chosen, it is due at the meeting, also when it is moved."),
    )

    def __init__(
        self,
        *args: Any,
        owners: Iterable[Any],
        plans: Iterable[Any],
        has_kind: bool = True,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].fill(owners, gettext("Nobody yet"))
        self.fields["meeting"].fill(plans, gettext("No meeting"), plan_named)
        if not has_kind:
            del self.fields["kind"]

    def wanted(self) -> dict[str, Any]:
        """What was written, as the services take it."""
        names = ("text", "kind", "owner", "owner_name", "meeting", "deadline")
        return {name: self.cleaned_data[name] for name in names if name in self.fields}


class AddForm(FollowUpForm):
    """The same, and for which body."""

    body = RowField(label=_("Body"))
    field_order = ("operation", "body")

    def __init__(self, *args: Any, bodies: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].fill(bodies, gettext("Choose a body"))


class BodyForm(forms.Form):
    """For which body something is written down."""

    body = RowField(label=_("Body"))

    def __init__(self, *args: Any, bodies: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].fill(bodies, gettext("Choose a body"))


class ReportForm(OperationForm):
    """What came of it."""

    result = forms.CharField(label=_("What it led to"), max_length=5000, widget=TextArea(4))


class FinishForm(OperationForm):
    """It is done."""

    result = forms.CharField(
        label=_("What it led to"),
        max_length=5000,
        required=False,
        widget=TextArea(3),
        help_text=_("Not needed where a report, evidence or an item shows it."),
    )


class ReasonForm(OperationForm):
    """Why it is dropped, or a promise set aside."""

    reason = forms.CharField(label=_("Reason"), max_length=300)


class EvidenceForm(OperationForm):
    """What shows that it was done."""

    text = forms.CharField(label=_("What it shows"), max_length=500)
    attachment = RowField(label=_("An attachment of the case"), required=False)
    item = RowField(label=_("An item of an agenda"), required=False)
    address = forms.URLField(
        label=_("Or an address"),
        required=False,
        max_length=500,
        assume_scheme="https",
    )

    def __init__(
        self, *args: Any, attachments: Iterable[Any], items: Iterable[Any], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["attachment"].fill(attachments, gettext("None"))
        self.fields["item"].fill(items, gettext("None"), item_named)


class PutOnForm(OperationForm):
    """On which agenda it comes back: as an item of its own, or as one that is there."""

    conditional = frozenset({"meeting", "item"})

    meeting = RowField(label=_("The meeting"), required=False)
    title = forms.CharField(label=_("Title of the item"), max_length=300, required=False)
    late_reason = forms.CharField(
        label=_("Why it cannot wait"),
        max_length=300,
        required=False,
        help_text=_("Only where the agenda is sent. It is printed."),
    )
    item = RowField(
        label=_("Or an item that is on an agenda already"),
        required=False,
    )

    def __init__(
        self, *args: Any, meetings: Iterable[Any], items: Iterable[Any], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].fill(
            meetings, gettext("Choose a meeting"), lambda each: plan_named(each.plan)
        )
        self.fields["item"].fill(items, gettext("None"), item_named)

    def clean(self) -> dict[str, Any]:
        """One of the two."""
        given = super().clean() or {}
        if bool(given.get("meeting")) == bool(given.get("item")) and not self.errors:
            self.add_error("meeting", _("Choose a meeting, or an item that is there already."))
        return given


class DaysForm(OperationForm):
    """How many days before people are reminded."""

    days = forms.CharField(
        label=_("Days before"),
        max_length=60,
        help_text=_("Numbers with commas between, such as 60, 14. What is late is told once more."),
    )

    def clean_days(self) -> list[int]:
        """The numbers."""
        parts = self.cleaned_data["days"].replace(" ", "").split(",")
        if not all(part.isdecimal() and len(part) < 4 for part in parts if part):
            raise forms.ValidationError(_("Write whole numbers with commas between."))
        return [int(part) for part in parts if part]
