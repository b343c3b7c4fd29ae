"""What is done with minutes: locked, approved, added to; and those who are missing are reminded."""

from sagsgang.web.meetings.minute_book.services.adding import late_attachment_add
from sagsgang.web.meetings.minute_book.services.locking import (
    minutes_finding_set_aside,
    minutes_finding_take_up,
    minutes_lock,
)
from sagsgang.web.meetings.minute_book.services.signing import minutes_remind, minutes_sign_off

__all__ = [
    "late_attachment_add",
    "minutes_finding_set_aside",
    "minutes_finding_take_up",
    "minutes_lock",
    "minutes_remind",
    "minutes_sign_off",
]
