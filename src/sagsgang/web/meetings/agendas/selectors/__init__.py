"""Reading agendas: meetings, their items in order with numbers, and what waits to be put on."""

from sagsgang.web.meetings.agendas.selectors.items import (
    item_get,
    items_of,
    waiting_for_agenda,
    wishes_waiting,
)
from sagsgang.web.meetings.agendas.selectors.meetings import (
    meeting_before,
    meeting_get,
    meeting_place,
    meetings_whole,
    plan_at,
)
from sagsgang.web.meetings.agendas.selectors.numbers import item_numbers

__all__ = [
    "item_get",
    "item_numbers",
    "items_of",
    "meeting_before",
    "meeting_get",
    "meeting_place",
    "meetings_whole",
    "plan_at",
    "waiting_for_agenda",
    "wishes_waiting",
]
