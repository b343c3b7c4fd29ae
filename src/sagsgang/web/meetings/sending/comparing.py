"""What is different between two agendas of one meeting, item by item, to be read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.translation import gettext as _

from sagsgang.web.cases.differences import (
    BlockDifference,
    ContentDifference,
    PartDifference,
    content_difference,
    html_difference,
    words_difference,
)
from sagsgang.web.cases.labels import KINDS
from sagsgang.web.meetings.sending.content import Content

State = Literal["added", "removed", "changed"]
#: What of a case may change without the agenda being another.
_ASIDE = frozenset({"deadline", "has_financial_implications", "body", "public_title"})


@dataclass(frozen=True, slots=True)
class ItemChange:
    """`reason` is why it came late, or why it was taken off; a hidden one tells nothing more."""

    key: int
    number: str
    title: str
    state: State
    reason: str = ""
    is_hidden: bool = False
    is_overdue: bool = False
    parts: tuple[PartDifference, ...] = ()


@dataclass(frozen=True, slots=True)
class AgendaChange:
    """`head` are changes of the meeting itself; `is_reordered` when the items changed places."""

    head: tuple[PartDifference, ...]
    items: tuple[ItemChange, ...]
    is_reordered: bool = False

    def __bool__(self) -> bool:
        return bool(self.head or self.items or self.is_reordered)

    def of(self, state: State) -> tuple[ItemChange, ...]:
        """The items that were added, removed or changed."""
        return tuple(item for item in self.items if item.state == state)


def agenda_difference(before: Content, after: Content) -> AgendaChange:
    """What `after` says otherwise than `before`. Both may be shown to one reader already: what is
    hidden in one of them is hidden here.
    """
    old = {told["key"]: told for told in before["items"]}
    new = {told["key"]: told for told in after["items"]}
    gone = {told["key"]: told for told in after["removed"]}
    changes: list[ItemChange] = []
    for key, told in new.items():
        if key not in old:
            reason = told.get("late_reason", "")
            changes.append(_change(told, "added", reason, told))
        elif change := _changed(old[key], told):
            changes.append(change)
    for key, told in old.items():
        if key not in new:
            row = gone.get(key, {})
            changes.append(_change(told, "removed", row.get("because", ""), told, row))
    kept = [key for key in old if key in new]
    return AgendaChange(
        head=_head(before["head"], after["head"]),
        items=tuple(changes),
        is_reordered=kept != [key for key in new if key in old],
    )


def _change(
    told: Content,
    state: State,
    reason: str = "",
    *others: Content,
    parts: tuple[PartDifference, ...] = (),
) -> ItemChange:
    hidden = next((each for each in (told, *others) if each.get("is_hidden")), None)
    shown = hidden or told
    return ItemChange(
        key=told["key"],
        number=told["number"],
        title=shown["title"],
        state=state,
        reason="" if hidden else reason,
        is_hidden=hidden is not None,
        is_overdue=hidden is None and bool(told.get("is_overdue")),
        parts=() if hidden else parts,
    )


def _changed(before: Content, after: Content) -> ItemChange | None:
    if before.get("is_hidden") or after.get("is_hidden"):
        # Whether anything but the name changed is nobody's business who may not read it.
        return None
    parts = [
        _line(_("Title"), before["title"], after["title"]),
        _line(_("What the body is to do"), _kind(before), _kind(after)),
        _line(_("Closed to the public"), _closed(before), _closed(after)),
        _text(_("Text"), before["html"], after["html"]),
        *_points_below(before["parts"], after["parts"]),
        _line(_("Guests"), _guests(before["guests"]), _guests(after["guests"])),
        *_case(before["case"], after["case"]),
    ]
    found = tuple(part for part in parts if part is not None)
    return _change(after, "changed", parts=found) if found else None


def _case(before: Content | None, after: Content | None) -> list[PartDifference | None]:
    empty: dict[str, Any] = {"points": [], "sections": [], "attachments": []}
    old = before["content"] if before else empty
    new = after["content"] if after else empty
    if _compared(old) == _compared(new):
        found: list[PartDifference | None] = []
    else:
        difference: ContentDifference = content_difference(old, new)
        found = list(difference.changed) or [
            _line(_("The case"), _("as sent before"), _("changed"))
        ]
    said = [(each or {}).get("finance", "") for each in (before, after)]
    return [*found, _line(_("Finance statement"), said[0], said[1])]


def _compared(content: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in content.items() if name not in _ASIDE}


def _points_below(
    before: Sequence[Content], after: Sequence[Content]
) -> list[PartDifference | None]:
    """The messages below an item: their titles and texts as one text each."""
    old = {told["key"]: told for told in before}
    found: list[PartDifference | None] = []
    for told in after:
        if told.get("is_hidden"):
            continue
        was = old.pop(told["key"], None)
        if was is not None and was.get("is_hidden"):
            continue
        name = told["title"]
        found.append(_text(name, _whole(was) if was else None, _whole(told)))
    for was in old.values():
        if not was.get("is_hidden"):
            found.append(_text(was["title"], _whole(was), None))
    return found


def _whole(told: Content) -> str:
    head = ": ".join(words for words in (told["sender"], told["title"]) if words)
    return f"<p>{escape(head)}</p>{told['html']}"


def _head(before: Content, after: Content) -> tuple[PartDifference, ...]:
    rows = [
        _line(_("Time"), _moment(before["starts_at"]), _moment(after["starts_at"])),
        _line(_("Ends at"), _moment(before["ends_at"]), _moment(after["ends_at"])),
        _line(_("Place"), before["place"], after["place"]),
        _line(_("Guests"), _guests(before["guests"]), _guests(after["guests"])),
    ]
    return tuple(row for row in rows if row is not None)


def _line(heading: str, before: str, after: str) -> PartDifference | None:
    if before == after:
        return None
    pieces = words_difference(before, after)
    return PartDifference(heading, "changed", (BlockDifference("p", "changed", (pieces,)),))


def _text(heading: str, before: str | None, after: str | None) -> PartDifference | None:
    blocks = html_difference(before or "", after or "")
    if all(block.state == "same" for block in blocks):
        return None
    state: State = "added" if before is None else "removed" if after is None else "changed"
    return PartDifference(heading, state, blocks)


def _kind(told: Content) -> str:
    words: str | Promise = KINDS.get(told["kind"], told["kind"])
    return str(words)


def _closed(told: Content) -> str:
    return (
        _("yes: %(ground)s") % {"ground": told["closed_ground"]} if told["is_closed"] else _("no")
    )


def _guests(rows: Sequence[Content]) -> str:
    return ", ".join(
        row["name"] + (f" ({row['from']}–{row['to']})" if row["from"] else "") for row in rows
    )


def _moment(printed: str) -> str:
    if not printed:
        return ""
    return date_format(timezone.localtime(datetime.fromisoformat(printed)), _("j F Y H:i"))
