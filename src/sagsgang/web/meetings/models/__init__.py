"""Meetings, items, presence, decisions and what is a member's own: the columns."""

from sagsgang.web.meetings.models.decision import (
    AskedFor,
    ChairDecision,
    DecisionPart,
    Dissent,
    ItemAddendum,
    ItemDecision,
    Proposal,
    Suspension,
    Vote,
)
from sagsgang.web.meetings.models.item import (
    AgendaComment,
    Guest,
    Item,
    RaisedItem,
    Recurring,
    RecurringItem,
)
from sagsgang.web.meetings.models.meeting import (
    Activity,
    AgendaVersion,
    CalledBy,
    InternalDeadline,
    Meeting,
    MeetingState,
)
from sagsgang.web.meetings.models.member import FollowedCase, Note, ReadMark
from sagsgang.web.meetings.models.minutes import (
    LateAttachment,
    MeetingMinutes,
    MinuteBookEntry,
    SignOff,
)
from sagsgang.web.meetings.models.presence import (
    Disqualification,
    ItemTurn,
    PresenceEvent,
    QuorumRule,
    Seat,
)
from sagsgang.web.meetings.models.sending import AgendaSetAside, Invitation

__all__ = [
    "Activity",
    "AgendaComment",
    "AgendaSetAside",
    "AgendaVersion",
    "AskedFor",
    "CalledBy",
    "ChairDecision",
    "DecisionPart",
    "Disqualification",
    "Dissent",
    "FollowedCase",
    "Guest",
    "InternalDeadline",
    "Invitation",
    "Item",
    "ItemAddendum",
    "ItemDecision",
    "ItemTurn",
    "LateAttachment",
    "Meeting",
    "MeetingMinutes",
    "MeetingState",
    "MinuteBookEntry",
    "Note",
    "PresenceEvent",
    "Proposal",
    "QuorumRule",
    "RaisedItem",
    "ReadMark",
    "Recurring",
    "RecurringItem",
    "Seat",
    "SignOff",
    "Suspension",
    "Vote",
]
