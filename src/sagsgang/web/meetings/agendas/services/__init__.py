"""Building agendas: meetings are prepared, items come, move, go, are closed, and get guests."""

from sagsgang.web.meetings.agendas.services.activities import (
    activity_add,
    activity_cancel,
    activity_change,
    activity_restore,
)
from sagsgang.web.meetings.agendas.services.closing import item_close, item_open
from sagsgang.web.meetings.agendas.services.deadlines import internal_deadlines_set
from sagsgang.web.meetings.agendas.services.going_through import (
    agenda_comment_add,
    agenda_comment_settle,
    meeting_gone_through,
)
from sagsgang.web.meetings.agendas.services.guests import guest_add, guest_remove
from sagsgang.web.meetings.agendas.services.items import (
    item_add_message,
    item_add_other_meeting,
    item_add_own,
    item_add_treatment,
    item_change,
    wish_put_on,
)
from sagsgang.web.meetings.agendas.services.ordering import (
    item_move,
    item_remove,
    item_restore,
    items_arrange,
    numbers_keep,
)
from sagsgang.web.meetings.agendas.services.preparing import (
    USUAL,
    RecurringWish,
    extraordinary_call,
    meeting_prepare,
    recurring_set,
    seats_make,
    usual_rows,
)

__all__ = [
    "USUAL",
    "RecurringWish",
    "activity_add",
    "activity_cancel",
    "activity_change",
    "activity_restore",
    "agenda_comment_add",
    "agenda_comment_settle",
    "extraordinary_call",
    "guest_add",
    "guest_remove",
    "internal_deadlines_set",
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
    "meeting_gone_through",
    "meeting_prepare",
    "numbers_keep",
    "recurring_set",
    "seats_make",
    "usual_rows",
    "wish_put_on",
]
