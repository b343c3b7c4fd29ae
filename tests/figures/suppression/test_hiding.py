"""Nobody who adds and subtracts finds what is hidden, and no more is hidden than must be."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.figures.suppression.attacker import could_be, equations, filled, is_solved

from sagsgang.figures.suppression import Dimension, Table, hidden_cells

COUNT = st.one_of(st.integers(0, 9), st.integers(0, 40))
LAWS = {"": None, "LAB": "", "LAS": "", "SDP": ""}
SEX = {"": None, "kvinder": "", "mænd": ""}
TIME = {"": None, "2024": "", "2025": "", "2025Q1": "2025", "2025Q2": "2025"}
AGE = {"": None, "unge": "", "ældre": "", "over 50": ""}


def _leaves(tree):
    return [name for name in tree if name not in tree.values()]


@st.composite
def _tables(draw, *trees):
    leaves = list(product(*(_leaves(tree) for tree in trees)))
    return list(trees), {leaf: draw(COUNT) for leaf in leaves}


def _hide(trees, leaves, smallest=5, is_zero_shown=True, without=()):
    cells = filled(trees, leaves)
    for cell in without:
        cells.pop(cell, None)
    table = Table([Dimension(tree) for tree in trees], {c: Decimal(v) for c, v in cells.items()})
    return cells, hidden_cells(table, smallest, is_zero_shown)


def _attack(trees, leaves, smallest, is_zero_shown=True):
    cells, hidden = _hide(trees, leaves, smallest, is_zero_shown)
    system = equations(trees, set(cells))
    shown = {c: v for c, v in cells.items() if c not in hidden}
    lowest = 1 if is_zero_shown else 0
    for cell, value in cells.items():
        is_small = 0 < value < smallest or (value == 0 and not is_zero_shown)
        assert cell in hidden or not is_small
    for cell in hidden:
        assert not is_solved(system, shown, cell)
        others = [cells[cell] - 1, cells[cell] + 1, *range(lowest, cells[cell] + 2 * smallest)]
        assert any(
            value != cells[cell]
            and value >= lowest
            and could_be(system, shown, cell, value, lowest)
            for value in others
        ), cell


@settings(max_examples=60, deadline=None)
@given(_tables(LAWS, AGE), st.sampled_from([3, 5, 10]))
def test_nothing_hidden_in_a_table_of_two_ways_is_found(table, smallest):
    _attack(*table, smallest)


@settings(max_examples=25, deadline=None)
@given(_tables(LAWS, SEX), st.sampled_from([3, 5]))
def test_nor_where_zeros_are_hidden_too(table, smallest):
    _attack(*table, smallest, is_zero_shown=False)


@settings(max_examples=25, deadline=None)
@given(_tables(TIME, SEX), st.sampled_from([3, 5]))
def test_nor_where_quarters_and_their_year_stand_together(table, smallest):
    _attack(*table, smallest)


@settings(max_examples=12, deadline=None)
@given(_tables(SEX, AGE, {"": None, "a": "", "b": ""}))
def test_nor_in_three_ways(table):
    _attack(*table, 5)


@settings(max_examples=40, deadline=None)
@given(_tables(LAWS, AGE))
def test_a_small_cell_could_be_any_of_five_values(table):
    trees, leaves = table
    cells, hidden = _hide(trees, leaves)
    system = equations(trees, set(cells))
    shown = {c: v for c, v in cells.items() if c not in hidden}
    for cell in hidden:
        if 0 < cells[cell] < 5:
            possible = sum(could_be(system, shown, cell, value, 1) for value in range(1, 12))
            assert possible >= 5


@settings(max_examples=60, deadline=None)
@given(_tables(LAWS, AGE))
def test_nothing_is_hidden_where_nothing_is_small(table):
    trees, leaves = table
    big = {cell: value + 5 if value else 0 for cell, value in leaves.items()}
    assert _hide(trees, big)[1] == set()


def test_one_small_cell_hides_three_more_and_those_of_fewest():
    leaves = {
        ("LAB", "kvinder"): 3,
        ("LAB", "mænd"): 20,
        ("LAS", "kvinder"): 30,
        ("LAS", "mænd"): 12,
        ("SDP", "kvinder"): 400,
        ("SDP", "mænd"): 300,
    }
    _cells, hidden = _hide([LAWS, SEX], leaves)
    assert hidden == {
        ("LAB", "kvinder"),
        ("LAB", "mænd"),
        ("LAS", "kvinder"),
        ("LAS", "mænd"),
    }


def test_a_lone_member_hides_its_total():
    _cells, hidden = _hide([LAWS], {("LAB",): 3, ("LAS",): 0, ("SDP",): 0})
    assert hidden == {("LAB",), ("",)}


def test_without_a_total_only_the_small_one_is_hidden():
    _cells, hidden = _hide([LAWS], {("LAB",): 3, ("LAS",): 8, ("SDP",): 40}, without=[("",)])
    assert hidden == {("LAB",)}


@pytest.mark.parametrize(("is_zero_shown", "hidden"), [(True, False), (False, True)])
def test_zero_is_shown_by_choice(is_zero_shown, hidden):
    found = _hide([LAWS], {("LAB",): 0, ("LAS",): 8, ("SDP",): 40}, is_zero_shown=is_zero_shown)[1]
    assert (("LAB",) in found) is hidden


def test_the_attacker_finds_what_is_hidden_alone():
    leaves = {("LAB",): 3, ("LAS",): 8, ("SDP",): 40}
    cells = filled([LAWS], leaves)
    shown = {cell: value for cell, value in cells.items() if cell != ("LAB",)}
    system = equations([LAWS], set(cells))
    assert is_solved(system, shown, ("LAB",))
    assert [v for v in range(60) if could_be(system, shown, ("LAB",), v)] == [3]
