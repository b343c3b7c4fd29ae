"""The figures of a table that follow from its others: those that hold, and those that do not."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from sagsgang.checking.tables.cells import Cell
from sagsgang.checking.tables.derived.formula import Formula
from sagsgang.checking.tables.derived.questions import Asked, asked
from sagsgang.checking.tables.derived.settle import Settled, settle
from sagsgang.checking.tables.derived.slips import confidence_of
from sagsgang.checking.tables.derived.words import Kind
from sagsgang.checking.tables.lane import Verdict
from sagsgang.checking.tables.mistakes import Judged
from sagsgang.checking.tables.relation import Spot
from sagsgang.checking.tables.view import TableView
from sagsgang.language.numbers import format_number

#: In this order a slip is told, once.
ORDER = (
    frozenset({Kind.DIFFERENCE, Kind.BALANCE}),
    frozenset({Kind.SHARE, Kind.CHANGE, Kind.RATIO}),
    frozenset({Kind.AVERAGE}),
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One printed figure and the formula it follows, or should; `confidence` is that of a mistake
    and zero when it holds.
    """

    asked: Asked
    formula: Formula
    lane: int
    confidence: float = 0.0

    @property
    def cell(self) -> Cell:
        """What is printed."""
        return self.asked.question.cell(self.lane)

    @property
    def spot(self) -> Spot:
        """Where it is printed."""
        return self.asked.question.direction.cell_place(self.asked.question.line, self.lane)

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Where it and the terms it follows from are printed."""
        found = self.formula.spots(self.asked.question.direction, self.lane)
        return tuple(dict.fromkeys((self.spot, *found)))

    @property
    def labels(self) -> tuple[str, str]:
        """The labels of its line and lane."""
        direction = self.asked.question.direction
        return direction.lines[self.asked.question.line].label, direction.lane_labels[self.lane]

    @property
    def printed(self) -> str:
        """The printed number, a share with its sign."""
        return self.cell.number + self._sign

    @property
    def computed(self) -> str:
        """What the formula gives, written as the printed number is."""
        direction = self.asked.question.direction
        value = self.formula.value(direction, self.lane, exactly=True)
        return self._written(value.low if value else Decimal(0))

    def statement(self) -> str:
        """The formula written out: "743,0 - 731,6 = 11,4"; ≈ where it holds only by rounding."""
        formula = self.formula.written(self.asked.question.direction, self.lane)
        if self.computed.replace(".", "") == self.printed.replace(".", ""):
            return f"{formula} = {self.printed}"
        return f"{formula} = {self.computed} ≈ {self.printed}"

    def working(self) -> str:
        """ "743,0 - 731,6 = 11,4": the formula and what it gives."""
        formula = self.formula.written(self.asked.question.direction, self.lane)
        return f"{formula} = {self.computed}"

    @property
    def _sign(self) -> str:
        is_share = abs(self.formula.factor) == 100 or self.cell.is_percent
        return " %" if is_share and not self.asked.is_index else ""

    def _written(self, value: Decimal) -> str:
        cells = [self.cell]
        if not self.formula.bottom and not self.formula.divisors:
            cells += self.formula.cells(self.asked.question.direction, self.lane)
        decimals = max(cell.decimals for cell in cells)
        scaled = value.scaleb(-self.cell.scale)
        grouped = any("." in cell.number for cell in cells) or not any(
            abs(cell.value.scaleb(-cell.scale)) >= 1000 for cell in cells
        )
        text = format_number(scaled, decimals)
        return (text if grouped else text.replace(".", "")) + self._sign


@dataclass(frozen=True, slots=True)
class Derived:
    """What the derived lines of a table gave; `left_off` were too many to try."""

    held: tuple[Figure, ...]
    mistaken: tuple[Figure, ...]
    left_off: int


def derive(view: TableView, kinds: Collection[Kind], sums: Callable[[], Judged | None]) -> Derived:
    """The derived figures of these kinds.

    `sums` is asked for the table's sums when it has derived lines: what a sum says already, of
    figures that hold or fail, is not said again, nor what a kind before these says.
    """
    found, left_off = asked(view, kinds)
    if not found:
        return Derived((), (), left_off)
    judged = sums()
    displaced = _displaced(judged)
    added = {frozenset(relation.spots) for relation in judged.held} if judged else set()
    held: list[Figure] = []
    failing: list[tuple[Asked, Settled]] = []
    answered: set[tuple[bool, int]] = set()
    for each in found:
        line = (each.question.direction.is_down, each.question.line)
        if line in answered:
            continue
        settled = settle(each.question, each.candidates, displaced)
        if settled is None:
            continue
        answered.add(line)
        figures = [
            Figure(each, settled.formula, lane)
            for lane in settled.lanes(Verdict.HOLDS, Verdict.TRIVIAL)
        ]
        held += [
            figure
            for figure in figures
            if len(figure.spots) > 1 and frozenset(figure.spots) not in added
        ]
        if settled.lanes(Verdict.FAILS):
            failing.append((each, settled))
    mistaken = tuple(_mistaken(view, kinds, failing, judged)) if failing else ()
    return Derived(tuple(held), mistaken, left_off)


def _mistaken(
    view: TableView,
    kinds: Collection[Kind],
    failing: list[tuple[Asked, Settled]],
    judged: Judged | None,
) -> Iterator[Figure]:
    told = _told(judged)
    for earlier in ORDER[: next((at for at, each in enumerate(ORDER) if each & set(kinds)), 0)]:
        for figure in derive(view, earlier, lambda: judged).mistaken:
            told.update(figure.spots)
    for each, settled in failing:
        for lane in settled.lanes(Verdict.FAILS):
            confidence = confidence_of(each, settled, lane, judged)
            figure = Figure(each, settled.formula, lane, confidence)
            if confidence and told.isdisjoint(figure.spots):
                told.update(figure.spots)
                yield figure


def _told(judged: Judged | None) -> set[Spot]:
    """The cells of sums that fail: the same slip is not told twice in other words."""
    if judged is None:
        return set()
    return {
        spot
        for mistake in judged.mistakes
        for spot in ((mistake.culprit,) if mistake.culprit else mistake.relation.spots)
    } | {spot for relation in judged.excused for spot in relation.spots}


def _displaced(judged: Judged | None) -> frozenset[Spot]:
    """The cells whose figures stand in the wrong places: what follows from them says nothing."""
    if judged is None:
        return frozenset()
    spots = {spot for mistake in judged.displaced for spot in mistake.relation.spots}
    return frozenset(spots.union(judged.move.spots if judged.move else ()))
