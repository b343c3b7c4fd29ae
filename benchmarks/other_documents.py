"""A consistent document as text, and where in it its items can be changed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from sagsgang.checking import Finding, check
from sagsgang.minutes import AgendaItem, Minutes, Section, SectionKind
from sagsgang.reading.reader import Reading

#: Sections with running text of the item's own.
PROSE = (SectionKind.PRESENTATION, SectionKind.DESCRIPTION, SectionKind.SUMMARY)


class Change(NamedTuple):
    """A text with a mistake that `rule` should find, and the same text without (None when that is
    the document itself).
    """

    rule: str
    kind: str
    what: str
    wrong: str
    right: str | None = None


@dataclass(slots=True)
class Document:
    """A document as it stands: its text, what was read, and what each rule finds in it."""

    name: str
    reading: Reading
    _found: dict[str, list[Finding]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The canonical text, in which changes are made."""
        return self.reading.canonical.text

    @property
    def minutes(self) -> Minutes:
        """What was read."""
        return self.reading.minutes

    def findings(self, rule: str) -> list[Finding]:
        """What a rule finds in it unchanged."""
        if rule not in self._found:
            lines = self.reading.canonical.lines
            report = check(self.minutes, rules=[rule], lines=lines)
            self._found[rule] = list(report.findings)
        return self._found[rule]

    def open_items(self) -> Iterator[tuple[int, AgendaItem]]:
        """The items that are not closed, with their positions."""
        for number, item in enumerate(self.minutes.items):
            if not item.is_closed:
                yield number, item

    def extent(self, item: int, section: int) -> tuple[int, int] | None:
        """Where the text of a section stands, heading excluded; None when it is scattered."""
        spans = self.reading.trace.at(f"items[{item}].sections[{section}].text")
        return (spans[0].start, spans[-1].end) if spans else None

    def ends_of(self, item: int, *kinds: SectionKind) -> Iterator[tuple[int, Section]]:
        """Where the sections of these kinds end in the text, with the sections."""
        for at, section in enumerate(self.minutes.items[item].sections):
            if section.kind in kinds and section.text and (extent := self.extent(item, at)):
                yield extent[1], section

    def with_sentence(self, item: int, sentence: str) -> str | None:
        """The text with a paragraph more in the item's own running text; None when it has none."""
        end = next((end for end, _ in self.ends_of(item, *PROSE)), None)
        return None if end is None else self.inserted(end, f"\n\n{sentence}\n")

    def inserted(self, at: int, words: str) -> str:
        """The text with words put in."""
        return self.text[:at] + words + self.text[at:]

    def replaced(self, start: int, end: int, words: str) -> str:
        """The text with what stands at `start`–`end` written otherwise."""
        return self.text[:start] + words + self.text[end:]

    def decision(self, item: int) -> tuple[int, int] | None:
        """Where the words of the item's decision stand; None unless they are in one piece."""
        decision = self.minutes.items[item].decision
        if decision is None:
            return None
        for at, section in enumerate(self.minutes.items[item].sections):
            if section.kind is not SectionKind.DECISION:
                continue
            extent = self.extent(item, at)
            start = self.text.find(decision.text, *extent) if extent else -1
            if start >= 0:
                return start, start + len(decision.text)
        return None
