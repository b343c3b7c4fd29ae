"""The form of what the chair decided between meetings."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.meetings.models import ChairDecision
from sagsgang.web.routes.forms.stops import day_field

GROUNDS = [
    ("", _("Choose why")),
    (ChairDecision.Ground.CANNOT_WAIT, _("It cannot wait for the next meeting")),
    (ChairDecision.Ground.NO_DOUBT, _("It gives no doubt")),
]


class ChairForm(OperationForm):
    """What, why alone, when and by whom."""

    title = forms.CharField(label=_("What it is about"), max_length=200)
    text = forms.CharField(
        label=_("The decision, word for word"), widget=forms.Textarea(attrs={"rows": 4})
    )
    ground = forms.ChoiceField(label=_("Why the chair could decide alone"), choices=GROUNDS)
    decided_on = day_field(_("Day of the decision"))
    decided_by = forms.TypedChoiceField(label=_("Decided by"))

    def __init__(self, *args: Any, leaders: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = {membership.person_id: membership.person for membership in leaders}
        self.fields["decided_by"].coerce = lambda key: rows[int(key)]
        self.fields["decided_by"].choices = [(pk, str(person)) for pk, person in rows.items()]
        self.fields["decided_on"].required = True
        self.fields["decided_on"].initial = timezone.localdate
