"""The forms of outgoing answers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.bodies.models import Person
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.richtext.widget import RichText
from sagsgang.web.routes.hearings.forms import DemandingForm
from sagsgang.web.routes.models import CaseStop
from sagsgang.web.routes.outgoing.selectors import approvers_possible, treatments_delegating


class OutgoingForm(DemandingForm):
    """To whom, about what, by when, the text, and who approves it."""

    demanded = ("approvers",)

    recipient = forms.CharField(
        label=_("Recipient"), max_length=200, help_text=_("The ministry or authority that asks.")
    )
    subject = forms.CharField(label=_("What is the hearing about?"), max_length=300)
    deadline = forms.DateField(label=_("Their deadline"), widget=forms.DateInput)
    delegated_by = forms.ChoiceField(
        label=_("Which treatment left it to them?"),
        required=False,
        help_text=_("They must be members of that body."),
    )
    approvers = forms.MultipleChoiceField(
        label=_("Who approves the answer?"),
        widget=forms.CheckboxSelectMultiple,
    )
    html = forms.CharField(label=_("The answer"), required=False, widget=RichText)
    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people: dict[int, Person] = {each.pk: each for each in approvers_possible(case)}
        self.stops: dict[int, CaseStop] = {each.pk: each for each in treatments_delegating(case)}
        self.fields["approvers"].choices = [(pk, str(each)) for pk, each in self.people.items()]
        self.fields["delegated_by"].choices = [
            ("", _("None")),
            *((pk, str(each.body)) for pk, each in self.stops.items()),
        ]

    def said(self) -> dict[str, Any]:
        """What the services ask for."""
        data = self.cleaned_data
        chosen = data["delegated_by"]
        return {
            "recipient": data["recipient"],
            "subject": data["subject"],
            "deadline": data["deadline"],
            "html": data["html"],
            "approvers": [self.people[int(key)] for key in data["approvers"]],
            "delegated_by": self.stops[int(chosen)] if chosen else None,
        }


class ApproveForm(OperationForm):
    """Approve the text of a revision."""

    revision = forms.IntegerField(widget=forms.HiddenInput)


class ReturnForm(ApproveForm):
    """Send it back with what should be changed."""

    comment = forms.CharField(
        label=_("What should be changed?"), widget=forms.Textarea(attrs={"rows": 3})
    )


class DispatchForm(OperationForm):
    """When and how the answer was sent."""

    dispatched_on = forms.DateField(label=_("Sent on"), widget=forms.DateInput)
    dispatched_how = forms.CharField(label=_("How?"), max_length=200, help_text=_("E.g. by mail."))


class CopyForm(DemandingForm):
    """Which bodies get a copy."""

    demanded = ("bodies",)
    bodies = forms.MultipleChoiceField(label=_("Bodies"), widget=forms.CheckboxSelectMultiple)


class GiveUpForm(OperationForm):
    """Why no answer is sent."""

    reason = forms.CharField(label=_("Why?"), max_length=300)
