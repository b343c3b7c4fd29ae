"""Forms for the municipality, its terms and its bodies."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.bodies.forms.fields import day_field
from sagsgang.web.bodies.wording import BODY_KINDS

ITEM_NUMBERING = [
    ("within_meeting", _("From 1 in each meeting")),
    ("through_year", _("Through the year")),
]
CASE_NUMBERS = [("kle", _("KLE numbers")), ("esdh", _("Year and serial number"))]
COUNTING = [
    ("clear", _("The day of sending is not counted")),
    ("inclusive", _("The day of sending is counted")),
]
SIGN = [
    ("actual_minus_budget", _("Spending less budget: overspend is plus")),
    ("budget_minus_actual", _("Budget less spending: overspend is minus")),
    ("in_words", _("In words")),
]
MONEY_UNITS = [(unit, unit) for unit in ("mio. kr.", "t.kr.", "kr.")]
BALANCE = [("year", _("Each year")), ("period", _("All years together"))]
DECISION_PLACES = [
    ("last", _("After the text of the case")),
    ("after_recommendation", _("Right after the recommendation")),
]
_AS_MUNICIPALITY = ("", _("As the municipality"))


class StartForm(OperationForm):
    """A municipality begins to work here."""

    name = forms.CharField(label=_("Name of the municipality"), max_length=200)


class SettingsForm(OperationForm):
    """Every setting of a municipality."""

    item_numbering = forms.ChoiceField(label=_("Numbers of items"), choices=ITEM_NUMBERING)
    case_numbers = forms.ChoiceField(label=_("Case numbers"), choices=CASE_NUMBERS)
    weekdays_before = forms.IntegerField(
        label=_("Weekdays between the agenda and the meeting"), min_value=0, max_value=30
    )
    counting = forms.ChoiceField(label=_("How the weekdays are counted"), choices=COUNTING)
    saturday_is_weekday = forms.BooleanField(label=_("Saturday is a weekday"), required=False)
    half_holidays_are_off = forms.BooleanField(
        label=_("1 May, 5 June, 24 and 31 December are days off"), required=False
    )
    sign = forms.ChoiceField(label=_("Deviations from the budget"), choices=SIGN)
    percent = forms.ChoiceField(
        label=_("Percent is written"), choices=[("pct.", "pct."), ("%", "%")]
    )
    money_unit = forms.ChoiceField(label=_("Money is written in"), choices=MONEY_UNITS)
    money_decimals = forms.IntegerField(label=_("Decimals of money"), min_value=0, max_value=3)
    balance = forms.ChoiceField(label=_("An appropriation must balance"), choices=BALANCE)
    smallest_cell = forms.IntegerField(
        label=_("Counts of persons are hidden under"), min_value=0, max_value=100
    )
    decision_heading = forms.CharField(
        label=_("Heading of decisions"),
        max_length=120,
        help_text=_("{body} and {day} stand for the body and the day of the meeting."),
    )
    decision_place = forms.ChoiceField(
        label=_("Where the decision stands"), choices=DECISION_PLACES
    )


class TermForm(OperationForm):
    """A period between elections."""

    name = forms.CharField(label=_("Name"), max_length=60, help_text=_("Such as 2026–2029."))
    starts_on = day_field(_("First day"))
    ends_on = day_field(_("Last day"))


class BodyCreateForm(OperationForm):
    """A new body."""

    name = forms.CharField(label=_("Name"), max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), choices=[("", _("Choose")), *BODY_KINDS.items()])
    valid_from = day_field(
        _("First day"), required=False, help_text=_("Leave it empty when it is not known.")
    )


class BodyChangeForm(OperationForm):
    """Name, kind, and where its rules of procedure count weekdays in their own way."""

    name = forms.CharField(
        label=_("Name"), max_length=200, help_text=_("The address of the page stays the same.")
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=list(BODY_KINDS.items()))
    weekdays_before = forms.IntegerField(
        label=_("Weekdays between the agenda and the meeting"),
        min_value=0,
        max_value=30,
        required=False,
        help_text=_("Leave it empty to do as the municipality."),
    )
    counting = forms.ChoiceField(
        label=_("How the weekdays are counted"),
        choices=[_AS_MUNICIPALITY, *COUNTING],
        required=False,
    )
    saturday_is_weekday = forms.TypedChoiceField(
        label=_("Saturday is a weekday"),
        choices=[_AS_MUNICIPALITY, ("yes", _("Yes")), ("no", _("No"))],
        required=False,
        coerce=lambda value: value == "yes",
        empty_value=None,
    )


class BodyCloseForm(OperationForm):
    """The last day of a body."""

    last_day = day_field(_("Last day"))


class ConfirmForm(OperationForm):
    """One click."""


def settings_values(kept: Any) -> dict[str, Any]:
    """What a form for the settings begins with."""
    names = SettingsForm.base_fields.keys() - {"operation"}
    return {name: getattr(kept, name) for name in names}
