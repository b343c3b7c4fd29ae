"""What a member writes for herself, and what she tells the secretary."""

from sagsgang.web.meetings.members.services.absence import absence_take_back, absence_tell
from sagsgang.web.meetings.members.services.disqualification import (
    disqualification_take_back,
    disqualification_tell,
)
from sagsgang.web.meetings.members.services.following import case_follow, case_unfollow
from sagsgang.web.meetings.members.services.notes import note_add, note_remove, note_save
from sagsgang.web.meetings.members.services.reading import item_read, item_unread
from sagsgang.web.meetings.members.services.wishes import item_raise, wish_withdraw

__all__ = [
    "absence_take_back",
    "absence_tell",
    "case_follow",
    "case_unfollow",
    "disqualification_take_back",
    "disqualification_tell",
    "item_raise",
    "item_read",
    "item_unread",
    "note_add",
    "note_remove",
    "note_save",
    "wish_withdraw",
]
