"""The blocks of a document in their parts, each with a name to link to: what the templates set."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from sagsgang.minutes.labels import Below
from sagsgang.minutes.printed import Block, Contents, Facts, Grid, Heading

_NUMBER = re.compile(r"[-−–+]?\d[\d.,  ]*(?:%|pct\.|mio\.|kr\.)?")
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e"})
_PART, _ARTICLE = 2, 3


@dataclass(slots=True)
class Article:
    """An item, or another entry of a part: `about` is what is known of it below its text."""

    name: str
    blocks: list[Block] = field(default_factory=list)
    about: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Part:
    """A part of the document: its blocks, then its articles."""

    name: str
    blocks: list[Block] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)


@dataclass(slots=True)
class Outline:
    """What comes before the first part, then the parts."""

    front: list[Block] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)


def outlined(blocks: Sequence[Block]) -> Outline:
    """The blocks in their parts and articles, in the order they come."""
    outline = Outline()
    taken: set[str] = set()
    for place, block in enumerate(blocks):
        level = block.level if isinstance(block, Heading) else 0
        if isinstance(block, Heading) and level == _PART:
            outline.parts.append(Part(_named(block.text, taken), [block]))
        elif not outline.parts:
            outline.front.append(block)
        elif isinstance(block, Heading) and level == _ARTICLE:
            name = block.text.partition(": ")[0]
            outline.parts[-1].articles.append(Article(_named(name, taken), [block]))
        elif outline.parts[-1].articles:
            article = outline.parts[-1].articles[-1]
            (article.about if article.about or _is_about(blocks, place) else article.blocks).append(
                block
            )
        else:
            outline.parts[-1].blocks.append(block)
    return outline


def about(blocks: Sequence[Block]) -> int:
    """Where in an item's blocks what is known about it begins; behind the last without any."""
    found = (place for place in range(len(blocks)) if _is_about(blocks, place))
    return next(found, len(blocks))


def _is_about(blocks: Sequence[Block], place: int) -> bool:
    block = blocks[place]
    if not isinstance(block, Heading) or block.text != Below.FACTS:
        return False
    return place + 1 < len(blocks) and isinstance(blocks[place + 1], Facts)


def _named(words: str, taken: set[str]) -> str:
    """A name for an address that no other part of the page has."""
    plain = re.sub(r"[^a-z0-9]+", "-", words.lower().translate(_LETTERS)).strip("-")[:40]
    name, number = plain or "del", 2
    while name in taken:
        name, number = f"{plain or 'del'}-{number}", number + 1
    taken.add(name)
    return name


@dataclass(frozen=True, slots=True)
class Entry:
    """A title in the table of contents and where it leads, or nowhere."""

    title: str
    name: str | None


def entries(contents: Contents, outline: Outline) -> list[Entry]:
    """The titles, each with the article that bears it; one that stands twice leads to each once."""
    waiting: dict[str, list[str]] = {}
    for part in outline.parts:
        for article in part.articles:
            heading = article.blocks[0]
            assert isinstance(heading, Heading)
            for words in {heading.text, heading.text.partition(": ")[2]}:
                waiting.setdefault(words, []).append(article.name)
    return [
        Entry(title, waiting[title].pop(0) if waiting.get(title) else None)
        for title in contents.titles
    ]


def grouped(facts: Facts) -> list[tuple[str, list[str]]]:
    """The rows, neighbours of one name together."""
    groups = groupby(facts.rows, lambda row: row[0])
    return [(name, [value for _, value in rows]) for name, rows in groups]


def is_number(cell: str) -> bool:
    """Whether a cell is a number, which stands at the right."""
    return bool(_NUMBER.fullmatch(cell))


def kind_of(block: Block) -> str:
    """The name of the template's way to set a block."""
    return type(block).__name__.lower()


def label_of(grid: Grid, number: int) -> str:
    """What a table is called when it is reached by the keyboard."""
    return grid.caption or f"{Below.TABLE} {number}"
