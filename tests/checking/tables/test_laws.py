"""Laws of the sums: rounding never alarms, a changed figure is found, any table is judged."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sagsgang.checking.tables.mistakes import judge
from sagsgang.checking.tables.view import TableView
from sagsgang.language.numbers import format_number
from sagsgang.minutes import Table

ANY_CELL = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["", "-", "I alt", "Heraf", "10 %", "2024", "Afklares", "Netto", "Total"]),
    st.integers(-5000, 5000).map(str),
    st.decimals(-999, 999, places=1).map(lambda value: format_number(value, 1)),
)


def table(rows: list[list[str]]) -> Table:
    width = max((len(row) for row in rows), default=0)
    grid = tuple(tuple(row + [""] * (width - len(row))) for row in rows)
    return Table(lines=(1, max(1, len(grid))), header=grid[0] if grid else (), rows=grid[1:])


def mistakes(rows: list[list[str]]):
    return judge(TableView.of(table(rows))).mistakes


@given(st.lists(st.lists(ANY_CELL, max_size=6), max_size=9))
@settings(max_examples=150, deadline=None)
def test_any_table_is_judged(rows):
    judge(TableView.of(table(rows)))


@st.composite
def exact_tables(draw, *, lanes=(1, 5)):
    """Amounts with three decimals: rows of parts, and their exact totals."""
    height = draw(st.integers(2, 9))
    width = draw(st.integers(*lanes))
    amounts = st.decimals(-9999, 9999, places=3)
    parts = draw(
        st.lists(
            st.lists(amounts, min_size=width, max_size=width), min_size=height, max_size=height
        )
    )
    totals = [sum(column, Decimal(0)) for column in zip(*parts, strict=True)]
    return parts, totals


def rounded(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


@given(exact_tables(), st.integers(0, 2), st.sampled_from(["bottom", "top"]))
@settings(max_examples=150, deadline=None)
def test_a_table_rounded_after_it_was_added_never_alarms(amounts, decimals, where):
    parts, totals = amounts
    printed = [
        [f"Post {number}", *(format_number(rounded(value, decimals), decimals) for value in row)]
        for number, row in enumerate(parts)
    ]
    total = ["I alt", *(format_number(rounded(value, decimals), decimals) for value in totals)]
    rows = [*printed, total] if where == "bottom" else [total, *printed]
    head = ["", *(f"Område {lane}" for lane in range(len(totals)))]
    assert mistakes([head, *rows]) == ()


@given(exact_tables(), st.integers(0, 1))
@settings(max_examples=100, deadline=None)
def test_a_column_of_totals_rounded_after_it_was_added_never_alarms(amounts, decimals):
    parts, _ = amounts
    rows = [
        [f"Post {number}"]
        + [format_number(rounded(value, decimals), decimals) for value in row]
        + [format_number(rounded(sum(row, Decimal(0)), decimals), decimals)]
        for number, row in enumerate(parts)
    ]
    head = ["", *(f"Område {lane}" for lane in range(len(parts[0]))), "I alt"]
    assert mistakes([head, *rows]) == ()


@st.composite
def changed_tables(draw):
    """Whole amounts that add up, and one figure of which one digit was changed."""
    height, width = draw(st.integers(2, 7)), draw(st.integers(3, 6))
    amounts = st.integers(3000, 98000).map(lambda value: value - value % 10 + 7)
    parts = draw(
        st.lists(
            st.lists(amounts, min_size=width, max_size=width), min_size=height, max_size=height
        )
    )
    grid = [*parts, [sum(column) for column in zip(*parts, strict=True)]]
    row, lane = draw(st.integers(0, height)), draw(st.integers(0, width - 1))
    digits = str(grid[row][lane])
    at = draw(st.integers(0, len(digits) - 2))
    digit = draw(st.sampled_from("123456789"))
    assume(digit != digits[at])
    changed = int(digits[:at] + digit + digits[at + 1 :])
    assume(abs(changed - grid[row][lane]) > (height + 1) / 2)
    return grid, row, lane, changed


@given(changed_tables())
@settings(max_examples=150, deadline=None)
def test_a_changed_digit_in_one_of_several_columns_is_found(change):
    grid, row, lane, changed = change
    printed = [
        [
            "I alt" if number == len(grid) - 1 else f"Post {number}",
            *(
                format_number(changed if (number, column) == (row, lane) else value)
                for column, value in enumerate(values)
            ),
        ]
        for number, values in enumerate(grid)
    ]
    head = ["", *(f"Område {column}" for column in range(len(grid[0])))]
    assert mistakes([head, *printed[:-1], printed[-1]]) != ()
    (mistake,) = mistakes([head, *printed])
    assert mistake.relation.lane == lane


@st.composite
def swapped_tables(draw):
    """Whole amounts that add up, two of one row swapped: in columns whose totals show it."""
    height, width = draw(st.integers(3, 6)), draw(st.integers(3, 5))
    amounts = st.integers(1_000, 99_000)
    parts = draw(
        st.lists(
            st.lists(amounts, min_size=width, max_size=width), min_size=height, max_size=height
        )
    )
    totals = [sum(column) for column in zip(*parts, strict=True)]
    row = draw(st.integers(0, height - 1))
    one, other = draw(
        st.lists(st.integers(0, width - 1), min_size=2, max_size=2, unique=True).map(sorted)
    )
    assume(abs(parts[row][one] - parts[row][other]) > 500)
    parts[row][one], parts[row][other] = parts[row][other], parts[row][one]
    return [*parts, totals], row, (one, other)


@given(swapped_tables())
@settings(max_examples=100, deadline=None)
def test_two_figures_that_changed_places_are_put_back_or_their_sums_are_told(change):
    grid, row, columns = change
    printed = [
        ["I alt" if number == len(grid) - 1 else f"Post {number}", *map(format_number, values)]
        for number, values in enumerate(grid)
    ]
    head = ["", *(f"Område {column}" for column in range(len(grid[0])))]
    found = judge(TableView.of(table([head, *printed])))
    told = {mistake.relation.lane for mistake in found.mistakes}
    if found.move:
        assert found.mistakes == ()
        assert found.move.spots == tuple((row, column + 1) for column in columns)
    else:
        assert told <= set(columns)


def test_the_same_table_unchanged_is_silent():
    rows = [["", "A", "B"], ["Post 1", "3.007", "4.107"], ["Post 2", "5.217", "9.007"]]
    assert mistakes([*rows, ["I alt", "8.224", "13.114"]]) == ()
    assert mistakes([*rows, ["I alt", "8.224", "13.414"]]) != ()


@pytest.mark.parametrize("rows", [[], [[]], [["I alt"]], [["I alt", "1"], ["I alt", "1"]]])
def test_tables_of_nearly_nothing(rows):
    assert mistakes(rows) == ()
