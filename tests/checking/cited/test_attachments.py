"""Which attachments a text cites, and which the list has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.checking.cited.attachments import citations, listed_numbers


@pytest.fixture(scope="module")
def cited(world):
    def of(text):
        item = world.item(sections=(world.section(text),))
        return [citation.numbers for citation in citations(item, 0)]

    return of


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Målene står i bilag 1.", (1,)),
        ("Se bilag nr. 2 for tallene.", (2,)),
        ("Se bilag 1-3.", (1, 2, 3)),
        ("Se bilag 1, 2 og 4", (1, 2, 4)),
        ("Tallene (bilag 2) viser det.", (2,)),
        ("Det fremgår af sagens bilag 3.", (3,)),
    ],
)
def test_a_citation(cited, text, numbers):
    assert cited(text) == [numbers]


@pytest.mark.parametrize(
    "text",
    [
        "Det overføres uændret, jf. bilag 3.3 i vedtægterne.",
        "Se bilag 3 i vedtægterne.",
        "Lovens bilag 1 har listen.",
        "Beskyttet efter bilag IV.",
        "Se bilag 2 til punkt 4.",
        "Bilag 25 % af tiden.",
        "Bilagene er vedlagt.",
    ],
)
def test_what_cites_nothing_of_the_item(cited, text):
    assert cited(text) == []


@pytest.mark.parametrize(
    ("names", "numbers"),
    [
        (("Budget", "Regnskab"), (1, 2)),
        (("Bilag 2 - Budget", "Bilag 1: Regnskab"), (2, 1)),
        (("Oversigt", "Bilag 4. Ansøgning"), (1, 2, 4)),
        (("Bilag - Introduktion",), (1,)),
    ],
)
def test_the_numbers_of_a_list(world, names, numbers):
    assert listed_numbers(world.item(attachments=names)) == numbers


@given(st.text(alphabet="bilag 1234567890-,.og§\n()til", max_size=300))
def test_any_text_is_read(cited, text):
    assert all(numbers == tuple(dict.fromkeys(numbers)) for numbers in cited(text))
