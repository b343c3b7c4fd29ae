"""What is written while a meeting is held."""

from sagsgang.web.meetings.holding.services.absence import absence_take_back, absence_tell
from sagsgang.web.meetings.holding.services.closing import meeting_close, meeting_reopen
from sagsgang.web.meetings.holding.services.disqualifying import (
    disqualification_decide,
    disqualification_raise,
    quorum_rule_set,
)
from sagsgang.web.meetings.holding.services.opening import item_begin, item_next, meeting_open
from sagsgang.web.meetings.holding.services.presence import (
    presence_record,
    presence_take_back,
    seat_substitute,
)

__all__ = [
    "absence_take_back",
    "absence_tell",
    "disqualification_decide",
    "disqualification_raise",
    "item_begin",
    "item_next",
    "meeting_close",
    "meeting_open",
    "meeting_reopen",
    "presence_record",
    "presence_take_back",
    "quorum_rule_set",
    "seat_substitute",
]
