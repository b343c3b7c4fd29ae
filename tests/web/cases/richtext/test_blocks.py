"""HTML as the text and tables of minutes."""

from hypothesis import given
from hypothesis import strategies as st

from sagsgang.web.cases.richtext.blocks import plain_text, text_and_tables
from sagsgang.web.cases.richtext.sanitise import sanitise

TABLE = (
    "<table><thead><tr><th>År</th><th>Kr.</th></tr></thead>"
    "<tbody><tr><td>2026</td><td>10</td></tr></tbody></table>"
)


def test_paragraphs_points_and_tables_stand_on_lines_as_in_minutes():
    html = sanitise(
        "<h3>Baggrund</h3><p>Et afsnit<br>med linje.</p><ol><li>en<ul><li>under</li></ul></li>"
        "<li>to</li></ol>" + TABLE + "<blockquote><p>Citat</p></blockquote>"
    )
    text = text_and_tables(html)
    assert text.text == (
        "Baggrund\n\nEt afsnit\nmed linje.\n\n1. en\n   - under\n2. to\n\n"
        "År\tKr.\n2026\t10\n\nCitat"
    )
    assert text.headings == (0,)
    (placed,) = text.tables
    assert placed.table.header == ("År", "Kr.")
    assert placed.table.rows == (("2026", "10"),)
    lines = text.text.split("\n")
    assert lines[placed.table.lines[0]] == "År\tKr."
    assert lines[placed.table.lines[1]] == "2026\t10"


def test_cells_know_their_place_in_the_text():
    text = text_and_tables(sanitise("<p>før</p>" + TABLE))
    rows = (text.tables[0].table.header, *text.tables[0].table.rows)
    for row, spans in zip(rows, text.tables[0].cells, strict=True):
        assert [text.text[start:end] for start, end in spans] == list(row)


def test_joined_cells_are_printed_once_and_keep_the_columns():
    html = sanitise(
        "<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr>"
        "<tr><td>c</td><td>d</td></tr></table>"
    )
    assert text_and_tables(html).tables[0].table.rows == (("a", "b", ""), ("", "c", "d"))


def test_marks_of_points():
    html = sanitise('<ol start="3" type="a"><li>x</li><li>y</li></ol><ol type="I"><li>z</li></ol>')
    assert plain_text(html) == "c) x\nd) y\n\nI) z"


def test_footnotes_and_links():
    html = sanitise('<p>Ord<small>note</small> <a href="/x/">her</a></p>')
    text = text_and_tables(html)
    assert text.text == "Ord (note) her"
    assert text.linked == "Ord (note) [her](/x/)"


def test_a_paragraph_that_calls_itself_a_table_is_its_caption():
    assert text_and_tables(sanitise("<p>Tabel 2: Budget</p>" + TABLE)).tables[0].table.caption == (
        "Tabel 2: Budget"
    )
    assert text_and_tables(sanitise("<p>Budget</p>" + TABLE)).tables[0].table.caption is None


WORDS = st.text("abcæøå 1,.", min_size=1, max_size=8).filter(str.strip)


@given(st.lists(st.lists(WORDS, min_size=2, max_size=3), min_size=1, max_size=4), WORDS)
def test_every_cell_of_every_table_is_where_it_says(rows, before):
    cells = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
    text = text_and_tables(sanitise(f"<p>{before}</p><ul><li>x</li></ul><table>{cells}</table>"))
    for placed in text.tables:
        table = placed.table
        printed = ((table.header,) if table.header else ()) + table.rows
        for row, spans in zip(printed, placed.cells, strict=True):
            assert tuple(text.text[start:end] for start, end in spans) == row
        lines = text.text.split("\n")[table.lines[0] : table.lines[1] + 1]
        assert lines == ["\t".join(row) for row in printed]
