"""The form of a statement: its own fields here, the rows and columns in `typed.py`."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sagsgang.figures.appropriation import Unit
from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.bodies.forms.fields import day_field
from sagsgang.web.cases.appropriation.rounds import rounds_of
from sagsgang.web.cases.models import Case


class AppropriationForm(OperationForm):
    """Which round the statement belongs to, what it is counted in, at which prices."""

    based_on = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    round = forms.ModelChoiceField(
        label=_("Appropriation revision"),
        queryset=None,
        required=False,
        empty_label=_("None"),
        help_text=_("The direction's overview gathers the statements of one revision."),
    )
    unit = forms.ChoiceField(
        label=_("Amounts are in"),
        choices=[(Unit.THOUSANDS.value, "t.kr."), (Unit.KRONER.value, "kr.")],
    )
    price_level = forms.IntegerField(
        label=_("Price level (year)"),
        required=False,
        min_value=2000,
        max_value=2100,
        help_text=_("Empty means current prices."),
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["round"].queryset = rounds_of(case.municipality_id)


class RoundForm(OperationForm):
    """A revision and its days."""

    name = forms.CharField(
        label=_("Name"), max_length=80, help_text=_("Such as 2. bevillingsrevision.")
    )
    year = forms.IntegerField(label=_("Budget year"), min_value=2000, max_value=2100)
    committees_from = day_field(_("The committees, first day"), required=False)
    committees_to = day_field(_("The committees, last day"), required=False)
    finance_committee_on = day_field(_("The finance committee"), required=False)
    council_on = day_field(_("The council"), required=False)
