"""The piece of the document that an answer is about: its sentences, or the rows of its table, with
the printed numbers marked.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sagsgang.checking.finding import Finding, Place, Verified
from sagsgang.checking.privacy.masking import UNQUOTED, without_personal_numbers
from sagsgang.minutes import AgendaItem, Minutes

_SENTENCE_ENDS = re.compile(r"\n|(?<=[.!?])[ \u00a0]+(?=[A-ZÆØÅ])")
#: Characters shown at most before and after a number, when its sentence is longer.
_FAR = 140
_MOST_PASSAGES = 6
_MOST_ROWS = 12


@dataclass(frozen=True, slots=True)
class Bit:
    """A piece of text, or a cell; marked when it is what the answer is about."""

    text: str
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences of the section called `heading`; `…` where something is left out."""

    item: int
    heading: str
    bits: tuple[Bit, ...]


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a table; `follows_gap` when rows before it are left out."""

    cells: tuple[Bit, ...]
    is_header: bool = False
    follows_gap: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """The header and the marked rows of table `number` of the item, counted from 1.

    `left_out` is how many marked rows there are besides.
    """

    item: int
    number: int
    caption: str
    rows: tuple[GridRow, ...]
    left_out: int = 0


Excerpt = Passage | Grid


def excerpts(minutes: Minutes, answer: Finding | Verified) -> tuple[Excerpt, ...]:
    """An excerpt for each place of the answer that the document has; the main place first.

    A place that points outside the document (a report of another reading) gives none, and so do
    the findings whose text must not be told again.
    """
    if answer.rule in UNQUOTED:
        return ()
    places = (*([answer.place] if answer.place else ()), *answer.others)
    return tuple(found for place in places for found in _of_place(minutes, place))


def _of_place(minutes: Minutes, place: Place) -> Iterator[Excerpt]:
    if place.item is None or not 0 <= place.item < len(minutes.items):
        return
    item = minutes.items[place.item]
    if place.cells and place.table is not None and 0 <= place.table < len(item.tables):
        yield _grid(item, place.item, place.table, place.cells)
    if place.spans and place.section is not None and 0 <= place.section < len(item.sections):
        section = item.sections[place.section]
        bits = tuple(_passage(section.text, place.spans))
        if bits:
            yield Passage(place.item, section.heading, bits)


def _grid(item: AgendaItem, position: int, index: int, cells: Sequence[tuple[int, int]]) -> Grid:
    table, marked = item.tables[index], set(cells)
    wanted = sorted({row for row, _ in marked if 0 <= row < len(table.rows)})
    shown = wanted[:_MOST_ROWS]

    def row(number: int, texts: Sequence[str], *, follows_gap: bool = False) -> GridRow:
        return GridRow(
            tuple(
                Bit(without_personal_numbers(" ".join(text.split())), (number, column) in marked)
                for column, text in enumerate(texts)
            ),
            is_header=number == -1,
            follows_gap=follows_gap,
        )

    rows = [row(-1, table.header)] if table.header else []
    before = -1
    for number in shown:
        rows.append(row(number, table.rows[number], follows_gap=number > before + 1))
        before = number
    return Grid(
        position, index + 1, table.caption or "", tuple(rows), left_out=len(wanted) - len(shown)
    )


def _passage(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Bit]:
    """The sentences around the spans, blanks and line breaks as one blank each."""
    marked = _merged((max(start, 0), min(end, len(text))) for start, end in spans)
    windows = _merged((_window(text, *span) for span in marked), near=2)
    following = iter(marked)
    span = next(following, None)
    for number, (start, end) in enumerate(windows[:_MOST_PASSAGES]):
        if number or _begins_inside(text, start):
            yield Bit(" … " if number else "… ")
        at = start
        while span is not None and span[1] <= end:
            yield from _bit(text[at : span[0]], is_marked=False)
            yield from _bit(text[span[0] : span[1]], is_marked=True)
            at = span[1]
            span = next(following, None)
        yield from _bit(text[at:end], is_marked=False)
    if windows and (span is not None or _ends_inside(text, windows[-1][1])):
        yield Bit(" …")


def _bit(text: str, *, is_marked: bool) -> Iterator[Bit]:
    shown = re.sub(r"\s+", lambda blank: " | " if "\t" in blank[0] else " ", text)
    if shown:
        yield Bit(without_personal_numbers(shown), is_marked)


def _merged(spans: Iterator[tuple[int, int]], near: int = 0) -> list[tuple[int, int]]:
    """The same characters as spans in order; those that overlap, or stand less than `near` apart,
    are one.
    """
    merged: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if merged and start < merged[-1][1] + near:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a span, or as much of it as is near, ended at a blank."""
    first, last = max(start - _FAR, 0), min(end + _FAR, len(text))
    before = [match.end() for match in _SENTENCE_ENDS.finditer(text, first, start)]
    if before:
        first = before[-1]
    elif first:
        first = text.find(" ", first, start) + 1 or start
    after = _SENTENCE_ENDS.search(text, end, last)
    if after:
        last = after.start()
    elif last < len(text):
        last = max(text.rfind(" ", end, last), end)
    return first, last


def _begins_inside(text: str, at: int) -> bool:
    """Whether the sentence at `at` began before it."""
    before = text[max(at - 2, 0) : at]
    return bool(before) and "\n" not in before and before.strip()[-1:] not in (".", "!", "?")


def _ends_inside(text: str, at: int) -> bool:
    """Whether the sentence before `at` goes on."""
    return at < len(text) and text[at] != "\n" and text[at - 1] not in ".!?"
