"""What comes after the meeting: an attachment that the body asked for, marked as such."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.cases.attachments.services import Received
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas.services.locked import item_event, item_held, reasoned
from sagsgang.web.meetings.minute_book.book import entry_add
from sagsgang.web.meetings.minute_book.document import minutes_locked
from sagsgang.web.meetings.models import Item, LateAttachment, MinuteBookEntry
from sagsgang.web.meetings.permissions import item_is_closed


@transaction.atomic
def late_attachment_add(
    *,
    actor: Any,
    item: Item,
    received: Received,
    title: str,
    because: str,
    is_closed: bool = False,
) -> LateAttachment:
    """Add a file to an item of a closed meeting; what the checks block is not taken as open. Emits
    `late_attachment_added`.
    """
    fresh = item_held(actor, "late_attach", item)
    because = reasoned(because, _("Write which decision asks for the attachment."), "because")
    is_closed = is_closed or item_is_closed(fresh)
    worst = [each for each in received.findings if each.get("severity") == "blocks"]
    if worst and not is_closed:
        raise Refusal(
            _("The file may not be open to the public: %(why)s") % {"why": worst[0]["message"]},
            "file",
        )
    row = LateAttachment.objects.create(
        item=fresh,
        title=" ".join(title.split())[:200] or received.name[:200],
        file_name=received.name,
        media_type=received.media_type,
        size=received.size,
        sha256=received.sha256,
        is_closed=is_closed,
        because=because,
        findings=received.findings,
        by=actor,
        at=timezone.now(),
    )
    if minutes_locked(fresh.meeting) is not None:
        told = {"item": fresh.number, "title": row.title, "sha256": row.sha256, "because": because}
        entry_add(fresh.meeting, MinuteBookEntry.What.ATTACHMENT, told, fresh)
    said = "vedlagde et bilag efter mødet på {item}"
    item_event("late_attachment_added", said, actor, fresh, attachment=row.pk)
    return row
