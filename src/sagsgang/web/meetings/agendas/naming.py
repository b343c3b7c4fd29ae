"""How a meeting and an item are named in sentences that others may read: closed ones neutrally."""

from django.utils import timezone

from sagsgang.web.bodies.writing import danish_day
from sagsgang.web.cases.models import Case
from sagsgang.web.meetings.models import Item, Meeting
from sagsgang.web.meetings.permissions import item_is_closed

CLOSED_TITLE = "Lukket punkt"


def meeting_in_words(meeting: Meeting) -> str:
    """`mødet i Arbejdsmarkedsudvalget den 12. maj 2026`."""
    day = timezone.localdate(meeting.plan.starts_at)
    return f"mødet i {meeting.plan.body} den {danish_day(day)}"


def item_in_words(item: Item) -> str:
    """The title in quotes; of closed matter only what the public may read."""
    return f"»{neutral_title(item)[:200]}«"


def neutral_title(item: Item) -> str:
    """The title that everyone may read."""
    if not item_is_closed(item):
        return item.title
    if item.public_title:
        return item.public_title
    case: Case | None = item.stop.case if item.stop else None
    return (case.public_title if case else "") or CLOSED_TITLE
