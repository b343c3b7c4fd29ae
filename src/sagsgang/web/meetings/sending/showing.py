"""An agenda as one reader may see it: of what is closed to her, number and neutral title only."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sagsgang.web.cases.attachments.gate import may_see_closed_attachments
from sagsgang.web.cases.models import Case
from sagsgang.web.meetings.agendas.naming import CLOSED_TITLE
from sagsgang.web.meetings.models import Item, Meeting
from sagsgang.web.meetings.permissions import MAY_SEE_CLOSED, items_readable, meeting_relations
from sagsgang.web.meetings.sending.content import Content, items_by_key


@dataclass(frozen=True, slots=True)
class Eyes:
    """What one reader may see of one meeting: `readable` are the keys of items open to her."""

    user: object
    readable: frozenset[int]
    sees_closed: bool

    def may_read(self, told: Content) -> bool:
        """Whether she may read the item as it stands in a content; what was closed then stays so
        for those who do not see closed matter, whatever it is now.
        """
        if told["key"] not in self.readable:
            return False
        return self.sees_closed or not told["is_closed"]


def eyes_of(user: object, meeting: Meeting) -> Eyes:
    """The reader's eyes: one question to the database for all the items."""
    readable = frozenset(items_readable(user, meeting).values_list("pk", flat=True))
    relations = meeting_relations(user, meeting)
    return Eyes(user, readable, bool(relations & MAY_SEE_CLOSED - {"officer"}))


def agenda_shown(user: object, meeting: Meeting, content: Content) -> Content:
    """The content without what she may not see; her own cases that are closed she sees."""
    eyes = eyes_of(user, meeting)
    own = _own_closed(user, eyes, content)
    files = _files_open(user, eyes, content)
    items = [_item(eyes, own, files, told) for told in content["items"]]
    removed = [
        told if eyes.may_read(told) else _neutral(told) | {"because": ""}
        for told in content["removed"]
    ]
    return content | {"items": items, "removed": removed}


def item_shown(user: object, meeting: Meeting, content: Content, key: int) -> Content | None:
    """One item of the content as she may see it; None when it is not there or closed to her."""
    found = next((told for told in content["items"] if told["key"] == key), None)
    if found is None:
        return None
    shown: Content = agenda_shown(user, meeting, content | {"items": [found]})["items"][0]
    return None if shown["is_hidden"] else shown


def _item(eyes: Eyes, own: Collection[int], files: Collection[int], told: Content) -> Content:
    if not (eyes.may_read(told) or told["key"] in own):
        return _neutral(told)
    parts = [_item(eyes, own, files, part) for part in told["parts"]]
    shown = told | {"parts": parts, "is_hidden": False}
    case = told["case"]
    if case and case["id"] not in files:
        open_ones = [each for each in case["content"]["attachments"] if not each["is_closed"]]
        shown["case"] = case | {"content": case["content"] | {"attachments": open_ones}}
    return shown


def _neutral(told: Content) -> Content:
    """All that everyone may know of an item that is closed to the reader."""
    return {
        "key": told["key"],
        "number": told["number"],
        "title": told["public_title"] or CLOSED_TITLE,
        "is_closed": True,
        "is_hidden": True,
        "parts": [],
    }


def _own_closed(user: object, eyes: Eyes, content: Content) -> frozenset[int]:
    """Closed items that she reads as the officer or manager of their case."""
    if eyes.sees_closed:
        return frozenset()
    closed = {
        told["key"]
        for told in items_by_key(content).values()
        if told["is_closed"] and told["key"] in eyes.readable
    }
    rows = Item.objects.filter(pk__in=closed).select_related("stop__case")
    return frozenset(
        row.pk for row in rows if row.stop and may_see_closed_attachments(user, row.stop.case)
    )


def _files_open(user: object, eyes: Eyes, content: Content) -> frozenset[int]:
    """The cases whose closed attachments she may know of."""
    wanted: set[int] = set()
    for told in items_by_key(content).values():
        case: dict[str, Any] | None = told.get("case")
        if case and any(each["is_closed"] for each in case["content"]["attachments"]):
            wanted.add(case["id"])
    if eyes.sees_closed or not wanted:
        return frozenset(wanted)
    cases = Case.objects.filter(pk__in=wanted).select_related("body", "municipality")
    return frozenset(case.pk for case in cases if may_see_closed_attachments(user, case))
