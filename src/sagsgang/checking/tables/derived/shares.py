"""Which formulas a share, a change in percent or an amount for each of something may follow."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from sagsgang.checking.tables.derived.formula import Formula, Term
from sagsgang.checking.tables.derived.words import is_actual, is_planned, stems
from sagsgang.checking.tables.labels import Role, plain, role_of
from sagsgang.checking.tables.view import Direction

HUNDRED = Decimal(100)
#: Among more lines than this no part is divided by the sum of itself and another.
MAX_FOR_WHOLES = 6
_SCALES = (Decimal(1), Decimal(1000), Decimal(1_000_000))
_REVERSED = re.compile(r"\bomgørelse|\bomgjort")
_CHANGED, _SENT_BACK = re.compile(r"^ændr|^ophæv|^omgjort|^delvi"), re.compile(r"^hjemvi")
_UPHELD = re.compile(r"^stadfæst|^fasthold|^opretholdt|^medhold ikke")


def shares(
    direction: Direction, labels: Sequence[str], line: int, terms: Sequence[int]
) -> Iterator[Formula]:
    """Parts of another line, of a sum of lines, or of their own figure in the total's lane."""
    yield from _appeals(labels, line, terms)
    for part, whole in permutations(terms, 2):
        yield Formula(
            (Term(part),), (Term(whole),), HUNDRED, fit=_fit(labels, line, part, whole, terms)
        )
    if 2 <= len(terms) <= MAX_FOR_WHOLES:
        for part, other in permutations(terms, 2):
            fit = 2 if len(terms) == 2 and stems(labels[line]) & stems(labels[part]) else 0
            yield Formula((Term(part),), (Term(part), Term(other)), HUNDRED, fit=fit)
        if len(terms) > 2:
            whole_line = tuple(Term(term) for term in terms)
            for part in terms:
                yield Formula((Term(part),), whole_line, HUNDRED)
    yield from _of_the_whole_lane(direction, line, terms)


def changes(
    labels: Sequence[str], line: int, terms: Sequence[int], differences: Sequence[int]
) -> Iterator[Formula]:
    """A line against another in percent of the second, and a printed difference in percent."""
    for old, new in permutations(terms, 2):
        fit = _fit(labels, line, new, old, terms)
        yield Formula((Term(new),), (Term(old),), HUNDRED, HUNDRED, fit=fit)
        yield Formula((Term(new),), (Term(old),), -HUNDRED, -HUNDRED, fit=fit)
        yield Formula((Term(new),), (Term(old),), HUNDRED, HUNDRED, is_unsigned=True, fit=fit)
    for difference in differences:
        for whole in terms:
            fit = 1 if is_planned(labels[whole]) or abs(line - difference) == 1 else 0
            yield Formula((Term(difference),), (Term(whole),), HUNDRED, fit=fit)
            yield Formula((Term(difference),), (Term(whole),), -HUNDRED, fit=fit)
            yield Formula((Term(difference),), (Term(whole),), HUNDRED, is_unsigned=True, fit=fit)


def ratios(labels: Sequence[str], line: int, terms: Sequence[int]) -> Iterator[Formula]:
    """A line divided by another; amounts may be printed in thousands or millions."""
    for above, below in permutations(terms, 2):
        named = bool(stems(labels[line]) & stems(labels[below]))
        for scale in _SCALES:
            yield Formula((Term(above),), (Term(below),), scale, fit=int(named))


def _appeals(labels: Sequence[str], line: int, terms: Sequence[int]) -> Iterator[Formula]:
    """Changed and sent back, of all that were decided. Source: the statistics of appeals."""
    if not _REVERSED.search(plain(labels[line])):
        return
    plains = {term: plain(labels[term]) for term in terms}
    top = tuple(
        Term(term)
        for term in terms
        if _CHANGED.search(plains[term]) or _SENT_BACK.search(plains[term])
    )
    upheld = tuple(Term(term) for term in terms if _UPHELD.search(plains[term]))
    if len(top) < 2:
        return
    for whole in terms:
        if role_of(labels[whole]) is Role.TOTAL:
            yield Formula(top, (Term(whole),), HUNDRED, fit=2)
    if upheld:
        yield Formula(top, (*upheld, *top), HUNDRED, fit=2)


def _of_the_whole_lane(direction: Direction, line: int, terms: Sequence[int]) -> Iterator[Formula]:
    """The line's own figure in the lane of the total, or of what counts 100; or all lanes added."""
    cells = direction.lines[line].cells
    wholes = {
        lane
        for lane, label in enumerate(direction.lane_labels)
        if role_of(label) is Role.TOTAL or cells[lane].value == HUNDRED
    }
    addends = [
        lane
        for lane, label in enumerate(direction.lane_labels)
        if role_of(label) is Role.PART and cells[lane].is_number
    ]
    nearest = sorted(terms, key=lambda term: (abs(line - term), term > line))
    for rank, term in enumerate(nearest):
        for lane in sorted(wholes)[-3:]:
            yield Formula((Term(term),), (Term(term, lane=lane),), HUNDRED, fit=int(rank == 0))
        if not wholes and 2 <= len(addends) <= 30:
            whole = tuple(Term(term, lane=lane) for lane in addends)
            yield Formula((Term(term),), whole, HUNDRED, fit=int(rank == 0))


def _fit(labels: Sequence[str], line: int, part: int, whole: int, terms: Sequence[int]) -> int:
    """2 when the words name both lines, or there are no others; 1 when they name one."""
    if len(terms) == 2:
        return 2
    wanted = stems(labels[line])
    common = frozenset.intersection(*(stems(labels[term]) for term in terms))
    part_named = bool((wanted & stems(labels[part])) - common)
    whole_named = bool((wanted & stems(labels[whole])) - common)
    if part_named and (
        whole_named
        or role_of(labels[whole]) is Role.TOTAL
        or (is_planned(labels[whole]) and is_actual(labels[part]))
    ):
        return 2
    return int(part_named or whole_named)
