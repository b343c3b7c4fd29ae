"""Which cell of an item's tables the words of a sentence name, whatever figure stands in either."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from sagsgang.checking.quantities import Hedge, Unit
from sagsgang.checking.sameness.index import Mentions, Sentence
from sagsgang.checking.sameness.judging import year_of
from sagsgang.checking.sameness.mention import Mention
from sagsgang.checking.sameness.printed_cells import MEASURES, Figure, Figures, Label
from sagsgang.checking.sameness.words import qualifies, stem
from sagsgang.language.dates import MONTH_NUMBERS

#: So many letters of two words must be the same for one to be a form of the other.
ROOT = 5
#: A word of more rows than this names none.
MOST_LINES = 40
#: What makes a compound another thing than its last part: "mindreforbrug" is no "forbrug".
_TURNING = ("mer", "mindre", "under", "over", "rest", "netto", "brutto")
#: Words of a label that say the unit.
_UNITS = frozenset(
    stem(word)
    for word in ("kr", "kroner", "mio", "mia", "pct", "procent", "antal", "beløb", "stk", "tkr")
)
#: What a label says beside its name: a unit, a day.
_ASIDE = re.compile(r"\([^()]*\)|\bpr\. [0-9.]+|\b1\.?000\b")
#: So near a word leads to a figure.
_NEAREST = 2
_TOTALS = frozenset(("alt", "samlet", "samlede", "total", "sum", "tilsammen"))
#: What leads to a figure that another is compared with.
_COMPARED = ("mod ", "end ", "uden ")

Line = tuple[int, int]


def has_stem(words: frozenset[str], stems: frozenset[str]) -> int:
    """How many of the stems are among the words, in any form or at the end of a compound."""
    return sum(
        stem in words or (len(stem) >= ROOT and any(_is_form(stem, word) for word in words))
        for stem in stems
    )


def _is_form(stem: str, word: str) -> bool:
    if word[:ROOT] == stem[:ROOT] and (word.startswith(stem[:-1]) or stem.startswith(word)):
        return True
    return word.endswith(stem) and not word.startswith(_TURNING)


def says_total(mention: Mention) -> bool:
    """True when "i alt" or the like stands not long before the figure."""
    shape = mention.passage.shape
    before = shape[max(0, mention.at - 40) : mention.at].replace(",", " ").split()
    return not _TOTALS.isdisjoint(before)


def naming_stems(label: Label) -> frozenset[str]:
    """The words of a label that tell it from others."""
    bare = _ASIDE.sub(" ", label.text[:300])
    return (label if bare == label.text else Label.of(bare)).stems - _UNITS


@dataclass(slots=True)
class _Axis:
    """The rows or the columns of all tables: their labels, and where each word stands in them."""

    labels: dict[Line, frozenset[str]] = field(default_factory=dict)
    _by_root: dict[str, list[Line]] = field(default_factory=lambda: defaultdict(list))
    _by_tail: dict[str, list[Line]] = field(default_factory=lambda: defaultdict(list))

    def add(self, line: Line, label: Label) -> None:
        """A row or column with its label."""
        self.labels[line] = naming_stems(label)
        for word in self.labels[line]:
            self._by_root[word[:ROOT]].append(line)
            self._by_tail[word[-ROOT:]].append(line)

    def touched(self, words: frozenset[str]) -> dict[Line, int]:
        """The lines of which the words have something, with how many words of the label."""
        found: dict[Line, int] = {}
        for word in words:
            for lines in (self._by_root.get(word[:ROOT]), self._by_tail.get(word[-ROOT:])):
                if lines is None or len(lines) > MOST_LINES:
                    continue
                for line in lines:
                    if line not in found:
                        found[line] = has_stem(words, self.labels[line])
        return {line: count for line, count in found.items() if count}


@dataclass(frozen=True, slots=True)
class _Touched:
    """The rows and columns that a sentence has words of, with how many of each label."""

    rows: dict[Line, int]
    columns: dict[Line, int]


@dataclass(slots=True)
class NamedCells:
    """The cells of an item's tables, findable by the words of their rows and columns.

    `around` are the words of the item's title: its years and qualifiers are said of all cells.
    """

    figures: Figures
    mentions: Mentions
    around: frozenset[str]
    _rows: _Axis = field(default_factory=_Axis)
    _columns: _Axis = field(default_factory=_Axis)
    _touched: dict[Sentence, _Touched] = field(default_factory=dict)
    _named: dict[int, Figure | None] = field(default_factory=dict)

    @classmethod
    def of(cls, figures: Figures, mentions: Mentions, around: frozenset[str]) -> "NamedCells":
        """The index of the figures."""
        found = cls(figures, mentions, around)
        for line, label in figures.rows():
            found._rows.add(line, label)
        for line, label in figures.columns():
            found._columns.add(line, label)
        return found

    def named(self, mention: Mention) -> Figure | None:
        """The one cell that the words around the mention name, by its row and by its column."""
        if id(mention) not in self._named:
            self._named[id(mention)] = self._find(mention)
        return self._named[id(mention)]

    def _find(self, mention: Mention) -> Figure | None:
        quantity = mention.quantity
        before = mention.passage.shape[: mention.at]
        if quantity.hedge is not Hedge.EXACT or before.endswith(_COMPARED):
            return None
        best: list[Figure] = []
        most = 0
        measures = MEASURES.get(quantity.unit, ())
        for figure in self._candidates(mention):
            if figure.measure not in measures:
                continue
            fits = self._fits(mention, figure)
            if fits > most:
                best, most = [figure], fits
            elif fits and fits == most:
                best.append(figure)
        return best[0] if len(best) == 1 else None

    def touched(self, mention: Mention) -> _Touched:
        """The rows and columns that its sentence has words of."""
        if mention.where not in self._touched:
            dates = {stem(word.strip(".")) for each in mention.when for word in each.split()}
            words = mention.wide | dates
            self._touched[mention.where] = _Touched(
                self._rows.touched(words), self._columns.touched(words)
            )
        return self._touched[mention.where]

    def labels(self, figure: Figure) -> tuple[frozenset[str], frozenset[str]]:
        """The words that name the figure's row, and those that name its column."""
        return (
            self._rows.labels[figure.table, figure.row],
            self._columns.labels[figure.table, figure.column],
        )

    def is_row_named(self, mention: Mention, figure: Figure) -> bool:
        """True when the sentence has all words of the figure's row."""
        line = figure.table, figure.row
        return self._is_named(line, figure.across, self._rows, self.touched(mention).rows)

    def is_column_named(self, mention: Mention, figure: Figure) -> bool:
        """True when the sentence has all words of the figure's column."""
        line = figure.table, figure.column
        return self._is_named(line, figure.down, self._columns, self.touched(mention).columns)

    def is_of_other_kind(self, mention: Mention, figure: Figure) -> bool:
        """True when a year, a month or a word beside the mention makes it another than the cell."""
        labels = frozenset().union(*self.labels(figure))
        return self._is_of_other_time(mention, labels) or self._is_qualified(mention, labels)

    def _candidates(self, mention: Mention) -> Iterator[Figure]:
        """The figures of rows and columns that the sentence touches, each once."""
        touched = self.touched(mention)
        for row in touched.rows:
            yield from self.figures.in_row(*row)
        for column in touched.columns:
            for each in self.figures.in_column(*column):
                if (each.table, each.row) not in touched.rows:
                    yield each

    def _fits(self, mention: Mention, figure: Figure) -> int:
        """How well the words name the cell; 0 when they do not name both its row and its column, or
        stand too far from the figure.
        """
        across, down = self.labels(figure)
        labels = across | down
        if not labels or not self.is_row_named(mention, figure):
            return 0
        if not self.is_column_named(mention, figure) and not self._is_only(mention, figure):
            return 0
        noun = stem(mention.quantity.noun)
        counted = has_stem(frozenset((noun,)), labels) if noun else 0
        if not across and len(down) < 2 and not self._is_of_all(mention, down, counted > 0):
            return 0
        if says_total(mention) and not (figure.across.is_total or figure.down.is_total):
            return 0
        near = has_stem(mention.words, labels)
        if not near and len(self.mentions.in_sentence(mention)) > 1:
            return 0
        if self.is_of_other_kind(mention, figure):
            return 0
        led = has_stem(frozenset(mention.before), labels)
        return 1 + 8 * counted + 8 * (down == {noun}) + 4 * near + 2 * led + len(labels)

    def _is_of_all(self, mention: Mention, column: frozenset[str], is_counted: bool) -> bool:
        """True when a total whose column has a name of one word is meant: "Der er 412 ansatte" is
        all of them, "plads til 450 ansatte" is not; "søgt om 155.500 kr." leads to it.
        """
        if mention.quantity.unit is Unit.NUMBER:
            return says_total(mention) or (is_counted and not mention.before)
        return has_stem(frozenset(mention.before[:_NEAREST]), column) > 0

    def _is_only(self, mention: Mention, figure: Figure) -> bool:
        """True when the figure is its row's only one of its unit, and the row alone is named."""
        if not self.labels(figure)[0]:
            return False
        row = self.figures.in_row(figure.table, figure.row)
        return all(each is figure or each.measure is not figure.measure for each in row)

    def _is_named(self, line: Line, label: Label, axis: _Axis, touched: dict[Line, int]) -> bool:
        """True when all words of the label are said, or it is a total's without words and none of
        the others is touched.
        """
        stems = axis.labels[line]
        if stems:
            return touched.get(line) == len(stems)
        return label.is_total and not any(other[0] == line[0] for other in touched)

    def _is_of_other_time(self, mention: Mention, labels: frozenset[str]) -> bool:
        year = year_of(mention)
        told = {word for word in labels if word.isdigit() and len(word) == 4}
        if year is not None and told:
            return year.number not in told
        said = {*mention.years, *(day for day in mention.days if day in MONTH_NUMBERS)}
        return not said <= labels | self.around

    def _is_qualified(self, mention: Mention, labels: frozenset[str]) -> bool:
        known = labels | self.around
        return any(
            qualifies(word) and not has_stem(known, frozenset((word,))) for word in mention.words
        )
