"""The layout that every other inherits: what is common to Danish minutes."""

from typing import ClassVar

from sagsgang.reading.layout.headings import Head, known_word
from sagsgang.reading.layout.sheet import Sheet
from sagsgang.reference.headings import heading_key


class Dialect:
    """A layout: how to know it, and where it differs from what the reader finds by itself.

    `signature` are headings that together tell the layout; `containers` the headings whose text
    is only
    the sections inside them; `quirks` words that are headings here and nowhere else, with their
    kind.
    """

    name: ClassVar[str] = "standard"
    signature: ClassVar[tuple[str, ...]] = ()
    without: ClassVar[tuple[str, ...]] = ()
    container_words: ClassVar[tuple[str, ...]] = ()
    quirks: ClassVar[dict[str, str]] = {}

    def fits(self, sheet: Sheet, seen: frozenset[str]) -> float:
        """How well the layout fits (0–1): the share of its signature among the headings seen."""
        if not self.signature or any(heading_key(word) in seen for word in self.without):
            return 0.0
        return sum(heading_key(word) in seen for word in self.signature) / len(self.signature)

    @property
    def containers(self) -> set[str]:
        """The keys of the headings whose text is only the sections inside them."""
        return {heading_key(word) for word in self.container_words}

    def headings(self, sheet: Sheet, heads: list[Head]) -> list[Head]:
        """The headings found, with those that only this layout has."""
        if not self.quirks:
            return heads
        own = {heading_key(word): kind for word, kind in self.quirks.items()}
        found = {head.line for head in heads}
        for index, text in enumerate(sheet.text):
            if (
                text
                and len(text) < 60
                and index not in found
                and (kind := own.get(heading_key(text)))
            ):
                heads.append(Head(index, kind, text.rstrip(": ")))
        return sorted(heads, key=lambda head: head.line)


def headings_seen(sheet: Sheet) -> frozenset[str]:
    """The keys of the known headings that fill a line."""
    return frozenset(
        heading_key(text)
        for text in set(sheet.text)
        if 3 < len(text) < 70 and known_word(text) is not None
    )
