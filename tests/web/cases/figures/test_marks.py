"""Figures in the HTML of a section: the sentences around them."""

import pytest

from sagsgang.web.cases.figures.marks import figures_set

KRONER = '<data value="t1">1.200 kr.</data>'


@pytest.mark.parametrize(
    ("behind", "stands"),
    [
        (".", ""),
        (". Det er nok.", " Det er nok."),
        (" om året.", " om året."),
        (", og så.", ", og så."),
        ("...", "..."),
    ],
)
def test_a_sentence_that_a_number_ends_is_not_ended_again(behind, stands):
    html = f'<p>Det koster <data value="t1">x</data>{behind}</p>'
    assert figures_set(html, {"t1": KRONER}) == f"<p>Det koster {KRONER}{stands}</p>"


def test_a_number_that_ends_no_sentence_keeps_its_full_stop():
    html = '<p>Der er <data value="t1">x</data>.</p>'
    number = '<data value="t1">129</data>'
    assert figures_set(html, {"t1": number}) == f"<p>Der er {number}.</p>"
