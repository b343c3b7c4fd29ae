"""Which of several formulas a line of a table follows: the one under which most of its lanes hold.

Every lane that holds is evidence, the more so the less likely it was by chance; a formula stands
when chance is out of the question for as many formulas as were tried.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from sagsgang.checking.interval import Interval
from sagsgang.checking.tables.cells import Cell
from sagsgang.checking.tables.derived.formula import Formula, interval_of, zeros_of
from sagsgang.checking.tables.derived.words import is_money
from sagsgang.checking.tables.lane import Verdict
from sagsgang.checking.tables.relation import Spot
from sagsgang.checking.tables.view import Direction

#: So likely may it be that a formula holds by chance.
MAX_CHANCE = Decimal("0.02")
#: … and that it does so when the words name its terms.
MAX_CHANCE_NAMED = Decimal("0.2")
#: A lane tells something when it holds by chance at most this often.
TELLING = Decimal("0.34")
#: Terms are exact counts when so many lanes say so for each that does not …
FEWEST_EXACT = 3
#: … and this is how likely rounded terms would look the same.
MAX_CHANCE_EXACT = Decimal("0.0001")
#: Formulas are first tried in so many lanes.
SAMPLE = 40


@dataclass(frozen=True, slots=True)
class Settled:
    """A line, the formula it follows, and what every lane says; `chance` is the probability that
    so much holds by accident, `tried` how many formulas were at hand.
    """

    line: int
    formula: Formula
    verdicts: tuple[Verdict, ...]
    chance: Decimal

    def lanes(self, *verdicts: Verdict) -> tuple[int, ...]:
        """The lanes with one of the verdicts."""
        return tuple(lane for lane, found in enumerate(self.verdicts) if found in verdicts)

    @property
    def margin(self) -> int:
        """How many more lanes hold than fail."""
        return len(self.lanes(Verdict.HOLDS)) - len(self.lanes(Verdict.FAILS))


@dataclass(frozen=True, slots=True)
class Question:
    """A line to explain: `terms` are the lines it may follow from, `skipped` lanes say nothing."""

    direction: Direction
    line: int
    terms: tuple[int, ...]
    skipped: frozenset[int] = frozenset()
    #: What the spread of a lane is: between its terms, or the printed figure itself.
    by_spread: bool = True

    def cell(self, lane: int) -> Cell:
        """The printed figure in a lane."""
        return self.direction.lines[self.line].cells[lane]

    @property
    def lanes(self) -> list[int]:
        """The lanes in which a figure is printed."""
        cells = self.direction.lines[self.line].cells
        return [
            lane for lane, cell in enumerate(cells) if cell.is_number and lane not in self.skipped
        ]

    def spread(self, lane: int) -> Decimal:
        """How far apart the figures lie that it may be confused with."""
        printed = abs(self.cell(lane).value)
        if not self.by_spread:
            return printed
        values = [
            cell.value
            for line in self.terms
            if (cell := self.direction.lines[line].cells[lane]).is_number
        ]
        return max(printed, max(values) - min(values)) if values else printed

    @property
    def has_negatives(self) -> bool:
        """True when one of the printed figures has a minus."""
        return any(self.cell(lane).value < 0 for lane in self.lanes)


def settle(
    question: Question, candidates: Sequence[Formula], displaced: Collection[Spot] = ()
) -> Settled | None:
    """The formula that the line follows, or None when none is sure.

    What follows from one of the `displaced` cells is no evidence.
    """
    lanes = question.lanes
    if not lanes or not candidates:
        return None
    if question.has_negatives:
        candidates = [each for each in candidates if not each.is_unsigned]
    best: Settled | None = None
    for formula in candidates:
        found = _tried(question, formula, lanes[:SAMPLE], displaced)
        if found.margin < 1:
            continue
        if len(lanes) > SAMPLE:
            found = _tried(question, formula, lanes, displaced)
            if found.margin < 1:
                continue
        if best is None or _preference(found) > _preference(best):
            best = found
    if best is None:
        return None
    tried = sum(each.fit >= best.formula.fit for each in candidates)
    named = best.formula.fit == 2
    chance = best.chance * tried
    if best.chance > MAX_CHANCE_NAMED if named else chance > MAX_CHANCE:
        return None
    if len(best.lanes(Verdict.HOLDS)) < (1 if named else 2):
        return None
    return _with_counts(question, replace(best, chance=chance))


def verdict_of(question: Question, formula: Formula, lane: int) -> tuple[Verdict, Decimal]:
    """What one lane says of a formula, and how likely it was to hold by chance."""
    cell = question.cell(lane)
    terms = formula.cells(question.direction, lane)
    value = formula.value(question.direction, lane)
    if value is None or not cell.is_number:
        return Verdict.UNKNOWN, Decimal(1)
    has_gaps = any(not each.is_number for each in terms)
    printed = interval_of(cell)
    if not value.meets(printed):
        return (Verdict.UNKNOWN if has_gaps else Verdict.FAILS), Decimal(1)
    zeros = 0 if formula.bottom else zeros_of((cell, *terms))
    off = off_by(question, formula, lane)
    chance = _chance(value, off, cell, question.spread(lane).scaleb(-zeros))
    tells = chance <= TELLING and not _is_copied(formula, terms, printed)
    return (Verdict.HOLDS if tells else Verdict.TRIVIAL), chance


def _is_copied(formula: Formula, terms: Sequence[Cell], printed: Interval) -> bool:
    """True when the figure is one of its terms again, for the others cancel out or are nothing."""
    top, bottom = terms[: len(formula.top)], terms[len(formula.top) :]
    if formula.bottom:
        whole = sum(cell.value for cell in bottom)
        return whole == abs(formula.factor) or all(cell.value == 0 for cell in top)
    if formula.divisors:
        return all(cell.value == 0 for cell in top)
    return any(interval_of(cell).meets(each) for cell in top for each in (printed, -printed))


def _chance(value: Interval, off: Decimal, cell: Cell, spread: Decimal) -> Decimal:
    """How likely it is that any figure in a lane of that spread would have done."""
    width = 2 * cell.half + (value.high - value.low if off > cell.half else 0)
    return min(Decimal(1), width / spread) if spread else Decimal(1)


def off_by(question: Question, formula: Formula, lane: int) -> Decimal:
    """How far the printed figure is from what the formula gives for the numbers as printed."""
    value = formula.value(question.direction, lane, exactly=True)
    return abs(value.low - question.cell(lane).value) if value else Decimal(0)


def _with_counts(question: Question, settled: Settled) -> Settled:
    """The same, when the terms are counts and hence exact: then a share that only roundings of
    them would explain fails.

    They are, when nearly all lanes follow from them exactly although much else would have done.
    """
    formula = settled.formula
    if not formula.bottom:
        return settled
    lanes = settled.lanes(Verdict.HOLDS)
    terms = [cell for lane in lanes for cell in formula.cells(question.direction, lane)]
    labels = [question.direction.lines[term.line].label for term in formula.top + formula.bottom]
    if any(cell.decimals or cell.scale for cell in terms) or any(map(is_money, labels)):
        return settled
    off = {lane: off_by(question, formula, lane) for lane in lanes}
    wrong = [lane for lane in lanes if off[lane] > 2 * question.cell(lane).half]
    exact: dict[tuple[Decimal, ...], Decimal] = {}
    for lane in lanes:
        cell, value = question.cell(lane), formula.value(question.direction, lane)
        if off[lane] <= cell.half and abs(cell.value) != abs(formula.factor) and value is not None:
            figures = tuple(term.value for term in formula.cells(question.direction, lane))
            exact[figures] = 2 * cell.half / (2 * cell.half + value.high - value.low)
    if not wrong or len(exact) < FEWEST_EXACT * len(wrong):
        return settled
    chance = Decimal(1)
    for by_chance in exact.values():
        chance *= by_chance
    if chance > MAX_CHANCE_EXACT:
        return settled
    verdicts = [
        Verdict.FAILS if lane in wrong else found for lane, found in enumerate(settled.verdicts)
    ]
    return replace(settled, verdicts=tuple(verdicts))


def _tried(
    question: Question, formula: Formula, lanes: Sequence[int], displaced: Collection[Spot]
) -> Settled:
    """What the lanes say; no more are asked when half of them have failed."""
    failed = 0
    verdicts = [Verdict.UNKNOWN] * len(question.direction.lane_indices)
    chance = Decimal(1)
    seen: set[tuple[Decimal, ...]] = set()
    for lane in lanes:
        if displaced and not _is_in_place(question, formula, lane, displaced):
            continue
        verdicts[lane], by_chance = verdict_of(question, formula, lane)
        if verdicts[lane] is Verdict.HOLDS:
            cells = formula.cells(question.direction, lane)
            figures = tuple(each.value for each in (*cells, question.cell(lane)))
            if figures not in seen:
                seen.add(figures)
                chance = max(chance * by_chance, Decimal("1e-30"))
        elif verdicts[lane] is Verdict.FAILS:
            failed += 1
            if 2 * failed >= len(lanes):
                break
    return Settled(question.line, formula, tuple(verdicts), chance)


def _is_in_place(
    question: Question, formula: Formula, lane: int, displaced: Collection[Spot]
) -> bool:
    direction = question.direction
    spots = (direction.cell_place(question.line, lane), *formula.spots(direction, lane))
    return not any(spot in displaced for spot in spots)


def _preference(settled: Settled) -> tuple[int, int, bool]:
    return settled.margin, settled.formula.fit, not settled.formula.is_unsigned


def holds_anywhere(
    question: Question, formulas: Iterable[Formula], lane: int, *, but: Collection[Formula]
) -> bool:
    """True when another formula gives exactly what is printed in a lane: perhaps it is meant."""
    for formula in formulas:
        if formula in but:
            continue
        value = formula.value(question.direction, lane)
        if value is not None and value.middle == question.cell(lane).value:
            return True
    return False
