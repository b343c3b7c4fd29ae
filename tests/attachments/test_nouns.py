"""The nouns of attachments: cells and lines are found again from an offset in the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.minutes import Attachment, Fragment, FragmentKind
from sagsgang.minutes.attachment import column_name

SHEET = Fragment(FragmentKind.TEXT, "ark «Løn»", "Navn\tBeløb\nAne\t12\nBo\t7", (4, 5, 9), (2, 28))


@pytest.mark.parametrize(
    ("word", "place"),
    [("Navn", "B4"), ("Beløb", "AB4"), ("Ane", "B5"), ("12", "AB5"), ("Bo", "B9"), ("7", "AB9")],
)
def test_the_cell_of_an_offset(word: str, place: str) -> None:
    assert SHEET.place(SHEET.text.index(word)) == f"ark «Løn», celle {place}"


def test_the_line_of_an_offset() -> None:
    lines = Fragment(FragmentKind.TEXT, "teksten", "en\nto\ntre", (1, 2, 3))
    assert lines.place(3) == "teksten, linje 2"
    assert Fragment(FragmentKind.TEXT, "side 3", "en\nto").place(4) == "side 3"


def test_rows_without_a_gap_are_a_table() -> None:
    (table,) = Attachment("a.xlsx", "", "xlsx", (SHEET,)).tables
    assert table.table.header == ("Navn", "Beløb")
    assert table.table.rows == (("Ane", "12"),)
    assert table.place(1, 1) == "ark «Løn», celle AB5"


@pytest.mark.parametrize(("number", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (16384, "XFD")])
def test_column_names(number: int, name: str) -> None:
    assert column_name(number) == name


@given(st.lists(st.lists(st.text("ab1 ", max_size=3), min_size=3, max_size=3), min_size=1))
def test_every_offset_has_its_cell(rows: list[list[str]]) -> None:
    text = "\n".join("\t".join(row) for row in rows)
    fragment = Fragment(FragmentKind.TEXT, "x", text, tuple(range(1, len(rows) + 1)), (1, 2, 3))
    offset = 0
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row, 1):
            assert fragment.place(offset) == f"x, celle {column_name(column)}{number}"
            offset += len(cell) + 1
