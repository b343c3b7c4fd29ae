"""Running text as sentences, each with its figures and the words on both sides of every figure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sagsgang.checking.quantities import Passage, Prose, Quantity, Unit

_CLAUSE_END = re.compile(r"[,;:]| og | mod | til ")
#: A sentence with more figures is a list of numbers, and nobody's words.
MANY = 60
#: No word so far before a figure speaks of it.
LEAD = 150
#: So many sentences back what a sentence speaks of may stand.
BACK = 3


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """A quantity (years are none here) at `at` in its sentence.

    `before` are the words from the figure before it in the sentence, `after` those to the next, as
    they stand in the shape; `lead` are those back to the figure before it in the same unit.
    """

    quantity: Quantity
    at: int
    before: str
    after: str
    lead: str

    @property
    def unit(self) -> Unit:
        """What it counts."""
        return self.quantity.unit

    @property
    def around(self) -> str:
        """The words on both sides."""
        return f"{self.before} {self.after}"

    @property
    def is_bracketed(self) -> bool:
        """True when it opens a bracket: "(12,2 mio. kr.)"."""
        return self.before.endswith("(")


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence of a passage: its shape without the bar, and its figures in order.

    `line` counts the passages of the section, `years` are those of the calendar and where they are.
    One with too many figures has none, and `is_skipped`.
    """

    line: int
    bullet: str
    shape: str
    figures: tuple[Figure, ...]
    years: tuple[tuple[int, int], ...] = ()
    is_skipped: bool = False

    def year_of(self, figure: Figure) -> int | None:
        """The year that stands with a figure: after it, or else before it, no other between."""
        end = figure.at + 1 + len(_CLAUSE_END.split(figure.after, maxsplit=1)[0])
        for at, year in self.years:
            if figure.at < at < end:
                return year
        start = figure.at - len(figure.before)
        return next((year for at, year in reversed(self.years) if start <= at < figure.at), None)

    def at(self, position: int) -> Figure:
        """The figure whose letter stands at a position of the shape. Raises KeyError."""
        for figure in self.figures:
            if figure.at == position:
                return figure
        raise KeyError(position)


@dataclass(slots=True)
class Run:
    """The sentences of one section in order."""

    section: int
    sentences: list[Sentence] = field(default_factory=list)

    def back(self, number: int, reach: int = BACK) -> list[Sentence]:
        """The sentences before number `number`, nearest last: those of its own line, and of the
        line before it when they are few.
        """
        return self.sentences[max(0, number - reach) : number]


def runs(prose: Prose, fewest: int = 2) -> Iterator[Run]:
    """The sections of an item as sentences; sections with fewer quantities are left out."""
    current: Run | None = None
    line = count = 0
    for passage in prose.passages:
        if current is None or passage.section != current.section:
            if current is not None and count >= fewest:
                yield current
            current = Run(passage.section)
            line = count = 0
        count += len(passage.marks)
        current.sentences.extend(_sentences(passage, line))
        line += 1
    if current is not None and count >= fewest:
        yield current


def _sentences(passage: Passage, line: int) -> Iterator[Sentence]:
    """A line without a figure is one empty sentence, so that those around it are not neighbours."""
    if not passage.shape:
        yield Sentence(line, passage.bullet, "", ())
        return
    start = 0
    marks = [
        (at, mark.quantity)
        for at, mark in zip(passage.at, passage.marks, strict=True)
        if mark.quantity is not None
    ]
    taken = 0
    for shape in passage.shape.split("|"):
        end = start + len(shape)
        here: list[tuple[int, Quantity]] = []
        while taken < len(marks) and marks[taken][0] < end:
            at, quantity = marks[taken]
            here.append((at - start, quantity))
            taken += 1
        if here or shape.strip():
            figures = [each for each in here if each[1].unit is not Unit.YEAR]
            if len(figures) > MANY:
                yield Sentence(line, passage.bullet, "", (), is_skipped=True)
                start = end + 1
                continue
            years = [(at, int(each.value)) for at, each in here if each.unit is Unit.YEAR]
            yield Sentence(line, passage.bullet, shape, _figures(shape, figures), tuple(years))
        start = end + 1


def _figures(shape: str, here: list[tuple[int, Quantity]]) -> tuple[Figure, ...]:
    figures = []
    previous = 0
    last: dict[Unit, int] = {}
    for index, (at, quantity) in enumerate(here):
        following = here[index + 1][0] if index + 1 < len(here) else len(shape)
        lead = shape[max(last.get(quantity.unit, 0), at - LEAD) : at]
        after = shape[at + 1 : following]
        figures.append(Figure(quantity, at, shape[previous:at], after, lead))
        previous = last[quantity.unit] = at + 1
    return tuple(figures)
