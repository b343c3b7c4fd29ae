"""An agenda as one reader sees it now: items in order, closed ones by their neutral title."""

from dataclasses import dataclass, field
from typing import Any

from sagsgang.web.meetings.agendas.naming import neutral_title
from sagsgang.web.meetings.agendas.selectors.items import items_of
from sagsgang.web.meetings.models import Item, Meeting, MeetingState
from sagsgang.web.meetings.permissions import item_is_closed, items_readable

#: In these states others than those who prepare the agenda have got it.
_OUT = (MeetingState.SENT, MeetingState.OPEN, MeetingState.CLOSED)


@dataclass(slots=True)
class Shown:
    """An item on a page. What the reader may not see of it is not here: `item` is None then."""

    number: str
    title: str
    is_closed: bool
    item: Item | None
    parts: list["Shown"] = field(default_factory=list)

    @property
    def is_open_to_reader(self) -> bool:
        """Whether more than the title may be read."""
        return self.item is not None


def agenda_of(user: Any, meeting: Meeting) -> list[Shown]:
    """The items that the reader may read, and of an agenda that was given out besides the numbers
    and neutral titles of those that are closed to her.
    """
    readable = set(items_readable(user, meeting).order_by().values_list("pk", flat=True))
    return [each for item in items_of(meeting) if (each := _shown(item, readable)) is not None]


def _shown(item: Item, readable: set[int]) -> Shown | None:
    is_closed = item_is_closed(item)
    if item.pk in readable:
        parts = [_shown(part, readable) for part in item.sub_items]
        found = Shown(item.shown_number, item.title, is_closed, item)
        found.parts = [part for part in parts if part is not None]
        return found
    was_given_out = item.meeting.state in _OUT and (
        item.number or item.is_taken_up or item.parent_id is not None
    )
    if not was_given_out:
        return None
    return Shown(item.shown_number, neutral_title(item), is_closed, None)
