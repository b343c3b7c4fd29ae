"""Tables of HTML: rows, headers, merged cells, and tables that only lay out the page."""

import pytest

from sagsgang.reading.canonical import Canonical, Role
from sagsgang.reading.formats.flow import Flow
from sagsgang.reading.formats.markup import write_fragment


def read(source: str) -> Canonical:
    flow = Flow()
    write_fragment(source, flow)
    return flow.canonical("html")


def roles(page: Canonical) -> list[Role | None]:
    return [mark.role for index in range(len(page.lines)) if (mark := page.marks.get(index))]


@pytest.mark.parametrize(
    "head",
    [
        "<thead><tr><td>År</td><td>Antal</td></tr></thead>",
        "<tr><th>År</th><th>Antal</th></tr>",
        "<tr><td><b>År</b></td><td><p><strong>Antal</strong></p></td></tr>",
    ],
)
def test_rows_are_lines_of_cells_and_the_header_is_known(head: str) -> None:
    page = read(f"<table>{head}<tr><td>2024</td><td>12,5</td></tr></table>")
    assert page.lines == ["År\tAntal", "2024\t12,5"]
    assert roles(page) == [Role.TABLE_HEAD, Role.TABLE_ROW]


def test_a_table_all_in_bold_has_no_header() -> None:
    page = read("<table><tr><td><b>a</b><td><b>b</b></tr><tr><td><b>c</b><td><b>d</b></tr></table>")
    assert roles(page) == [Role.TABLE_ROW, Role.TABLE_ROW]


def test_neighbouring_tables_have_numbers_of_their_own() -> None:
    page = read("<table><tr><td>a<td>b</table>" * 2)
    assert [page.marks[index].table for index in (0, 1)] == [1, 2]


def test_line_breaks_and_paragraphs_in_a_cell_are_blanks() -> None:
    page = read("<table><tr><td>Antal<br>i alt</td><td><p>1</p><p>2</p><ul><li>x</ul></td></table>")
    assert page.lines == ["Antal i alt\t1 2 - x"]


def test_merged_cells_are_filled() -> None:
    page = read(
        "<table><tr><td rowspan=2>Ydelse<td colspan='2'>Antal</tr><tr><td>2023<td>2024</tr>"
        "<tr><td>Dagpenge<td>4<td>5</tr></table>"
    )
    assert page.lines == ["Ydelse\tAntal\t", "\t2023\t2024", "Dagpenge\t4\t5"]


def test_captions_and_misplaced_text_stand_before_the_rows() -> None:
    page = read("<table><caption>Tabel 1</caption>løst<tr><td>a<td>b</tr></table>")
    assert page.lines == ["Tabel 1", "løst", "a\tb"]


def test_empty_rows_and_tables_give_nothing() -> None:
    page = read(
        "<table><tr><td> <td>&nbsp;</tr></table><p>x<table><tr><td>a<td>b<tr><td><td></table>"
    )
    assert page.lines == ["x", "a\tb"]
    assert page.marks[1].table == 1


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("<table><tr><td><p>En celle</p><p>to afsnit</p></table>", ["En celle", "to afsnit"]),
        ("<table><tr><td>a<tr><td>b</table>", ["a", "b"]),
        (
            "<table><tr><td>Menu<td><h2>Sagen</h2><p>Tekst</p></table>",
            ["Menu", "Sagen", "Tekst"],
        ),
        (
            "<table><tr><td>uden<td><table><tr><td>a<td>b</table></table>",
            ["uden", "a\tb"],
        ),
        (f"<table><tr><td>x<td><p>{'o' * 1200}</p></table>", ["x", "o" * 1200]),
        ("<table role=presentation><tr><td>a<td>b</table>", ["a", "b"]),
    ],
)
def test_tables_that_lay_out_the_page_are_dissolved(source: str, lines: list[str]) -> None:
    assert read(source).lines == lines


def test_a_heading_that_is_all_of_a_cell_leaves_the_table_a_table() -> None:
    page = read("<table><tr><td><h4>År</h4><td><h4>Antal</h4><tr><td>2024<td>7</table>")
    assert page.lines == ["År\tAntal", "2024\t7"]


def test_links_in_cells_are_kept() -> None:
    page = read("<table><tr><td><a href='b.pdf'>Bilag</a><td>2</table>")
    assert page.links == [("Bilag", "b.pdf")]


def test_spans_by_the_million_do_not_fill_the_memory() -> None:
    row = "<tr>" + "<td colspan=99999 rowspan=99999>x" * 100
    page = read(f"<table>{row * 100}</table>")
    assert sum(map(len, page.lines)) < 2_000_000
    assert "".join(page.lines).count("x") == 100 * 100
