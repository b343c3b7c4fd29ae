"""Which lines are rows, where their cells are, and which row is the header."""

from collections.abc import Callable

import pytest

from sagsgang.minutes import Table
from sagsgang.reading.layout.sheet import Sheet
from sagsgang.reading.layout.tables import is_rule, tables_in

Lay = Callable[[str], Sheet]
HEADER = ("Ydelse", "2023", "2024")
ROWS = (("Kontanthjælp", "1.204", "1.198"), ("Sygedagpenge", "310", "-0,5"))


def tables(sheet: Sheet) -> tuple[Table, ...]:
    """The tables of a sheet."""
    return tables_in(sheet, 0, len(sheet.text) - 1)


@pytest.mark.parametrize(
    "text",
    [
        "Ydelse\t2023\t2024\nKontanthjælp\t1.204\t1.198\nSygedagpenge\t310\t-0,5\n",
        "| Ydelse | 2023 | 2024 |\n|---|---:|---:|\n| Kontanthjælp | 1.204 | 1.198 |\n"
        "| Sygedagpenge | 310 | -0,5 |\n",
        "Ydelse           2023     2024\nKontanthjælp    1.204    1.198\n"
        "Sygedagpenge      310     -0,5\n",
        "Ydelse          2023    2024\n----------------------------\n"
        "Kontanthjælp    1.204   1.198\nSygedagpenge    310     -0,5\n",
        "Ydelse\t2023\t2024\t\nKontanthjælp\t1.204\t1.198\t\nSygedagpenge\t310\t-0,5\t\n",
    ],
)
def test_one_table_however_it_is_set(sheet_of: Lay, text: str) -> None:
    [table] = tables(sheet_of(text))
    assert (table.header, table.rows) == (HEADER, ROWS)
    assert table.lines == (1, text.count("\n"))


def test_a_row_may_have_empty_cells(sheet_of: Lay) -> None:
    [table] = tables(
        sheet_of(
            "Ydelse           2023     2024\nKontanthjælp    1.204    1.198\n"
            "Nye                        310\n"
        )
    )
    assert table.rows[1] == ("Nye", "", "310")


def test_an_empty_corner_tells_the_header(sheet_of: Lay) -> None:
    [table] = tables(sheet_of("\tDrift\tAnlæg\nMuseum\tja\tnej\nScene\tnej\tja\n"))
    assert table.header == ("", "Drift", "Anlæg")


def test_rows_of_figures_alone_have_no_header(sheet_of: Lay) -> None:
    [table] = tables(sheet_of("Museum\t120\t130\nScene\t80\t90\n"))
    assert table.header == ()
    assert len(table.rows) == 2


def test_prose_between_makes_two_tables(sheet_of: Lay) -> None:
    sheet = sheet_of(
        "A\t1\t2\nB\t3\t4\n\nDet andet år var anderledes end det første.\n\nC\t5\t6\nD\t7\t8\n"
    )
    assert [table.lines for table in tables(sheet)] == [(1, 2), (6, 7)]


@pytest.mark.parametrize(
    "text",
    [
        "1.\tat scenen bygges\n2.\tat taget lægges\n",
        "1  at scenen bygges\n2  at taget lægges\n3  at døren males\n",
        "Godkendelse af dagsorden........  3\nEventuelt.......................  4\n",
        "Første  afsnit er prosa med to blanke.\nAndet afsnit har ingen.\n",
        "Sagsnr.: 24/1234     Sagsbehandler: ABC\n",
    ],
)
def test_what_is_no_table(sheet_of: Lay, text: str) -> None:
    assert tables(sheet_of(text)) == ()


def test_a_caption_says_that_it_is_one(sheet_of: Lay) -> None:
    [table] = tables(sheet_of("Tabel 1. Ydelser i to år\n\nA\t1\t2\nB\t3\t4\n"))
    assert table.caption == "Tabel 1. Ydelser i to år"


def test_drawn_lines_are_no_rows() -> None:
    assert is_rule("|---|---:|")
    assert is_rule("=======")
    assert not is_rule("| - | 3 |")
