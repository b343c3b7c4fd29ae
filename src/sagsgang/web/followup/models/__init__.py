"""Rows of the follow-up room."""

from sagsgang.web.followup.models.activity_list import (
    ActivityList,
    ActivityListVersion,
    ActivityRow,
    Litra,
)
from sagsgang.web.followup.models.follow_up import (
    LIVING,
    Evidence,
    FollowUp,
    Kind,
    Origin,
    State,
)
from sagsgang.web.followup.models.promise import SettledPromise
from sagsgang.web.followup.models.reminder import USUAL_DAYS, Reminder, ReminderDays

__all__ = [
    "LIVING",
    "USUAL_DAYS",
    "ActivityList",
    "ActivityListVersion",
    "ActivityRow",
    "Evidence",
    "FollowUp",
    "Kind",
    "Litra",
    "Origin",
    "Reminder",
    "ReminderDays",
    "SettledPromise",
    "State",
]
