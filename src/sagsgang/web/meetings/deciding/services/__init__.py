"""Writing what a meeting decides."""

from sagsgang.web.meetings.deciding.services.additions import decision_append
from sagsgang.web.meetings.deciding.services.chair import (
    chair_decision_record,
    chair_decisions_report,
)
from sagsgang.web.meetings.deciding.services.dissents import (
    dissent_record,
    dissent_remove,
    suspension_record,
    suspension_take_back,
)
from sagsgang.web.meetings.deciding.services.effects import decisions_communicate
from sagsgang.web.meetings.deciding.services.proposals import (
    proposal_add,
    proposal_withdraw,
    votes_clear,
    votes_record,
)
from sagsgang.web.meetings.deciding.services.records import (
    Ask,
    decision_clear,
    decision_record,
    decisions_record_many,
    item_withdraw,
)
from sagsgang.web.meetings.deciding.services.taking_up import item_take_up

__all__ = [
    "Ask",
    "chair_decision_record",
    "chair_decisions_report",
    "decision_append",
    "decision_clear",
    "decision_record",
    "decisions_communicate",
    "decisions_record_many",
    "dissent_record",
    "dissent_remove",
    "item_take_up",
    "item_withdraw",
    "proposal_add",
    "proposal_withdraw",
    "suspension_record",
    "suspension_take_back",
    "votes_clear",
    "votes_record",
]
