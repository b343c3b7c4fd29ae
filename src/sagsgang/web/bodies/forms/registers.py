"""Forms for the delegation plan and the register of policies and goals."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.bodies.forms.fields import TextArea, day_field
from sagsgang.web.bodies.forms.members import Choice
from sagsgang.web.bodies.wording import ORIGINS


class DelegationForm(OperationForm):
    """One rule of the plan."""

    subject = forms.CharField(label=_("Cases about"), max_length=200)
    decides = Choice(label=_("Are decided by"))
    kle_prefix = forms.CharField(
        label=_("KLE number begins with"),
        max_length=12,
        required=False,
        help_text=_("15.20 holds for every case whose number begins so; the longest one counts."),
    )
    legal_basis = forms.CharField(label=_("Legal basis"), max_length=200, required=False)
    note = forms.CharField(label=_("Note"), max_length=300, required=False)

    def __init__(self, *args: Any, bodies: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decides"].offer((str(each.pk), each.name, each) for each in bodies)


class PolicyForm(OperationForm):
    """A policy or strategy."""

    title = forms.CharField(label=_("Title"), max_length=200)
    text = forms.CharField(label=_("What it says in short"), widget=TextArea(5), required=False)
    body = Choice(label=_("Body that answers for it"), required=False)
    starts_on = day_field(_("First day"), required=False)
    ends_on = day_field(_("Last day"), required=False)
    address = forms.URLField(
        label=_("Address of the document"), required=False, assume_scheme="https"
    )

    def __init__(self, *args: Any, bodies: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].offer((str(each.pk), each.name, each) for each in bodies)


class GoalForm(OperationForm):
    """A goal of a policy, or a part of one."""

    title = forms.CharField(label=_("Goal"), max_length=300)
    target = forms.CharField(
        label=_("Target"), max_length=200, required=False, help_text=_("Such as 75 pct. in 2027.")
    )
    origin = forms.ChoiceField(label=_("Whose goal"), choices=list(ORIGINS.items()))
