"""A passage is left out of what is published of an item, with a reason that is printed."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.rendering.redacting import is_found
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas.services.locked import item_event, meeting_open, reasoned
from sagsgang.web.meetings.models import Item, Meeting
from sagsgang.web.publishing.document import internal_document
from sagsgang.web.publishing.models import PublicationKind, Redaction

_SHORTEST = 3
_LONGEST_REASON = 200


@transaction.atomic
def redaction_add(
    *, actor: Any, meeting: Meeting, item: Item, passage: str, reason: str
) -> Redaction:
    """Leave the words out of the item; they must stand in it, in one paragraph or cell. It holds
    from the next publication. Emits `redaction_added`.
    """
    locked = meeting_open(actor, "minutes_publish", meeting)
    item.meeting = locked
    words = passage.strip()
    if "\n" in words or "\t" in words:
        raise Refusal(_("Leave out one paragraph or cell at a time."), "passage")
    words = " ".join(words.split())
    if len(words) < _SHORTEST:
        raise Refusal(_("Write the words that are to be left out, as they stand."), "passage")
    reason = reasoned(
        reason, _("Write why: it is printed instead of the words."), longest=_LONGEST_REASON
    )
    if words.casefold() in reason.casefold():
        raise Refusal(_("The reason is printed: it may not hold the words themselves."), "reason")
    if not any(_stands(locked, kind, item, words) for kind in PublicationKind.values):
        raise Refusal(
            _("The words do not stand in the item. Copy them from the page, exactly."), "passage"
        )
    made = Redaction.objects.create(
        meeting=locked, item=item, passage=words, reason=reason, by=actor, at=timezone.now()
    )
    item_event("redaction_added", "udelod en passage på {item}", actor, item, redaction=made.pk)
    return made


def _stands(meeting: Meeting, kind: str, item: Item, words: str) -> bool:
    document = internal_document(meeting, kind)
    found = [each for each in (document.items if document else ()) if each.number == item.number]
    return any(is_found(each, words) for each in found)


@transaction.atomic
def redaction_end(*, actor: Any, meeting: Meeting, redaction: Redaction) -> None:
    """Let the words stand again, from the next publication. Emits `redaction_ended`."""
    locked = meeting_open(actor, "minutes_publish", meeting)
    row = Redaction.objects.select_related("item").filter(pk=redaction.pk, meeting=locked).first()
    if row is None or row.ended_at is not None:
        return
    row.ended_at = timezone.now()
    row.save(update_fields=["ended_at"])
    row.item.meeting = locked
    said = "tog en udeladt passage med igen på {item}"
    item_event("redaction_ended", said, actor, row.item, redaction=row.pk)
