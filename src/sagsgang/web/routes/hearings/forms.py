"""The forms of hearings: begin, answer, record for others, extend, take out, close."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.bodies.models import Body
from sagsgang.web.cases.attachments.forms import SeveralFiles
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.richtext.widget import RichText
from sagsgang.web.routes.hearings.material import attachments_open, sections_open
from sagsgang.web.routes.hearings.selectors import GROUPS, bodies_planned, bodies_to_hear
from sagsgang.web.routes.hearings.timing import (
    deadline_proposed,
    next_meetings,
    remind_day,
    written,
)


class SomeFiles(SeveralFiles):
    """Files that need not be there."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The files, none included."""
        return super().clean(data, initial) if any(data or []) else []


class DemandingForm(OperationForm):
    """Fields named in `demanded` are shown as required; what is missing in them is said by the
    service, which knows when it may be.
    """

    demanded: tuple[str, ...] = ()

    def full_clean(self) -> None:
        """Let the service judge the demanded fields."""
        for name in self.demanded:
            self.fields[name].required = False
        super().full_clean()
        for name in self.demanded:
            self.fields[name].required = True


class StartForm(DemandingForm):
    """Whom to hear, about what, and until when."""

    demanded = ("bodies", "sections")

    all_med = forms.BooleanField(label=_("All MED committees"), required=False)
    all_councils = forms.BooleanField(label=_("All advisory councils"), required=False)
    bodies = forms.MultipleChoiceField(label=_("Bodies"), widget=forms.CheckboxSelectMultiple)
    question = forms.CharField(
        label=_("What are they asked about?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    sections = forms.MultipleChoiceField(
        label=_("Sections they read"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "The text is frozen as it reads now. Sections that are not public are left out."
        ),
    )
    with_points = forms.BooleanField(label=_("The recommendation, point by point"), required=False)
    attachments = forms.MultipleChoiceField(
        label=_("Attachments they get"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Closed attachments cannot be sent to hearing."),
    )
    deadline = forms.DateField(label=_("Deadline"), widget=forms.DateInput)
    remind_on = forms.DateField(
        label=_("Remind those who have not answered on"),
        required=False,
        widget=forms.DateInput,
        help_text=_("Leave it empty when nobody is to be reminded."),
    )

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        self.bodies = {body.pk: body for body in bodies_to_hear(case, today)}
        meets = next_meetings(self.bodies.values(), today)
        self.fields["bodies"].choices = _grouped(self.bodies.values(), meets)
        self.fields["sections"].choices = [(each.pk, each.heading) for each in sections_open(case)]
        self.fields["attachments"].choices = [(e.pk, e.title) for e in attachments_open(case)]
        planned = bodies_planned(case)
        days = [
            stop.answer_days
            for stop in case.stops.all()
            if stop.body_id in planned and stop.kind == "hearing"
        ]
        deadline = deadline_proposed(today, max(days)) if days else deadline_proposed(today)
        self.initial |= {
            "bodies": [pk for pk in self.bodies if pk in planned],
            "sections": [pk for pk, _heading in self.fields["sections"].choices],
            "attachments": [pk for pk, _title in self.fields["attachments"].choices],
            "with_points": True,
            "deadline": deadline,
            "remind_on": remind_day(deadline, today),
        }
        for name, group in (("all_med", "med"), ("all_councils", "councils")):
            if not any(body.kind in GROUPS[group] for body in self.bodies.values()):
                del self.fields[name]

    def chosen(self) -> list[Body]:
        """The bodies that were ticked one by one or as a group."""
        said = self.cleaned_data
        keys = {int(key) for key in said["bodies"]}
        for name, group in (("all_med", "med"), ("all_councils", "councils")):
            if said.get(name):
                keys |= {pk for pk, body in self.bodies.items() if body.kind in GROUPS[group]}
        return [body for pk, body in self.bodies.items() if pk in keys]


def _grouped(bodies: Iterable[Body], meets: dict[int, date]) -> list[tuple[Any, Any]]:
    groups: dict[str, list[tuple[int, str]]] = {"med": [], "councils": [], "others": []}
    for body in bodies:
        name = next((name for name, kinds in GROUPS.items() if body.kind in kinds), "others")
        words = str(body)
        if body.pk in meets:
            words = f"{body} ({written(meets[body.pk])})"
        groups[name].append((body.pk, words))
    titles = {
        "med": _("MED committees (next meeting)"),
        "councils": _("Advisory councils (next meeting)"),
        "others": _("Other bodies (next meeting)"),
    }
    return [(titles[name], choices) for name, choices in groups.items() if choices]


class AnswerForm(DemandingForm):
    """What a body answers."""

    demanded = ("html",)
    html = forms.CharField(label=_("The answer"), widget=RichText)
    dissent = forms.CharField(
        label=_("Members who see it differently, and what they say"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    absent = forms.CharField(
        label=_("Absent"),
        required=False,
        max_length=500,
        help_text=_("Who was not there when the answer was agreed."),
    )
    files = SomeFiles(
        label=_("Files"),
        required=False,
        help_text=_("PDF, Word, Excel and the like, at most 50 MB each."),
    )


class RecordForm(AnswerForm):
    """What a body answered outside the system."""

    field_order = [
        "operation",
        "answered_on",
        "answered_by",
        "received_how",
        "is_nothing_to_remark",
        "html",
    ]
    answered_on = forms.DateField(label=_("Day of the answer"), widget=forms.DateInput)
    answered_by = forms.CharField(
        label=_("Who answered?"), max_length=150, help_text=_("E.g. the chair.")
    )
    received_how = forms.CharField(
        label=_("How did it come?"), max_length=200, help_text=_("E.g. by mail.")
    )
    is_nothing_to_remark = forms.BooleanField(label=_("No remarks"), required=False)


class ExtendForm(OperationForm):
    """More time, and why."""

    deadline = forms.DateField(label=_("New deadline"), widget=forms.DateInput)
    reason = forms.CharField(
        label=_("Why?"), max_length=300, help_text=_("Everybody who is asked is told.")
    )


class ReasonForm(OperationForm):
    """Why something ends."""

    reason = forms.CharField(label=_("Why?"), max_length=300, required=False)


class WithdrawForm(OperationForm):
    """Why a body need not answer."""

    reason = forms.CharField(label=_("Why?"), max_length=300)


class DraftForm(forms.Form):
    """What is kept while somebody writes."""

    html = forms.CharField(required=False)
    dissent = forms.CharField(required=False)
    absent = forms.CharField(required=False, max_length=500)
