"""The law of suppression: nothing hidden can be computed from what is shown."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from sagsgang.checking.privacy.suppression import Equation, recoverable, suppress

LEAST = 5


@st.composite
def tables(draw):
    """Counts by group with the totals that a table may print: of rows, of columns, of both."""
    height, width = draw(st.integers(1, 6)), draw(st.integers(1, 5))
    count = st.one_of(st.integers(0, 6), st.integers(0, 400))
    counts = {(r, c): draw(count) for r in range(height) for c in range(width)}
    equations = []
    if draw(st.booleans()):
        for r in range(height):
            parts = tuple((r, c) for c in range(width))
            counts[r, width] = sum(counts[part] for part in parts)
            equations.append(Equation((r, width), parts))
    if draw(st.booleans()):
        for c in {c for _, c in counts}:
            parts = tuple((r, c) for r in range(height))
            counts[height, c] = sum(counts[part] for part in parts)
            equations.append(Equation((height, c), parts))
    return counts, equations


@given(tables())
def test_every_small_count_is_hidden_and_none_follows_from_the_rest(table):
    counts, equations = table
    hidden = suppress(counts, equations, LEAST)
    small = {cell for cell, count in counts.items() if 0 < count < LEAST}
    assert hidden.primary == small
    everything = hidden.primary | hidden.secondary
    assert recoverable(everything, equations) == frozenset()


@given(tables())
def test_what_is_hidden_together_is_no_small_count_either(table):
    counts, equations = table
    hidden = suppress(counts, equations, LEAST)
    everything = hidden.primary | hidden.secondary
    for equation in equations:
        together = [counts[part] for part in equation.parts if part in everything]
        if together and equation.total not in everything:
            assert sum(together) >= LEAST


@given(tables())
def test_without_small_counts_nothing_is_hidden(table):
    counts, equations = table
    grown = {cell: count * LEAST for cell, count in counts.items()}
    assert suppress(grown, equations, LEAST).secondary == frozenset()


def solutions(counts, equations, hidden):
    """Every way of filling the hidden cells with 0–9 that fulfils the equations, tried out."""
    cells = sorted(hidden)
    for values in itertools.product(range(10), repeat=len(cells)):
        tried = counts | dict(zip(cells, values, strict=True))
        if all(tried[one.total] == sum(tried[part] for part in one.parts) for one in equations):
            yield dict(zip(cells, values, strict=True))


@given(st.lists(st.integers(0, 9), min_size=4, max_size=4), st.sets(st.integers(0, 3), max_size=4))
def test_what_is_said_to_follow_is_what_trying_out_finds(numbers, chosen):
    """Two by two with both margins: a cell follows when every filling gives it the same number."""
    counts = {divmod(place, 2): number + 5 for place, number in enumerate(numbers)}
    equations = []
    for line in range(2):
        for cell, parts in (
            ((line, 2), ((line, 0), (line, 1))),
            ((2, line), ((0, line), (1, line))),
        ):
            counts[cell] = sum(counts[part] for part in parts)
            equations.append(Equation(cell, parts))
    hidden = {divmod(place, 2) for place in chosen}
    given_away = recoverable(hidden, equations)
    shifted = {cell: count - 5 for cell, count in counts.items()}
    for one in equations:
        shifted[one.total] = counts[one.total] - 10
    filled = list(solutions(shifted, equations, hidden))
    for cell in hidden:
        found = {solution[cell] for solution in filled}
        # trying out is bounded to 0–9, so it may find one solution where there are more
        if cell in given_away:
            assert len(found) == 1
        elif all(0 < shifted[other] < 9 for other in hidden):
            assert len(found) > 1


def test_the_smallest_other_group_is_hidden_too():
    counts = {(0, 1): 18, (1, 1): 7, (2, 1): 2, (3, 1): 27}
    sums = [Equation((3, 1), ((0, 1), (1, 1), (2, 1)))]
    hidden = suppress(counts, sums, LEAST)
    assert hidden.secondary == {(1, 1)}


def test_two_by_two_hides_all_four():
    counts = {(0, 0): 3, (0, 1): 20, (1, 0): 15, (1, 1): 30}
    counts |= {(0, 2): 23, (1, 2): 45, (2, 0): 18, (2, 1): 50}
    sums = [
        Equation((0, 2), ((0, 0), (0, 1))),
        Equation((1, 2), ((1, 0), (1, 1))),
        Equation((2, 0), ((0, 0), (1, 0))),
        Equation((2, 1), ((0, 1), (1, 1))),
    ]
    hidden = suppress(counts, sums, LEAST)
    assert len(hidden.primary | hidden.secondary) == 4
