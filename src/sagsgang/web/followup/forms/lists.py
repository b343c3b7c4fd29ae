"""Forms for lists of activities."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.bodies.forms.fields import day_field
from sagsgang.web.followup.forms.follow_ups import RowField, item_named, plan_named
from sagsgang.web.followup.wording import LITRAS


class ListForm(OperationForm):
    """For which body, which period, and when it is paid."""

    body = RowField(label=_("Body"))
    starts_on = day_field(_("First day"))
    ends_on = day_field(_("Last day"))
    pays_on = day_field(
        _("Paid on"),
        required=False,
        help_text=_("What rests on litra f must be decided no later than this day."),
    )

    def __init__(self, *args: Any, bodies: Iterable[Any] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = list(bodies)
        if rows:
            self.fields["body"].fill(rows, gettext("Choose a body"))
        else:
            del self.fields["body"]


class RowForm(OperationForm):
    """Something that members did."""

    day = day_field(_("Day"))
    title = forms.CharField(label=_("What it was"), max_length=200)
    litra = forms.ChoiceField(label=_("Litra of § 16"), choices=list(LITRAS.items()))
    hours = forms.DecimalField(
        label=_("Hours for each"), min_value=0, max_value=24, decimal_places=2, localize=True
    )
    members = forms.TypedMultipleChoiceField(
        label=_("Who took part"), widget=forms.CheckboxSelectMultiple
    )
    decision = RowField(
        label=_("Decided in the item"),
        required=False,
        help_text=_("For litra f: the item whose decision asked for it."),
    )

    def __init__(
        self, *args: Any, people: Iterable[Any], items: Iterable[Any], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        kept = {person.pk: person for person in people}
        self.fields["members"].coerce = lambda key: kept[int(key)]
        self.fields["members"].choices = [(pk, str(person)) for pk, person in kept.items()]
        self.fields["decision"].fill(items, gettext("None"), item_named)


class ListPutOnForm(OperationForm):
    """On which agenda the list is approved."""

    meeting = RowField(label=_("The meeting"))
    late_reason = forms.CharField(
        label=_("Why it cannot wait"),
        max_length=300,
        required=False,
        help_text=_("Only where the agenda is sent. It is printed."),
    )

    def __init__(self, *args: Any, meetings: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].fill(
            meetings, gettext("Choose a meeting"), lambda each: plan_named(each.plan)
        )
