"""Which formulas an average may follow: of neighbouring lines, or of months that the heads span."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from sagsgang.checking.tables.derived.formula import Formula, Term
from sagsgang.checking.tables.derived.period import months_in
from sagsgang.checking.tables.labels import Role, plain, role_of
from sagsgang.checking.tables.view import Direction

#: No average is of more lines.
MAX_LINES = 60


def averages(
    direction: Direction, labels: Sequence[str], line: int, terms: Sequence[int]
) -> Iterator[Formula]:
    """The mean of the lines before it (or after), and the sum of lines for each month."""
    text = plain(labels[line])
    yield from _monthly(direction, labels, line, terms, is_named="måned" in text or " md" in text)
    parts = [term for term in terms if role_of(labels[term]) not in (Role.TOTAL, Role.OF_WHICH)]
    before = [term for term in parts if term < line][-MAX_LINES:]
    after = [term for term in parts if term > line][:MAX_LINES]
    for lines in (before, after, parts[:MAX_LINES]):
        if len(lines) >= 2:
            yield _mean(direction, lines, fit=int(lines is before))
    for start in range(max(0, len(before) - 6), len(before) - 1):
        if start:
            yield _mean(direction, before[start:])


def _mean(direction: Direction, lines: Sequence[int], fit: int = 0) -> Formula:
    lanes = range(len(direction.lane_indices))
    counts = tuple(
        sum(direction.lines[line].cells[lane].is_number for line in lines) for lane in lanes
    )
    return Formula(tuple(Term(line) for line in lines), divisors=counts, fit=fit)


def _monthly(
    direction: Direction, labels: Sequence[str], line: int, terms: Sequence[int], *, is_named: bool
) -> Iterator[Formula]:
    if not is_named:
        return
    own = months_in(labels[line])
    months = tuple(months_in(label) or own or 0 for label in direction.lane_labels)
    if not any(months):
        return
    parts = tuple(
        Term(term) for term in terms if term < line and role_of(labels[term]) is Role.PART
    )
    for term in terms:
        if role_of(labels[term]) is Role.TOTAL:
            yield Formula((Term(term),), divisors=months, fit=2)
    if parts:
        yield Formula(parts, divisors=months, fit=2)
    for term in terms if not parts else ():
        yield Formula((Term(term),), divisors=months, fit=1)


def is_between(direction: Direction, formula: Formula, line: int, lane: int) -> bool:
    """True when the printed figure lies among the figures it is the mean of, as any weighted mean
    does.
    """
    cell = direction.lines[line].cells[lane]
    values = [term.cell(direction, lane) for term in formula.top]
    numbers = [each for each in values if each.is_number]
    if not numbers:
        return True
    low = min(each.value - each.half for each in numbers)
    high = max(each.value + each.half for each in numbers)
    return low - cell.half <= cell.value <= high + cell.half


def is_mean_of_lines(formula: Formula) -> bool:
    """True when the divisors count the lines, not months."""
    return bool(formula.divisors) and max(formula.divisors) <= Decimal(len(formula.top))
