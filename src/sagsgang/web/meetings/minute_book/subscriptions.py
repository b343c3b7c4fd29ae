"""What happens elsewhere and concerns the minute book: additions, a meeting opened again."""

from django.utils.translation import gettext as _

from sagsgang.web.audit.events import Happening, event_subscribe
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.minute_book.book import entry_add
from sagsgang.web.meetings.minute_book.document import minutes_locked
from sagsgang.web.meetings.minute_book.telling import kinds_register
from sagsgang.web.meetings.models import ItemAddendum, MinuteBookEntry


def subscribe() -> None:
    """Told once, when the website starts."""
    kinds_register()
    event_subscribe("item_decision_appended", decision_was_appended)
    event_subscribe("meeting_reopened", meeting_was_reopened)


def decision_was_appended(happening: Happening) -> None:
    """After locking an addition is an entry of its own."""
    item = happening.subject
    if minutes_locked(item.meeting) is None:
        return
    addendum = ItemAddendum.objects.get(pk=happening.details["addendum"])
    told = {"item": item.number, "text": addendum.text, "by": str(addendum.by)}
    entry_add(item.meeting, MinuteBookEntry.What.ADDITION, told, item)


def meeting_was_reopened(happening: Happening) -> None:
    """What is locked stays as it is."""
    if minutes_locked(happening.subject) is not None:
        raise Refusal(
            _("The minutes are locked, so the meeting cannot be opened again. Write an addition.")
        )
