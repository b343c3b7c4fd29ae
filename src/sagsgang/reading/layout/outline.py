"""The outline of an item: which headings open its sections, and which sections stand inside
others."""

import datetime
import itertools
from collections import Counter
from dataclasses import dataclass

from sagsgang.language.case_numbers import parse_case_number
from sagsgang.reading.layout.below_title import is_meta
from sagsgang.reading.layout.headings import Head, proposal, proposes
from sagsgang.reading.layout.part import House, Part
from sagsgang.reading.layout.sheet import Sheet
from sagsgang.reading.layout.subheadings import common_look, is_subheading, look
from sagsgang.reference.headings import heading_key

#: Kinds that never stand inside a presentation.
_TOP = {
    "decision",
    "recommendation",
    "recommendation_and_decision",
    "attachments",
    "absent",
    "earlier_treatments",
    "summary",
    "course",
    "case_route",
    "deciding_body",
}
_CONTAINERS = {"presentation", "description"}
#: Kinds whose lines are bodies and dates.
_STATIONS = {"case_route", "course", "earlier_treatments", "deciding_body"}


#: What a body calls itself in its own minutes.
_ANY_BODY = {"udvalget", "rådet", "bestyrelsen"}


@dataclass(slots=True)
class Place:
    """Whose meeting the document is from: tells an own decision from another's."""

    body: str | None
    date: datetime.date | None

    def is_own(self, head: Head) -> bool:
        """Whether a decision's heading announces what this meeting decided."""
        from sagsgang.reference.bodies import same_body

        if head.date is not None and self.date is not None and head.date != self.date:
            return False
        if head.body and self.body and head.body.casefold() not in _ANY_BODY:
            return same_body(head.body, self.body)
        return True


def outline(
    sheet: Sheet, heads: list[Head], first: int, end: int, place: Place, proposals: bool = True
) -> list[Part]:
    """The parts between line `first` and `end` (exclusive); text above the first heading is no
    part."""
    parts: list[Part] = []
    current: Part | None = None
    entry_open = False  # inside earlier treatments, an entry has been opened
    for head in _with_proposals(sheet, heads, first, end) if proposals else heads:
        bare = not head.strong and head.kind == "decision" and not _is_set(sheet, head.line)
        if bare and current is not None and current.kind == "earlier_treatments":
            bare = head.date is None or head.date != place.date or not place.is_own(head)
        if bare and current is not None and current.kind in _STATIONS:
            # "X, den D" alone: a station of a route or an entry, not a decision of its own
            entry_open = current.kind != "case_route"
            continue
        foreign = (
            head.kind == "decision"
            and (head.body is not None or head.date is not None)
            and not place.is_own(head)
        )
        if current is not None and (
            current.kind in ("earlier_treatments", "course") or current.foreign
        ):
            if current.kind in ("earlier_treatments", "course") and foreign:
                entry_open = True
                continue
            own = (
                sheet.depth[head.line] and sheet.depth[head.line] <= sheet.depth[current.head.line]
            )
            if (
                head.kind == "absent"
                and not own
                and (current.foreign or entry_open or current.kind == "earlier_treatments")
            ):
                continue
        if (
            current is not None
            and head.kind == current.kind == "recommendation"
            and _proposing(head.text)
            and not any(sheet.text[i] for i in range(current.first, head.line))
        ):
            continue  # "Forvaltningen indstiller," right under the heading
        if (
            current is not None
            and not head.strong
            and head.kind != "decision"
            and current.kind in ("decision", "attachments", "absent", "recommendation")
        ) and (
            not sheet.depth[head.line]
            and head.line not in sheet.bold
            and current.kind != "recommendation"
        ):
            continue
        entry_open = False
        current = Part(
            head, head.kind, head.line + (0 if head.column else 1), end - 1, foreign=foreign
        )
        parts.append(current)
    parts[:0] = _opening(sheet, first, parts[0].head.line if parts else end)
    for part, following in itertools.pairwise(parts):
        part.last = following.head.line - 1
    for part in parts:
        while part.last >= part.first and not sheet.text[part.last]:
            part.last -= 1
    return parts


def _is_set(sheet: Sheet, index: int) -> bool:
    """Whether a line is set as the document sets its headings, so that none else looks like it."""
    return sheet.look not in ("plain", "colon") and look(sheet, index) == sheet.look


def _opening(sheet: Sheet, first: int, until: int) -> list[Part]:
    """A heading of words not in the table above the first that is."""
    for index in range(first, until):
        if (
            (
                sheet.text[index]
                and is_subheading(sheet, index, until - 1)
                and (sheet.flowed or not sheet.text[index - 1])
            )
            and parse_case_number(sheet.text[index]) is None
            and not is_meta(sheet.text[index])
        ):
            head = Head(index, "other", sheet.text[index].rstrip(": "))
            return [Part(head, "other", index + 1, until - 1)]
    return []


def _proposing(text: str) -> bool:
    return "indstiller" in text or "foreslår" in text


def _with_proposals(sheet: Sheet, heads: list[Head], first: int, end: int) -> list[Head]:
    if any(head.kind in ("recommendation", "recommendation_and_decision") for head in heads):
        return heads
    found: Head | None = None
    limit = min((head.line for head in heads), default=end)
    for index in range(first, end):
        text = sheet.text[index]
        if not text or not text[0].isupper() or " " not in text or index in sheet.tables:
            continue
        if proposes(text):
            found = Head(index, "recommendation", text.rstrip(": "), True)
        elif (
            index < limit
            and sheet.starts_paragraph(index)
            and (column := proposal(text)) is not None
        ):
            # above the first heading the sentence itself is the section
            at = sheet.column_of(index, text[column:]) if column else 0
            found = Head(
                index,
                "recommendation",
                text[:column].rstrip(" :,") if column else text,
                True,
                at,
            )
        if found is not None:
            return sorted([*heads, found], key=lambda head: head.line)
    return heads


def is_empty(sheet: Sheet, part: Part) -> bool:
    """Whether a part has no text of its own."""
    return part.head.column == 0 and not any(
        sheet.text[i] for i in range(part.first, part.last + 1)
    )


def learn(sheet: Sheet, outlines: list[list[Part]]) -> House:
    """The house style of a document, from the outlines of all its items."""
    house = House(items=len(outlines))
    empty: Counter[str] = Counter()
    full: Counter[str] = Counter()
    for parts in outlines:
        under = False
        for position, part in enumerate(parts):
            key = heading_key(part.head.text)
            if part.kind in _TOP:
                under = False
            if part.kind in _CONTAINERS and not under:
                inside = position + 1 < len(parts) and parts[position + 1].kind not in _TOP
                if is_empty(sheet, part) and inside:
                    empty[key] += 1
                    under = True
                    continue
                full[key] += 1
            if not under:
                house.level_one[key] += 1
    house.look = common_look(
        sheet, [part.head.line for parts in outlines for part in parts if not part.head.column]
    )
    heads = [part.head for parts in outlines for part in parts]
    house.runs_in = sum(1 for head in heads if head.column) * 2 > len(heads)
    depths = {sheet.depth[part.head.line] for parts in outlines for part in parts}
    house.steady = len(depths) == 1
    house.containers = {key for key in empty if empty[key] >= 0.6 * (empty[key] + full[key])}
    return house


def assign_levels(sheet: Sheet, parts: list[Part], house: House) -> None:
    """Level 2 for what stands inside another section."""
    reliable = sheet.has_set_headings and sheet.flowed
    container: Part | None = None
    for part in parts:
        key = heading_key(part.head.text)
        depth = sheet.depth[part.head.line]
        if container is not None and _inside(sheet, part, key, depth, container, house, reliable):
            part.level = 2
            continue
        container = part if part.kind in _CONTAINERS or reliable else None


def _inside(
    sheet: Sheet, part: Part, key: str, depth: int, container: Part, house: House, reliable: bool
) -> bool:
    if reliable:
        above = sheet.depth[container.head.line]
        return bool(depth and above and depth > above)
    if part.kind in _TOP:
        return False
    if is_empty(sheet, container):
        return heading_key(container.head.text) in house.containers or house.level_one[key] == 0
    # a common word used once in a long account is a sub-heading, one that comes again and again
    # is a section
    common = part.kind in ("presentation", "description", "topic")
    return (
        common
        and not part.head.strong
        and house.items >= 4
        and house.level_one[key] * 4 <= house.items
    )
