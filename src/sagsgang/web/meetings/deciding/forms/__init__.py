"""Forms for what a meeting decides."""

from sagsgang.web.meetings.deciding.forms.chair import ChairForm
from sagsgang.web.meetings.deciding.forms.decision import DecisionForm
from sagsgang.web.meetings.deciding.forms.many import ManyForm, TakeUpForm
from sagsgang.web.meetings.deciding.forms.other import (
    AppendForm,
    ClickForm,
    DissentForm,
    PostponeForm,
    ProposalForm,
    SuspendForm,
    VotesForm,
    WithdrawForm,
)

__all__ = [
    "AppendForm",
    "ChairForm",
    "ClickForm",
    "DecisionForm",
    "DissentForm",
    "ManyForm",
    "PostponeForm",
    "ProposalForm",
    "SuspendForm",
    "TakeUpForm",
    "VotesForm",
    "WithdrawForm",
]
