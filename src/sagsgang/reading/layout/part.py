"""A section to be, and what a document's items have in common."""

from collections import Counter
from dataclasses import dataclass, field

from sagsgang.reading.layout.headings import Head


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
    steady: bool = False
    runs_in: bool = False
