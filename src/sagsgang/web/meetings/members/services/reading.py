"""A member has read an item as it was given out, or wants it to count as unread again."""

from django.db import transaction

from sagsgang.web.accounts.models import User
from sagsgang.web.audit.events import event_record
from sagsgang.web.meetings.members.given import newest_number
from sagsgang.web.meetings.models import Item, ReadMark
from sagsgang.web.meetings.permissions import item_require


@transaction.atomic
def item_read(*, actor: User, item: Item, version: int | None = None) -> ReadMark | None:
    """She has opened the item as it was in the version (the newest unless told, never a later
    one); nothing to mark before the agenda was sent. Emits `item_read` the first time.
    """
    item_require(actor, "item_read", item)
    newest = newest_number(item)
    number = min(version or newest, newest)
    if not number:
        return None
    mark, is_new = ReadMark.objects.get_or_create(user=actor, item=item, version=number)
    if is_new:
        _leave_event("item_read", f"{actor} læste et punkt på en dagsorden.", actor)
    return mark


@transaction.atomic
def item_unread(*, actor: User, item: Item) -> None:
    """It counts as unread again. Emits `item_unread`."""
    item_require(actor, "item_read", item)
    gone, _ = ReadMark.objects.filter(user=actor, item=item).delete()
    if gone:
        _leave_event("item_unread", f"{actor} satte et punkt tilbage som ulæst.", actor)


def _leave_event(code: str, sentence: str, actor: User) -> None:
    """About the person alone: what she has read is hers to know."""
    event_record(code=code, sentence=sentence, actor=actor, subject=actor)
