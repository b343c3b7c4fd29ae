"""The sections in which an item speaks itself, not what others decided or a list repeats."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sagsgang.checking.finding import Place
from sagsgang.checking.seen import lowered
from sagsgang.minutes import AgendaItem, Section, SectionKind
from sagsgang.minutes.base import Lines

_NOT_OWN = {
    SectionKind.EARLIER_TREATMENTS,
    SectionKind.ATTACHMENTS,
    SectionKind.ABSENT,
    SectionKind.CASE_ROUTE,
    SectionKind.DECIDING_BODY,
}
_SENTENCE_END = re.compile(r"[.!?](?=\s+[A-ZÆØÅ0-9])|\n")
#: An item that mentions attachments, items or laws more often than this is not looked at.
MOST = 1_000
#: So many letters on either side are looked at for the sentence around a mention.
_REACH = 400


@dataclass(frozen=True, slots=True)
class Spot:
    """`text` at `start`–`end` of section number `section` of item number `item`."""

    item: int
    section: int
    start: int
    end: int
    text: str
    lines: Lines

    @property
    def place(self) -> Place:
        """Where it is marked: the item alone when it has no extent."""
        if self.start == self.end:
            return Place(item=self.item)
        return Place(item=self.item, section=self.section, spans=((self.start, self.end),))


def own_sections(item: AgendaItem, *, with_decision: bool = False) -> Iterator[tuple[int, Section]]:
    """The item's own sections with their positions; a section printed twice comes once."""
    seen: set[tuple[Lines, str]] = set()
    for at, section in enumerate(item.sections):
        if section.kind in _NOT_OWN or (section.lines, section.text) in seen:
            continue
        if section.kind is SectionKind.DECISION and not with_decision:
            continue
        seen.add((section.lines, section.text))
        yield at, section


def spots(
    item: AgendaItem,
    number: int,
    pattern: re.Pattern[str],
    *hints: str,
    with_decision: bool = False,
) -> Iterator[tuple[Spot, re.Match[str], str]]:
    """Every match in the item's own sections: its place, the match, and the section's text.

    A section that has none of the `hints`, which are in lower case, is not searched.
    """
    for at, section in own_sections(item, with_decision=with_decision):
        if hints:
            said = lowered(section.text)
            if not any(hint in said for hint in hints):
                continue
        for match in pattern.finditer(section.text):
            spot = Spot(number, at, match.start(), match.end(), match[0], section.lines)
            yield spot, match, section.text


def is_crowded(item: AgendaItem, word: str) -> bool:
    """True when a word stands so often in an item that no person wrote it.

    Each mention is looked at with the sentence around it, so their number is bounded.
    """
    if sum(len(section.text) for section in item.sections) < MOST * len(word):
        return False
    return sum(lowered(section.text).count(word) for section in item.sections) > MOST


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence that holds `start`–`end`, cut where it is very long."""
    before = text[max(0, start - _REACH) : start]
    ends = [match.end() for match in _SENTENCE_END.finditer(before)]
    # what ends a sentence may stand right before the match itself
    first = ends[-1] if ends else 0
    after = text[end : end + _REACH]
    stop = _SENTENCE_END.search(after)
    return (before[first:] + text[start:end] + after[: stop.end() if stop else None]).strip()
