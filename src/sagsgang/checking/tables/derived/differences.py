"""Which formulas a difference, or a corrected budget, may follow: pairs, triples and runs."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from sagsgang.checking.tables.derived.formula import Formula, Term
from sagsgang.checking.tables.derived.words import (
    is_actual,
    is_addition,
    is_beginning,
    is_deviation,
    is_planned,
    is_taken,
    is_used,
    stems,
)

#: Among more lines than this no three are tried together.
MAX_FOR_TRIPLES = 7
#: A corrected budget is the sum of at most so many lines.
LONGEST_RUN = 8


def pairs(labels: Sequence[str], line: int, terms: Sequence[int]) -> Iterator[Formula]:
    """Every difference of two of the lines, both ways and without its sign."""
    for one, other in combinations(terms, 2):
        fit = _fit(labels, line, one, other, terms)
        for first, second in ((one, other), (other, one)):
            yield Formula((Term(first), Term(second, -1)), fit=fit)
        yield Formula((Term(other), Term(one, -1)), is_unsigned=True, fit=fit)


def triples(labels: Sequence[str], terms: Sequence[int]) -> Iterator[Formula]:
    """One line less two others, or the sum of two less a third: both ways."""
    if len(terms) > MAX_FOR_TRIPLES:
        return
    for lines in combinations(terms, 3):
        for alone in lines:
            rest = [Term(line, -1) for line in lines if line != alone]
            fit = int(
                is_planned(labels[alone]) and all(is_used(labels[each.line]) for each in rest)
            )
            yield Formula((Term(alone), *rest), fit=fit)
            yield Formula((Term(alone, -1), *(Term(term.line) for term in rest)))


def runs(labels: Sequence[str], line: int, terms: Sequence[int]) -> Iterator[Formula]:
    """Sums of neighbouring lines before the line, or right after it."""
    before = [term for term in terms if term < line][-LONGEST_RUN:]
    after = [term for term in terms if term > line][:LONGEST_RUN]
    for lines in (
        *(before[start:] for start in range(len(before) - 1)),
        *(after[:end] for end in range(2, len(after) + 1)),
    ):
        first, *others = lines
        named = is_beginning(labels[first]) and all(
            is_addition(labels[each]) or is_taken(labels[each]) for each in others
        )
        signs = [-1 if is_taken(labels[each]) else 1 for each in others]
        rest = tuple(Term(each, sign) for each, sign in zip(others, signs, strict=True))
        yield Formula((Term(first), *rest), fit=2 if named else 0)
        if -1 in signs:
            yield Formula((Term(first), *(Term(each) for each in others)))


def _fit(labels: Sequence[str], line: int, one: int, other: int, terms: Sequence[int]) -> int:
    """2 when the words name both lines, or there are no others; 1 when one is named or both stand
    right before the difference.
    """
    if len(terms) == 2:
        return 2
    wanted = stems(labels[line])
    common = frozenset.intersection(*(stems(labels[term]) for term in terms))
    named = [bool((wanted & stems(labels[term])) - common) for term in (one, other)]
    if all(named):
        return 2
    opposed = (is_planned(labels[one]) and is_actual(labels[other])) or (
        is_actual(labels[one]) and is_planned(labels[other])
    )
    if opposed and is_deviation(labels[line]):
        return 2
    return int(any(named) or (line - max(one, other) == 1 and line - min(one, other) == 2))
