"""A column of numbers is marked in its whole length, and nothing else is changed."""

import re

from hypothesis import given
from hypothesis import strategies as st

from sagsgang.web.cases.richtext.columns import with_number_columns

HEAD = "<thead><tr><th>Område</th><th>2026</th><th>Ord</th></tr></thead>"


def table(*rows: tuple[str, ...]) -> str:
    body = "".join("<tr>" + "".join(f"<td>{each}</td>" for each in row) + "</tr>" for row in rows)
    return f"<table>{HEAD}<tbody>{body}</tbody></table>"


def test_the_column_and_its_heading_are_marked():
    shown = with_number_columns(
        table(("Havn", "-4.200", "ja"), ("Kaj", "1,5 mio. kr.", "nej"), ("Mole", "–", "12"))
    )
    assert re.findall(r'class="number">([^<]*)<', shown) == ["2026", "-4.200", "1,5 mio. kr.", "–"]


def test_a_column_with_words_and_the_first_column_are_not():
    shown = with_number_columns(table(("1", "april", "x"), ("2", "14", "y")))
    assert "class" not in shown


def test_a_table_with_wide_cells_stands_as_it_is():
    html = '<table><tbody><tr><td colspan="2">I alt</td><td>3</td></tr></tbody></table>'
    assert with_number_columns(html) == html


@given(st.lists(st.tuples(*[st.text("0123456789.,- æ%") for _column in range(3)]), min_size=1))
def test_nothing_but_the_mark_is_added(rows):
    html = table(*rows)
    assert with_number_columns(html).replace(' class="number"', "") == html
