"""Which lines of a table follow from others by their words, and the formulas each may follow."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sagsgang.checking.tables.derived.averages import averages
from sagsgang.checking.tables.derived.differences import pairs, runs, triples
from sagsgang.checking.tables.derived.formula import Formula
from sagsgang.checking.tables.derived.numbered import Heads, steps_in
from sagsgang.checking.tables.derived.ranks import is_rank
from sagsgang.checking.tables.derived.settle import SAMPLE, Question
from sagsgang.checking.tables.derived.shares import changes, ratios, shares
from sagsgang.checking.tables.derived.words import Kind, is_addition, is_deviation, kind_of
from sagsgang.checking.tables.labels import Role, is_share, plain, role_of
from sagsgang.checking.tables.view import Direction, Line, TableView

#: No more derived lines are tried in one direction of a table.
MAX_LINES = 60
#: So many formulas are worked out for a table, one lane at a time, before the rest is left off.
MAX_EFFORT = 60_000
#: A line follows from lines no further off than this.
MOST_TERMS = 8
MOST_AFTER = 2
_NO_TERMS = frozenset({Kind.RANK, Kind.AVERAGE})


@dataclass(frozen=True, slots=True)
class Asked:
    """A derived line: its kind, its question and the formulas that may answer it."""

    kind: Kind
    question: Question
    candidates: tuple[Formula, ...]
    is_index: bool = False

    @property
    def effort(self) -> int:
        """How often a formula is worked out to answer it."""
        return len(self.candidates) * min(len(self.question.lanes), SAMPLE)


def asked(view: TableView, kinds: Collection[Kind]) -> tuple[list[Asked], int]:
    """Every line of these kinds, in both directions, and how many were too many to ask about."""
    found: list[Asked] = []
    left_off = effort = 0
    for direction in (view.across, view.down):
        all_kinds = [_kind(line) for line in direction.lines]
        lines = [line for line, kind in enumerate(all_kinds) if kind in kinds]
        if not lines:
            continue
        left_off += max(0, len(lines) - MAX_LINES)
        heads = Heads(view, direction)
        for line in lines[:MAX_LINES]:
            if effort > MAX_EFFORT:
                left_off += 1
                continue
            answers = list(_asked(direction, heads, line, all_kinds))
            effort += sum(each.effort for each in answers)
            found.extend(answers)
    return found, left_off


def _kind(line: Line) -> Kind | None:
    if not line.has_numbers or line.breaks:
        return None
    kind = kind_of(line.label, _is_percent(line))
    if kind is None and steps_in(line.label):
        return Kind.SHARE if _is_percent(line) else Kind.DIFFERENCE
    return kind


def _is_percent(line: Line) -> bool:
    numbers = [cell for cell in line.cells if cell.is_number]
    return bool(numbers) and all(cell.is_percent for cell in numbers)


def _asked(
    direction: Direction, heads: Heads, line: int, kinds: Sequence[Kind | None]
) -> Iterator[Asked]:
    kind = kinds[line]
    if kind is None:
        return
    is_index = "ind" in plain(direction.lines[line].label) and kind is Kind.SHARE
    for terms, candidates in _attempts(direction, heads, line, kinds, kind):
        question = Question(
            direction,
            line,
            tuple(terms),
            heads.numbering | _no_ranks(direction, terms, kinds) | _of_changes(direction, kind),
            by_spread=kind in (Kind.DIFFERENCE, Kind.BALANCE, Kind.AVERAGE),
        )
        yield Asked(kind, question, tuple(candidates), is_index)


def _attempts(
    direction: Direction,
    heads: Heads,
    line: int,
    kinds: Sequence[Kind | None],
    kind: Kind,
) -> Iterator[tuple[list[int], list[Formula]]]:
    """The lines that the line may follow from, and how: the first that stands is taken."""
    labels = heads.labels
    is_share_line = [is_share(each.label) or _is_percent(each) for each in direction.lines]
    usable = [
        other
        for other, each in enumerate(direction.lines)
        if other != line and each.has_numbers and not each.breaks and kinds[other] not in _NO_TERMS
    ]
    amounts = [
        other for other in usable if not is_share_line[other] and kinds[other] is not Kind.RATIO
    ]
    given = [other for other in amounts if kinds[other] is not Kind.DIFFERENCE]
    printed = list(heads.formulas(line, is_share=kind in (Kind.SHARE, Kind.CHANGE)))
    if kind_of(labels[line], _is_percent(direction.lines[line])) is None:
        yield _near(direction, line, amounts), printed
        return
    match kind:
        case Kind.DIFFERENCE:
            near = _near(direction, line, given)
            rates = _near(direction, line, [other for other in usable if is_share_line[other]])
            yield near, [*printed, *pairs(labels, line, near), *triples(labels, near)]
            yield rates, list(pairs(labels, line, rates))
            ranks = [other for other, each in enumerate(kinds) if each is Kind.RANK]
            near = _near(direction, line, ranks)
            yield near, list(pairs(labels, line, near))
        case Kind.BALANCE:
            parts = [
                other
                for other in amounts
                if kinds[other] is not Kind.DIFFERENCE or is_addition(labels[other])
            ]
            near = _near(direction, line, parts)
            yield near, [*printed, *runs(labels, line, near)]
        case Kind.SHARE:
            near = _near(direction, line, amounts)
            yield near, [*printed, *shares(direction, labels, line, near)]
        case Kind.CHANGE:
            near = _near(direction, line, amounts)
            if "ændringsprocent" in plain(labels[line]):  # of the appeals that were decided
                yield near, list(shares(direction, labels, line, near))
            near = _near(direction, line, given)
            differences = _near(
                direction, line, [other for other in amounts if kinds[other] is Kind.DIFFERENCE]
            )
            yield near, [*printed, *changes(labels, line, near, differences)]
        case Kind.RATIO:
            near = _near(direction, line, given)
            yield near, [*printed, *ratios(labels, line, near)]
        case Kind.AVERAGE:
            same = [
                other
                for other in usable
                if is_share_line[other] == is_share_line[line]
                and role_of(labels[other]) is not Role.OF_WHICH
            ]
            yield same, list(averages(direction, labels, line, same))


def _no_ranks(
    direction: Direction, terms: Sequence[int], kinds: Sequence[Kind | None]
) -> frozenset[int]:
    """The lanes in which one of the terms should be a rank and is none."""
    ranks = [direction.lines[term] for term in terms if kinds[term] is Kind.RANK]
    return frozenset(
        lane
        for line in ranks
        for lane, cell in enumerate(line.cells)
        if cell.is_number and not is_rank(cell)
    )


def _of_changes(direction: Direction, kind: Kind) -> frozenset[int]:
    """The lanes of changes, for a share: how it changed is no share of how much else did."""
    if kind not in (Kind.SHARE, Kind.RATIO):
        return frozenset()
    return frozenset(
        lane
        for lane, label in enumerate(direction.lane_labels)
        if kind_of(label) in (Kind.DIFFERENCE, Kind.CHANGE) and not is_deviation(label)
    )


def _near(direction: Direction, line: int, lines: Sequence[int]) -> list[int]:
    """The nearest of the lines: rows follow from rows before them, columns from any."""
    before = [other for other in lines if other < line]
    after = [other for other in lines if other > line]
    most_after = MOST_AFTER if direction.is_down else MOST_TERMS
    kept = before[-MOST_TERMS:]
    return kept + after[: min(most_after, MOST_TERMS + MOST_AFTER - len(kept))]
