"""Forms for what a body does at every meeting, and for what is not on its plan."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.bodies.forms.fields import day_field, hour_field, moment
from sagsgang.web.meetings.agendas.wording import ACTIVITIES, RECURRING, WHO
from sagsgang.web.meetings.models import CalledBy, InternalDeadline, Recurring

#: What comes before the cases unless the body chooses otherwise.
_FIRST = {Recurring.APPROVE_AGENDA, Recurring.APPROVE_MINUTES}


class RecurringForm(OperationForm):
    """Which items every new agenda gets, and what each is called there."""

    def __init__(
        self, *args: Any, rows: Iterable[Any], usual: Iterable[Any], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        kept = {row.what: row for row in rows}
        usual_titles = {wish.what: wish.title for wish in usual}
        for what, words in RECURRING.items():
            row = kept.get(str(what))
            title = row.title if row else usual_titles.get(what, "")
            self.fields[f"has_{what}"] = forms.BooleanField(
                label=words, required=False, initial=row is not None
            )
            self.fields[f"title_{what}"] = forms.CharField(
                label=_("What it is called"), max_length=200, required=False, initial=title
            )
            self.fields[f"where_{what}"] = forms.ChoiceField(
                label=_("Where"),
                choices=[("first", _("Before the cases")), ("last", _("After the cases"))],
                initial="first" if (row.order < 0 if row else what in _FIRST) else "last",
            )
        messages = kept.get(Recurring.MESSAGES)
        senders = (
            messages.senders
            if messages
            else next((wish.senders for wish in usual if wish.what == Recurring.MESSAGES), ())
        )
        self.fields["senders"] = forms.CharField(
            label=_("Messages come from"),
            required=False,
            widget=forms.Textarea(attrs={"rows": 4}),
            initial="\n".join(senders),
            help_text=_("One a line; each becomes a sub-point: A, B, C."),
        )

    def groups(self) -> list[tuple[Any, Any, Any]]:
        """The three fields of each item."""
        return [
            (self[f"has_{what}"], self[f"title_{what}"], self[f"where_{what}"])
            for what in RECURRING
        ]

    def chosen(self) -> list[dict[str, Any]]:
        """What was chosen, in the order of an agenda."""
        given = self.cleaned_data
        senders = [line.strip() for line in given["senders"].splitlines() if line.strip()]
        return [
            {
                "what": str(what),
                "title": given[f"title_{what}"] or str(words),
                "is_first": given[f"where_{what}"] == "first",
                "senders": senders if what == Recurring.MESSAGES else (),
            }
            for what, words in RECURRING.items()
            if given[f"has_{what}"]
        ]


class DeadlinesForm(OperationForm):
    """How many weekdays before dispatch each must be done."""

    def __init__(self, *args: Any, weekdays: dict[str, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for who, words in WHO.items():
            if who == InternalDeadline.Who.DISPATCH:
                continue
            self.fields[str(who)] = forms.IntegerField(
                label=words,
                required=False,
                min_value=0,
                max_value=60,
                initial=weekdays.get(str(who)),
            )

    def weekdays(self) -> dict[str, int | None]:
        """What was written, by whom it is for."""
        return {name: value for name, value in self.cleaned_data.items() if name != "operation"}


class ExtraordinaryForm(OperationForm):
    """An extraordinary meeting: when, and who asks for it."""

    day = day_field(_("Day"))
    hour = hour_field(_("Hour"))
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    called_by = forms.ChoiceField(
        label=_("Who asks for it"),
        choices=[
            (CalledBy.CHAIR, _("The chair finds it necessary")),
            (CalledBy.MEMBERS, _("At least a third of the members")),
        ],
        widget=forms.RadioSelect,
    )
    callers = forms.TypedMultipleChoiceField(
        label=_("The members who ask"), required=False, widget=forms.CheckboxSelectMultiple
    )
    reason = forms.CharField(label=_("Why it cannot wait"), max_length=300)

    def __init__(self, *args: Any, people: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = {person.pk: person for person in people}
        self.fields["callers"].coerce = lambda key: kept[int(key)]
        self.fields["callers"].choices = [(pk, str(person)) for pk, person in kept.items()]

    def starts_at(self) -> Any:
        """The moment that was chosen."""
        return moment(self.cleaned_data["day"], self.cleaned_data["hour"])


class ActivityForm(OperationForm):
    """A visit, a study trip, a seminar."""

    kind = forms.ChoiceField(label=_("Kind"), choices=list(ACTIVITIES.items()))
    title = forms.CharField(label=_("Title"), max_length=200)
    day = day_field(_("Day"))
    hour = hour_field(_("Hour"))
    ends_on = day_field(_("Last day"), required=False)
    ends_hour = hour_field(_("Ends at"), required=False)
    place = forms.CharField(label=_("Place"), max_length=200, required=False)

    def times(self) -> dict[str, Any]:
        """When it begins and ends."""
        given = self.cleaned_data
        ends_at = None
        if given["ends_hour"] or given["ends_on"]:
            ends_at = moment(given["ends_on"] or given["day"], given["ends_hour"] or given["hour"])
        return {"starts_at": moment(given["day"], given["hour"]), "ends_at": ends_at}


class ReasonForm(OperationForm):
    """Why it is cancelled."""

    reason = forms.CharField(label=_("Reason"), max_length=300)
