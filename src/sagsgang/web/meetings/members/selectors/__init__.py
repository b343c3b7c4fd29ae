"""What a member finds about her meetings: as she may see it, and what is hers alone."""

from sagsgang.web.meetings.members.selectors.items import (
    OwnItem,
    OwnNote,
    files_given,
    given_of,
    item_get,
    note_get,
    own_item,
    own_notes,
)
from sagsgang.web.meetings.members.selectors.lists import (
    FollowedRow,
    bodies_of,
    case_get,
    followed_cases,
    is_followed,
    own_wishes,
    wish_get,
)
from sagsgang.web.meetings.members.selectors.meetings import (
    OwnMeeting,
    ReadItem,
    meeting_of_seat,
    own_meeting,
    own_meetings,
    read_items,
)

__all__ = [
    "FollowedRow",
    "OwnItem",
    "OwnMeeting",
    "OwnNote",
    "ReadItem",
    "bodies_of",
    "case_get",
    "files_given",
    "followed_cases",
    "given_of",
    "is_followed",
    "item_get",
    "meeting_of_seat",
    "note_get",
    "own_item",
    "own_meeting",
    "own_meetings",
    "own_notes",
    "own_wishes",
    "read_items",
    "wish_get",
]
