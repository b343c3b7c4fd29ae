"""Forms for the meeting plan and the year wheel."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.translation import gettext_lazy as _

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.bodies.forms.fields import day_field, hour_field
from sagsgang.web.bodies.series import LAST
from sagsgang.web.bodies.wording import MEETING_KINDS

_MONTHS = list(MONTHS.items())


class MeetingForm(OperationForm):
    """One meeting."""

    day = day_field(_("Day"))
    hour = hour_field(_("Hour"))
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=list(MEETING_KINDS.items()))


class MoveForm(OperationForm):
    """Another time or place for a meeting."""

    day = day_field(_("Day"))
    hour = hour_field(_("Hour"))
    place = forms.CharField(label=_("Place"), max_length=200, required=False)


class ReasonForm(OperationForm):
    """Why a meeting is cancelled."""

    reason = forms.CharField(label=_("Reason"), max_length=300)


class SeriesForm(forms.Form):
    """Which days a series falls on; sent with GET, it writes nothing."""

    first = day_field(_("First day"))
    last = day_field(_("Last day"))
    which = forms.TypedChoiceField(
        label=_("Which one of the month"),
        choices=[
            (1, _("The first")),
            (2, _("The second")),
            (3, _("The third")),
            (4, _("The fourth")),
            (LAST, _("The last")),
        ],
        coerce=int,
    )
    weekday = forms.TypedChoiceField(
        label=_("Day of the week"),
        choices=[(day, WEEKDAYS[day]) for day in range(5)],
        coerce=int,
    )
    hour = hour_field(_("Hour"))
    months = forms.TypedMultipleChoiceField(
        label=_("Months"), choices=_MONTHS, coerce=int, widget=forms.CheckboxSelectMultiple
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and not first <= last <= first.replace(year=first.year + 5, day=1):
            self.add_error("last", _("Choose a day after the first, and at most five years on."))
        return cleaned


class SeriesDaysForm(OperationForm):
    """Which of the proposed days go on the plan."""

    days = forms.MultipleChoiceField(
        label=_("Days"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one day.")},
    )
    place = forms.CharField(label=_("Place"), max_length=200, required=False)

    def __init__(self, *args: Any, days: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["days"].choices = list(days)


class WheelForm(OperationForm):
    """What a body treats every year."""

    month = forms.TypedChoiceField(label=_("Month"), choices=_MONTHS, coerce=int)
    title = forms.CharField(label=_("What the body treats"), max_length=200)
    weeks_before = forms.IntegerField(
        label=_("Work begins so many weeks before"), min_value=0, max_value=52, initial=6
    )
    note = forms.CharField(label=_("Note"), max_length=300, required=False)
