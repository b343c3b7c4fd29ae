"""What a body decided: the words, the outcome, the outcome point by point, and what follows."""

from datetime import date
from enum import StrEnum

from sagsgang.minutes.base import Noun


class Outcome(StrEnum):
    """The effect of a decision. `none`: recorded that there is nothing to record; `mixed`: the
    parts differ."""

    APPROVED = "approved"
    NOTED = "noted"
    DISCUSSED = "discussed"
    RECOMMENDED = "recommended"
    POSTPONED = "postponed"
    REFERRED = "referred"
    REJECTED = "rejected"
    LAPSED = "lapsed"
    CHANGED = "changed"
    DELEGATED = "delegated"
    NONE = "none"
    MIXED = "mixed"


class FollowUpAction(StrEnum):
    """What a decision asks for afterwards."""

    FORWARDED = "forwarded"
    RESUME_AFTER_HEARING = "resume_after_hearing"
    REPORT_BACK = "report_back"
    ACTION = "action"
    OTHER = "other"


class DecisionPart(Noun):
    """The outcome of the recommendations whose numbers are in `covers`."""

    covers: tuple[int, ...]
    outcome: Outcome | None
    text: str


class FollowUp(Noun):
    """Something that must happen after the decision: for whom, and when if a date is printed."""

    action: FollowUpAction
    to: str | None = None
    when: date | None = None


class Decision(Noun):
    """`outcome` is null when the words fit no known phrase."""

    text: str
    outcome: Outcome | None
    parts: tuple[DecisionPart, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
