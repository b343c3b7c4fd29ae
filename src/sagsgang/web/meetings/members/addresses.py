"""Where the agenda and its items are read."""

from sagsgang.web.meetings.agendas.addresses import meeting_address
from sagsgang.web.meetings.models import Item, Meeting


def agenda_path(meeting: Meeting) -> str:
    """The page of the agenda that was sent."""
    return meeting_address(meeting, "agenda")


def item_path(item: Item) -> str:
    """The page of the item; a part is read on the page of what it is a part of."""
    top = item.parent or item
    if not top.number:
        return agenda_path(item.meeting)
    return meeting_address(item.meeting, "item", top.number)
