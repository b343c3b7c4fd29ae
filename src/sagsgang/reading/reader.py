"""Canonical lines → minutes: the one way every document goes, whatever its format and layout."""

import datetime
import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from sagsgang.language.dates import parse_clock
from sagsgang.minutes import AgendaItem, DocumentKind, Minutes, Source, Unplaced
from sagsgang.reading.canonical import Canonical, Unreadable
from sagsgang.reading.content.document_head import DocumentHead, read_head
from sagsgang.reading.content.item_reader import ItemReader
from sagsgang.reading.dialects import Dialect, choose
from sagsgang.reading.layout.closure import Group, is_about_item_above
from sagsgang.reading.layout.contents import Contents, read_contents, title_key
from sagsgang.reading.layout.headings import Head, find_headings
from sagsgang.reading.layout.items import Start, find_starts, is_group
from sagsgang.reading.layout.outline import Place, assign_levels, learn, outline
from sagsgang.reading.layout.part import Part
from sagsgang.reading.layout.sheet import Sheet, lay_out
from sagsgang.reading.layout.subheadings import (
    common_look,
    find_recurring,
    find_subheadings,
    subdivide,
)
from sagsgang.reading.layout.tables import find_tables
from sagsgang.reading.layout.title import says_closed
from sagsgang.reading.trace import Trace, TraceBuilder
from sagsgang.reference.municipalities import municipality_in

_ENDS = re.compile(
    r"^(?:mødet|møde)\s+(?:blev\s+)?(?:hævet|sluttede|slut|afsluttet|sluttet)\b.*$|^(?:mødet "
    r")?hævet:?\s+kl.*$|^sluttidspunkt\b.*$",
    re.I,
)
_SIGNED = re.compile(
    r"^(?:næste møde\b.*|referent\s*:.*|til toppen|til top|kontakt os\b.*|"
    r"tilgængelighedserklæring|underskrifter?|underskriftsblad|godkendt og underskrevet|"
    r"referatet er godkendt af|underskrevet af)\s*:?$",
    re.I,
)


class NoItems(Unreadable):
    """A document in which no agenda item is found; its canonical text is still to be had."""

    def __init__(self, canonical: Canonical) -> None:
        super().__init__("ingen dagsordenspunkter fundet")
        self.canonical = canonical


@dataclass(slots=True, frozen=True)
class Reading:
    """What reading a file gives: the minutes, the canonical lines, and where every character
    went."""

    minutes: Minutes
    canonical: Canonical
    trace: Trace


def read_canonical(canonical: Canonical, name: str, sha256: str) -> Reading:
    """The minutes in canonical lines; raises NoItems when no agenda item is found."""
    sheet = lay_out(canonical)
    find_tables(sheet)
    known = dict.fromkeys(sheet.rules, "markup") | dict.fromkeys(sheet.furniture, "furniture")
    trace = TraceBuilder(canonical.lines, known)
    dialect = choose(sheet)
    heads = dialect.headings(sheet, find_headings(sheet))
    sheet.tight = _is_tight(sheet, heads)
    sheet.look = common_look(
        sheet, [head.line for head in heads if head.strong and not head.column]
    )
    contents = read_contents(sheet, trace)
    starts = find_starts(sheet, heads, contents.titles, contents.behind)
    if not starts:
        raise NoItems(canonical)
    head = read_head(sheet, starts[0].line, trace)
    ends = _ends(sheet, starts, contents, head, trace)
    place = Place(head.body, head.date)
    outlines = _outlines(sheet, heads, starts, ends, place)
    _settle(sheet, outlines, dialect)
    items = _items(sheet, trace, starts, ends, outlines, head.date, contents.behind)
    unplaced = _unplaced(sheet, trace)
    minutes = Minutes(
        kind=_kind(head, items),
        municipality=head.municipality
        or municipality_in(canonical.text)
        or _named_municipality(canonical.text),
        body=head.body,
        term=head.term,
        starts_at=head.starts_at,
        place=head.place,
        members=tuple(head.members or head.present),
        contents=tuple(contents.titles),
        items=items,
        unplaced=unplaced,
        source=Source(
            name=name,
            sha256=sha256,
            format=canonical.format,
            dialect=dialect.name,
            confidence=_confidence(sheet, items, unplaced, head),
        ),
        ends_at=_ends_at(head),
        chair=head.chair,
        present=tuple(head.present),
        absent=tuple(head.absent),
        officials=tuple(head.officials),
        guests=tuple(head.guests),
    )
    return Reading(minutes=minutes, canonical=canonical, trace=trace.build())


_MUNICIPALITY = re.compile(r"[A-ZÆØÅ][a-zæøåéü]+(?:-[A-ZÆØÅ][a-zæøå]+)?\Z")
_LONGEST_PLACE = 40
_TITLE = re.compile(r" Kommunes?\b")


def _named_municipality(text: str) -> str | None:
    """The "X Kommune" the text names most often, when it is none of the 98."""
    names: Counter[str] = Counter()
    at = text.find(" Kommune")
    while at >= 0:
        match = _MUNICIPALITY.search(text[max(0, at - _LONGEST_PLACE) : at])
        if match and _TITLE.match(text, at):
            names[match[0]] += 1
        at = text.find(" Kommune", at + 1)
    for word in ("Den", "Hver", "En", "Ingen", "Samlet", "Denne", "Af", "Og", "I", "Som"):
        names.pop(word, None)
    return f"{names.most_common(1)[0][0]} Kommune" if names else None


def _is_tight(sheet: Sheet, heads: list[Head]) -> bool:
    """Whether most headings stand right above their text, with no empty line between."""
    whole = [head.line for head in heads if not head.column and head.line + 1 < len(sheet.text)]
    return sum(1 for line in whole if sheet.text[line + 1]) * 2 > len(whole)


def _ends(
    sheet: Sheet, starts: list[Start], contents: Contents, head: DocumentHead, trace: TraceBuilder
) -> list[int]:
    """The line behind each item's last; what follows the last item (closing time, signatures) is
    none of it."""
    ends = [start.line for start in starts[1:]]
    for position, end in enumerate(ends):
        above = end - 1
        while above > starts[position].title_line and (
            not sheet.text[above]
            or is_group(sheet.text[above])
            or title_key(sheet.text[above]) in contents.groups
        ):
            if is_about_item_above(sheet, starts[position], above, end):
                break
            if sheet.text[above]:
                trace.place(above, above, "furniture")  # a heading over a group of items
            above -= 1
        ends[position] = above + 1
    last = len(sheet.text)
    for index in range(starts[-1].title_line + 1, last):
        text = sheet.text[index]
        if not text or len(text) > 120:
            continue
        if _ENDS.match(text):
            head.ends = head.ends or parse_clock(text)
            trace.place(index, index, "ends_at")
            last = index
            break
        if _SIGNED.match(text) and sheet.starts_paragraph(index):
            last = index
            break
    return [*ends, last]


def _outlines(
    sheet: Sheet, heads: list[Head], starts: list[Start], ends: list[int], place: Place
) -> list[list[Part]]:
    lines = [head.line for head in heads]
    outlines = []
    for start, end in zip(starts, ends, strict=True):
        first = start.title_line + 1
        own = heads[bisect_left(lines, first) : bisect_left(lines, end)]
        # what is published of a closed item is its decision: nothing there is proposed
        closed = start.is_closed or says_closed(start.title)
        outlines.append(outline(sheet, own, first, end, place, proposals=not closed))
    return outlines


def _settle(sheet: Sheet, outlines: list[list[Part]], dialect: Dialect) -> None:
    """Levels and sub-headings, from what the items have in common."""
    house = learn(sheet, outlines)
    house.containers |= dialect.containers
    for parts in outlines:
        assign_levels(sheet, parts, house)
    subheadings = find_subheadings(sheet, outlines, house)
    house.recurring = find_recurring(sheet, outlines, subheadings)
    for position, parts in enumerate(outlines):
        outlines[position] = subdivide(sheet, parts, house, subheadings)


def _items(
    sheet: Sheet,
    trace: TraceBuilder,
    starts: list[Start],
    ends: list[int],
    outlines: list[list[Part]],
    held: datetime.date | None,
    behind: int,
) -> tuple[AgendaItem, ...]:
    reader = ItemReader(sheet, trace, held)
    items = []
    group = Group()
    previous_end = behind
    for position, (start, end, parts) in enumerate(zip(starts, ends, outlines, strict=True)):
        for index in range(previous_end, start.line):
            if sheet.text[index] and is_group(sheet.text[index]):
                group.head(sheet.text[index])
                trace.place(index, index, "furniture")
        previous_end = end
        items.append(reader.read(position, start, end, parts, group.take()))
        group.read(start, items[-1].title)
    return tuple(items)


def _kind(head: DocumentHead, items: tuple[AgendaItem, ...]) -> DocumentKind:
    if any(item.decision is not None for item in items):
        return DocumentKind.MINUTES
    word = head.kind_word or ""
    return DocumentKind.MINUTES if "referat" in word or "protokol" in word else DocumentKind.AGENDA


def _ends_at(head: DocumentHead) -> datetime.datetime | None:
    if head.ends is None or head.date is None:
        return None
    return datetime.datetime.combine(head.date, head.ends)


def _unplaced(sheet: Sheet, trace: TraceBuilder) -> tuple[Unplaced, ...]:
    groups: list[list[int]] = []
    for index in trace.unplaced():
        if groups and index == groups[-1][-1] + 1:
            groups[-1].append(index)
        else:
            groups.append([index])
    return tuple(
        Unplaced(
            lines=(group[0] + 1, group[-1] + 1),
            text="\n".join(filter(None, (sheet.raw[i].strip() for i in group))),
        )
        for group in groups
    )


def _confidence(
    sheet: Sheet, items: tuple[AgendaItem, ...], unplaced: tuple[Unplaced, ...], head: DocumentHead
) -> float:
    """How sure the reading is (0–1): the share of text that found a named place, and of what a
    document should have."""
    filled = sum(len(text) for text in sheet.text)
    lost = sum(len(entry.text) for entry in unplaced)
    loose = sum(
        len(section.text) for item in items for section in item.sections if not section.heading
    )
    known = 1 - (lost + 0.5 * loose) / max(1, filled)
    has = [head.body is not None, head.date is not None, any(item.sections for item in items)]
    numbered = sum(
        1 for item in items if item.number is not None or item.case_number is not None
    ) / len(items)
    return round(max(0.0, min(1.0, 0.6 * known + 0.1 * sum(has) + 0.1 * numbered)), 2)
