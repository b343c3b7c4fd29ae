"""How an agenda item of FirstAgenda becomes lines: title, number, texts, absence, attachments."""

import re

from lxml import etree

from sagsgang.reading.canonical import Mark, Role
from sagsgang.reading.formats.firstagenda_fields import (
    ATTACHMENTS,
    CASE_NUMBERS,
    DECISIONS,
    FIELDS,
    ITEM_ATTENDEES,
    NAMES,
    NUMBERS,
    TEXTS,
    Record,
    records,
    word,
    words,
)
from sagsgang.reading.formats.flow import Flow, fold
from sagsgang.reading.formats.markup import View, parse, write
from sagsgang.reading.formats.markup_tree import HEADINGS, tag_of

_OUTERMOST = Mark(Role.HEADING, level=1)
_DECISION = re.compile(r"\bbeslutning(?:er)?\b", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:\w+|#\d+|#x[0-9a-fA-F]+);")


def write_item(item: Record, place: int, flow: Flow, *, closed: bool = False) -> bool:
    """Adds the lines of `item`, the `place`th of its meeting; whether they hold a decision.

    `closed` puts "Lukket punkt" below a title that does not say so itself.
    """
    first = len(flow.lines)
    titles = words(item, NAMES)
    numbers = words(item, NUMBERS)[:1]
    opening = " ".join([*numbers, *titles[:1]]) or f"{place}"
    flow.add(opening, Mark(Role.ITEM))
    for line in (*titles[1:], *words(item, CASE_NUMBERS)):
        flow.add(line)
    if closed and "lukket" not in opening.lower():
        flow.add("Lukket punkt")
    for field in records(item, FIELDS):
        _write_field(field, flow)
    decided = _holds_decision(flow, first)
    decided = _write_decision(item, flow, first) or decided
    _write_attendance(item, flow, first)
    _write_attachments(item, flow)
    return decided


def write_text(text: str, flow: Flow) -> None:
    """Adds a text that may be HTML or plain lines. Raises Unreadable for HTML beyond reading."""
    if not _TAG.search(text):
        for line in text.splitlines():
            flow.add(fold(line))
        return
    root = parse(text)
    if root is not None:
        write(root, flow, _Blob(root))


def _write_field(field: Record, flow: Flow) -> None:
    """A text of the item; its name, when it has one, is a heading above it."""
    for name in words(field, NAMES):
        flow.add(name, _OUTERMOST)
    for text in dict.fromkeys(_texts(field)):
        write_text(text, flow)


def _texts(field: Record) -> list[str]:
    return [text for name in TEXTS if isinstance(text := field.get(name), str)]


def _write_decision(item: Record, flow: Flow, first: int) -> bool:
    """The decision that some answers keep apart from the texts; not again when it stands there."""
    own = Flow()
    for decision in records(item, DECISIONS):
        for text in [*words(decision, NAMES), *_texts(decision)]:
            write_text(text, own)
    if not own.lines:
        return False
    said = set(flow.lines[first:])
    if any(line not in said for line in own.lines):
        if not _holds_heading(own.lines[0]):
            flow.add("Beslutning", _OUTERMOST)
        flow.extend(own)
    return True


def _write_attendance(item: Record, flow: Flow, first: int) -> None:
    """Who was away from this item, with the reason, as a rule "Fraværende", as heading.

    Not once more when the item's text, from line `first` on, says so.
    """
    reasons: dict[str, list[str]] = {}
    for attendee in records(item, ITEM_ATTENDEES):
        reason = word(attendee.get("Reason")) or "Fraværende"
        reasons.setdefault(reason, []).extend(words(attendee, NAMES))
    for reason, names in reasons.items():
        told = " ".join(line for line in flow.lines[first:] if line.startswith(reason))
        if all(name in told for name in names):
            continue
        flow.add(reason, _OUTERMOST)
        flow.add(", ".join(dict.fromkeys(names)))


def _write_attachments(item: Record, flow: Flow) -> None:
    names = [name for entry in records(item, ATTACHMENTS) for name in words(entry, NAMES)[:1]]
    if names:
        flow.add("Bilag", _OUTERMOST)
    for name in names:
        flow.add(name)


def _holds_heading(line: str) -> bool:
    return bool(_DECISION.search(line)) and "tidligere" not in line.lower()


def _holds_decision(flow: Flow, first: int) -> bool:
    """Whether one of the lines from `first` is the heading of a decision with a line below it."""
    last = len(flow.lines) - 1
    return any(
        mark.role is Role.HEADING and _holds_heading(flow.lines[index])
        for index in range(first, last)
        if (mark := flow.marks.get(index)) is not None
    )


class _Blob(View):
    """The HTML of one item.

    The programme sets `<h3>Fremstilling</h3><span>…</span>` and the author's own headings within
    that span, in whatever size: those are one level below. Elsewhere the sizes count, in order.
    """

    def __init__(self, root: etree._Element) -> None:
        super().__init__(root)
        headings = list(root.iter(*HEADINGS))
        self.nested = {heading for heading in headings if _is_under_heading(heading)}
        self.sizes = sorted({tag_of(heading) for heading in headings if heading not in self.nested})

    def heading_level(self, element: etree._Element) -> int:
        if tag_of(element) not in HEADINGS:
            return 0
        return 2 if element in self.nested else self.sizes.index(tag_of(element)) + 1


def _is_under_heading(heading: etree._Element) -> bool:
    """Whether a heading stands in a span that follows a heading of its own."""
    for span in heading.iterancestors("span"):
        above = span.getprevious()
        if above is not None and tag_of(above) in HEADINGS:
            return True
    return False
