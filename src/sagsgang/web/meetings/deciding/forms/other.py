"""Forms beside the decision: postponing, proposals and votes, dissent, § 23, additions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sagsgang.web.audit.forms import OperationForm
from sagsgang.web.meetings.deciding.votes import Voter
from sagsgang.web.meetings.models import Proposal
from sagsgang.web.routes.forms.stops import day_field, fill_meetings

STANCES = [
    ("for", _("For")),
    ("against", _("Against")),
    ("abstained", _("Neither")),
    ("", _("Did not vote")),
]
KINDS = [
    (Proposal.Kind.PROPOSAL, _("Proposal")),
    (Proposal.Kind.AMENDMENT, _("Amendment")),
    (Proposal.Kind.PROCEDURE, _("About the procedure")),
]


class ClickForm(OperationForm):
    """A button alone; `revision` is that of the decision the page showed."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)


class PostponeForm(OperationForm):
    """To which meeting or day, and why."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)
    meeting = forms.TypedChoiceField(label=_("To the meeting"), required=False, empty_value=None)
    until = day_field(_("Or to a date"))
    reason = forms.CharField(label=_("Reason"), max_length=300, required=False)

    def __init__(self, *args: Any, meetings: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fill_meetings(self.fields["meeting"], meetings, gettext("No meeting"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        cleaned["to"] = cleaned.get("meeting") or cleaned.get("until")
        if cleaned["to"] is None and "until" in cleaned:
            self.add_error("until", gettext("Say until when: choose a meeting or a date."))
        return cleaned


class WithdrawForm(OperationForm):
    """Why an item is taken off the agenda."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)
    reason = forms.CharField(label=_("Reason"), max_length=300)


class ProposalForm(OperationForm):
    """Something to vote on."""

    kind = forms.ChoiceField(label=_("What is voted on"), choices=KINDS)
    text = forms.CharField(label=_("Proposal"), widget=forms.Textarea(attrs={"rows": 2}))
    proposed_by = forms.CharField(label=_("Put by"), max_length=150, required=False)


@dataclass(frozen=True, slots=True)
class VoteRow:
    """A group or a member with the choices of the vote."""

    name: str
    party: str
    field: BoundField


class VotesForm(OperationForm):
    """How the groups and the members voted; a member's own choice goes before her group's."""

    def __init__(
        self,
        *args: Any,
        voters: Sequence[Voter],
        votes: Mapping[int, str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.voters = voters
        self.groups = list(dict.fromkeys(voter.party for voter in voters if voter.party))
        for place, party in enumerate(self.groups):
            self.fields[f"group_{place}"] = self._choice(party, STANCES[:3], "")
        for voter in voters:
            initial = votes.get(voter.seat, "")
            self.fields[f"seat_{voter.seat}"] = self._choice(voter.name, STANCES, initial)

    @staticmethod
    def _choice(label: str, choices: Any, initial: str) -> forms.ChoiceField:
        widget = forms.RadioSelect(attrs={"class": "form-radio"})
        return forms.ChoiceField(
            label=label, choices=choices, required=False, initial=initial, widget=widget
        )

    def group_rows(self) -> list[VoteRow]:
        """One row a group; of a single member there is no need."""
        sizes = [voter.party for voter in self.voters]
        return [
            VoteRow(party, party, self[f"group_{place}"])
            for place, party in enumerate(self.groups)
            if sizes.count(party) > 1
        ]

    def seat_rows(self) -> list[VoteRow]:
        """One row a member who is in the room."""
        return [VoteRow(v.name, v.party, self[f"seat_{v.seat}"]) for v in self.voters]

    def given(self) -> tuple[dict[str, str], dict[int, str]]:
        """By group, and by the key of the seat."""
        by_group = {
            party: self.cleaned_data[f"group_{place}"]
            for place, party in enumerate(self.groups)
            if self.cleaned_data[f"group_{place}"]
        }
        by_seat = {voter.seat: self.cleaned_data[f"seat_{voter.seat}"] for voter in self.voters}
        return by_group, {seat: stance for seat, stance in by_seat.items() if stance}


class DissentForm(OperationForm):
    """A diverging opinion, of one or more who take part."""

    seats = forms.MultipleChoiceField(label=_("Whose opinion"), widget=forms.CheckboxSelectMultiple)
    text = forms.CharField(label=_("Opinion"), widget=forms.Textarea(attrs={"rows": 2}))
    reason = forms.CharField(
        label=_("Statement of reasons"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    goes_along = forms.BooleanField(
        label=_("Send it along when the case goes on (§ 13, stk. 2)"), required=False
    )

    def __init__(self, *args: Any, seats: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = {str(seat.pk): seat for seat in seats}
        chosen = [(key, str(seat.sitting)) for key, seat in self.rows.items()]
        self.fields["seats"].choices = chosen

    def chosen(self) -> list[Any]:
        """The seats."""
        return [self.rows[key] for key in self.cleaned_data["seats"]]


class SuspendForm(OperationForm):
    """Which member has the decision brought before the council."""

    seat = forms.TypedChoiceField(label=_("Member"))

    def __init__(self, *args: Any, seats: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = {seat.pk: seat for seat in seats}
        self.fields["seat"].coerce = lambda key: rows[int(key)]
        offered = [(pk, str(seat.sitting)) for pk, seat in rows.items()]
        self.fields["seat"].choices = [("", gettext("Choose a member")), *offered]


class AppendForm(OperationForm):
    """Something to add after the meeting."""

    text = forms.CharField(label=_("Addition"), widget=forms.Textarea(attrs={"rows": 3}))
