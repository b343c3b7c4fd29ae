"""Writing accounts and leaves of absence."""

from sagsgang.web.accounts.services.access import (
    second_step_reset,
    sessions_end,
    user_deactivate,
    user_reactivate,
)
from sagsgang.web.accounts.services.leave import leave_end, leave_plan
from sagsgang.web.accounts.services.users import (
    administrator_make,
    name_change,
    user_change,
    user_create,
    user_invite,
    user_link_send,
)

__all__ = [
    "administrator_make",
    "leave_end",
    "leave_plan",
    "name_change",
    "second_step_reset",
    "sessions_end",
    "user_change",
    "user_create",
    "user_deactivate",
    "user_invite",
    "user_link_send",
    "user_reactivate",
]
