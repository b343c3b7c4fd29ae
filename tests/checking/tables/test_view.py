"""Which rows are heads, which columns are labels, and what the figures are called."""

import pytest

from sagsgang.checking.tables.view import TableView


@pytest.fixture(scope="session")
def view(world):
    return lambda text, has_header=True: TableView.of(world.table(text, has_header=has_header))


def test_a_plain_table(view):
    seen = view("|  | 2024 | 2025 |\n| Løn | 10 | 20 |\n| Varer | 5 | 6 |")
    assert seen.figures == (1, 2)
    assert [line.label for line in seen.down.lines] == ["Løn", "Varer"]
    assert seen.down.lane_labels == ("2024", "2025")
    assert [line.label for line in seen.across.lines] == ["2024", "2025"]


def test_years_and_units_in_the_body_are_heads(view):
    seen = view("| Budget | Drift | Drift |\n| Mio. kr. | 2024 | 2025 |\n| Løn | 10 | 20 |")
    assert [line.label for line in seen.down.lines] == ["Løn"]
    assert seen.column_labels == ("Budget Mio. kr.", "Drift 2024", "Drift 2025")
    units = view("| Område | Budget | Forbrug |\n|  | 1.000 kr. | 1.000 kr. |\n| Løn | 10 | 20 |")
    assert [line.label for line in units.down.lines] == ["Løn"]


def test_the_same_amount_over_and_over_is_no_head(view):
    seen = view("| Post | A | B | C |\n| Tilskud | 2000 | 2000 | 2000 |\n| Løn | 1 | 2 | 3 |")
    assert [line.label for line in seen.down.lines] == ["Tilskud", "Løn"]


def test_a_table_without_header_has_one_all_the_same(view):
    seen = view("|  | Børn | Ældre |\n| Løn | 10 | 20 |", has_header=False)
    assert seen.down.lane_labels == ("Børn", "Ældre")


def test_numbered_rows_and_two_label_columns(view):
    seen = view(
        "| Nr. | Projekt | Beløb |\n| 1 | Vej | 100 |\n| 2 | Sti | 50 |\n|  | I alt | 150 |"
    )
    assert seen.figures == (2,)
    assert [line.label for line in seen.down.lines] == ["1 Vej", "2 Sti", "I alt"]


def test_years_at_the_side_are_labels_when_a_total_stands_under_them(view):
    seen = view("| År | Beløb |\n| 2023 | 100 |\n| 2025 | 50 |\n| I alt | 150 |")
    assert seen.figures == (1,)


def test_remarks_after_the_figures_are_no_labels(view):
    seen = view(
        "| Post | 2024 | 2025 | Bemærkning |\n| Løn | 10 | 20 | stiger |\n| I alt | 10 | 20 | |"
    )
    assert [line.label for line in seen.down.lines] == ["Løn", "I alt"]
    assert [line.label for line in seen.across.lines] == ["2024", "2025"]


@pytest.mark.parametrize("text", ["|  |", "| a |", "| 1 |\n| 2 |", "| a | b |\n| c | d |"])
def test_odd_tables_are_seen_too(view, text):
    for has_header in (True, False):
        seen = view(text, has_header)
        assert len(seen.down.lane_labels) == len(seen.figures)
