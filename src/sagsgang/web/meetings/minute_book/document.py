"""The minutes as they stand now: as they were locked, with what was added since; and as one member
may read them.
"""

import hashlib
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from sagsgang.minutes import Addendum, AgendaItem, AttachmentFile, Minutes, SignOff
from sagsgang.minutes.book import canonical_json
from sagsgang.rendering.renditions import closed
from sagsgang.web.meetings.compose import meeting_compose
from sagsgang.web.meetings.models import ItemAddendum, LateAttachment, Meeting, MeetingMinutes
from sagsgang.web.meetings.models import SignOff as SignOffRow
from sagsgang.web.meetings.permissions import items_readable


def minutes_locked(meeting: Meeting) -> MeetingMinutes | None:
    """The row of the locked minutes."""
    rows = MeetingMinutes.objects.select_related("locked_by")
    return rows.filter(meeting=meeting).first()


def minutes_now(meeting: Meeting, locked: MeetingMinutes | None = None) -> Minutes:
    """The whole of it, the closed items too: locked, or as it would be locked now."""
    locked = locked or minutes_locked(meeting)
    if locked is None:
        composed = meeting_compose(meeting).minutes
        return composed.model_copy(update={"addenda": _addenda(meeting, None)})
    kept = Minutes.model_validate(locked.document)
    late = _late_since(meeting, locked)
    return kept.model_copy(
        update={
            "items": tuple(_with_files(item, late.get(item.number, ())) for item in kept.items),
            "addenda": (*kept.addenda, *_addenda(meeting, locked.locked_at)),
            "sign_offs": _sign_offs(locked),
        }
    )


def document_hash(minutes: Minutes) -> str:
    """What is approved, in one number: the document without who has approved it."""
    return hashlib.sha256(
        canonical_json(minutes.model_copy(update={"sign_offs": ()}).as_json())
    ).hexdigest()


@dataclass(frozen=True, slots=True)
class SeenMinutes:
    """The minutes as one reader has them; `hidden` are the numbers of the items closed to her."""

    minutes: Minutes
    hidden: tuple[str, ...]
    sha256: str


def minutes_seen(user: object, meeting: Meeting) -> SeenMinutes:
    """What she may read. Of what is closed to her there is the number and a neutral title."""
    whole = minutes_now(meeting)
    open_numbers = set(items_readable(user, meeting).values_list("number", flat=True))
    items, hidden = [], []
    for item in whole.items:
        top = (item.number or "").split(".")[0]
        if item.is_closed and item.number not in open_numbers and top not in open_numbers:
            hidden.append(item.number or "")
            items.append(closed(item))
        else:
            items.append(item)
    seen = whole.model_copy(
        update={
            "items": tuple(items),
            "addenda": tuple(each for each in whole.addenda if each.item not in hidden),
        }
    )
    return SeenMinutes(seen, tuple(hidden), document_hash(seen))


def _addenda(meeting: Meeting, since: datetime | None) -> tuple[Addendum, ...]:
    rows = ItemAddendum.objects.filter(item__meeting=meeting).select_related("item__parent")
    if since is not None:
        rows = rows.filter(at__gt=since)
    return tuple(Addendum(at=_local(row.at), item=_number(row.item), text=row.text) for row in rows)


def _number(item: Any) -> str | None:
    return item.number or (item.parent.number if item.parent else "") or None


def _late_since(meeting: Meeting, locked: MeetingMinutes) -> dict[str | None, list[AttachmentFile]]:
    found: dict[str | None, list[AttachmentFile]] = defaultdict(list)
    rows = LateAttachment.objects.filter(item__meeting=meeting, at__gt=locked.locked_at)
    for row in rows.select_related("item"):
        found[row.item.number or None].append(
            AttachmentFile(
                title=row.title,
                is_closed=row.is_closed,
                sha256=row.sha256,
                added_after=timezone.localdate(row.at),
            )
        )
    return found


def _with_files(item: AgendaItem, files: Collection[AttachmentFile]) -> AgendaItem:
    if not files:
        return item
    return item.model_copy(
        update={
            "attachments": (*item.attachments, *(file.title for file in files)),
            "attachment_files": (*item.attachment_files, *files),
        }
    )


def _sign_offs(locked: MeetingMinutes) -> tuple[SignOff, ...]:
    rows = SignOffRow.objects.filter(minutes=locked).select_related(
        "seat__sitting", "seat__membership"
    )
    return tuple(
        SignOff(
            name=str(row.seat.sitting),
            party=row.seat.membership.party or None,
            at=_local(row.at),
            reservation=row.reservation or None,
        )
        for row in rows
    )


def _local(moment: datetime) -> datetime:
    return timezone.localtime(moment).replace(tzinfo=None, second=0, microsecond=0)
