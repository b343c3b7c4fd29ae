"""Forms for the ways that many cases go."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.routes.forms.stops import BodyField, MoveForm
from sagsgang.web.routes.wording import KINDS


class TemplateNameForm(OperationForm):
    """What a way is called."""

    name = forms.CharField(label=_("Name of the way"), max_length=120)


class TemplateRemoveForm(OperationForm):
    """A button and nothing more."""


class TemplateStopForm(OperationForm):
    """A treatment on the way of a template."""

    body = BodyField(label=_("Body"))
    kind = forms.ChoiceField(
        label=_("What it does with the case"), choices=list(KINDS.items()), initial="recommendation"
    )
    is_deciding = forms.BooleanField(label=_("Settles the case"), required=False)
    step = forms.TypedChoiceField(
        label=_("Where on the way"), coerce=int, required=False, empty_value=None
    )
    answer_days = forms.IntegerField(
        label=_("Days to answer a hearing"), min_value=1, max_value=365, initial=21
    )

    def __init__(
        self, *args: Any, bodies: Iterable[Any], steps: Sequence[Any], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].fill(bodies, gettext("Choose a body"))
        self.fields["step"].choices = [
            ("", gettext("After all others")),
            *((number, gettext("Beside %(names)s") % {"names": names}) for number, names in steps),
        ]


class TemplateMoveForm(MoveForm):
    """Where a treatment of a template is moved to; `remove` takes it off."""

    where = forms.ChoiceField(
        choices=[(each, each) for each in ("earlier", "later", "beside", "own", "remove")],
        widget=forms.HiddenInput,
    )
