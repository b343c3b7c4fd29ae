"""A figure with the words of its sentence: what it is compared by with other mentions."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from sagsgang.checking.quantities import Passage, Prose, Quantity, Unit
from sagsgang.checking.sameness.words import LENGTH, content
from sagsgang.minutes import AgendaItem, SectionKind

_TOKEN = re.compile(r"[a-zæøåéüöä][a-zæøåéüöä0-9'-]*|[A-Z|,;:()]")
_FIGURE = re.compile(r"[MPQTFN]")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_AROUND_DATES = frozenset(("ultimo", "primo", "medio", "pr.", "den", "d."))
#: So many words before and after a figure are looked at.
_BEFORE, _AFTER = 7, 5
#: What a figure may be beside without its words ending there: years, dates and references.
_LOOSE = frozenset("YDRT")


class Part(StrEnum):
    """Which part of an item a section is: what it says of itself in short, or at length."""

    SUMMARY = "summary"
    RECOMMENDATION = "recommendation"
    ACCOUNT = "account"
    HISTORY = "history"


_PARTS = {
    SectionKind.SUMMARY: Part.SUMMARY,
    SectionKind.RECOMMENDATION: Part.RECOMMENDATION,
    SectionKind.DECISION: Part.RECOMMENDATION,
    SectionKind.EARLIER_TREATMENTS: Part.HISTORY,
    SectionKind.HISTORY: Part.HISTORY,
}


@dataclass(frozen=True)
class Mention:
    """`quantity` in `passage`, a section's line that belongs to `part` of the item.

    `before` and `after` are the stems of the words around it, nearest first, up to the next figure;
    `words` all of them, `when` the years and dates of its sentence as printed, `wide` the stems of
    the whole sentence. `where` is its sentence (item, section, line, number in the line), `side`
    the part of which item it stands in.
    """

    item: int
    passage: Passage
    part: Part
    quantity: Quantity
    before: tuple[str, ...]
    after: tuple[str, ...]
    wide: frozenset[str]
    when: frozenset[str]
    sentence: int
    at: int
    where: tuple[int, int, int, int]
    side: tuple[int, Part]

    @cached_property
    def words(self) -> frozenset[str]:
        """The words on both sides, and what is counted."""
        return frozenset((*self.before, *self.after))

    @cached_property
    def years(self) -> frozenset[str]:
        """The years its sentence names."""
        return frozenset(year for each in self.when for year in _YEAR.findall(each))

    @cached_property
    def days(self) -> frozenset[str]:
        """The months and quarters its sentence names, without years."""
        return frozenset(
            word
            for each in self.when
            for word in each.split()
            if not word.isdigit() and word not in _AROUND_DATES
        )


def part_of(item: AgendaItem, section: int) -> Part:
    """Which part of the item the section is."""
    return _PARTS.get(item.sections[section].kind, Part.ACCOUNT)


def read_mentions(item: AgendaItem, number: int, prose: Prose) -> Iterator[Mention]:
    """The figures of an item's running text that are no years, each with its words."""
    for passage in prose.passages:
        if passage.shape and passage.quantities:
            text = item.sections[passage.section].text
            yield from _in_passage(passage, number, part_of(item, passage.section), text)


def _in_passage(passage: Passage, item: int, part: Part, text: str) -> Iterator[Mention]:
    start = 0
    for sentence, shape in enumerate(passage.shape.split("|")):
        end = start + len(shape)
        if _FIGURE.search(shape):
            tokens = [
                (match.group(), match.start())
                for match in _TOKEN.finditer(passage.shape, start, end)
            ]
            yield from _in_sentence(tokens, passage, item, part, text, sentence)
        start = end + 1


def _in_sentence(
    tokens: list[tuple[str, int]],
    passage: Passage,
    item: int,
    part: Part,
    text: str,
    sentence: int,
) -> Iterator[Mention]:
    figures: list[int] = []
    when: list[str] = []
    for index, (token, at) in enumerate(tokens):
        if not token.isupper():
            continue
        mark = passage.marks[bisect_left(passage.at, at)]
        if token in "YD":
            when.append(_plain(text[mark.start : mark.end]))
        elif mark.quantity:
            figures.append(index)
    if not figures:
        return
    stems = [_stem(token, at, passage) for token, at in tokens]
    wide = frozenset(filter(None, stems))
    dates = frozenset(when)
    where = item, passage.section, passage.start, sentence
    side = item, part
    for index in figures:
        quantity = passage.quantity(tokens[index][1])
        yield Mention(
            item=item,
            passage=passage,
            part=part,
            quantity=quantity,
            before=_side(tokens, stems, range(index - 1, -1, -1), _BEFORE),
            after=_side(tokens, stems, range(index + 1, len(tokens)), _AFTER),
            wide=wide,
            when=dates,
            sentence=sentence,
            at=tokens[index][1],
            where=where,
            side=side,
        )


def _stem(token: str, at: int, passage: Passage) -> str | None:
    """What a token says of the figures beside it; an age or a length of time says much."""
    if token[0].islower():
        return content(token)
    if token == "T":
        time = passage.quantity(at)
        return f"{LENGTH}{time.number} {time.noun}"
    return None


def _side(
    tokens: list[tuple[str, int]], stems: list[str | None], way: range, most: int
) -> tuple[str, ...]:
    """The stems on one side, nearest first, up to the next figure or, ahead, the next comma."""
    found: list[str] = []
    for index in way:
        token = tokens[index][0]
        word = stems[index]
        if word:
            found.append(word)
            if len(found) == most:
                break
        elif token.isupper():
            if token not in _LOOSE:
                break
        elif token in ";|" or (token in ",(" and way.step > 0):
            break
    return tuple(found)


def _plain(printed: str) -> str:
    return " ".join(printed.lower().replace("\xa0", " ").split())


def is_comparable(quantity: Quantity) -> bool:
    """True for figures that may be named twice: no years, no parts in words, no mere "en"."""
    return quantity.unit not in (Unit.YEAR, Unit.FRACTION) and quantity.value != 0
