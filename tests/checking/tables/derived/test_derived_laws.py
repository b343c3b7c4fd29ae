"""Laws of derived figures: a consistent table is silent, a changed figure no longer holds, and any
table is read in bounded effort.
"""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sagsgang.checking.tables.derived.figures import ORDER, derive
from sagsgang.checking.tables.derived.questions import MAX_EFFORT, asked
from sagsgang.checking.tables.mistakes import judge
from sagsgang.checking.tables.sums import TooIntricate
from sagsgang.checking.tables.view import TableView
from sagsgang.language.numbers import format_number
from sagsgang.minutes import Table

HEADS = [
    *("", "Budget", "Korrigeret budget", "Forbrug", "Regnskab", "Afvigelse", "Rest", "2023"),
    *("2024", "Ændring", "Ændring i pct.", "Andel", "Pct.", "Antal", "I alt", "Gennemsnit"),
    *("Afvigelse (3-4)", "C = A - B", "3 = 1 + 2", "Gns. pr. måned", "Pris pr. plads", "Placering"),
    *("Indeks (2020=100)", "Jan.-dec. 2024", "Heraf", "Omgørelsesprocent", "Udvikling 2023-2024"),
]
ANY_CELL = st.one_of(
    st.text(max_size=10),
    st.sampled_from([*HEADS, "-", "10 %", "0", "0 %", "(62) 65", "32,8% (22 %)", "1", "2", "3"]),
    st.integers(-5000, 5000).map(str),
    st.decimals(-999, 999, places=1).map(lambda value: format_number(value, 1)),
)


def view(rows: list[list[str]]) -> TableView:
    width = max((len(row) for row in rows), default=0)
    grid = tuple(tuple(row + [""] * (width - len(row))) for row in rows)
    return TableView.of(
        Table(lines=(1, max(1, len(grid))), header=grid[0] if grid else (), rows=grid[1:])
    )


def sums(table: TableView):
    try:
        return judge(table)
    except TooIntricate:
        return None


def told(rows: list[list[str]]) -> list[str]:
    table = view(rows)
    return [
        figure.working()
        for kinds in ORDER
        for figure in derive(table, kinds, lambda: sums(table)).mistaken
    ]


def held(rows: list[list[str]]) -> set[tuple[int, int]]:
    """The cells that stand as derived figures which hold."""
    table = view(rows)
    return {
        figure.spot for kinds in ORDER for figure in derive(table, kinds, lambda: sums(table)).held
    }


def printed(value: Decimal, decimals: int) -> str:
    return format_number(
        value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP), decimals
    )


@given(
    st.lists(st.sampled_from(HEADS), max_size=6),
    st.lists(st.lists(ANY_CELL, max_size=6), max_size=8),
)
@settings(max_examples=100, deadline=None)
def test_any_table_is_read(head, rows):
    table = view([head, *rows])
    for kinds in ORDER:
        for figure in derive(table, kinds, lambda: sums(table)).held:
            assert figure.statement()


@st.composite
def amounts(draw, *, columns: int, least: int = 0):
    """Rows of exact amounts, with three decimals more than are printed."""
    height = draw(st.integers(2, 8))
    amount = st.decimals(least, 9999, places=4)
    return [[draw(amount) for _ in range(columns)] for _ in range(height)]


@given(
    amounts(columns=2),
    st.integers(0, 2),
    st.sampled_from([1, -1, 0]),
    st.booleans(),
    st.booleans(),
)
@settings(max_examples=100, deadline=None)
def test_a_consistent_budget_never_alarms(rows, decimals, sign, has_total, is_turned):
    lines = [("Post " + str(number), one, other) for number, (one, other) in enumerate(rows)]
    if has_total:
        lines.append(("I alt", sum(row[0] for row in rows), sum(row[1] for row in rows)))
    grid = [["Mio. kr.", "Budget", "Regnskab", "Afvigelse", "Afvigelse i pct.", "Forbrug i %"]]
    for name, one, other in lines:
        off = (one - other) * sign if sign else abs(one - other)
        share = 100 * off / one if one else None
        used = 100 * other / one if one else None
        grid.append(
            [
                name,
                *(printed(value, decimals) for value in (one, other, off)),
                *("" if each is None else printed(each, 1) for each in (share, used)),
            ]
        )
    if is_turned:
        grid = [list(column) for column in zip(*grid, strict=True)]
    assert told(grid) == []


@given(amounts(columns=3), st.integers(0, 1))
@settings(max_examples=100, deadline=None)
def test_consistent_counts_never_alarm(rows, decimals):
    grid = [["", "2022", "2023", "2024", "Ændring 2023-2024", "Ændring i %", "Gennemsnit", "Andel"]]
    whole = sum(row[2] for row in rows) or Decimal(1)
    for number, (first, old, new) in enumerate(rows):
        change = 100 * (new - old) / old if old else None
        grid.append(
            [
                f"Ydelse {number}",
                *(printed(value, decimals) for value in (first, old, new, new - old)),
                "" if change is None else printed(change, 1),
                printed((first + old + new) / 3, 1),
                printed(100 * new / whole, 0) + " %",
            ]
        )
    assert told(grid) == []


@given(amounts(columns=3), st.sampled_from(["Afvigelse", "Ændring", "Andel", "Pct.", "Gennemsnit"]))
@settings(max_examples=100, deadline=None)
def test_figures_that_follow_from_nothing_shown_are_left_alone(rows, head):
    grid = [["", "Budget", "Regnskab", head]]
    grid += [
        [f"Post {number}", *(printed(value, 0) for value in row)] for number, row in enumerate(rows)
    ]
    assert told(grid) == []


@st.composite
def slips(draw):
    """Whole amounts, and one of them with another first digit."""
    height = draw(st.integers(4, 8))
    budget = st.integers(5_000, 8_999).map(lambda value: 10 * value + 3)
    spent = st.integers(1_000, 4_999).map(lambda value: 10 * value + 6)
    rows = [[draw(budget), draw(spent)] for _ in range(height)]
    assume(len({tuple(row) for row in rows}) == height)
    grid = [[one, other, one - other] for one, other in rows]
    row, column = draw(st.integers(0, height - 1)), draw(st.integers(0, 2))
    digits = format_number(abs(grid[row][column]))
    digit = draw(st.sampled_from([each for each in "123456789" if each != digits[0]]))
    sign = "-" if grid[row][column] < 0 else ""
    return grid, (row, column), sign + digit + digits[1:]


@given(slips())
@settings(max_examples=100, deadline=None)
def test_another_first_digit_is_told_and_no_longer_holds(slip):
    figures, (row, column), changed = slip
    grid = [["", "Budget", "Forbrug", "Rest"]]
    grid += [
        [f"Post {number}", *map(format_number, values)] for number, values in enumerate(figures)
    ]
    assert told(grid) == []
    assert held(grid) == {(number, 3) for number in range(len(figures))}
    grid[1 + row][1 + column] = changed
    assert held(grid) == {(number, 3) for number in range(len(figures)) if number != row}
    assert len(told(grid)) == 1


@pytest.mark.parametrize("wide", [True, False])
def test_the_largest_tables_take_bounded_effort(wide):
    names = ["Budget", "Regnskab", "Afvigelse", "Ændring i %", "Gennemsnit", "Andel"]
    lines = [names[number % 6] + f" {number}" for number in range(1000)]
    cells = [[str(7 * row + 13 * column) for row in range(11)] for column in range(1000)]
    grid = [["", *map(str, range(11))], *([n, *c] for n, c in zip(lines, cells, strict=True))]
    if wide:
        grid = [list(column) for column in zip(*grid, strict=True)]
    table = view(grid)
    for kinds in ORDER:
        questions, left_off = asked(table, kinds)
        assert left_off > 0
        assert sum(question.effort for question in questions) < 2 * MAX_EFFORT
