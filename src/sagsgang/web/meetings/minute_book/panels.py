"""What the minute book shows on other rooms' pages: on a meeting, an item, a body."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from sagsgang.web.meetings.minute_book.document import minutes_locked
from sagsgang.web.meetings.minute_book.selectors import (
    approval_of,
    late_attachments_of,
    seat_to_sign,
)
from sagsgang.web.meetings.models import MinuteBookEntry
from sagsgang.web.meetings.permissions import body_may, item_may, meeting_may


def meeting_side(request: HttpRequest, meeting: Any) -> SafeString | None:
    """How far the minutes are."""
    if not meeting_may(request.user, "minutes_read", meeting):
        return None
    locked = minutes_locked(meeting)
    context: dict[str, Any] = {"meeting": meeting, "locked": locked}
    if locked is not None:
        approval = approval_of(meeting, locked)
        own = seat_to_sign(request.user, meeting)
        context |= {
            "approval": approval,
            "waits_for_me": own is not None and own.pk in {seat.pk for seat in approval.missing},
        }
    return render_to_string("meetings/minute_book/meeting_panel.html", context, request)


def item_side(request: HttpRequest, item: Any) -> SafeString | None:
    """The files that came to the item after the meeting, and the way to add one."""
    may_add = item_may(request.user, "late_attach", item)
    rows = [row for row in late_attachments_of(request.user, item.meeting) if row.item == item]
    if not rows and not may_add:
        return None
    context = {"item": item, "rows": rows, "may_add": may_add}
    return render_to_string("meetings/minute_book/item_panel.html", context, request)


def body_main(request: HttpRequest, body: Any) -> SafeString | None:
    """The way to the minute book."""
    if not body_may(request.user, "minute_book_read", body):
        return None
    count = MinuteBookEntry.objects.filter(body=body).count()
    context = {"body": body, "count": count}
    return render_to_string("meetings/minute_book/body_panel.html", context, request)
