"""Merged cells: the text stands first, what it covers is empty, and no text is lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sagsgang.reading.formats.grid import MAX_EMPTY, Cell, fill

CELLS = st.builds(
    Cell,
    st.text("abc", min_size=1, max_size=3),
    st.integers(1, 5) | st.just(10**6),
    st.integers(1, 5) | st.just(10**6),
)


def test_spans_are_filled_with_empty_cells() -> None:
    rows = [
        [Cell("År", rows=2), Cell("Antal", columns=2)],
        [Cell("2023"), Cell("2024")],
        [Cell("I alt"), Cell("4"), Cell("5")],
    ]
    assert fill(rows) == [["År", "Antal", ""], ["", "2023", "2024"], ["I alt", "4", "5"]]


def test_a_row_that_is_wholly_covered_is_empty() -> None:
    assert fill([[Cell("a", rows=2), Cell("b", rows=2)], []]) == [["a", "b"], ["", ""]]


def test_a_cell_below_overlapping_spans_goes_to_the_next_free_column() -> None:
    rows = [[Cell("a"), Cell("b", rows=3)], [Cell("c", columns=3)], [Cell("d"), Cell("e")]]
    assert [row[0] for row in fill(rows)] == ["a", "c", "d"]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(CELLS, max_size=6), max_size=8))
def test_every_text_is_kept_in_order_and_the_size_is_bounded(rows: list[list[Cell]]) -> None:
    grid = fill(rows)
    assert len(grid) == len(rows)
    for line, row in zip(grid, rows, strict=True):
        assert [cell for cell in line if cell] == [cell.text for cell in row]
    assert sum(line.count("") for line in grid) <= 3 * MAX_EMPTY
