"""The outline of an item: which headings open its sections, and which sections stand inside
others."""

import datetime
import itertools
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field

from sagsgang.language.case_numbers import parse_case_number
from sagsgang.reading.below_title import is_meta
from sagsgang.reading.headings import Head, proposal, proposes
from sagsgang.reading.sheet import Sheet, is_bullet, is_point
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
#: Kinds whose text may have sub-headings of its own.
_SUBDIVIDED = {
    "presentation",
    "description",
    "history",
    "involvement",
    "assessment",
    "alternatives",
    "timeline",
    "financial_implications",
    "legal_implications",
    "other_implications",
    "policies",
    "topic",
    "other",
    "summary",
}


@dataclass(slots=True)
class Part:
    """A section to be: its heading, the first and last line of its own text, and its level.

    `foreign` is true when the heading announces another body's (or another day's) decision;
    `blocks` are its paragraphs, once they have been put together.
    """

    head: Head
    kind: str
    first: int
    last: int
    level: int = 1
    foreign: bool = False
    blocks: list[str] | None = None


@dataclass(slots=True)
class House:
    """What the document's items have in common: its containers, its level-1 headings, and how
    many items it has."""

    items: int
    containers: set[str] = field(default_factory=set)
    level_one: Counter[str] = field(default_factory=Counter)
    recurring: set[str] = field(default_factory=set)
    look: str = "plain"


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
        if head.body and self.body:
            return same_body(head.body, self.body)
        return True


def outline(sheet: Sheet, heads: list[Head], first: int, end: int, place: Place) -> list[Part]:
    """The parts between line `first` and `end` (exclusive); text above the first heading is no
    part."""
    parts: list[Part] = []
    current: Part | None = None
    entry_open = False  # inside earlier treatments, an entry has been opened
    for head in _with_proposals(sheet, heads, first, end):
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
            at = sheet.raw[index].find(text[column:][:12]) if column else 0
            found = Head(
                index,
                "recommendation",
                text[:column].rstrip(" :,") if column else text,
                True,
                max(at, 0),
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
    looks = Counter(
        look(sheet, part.head.line) for parts in outlines for part in parts if not part.head.column
    )
    if looks:
        house.look = looks.most_common(1)[0][0]
    house.containers = {key for key in empty if empty[key] >= 0.6 * (empty[key] + full[key])}
    return house


def look(sheet: Sheet, index: int) -> str:
    """How a heading is set: as a heading, bold, in italics, in capitals, numbered, with a colon,
    or plain."""
    text = sheet.text[index]
    if sheet.depth[index]:
        return "set"
    if index in sheet.bold:
        return "bold"
    if index in sheet.italic:
        return "italic"
    if text.isupper() and len(text) > 3:
        return "upper"
    if is_point(text) and not is_bullet(text):
        return "numbered"
    return "colon" if text.endswith(":") else "plain"


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
    common = part.kind in ("presentation", "description", "assessment", "topic")
    return (
        common
        and not part.head.strong
        and house.items >= 4
        and house.level_one[key] * 4 <= house.items
    )


def find_subheadings(sheet: Sheet, outlines: list[list[Part]], house_look: str) -> set[int]:
    """The lines that are headings not in the table, where a section may have such."""
    return {
        index
        for parts in outlines
        for part in parts
        if part.kind in _SUBDIVIDED or part.kind in ("recommendation", "legal_basis")
        for index in range(part.first + (1 if part.head.column else 0), part.last + 1)
        if is_subheading(sheet, index, part.last, house_look)
    }


def find_recurring(sheet: Sheet, outlines: list[list[Part]], subheadings: set[int]) -> set[str]:
    """Headings not in the table that come again in many items: sections of their own."""
    seen: Counter[str] = Counter()
    ordered = sorted(subheadings)
    for parts in outlines:
        if parts:
            own = ordered[
                bisect_left(ordered, parts[0].first) : bisect_right(ordered, parts[-1].last)
            ]
            seen.update({heading_key(sheet.text[index]) for index in own})
    least = max(2, 0.3 * len(outlines))
    return {key for key, count in seen.items() if count >= least}


def subdivide(sheet: Sheet, parts: list[Part], house: House, subheadings: set[int]) -> list[Part]:
    """The parts with their sub-headings (`topic`) and the sections of words not in the table
    (`other`)."""
    out: list[Part] = []
    for part in parts:
        out.append(part)
        if part.kind not in _SUBDIVIDED and part.kind not in ("legal_basis", "recommendation"):
            continue
        end = part.last
        for index in range(part.first + (1 if part.head.column else 0), end + 1):
            if index not in subheadings:
                continue
            kind, level = _kind_of(sheet, index, part, house)
            if kind == "topic" and part.kind not in _SUBDIVIDED:
                continue
            previous = out[-1]
            previous.last = index - 1
            while previous.last >= previous.first and not sheet.text[previous.last]:
                previous.last -= 1
            text = sheet.text[index].rstrip(": ")
            out.append(Part(Head(index, kind, text), kind, index + 1, end, level))
    return out


def _kind_of(sheet: Sheet, index: int, part: Part, house: House) -> tuple[str, int]:
    if part.level == 2:
        return "topic", 2
    depth, above = sheet.depth[index], sheet.depth[part.head.line]
    if sheet.has_set_headings and depth and above:
        if depth > above:
            return "topic", 2
        if sheet.flowed:
            return "other", 1
    if heading_key(sheet.text[index]) in house.recurring:
        return "other", 1
    if house.look in ("bold", "upper", "numbered", "colon") and look(sheet, index) == house.look:
        return "other", 1
    if (
        sheet.has_set_headings
        and depth
        and above
        and depth <= above
        and part.kind not in _CONTAINERS
    ):
        return "other", 1
    return "topic", 2


def is_subheading(sheet: Sheet, index: int, last: int, house_look: str = "plain") -> bool:
    """Whether a line that is not in the table is a heading: set as one, or short, alone, and with
    prose below."""
    text = sheet.text[index]
    if not text or len(text) > 110 or index in sheet.tables:
        return False
    if sheet.depth[index]:
        return not is_bullet(text) and any(map(str.isalpha, text))
    below = next((i for i in range(index + 1, last + 1) if sheet.text[i]), None)
    if below is None:
        return False
    if index in sheet.bold or index in sheet.italic:
        return not text.endswith((".", ",", ";")) and not is_point(text)
    if sheet.has_set_headings:
        return False
    if (
        house_look == "colon"
        and text.endswith(":")
        and sheet.starts_paragraph(index)
        and len(text) < 45
    ):
        return (
            text[0].isupper()
            and len(text.split()) <= 4
            and not is_point(sheet.text[below])
            and below not in sheet.tables
        )
    if house_look == "numbered" and look(sheet, index) == "numbered" and len(text) < 50:
        return (
            sheet.starts_paragraph(index) and sheet.ends_paragraph(index) and text[-1] not in ".,;:"
        )
    return _looks_like_heading(sheet, text, index, below)


#: Words that end a sentence's beginning, never a heading.
_UNFINISHED = {
    "at",
    "de",
    "den",
    "det",
    "der",
    "som",
    "om",
    "og",
    "eller",
    "til",
    "for",
    "med",
    "på",
    "i",
    "af",
    "er",
    "har",
    "tage",
    "godkende",
    "drøfte",
    "hvor",
    "blandt",
    "fra",
    "samt",
    "ved",
    "jf",
}


def _looks_like_heading(sheet: Sheet, text: str, index: int, below: int) -> bool:
    if not (text[0].isupper() or text[0].isdigit()) or text[-1] in '.,;:!%»”"':
        return False
    words = text.split()
    if words[-1].casefold() in _UNFINISHED or " indstiller " in text or is_meta(text):
        return False
    if len(text) > 85 or len(words) > 11 or ": " in text or not any(map(str.isalpha, text)):
        return False
    if is_point(text) and not (sheet.starts_paragraph(index) and sheet.ends_paragraph(index)):
        return False
    if not sheet.starts_paragraph(index) or below in sheet.tables:
        return False
    following = sheet.text[below]
    if sheet.ends_paragraph(index):
        prose = len(following) > 60 or (following.endswith((".", ":")) and len(following) > 20)
        return prose or is_point(following) or is_bullet(following)
    # right above its text: only when the lines are cut at a width and this one is clearly shorter
    if (
        not sheet.tight
        or not following[0].isupper()
        or (sheet.wrapped and len(text) > sheet.width * 0.6)
    ):
        return False
    return len(following) > max(50, len(text)) or following.endswith(".")
