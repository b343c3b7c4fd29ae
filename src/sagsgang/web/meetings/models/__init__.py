"""Meetings, items, presence, decisions and what is a member's own: the columns."""

from sagsgang.web.meetings.models.decision import (
    AskedFor,
    ChairDecision,
    DecisionPart,
    Dissent,
    ItemDecision,
    Proposal,
    Suspension,
    Vote,
)
from sagsgang.web.meetings.models.item import Guest, Item, RaisedItem, Recurring, RecurringItem
from sagsgang.web.meetings.models.meeting import (
    Activity,
    AgendaVersion,
    InternalDeadline,
    Meeting,
    MeetingState,
)
from sagsgang.web.meetings.models.member import FollowedCase, Note, ReadMark
from sagsgang.web.meetings.models.presence import Disqualification, PresenceEvent, Seat

__all__ = [
    "Activity",
    "AgendaVersion",
    "AskedFor",
    "ChairDecision",
    "DecisionPart",
    "Disqualification",
    "Dissent",
    "FollowedCase",
    "Guest",
    "InternalDeadline",
    "Item",
    "ItemDecision",
    "Meeting",
    "MeetingState",
    "Note",
    "PresenceEvent",
    "Proposal",
    "RaisedItem",
    "ReadMark",
    "Recurring",
    "RecurringItem",
    "Seat",
    "Suspension",
    "Vote",
]
