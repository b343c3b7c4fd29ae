"""Writes of the follow-up room: one function an operation."""

from sagsgang.web.followup.services.asked import follow_up_from
from sagsgang.web.followup.services.ending import (
    follow_up_drop,
    follow_up_finish,
    follow_up_reopen,
)
from sagsgang.web.followup.services.follow_ups import (
    evidence_add,
    follow_up_add,
    follow_up_begin,
    follow_up_edit,
    follow_up_report,
)
from sagsgang.web.followup.services.lists import (
    activity_list_change,
    activity_list_make,
    activity_list_put_on,
    activity_row_add,
    activity_row_remove,
    activity_rows_from_plan,
)
from sagsgang.web.followup.services.promises import (
    promise_accept,
    promise_bring_back,
    promise_set_aside,
)
from sagsgang.web.followup.services.reminding import follow_ups_remind, reminder_days_set
from sagsgang.web.followup.services.reporting import follow_up_put_on, follow_up_tie
from sagsgang.web.followup.services.reusing import follow_up_reuse

__all__ = [
    "activity_list_change",
    "activity_list_make",
    "activity_list_put_on",
    "activity_row_add",
    "activity_row_remove",
    "activity_rows_from_plan",
    "evidence_add",
    "follow_up_add",
    "follow_up_begin",
    "follow_up_drop",
    "follow_up_edit",
    "follow_up_finish",
    "follow_up_from",
    "follow_up_put_on",
    "follow_up_reopen",
    "follow_up_report",
    "follow_up_reuse",
    "follow_up_tie",
    "follow_ups_remind",
    "promise_accept",
    "promise_bring_back",
    "promise_set_aside",
    "reminder_days_set",
]
