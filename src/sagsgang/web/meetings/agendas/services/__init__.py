"""Building agendas: meetings are prepared, items come, move, go, are closed, and get guests."""

from sagsgang.web.meetings.agendas.services.closing import item_close, item_open
from sagsgang.web.meetings.agendas.services.guests import guest_add, guest_remove
from sagsgang.web.meetings.agendas.services.items import (
    item_add_message,
    item_add_other_meeting,
    item_add_own,
    item_add_treatment,
    item_change,
)
from sagsgang.web.meetings.agendas.services.ordering import (
    item_move,
    item_remove,
    item_restore,
    items_arrange,
    numbers_keep,
)
from sagsgang.web.meetings.agendas.services.preparing import (
    RecurringWish,
    extraordinary_call,
    meeting_prepare,
    recurring_set,
    seats_make,
)

__all__ = [
    "RecurringWish",
    "extraordinary_call",
    "guest_add",
    "guest_remove",
    "item_add_message",
    "item_add_other_meeting",
    "item_add_own",
    "item_add_treatment",
    "item_change",
    "item_close",
    "item_move",
    "item_open",
    "item_remove",
    "item_restore",
    "items_arrange",
    "meeting_prepare",
    "numbers_keep",
    "recurring_set",
    "seats_make",
]
