"""A table in the text of a section is one run of rows, each with tabs."""

from itertools import groupby

from sagsgang.reading import read

_SOURCE = """Referat Arbejdsmarkedsudvalget 12. maj 2025

1. Bevillinger

Sagsfremstilling

Ændringerne er:

Område\tI år\tNæste år
Drift\t64\t0
\t-5.390\t1.000

Anlæg/
rådighedsbeløb

Finansiering via:

Kassen\t326\t0

Beslutning

Godkendt.
"""


def test_a_table_with_label_rows_and_gaps_is_one_run_of_rows() -> None:
    reading = read(_SOURCE.encode(), "referat.txt")
    item = reading.minutes.items[0]
    (table,) = item.tables
    lines = "\n".join(section.text for section in item.sections).split("\n")
    runs = [list(run) for tabs, run in groupby(lines, lambda line: "\t" in line) if tabs]
    assert [len(run) for run in runs] == [len(table.rows) + 1]


def test_the_only_heading_of_a_page_may_carry_its_number() -> None:
    page = (
        "<h1>Referat af Kulturudvalget den 3. marts 2025</h1>"
        "<h2>1. Godkendelse af dagsorden</h2><h3>Beslutning</h3><p>Godkendt.</p>"
    )
    (item,) = read(page.encode(), "side.html").minutes.items
    assert (item.number, item.title) == ("1", "Godkendelse af dagsorden")
