"""The shape of a line: what patterns are matched against, and the way back to the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.checking.quantities import read_prose
from sagsgang.minutes import SectionKind


@pytest.fixture
def prose(world):
    return lambda text, kind=SectionKind.PRESENTATION: read_prose(
        world.item(sections=(world.section(text, kind),))
    )


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("Af de ca. 339 svarede 87 (26 %).", "af de N svarede N (P)|"),
        ("Det er 2,1 mio. kr. Derefter 37 timer.", "det er M| derefter T|"),
        ("Det koster 4 mio. kr. ekskl. moms.", "det koster M ekskl. moms|"),
        ("Jf. § 17 den 2. maj i sag 24/19987.", "jf. § R den D i sag R|"),
        ("Åbent hele året 2024", "åbent hele året Y"),
    ],
)
def test_the_shape_has_a_letter_for_each_figure_and_a_bar_for_each_sentence(prose, text, shape):
    (passage,) = prose(text).passages
    assert passage.shape == shape


def test_a_letter_leads_back_to_the_place_in_the_text(prose):
    text = "Indledning.\n\n- Der er 12 pladser"
    passage = prose(text).passages[-1]
    quantity = passage.quantity(passage.shape.index("N"))
    assert text[quantity.start : quantity.end] == "12"
    assert passage.bullet == "-"
    assert passage.block == 1


def test_rows_of_tables_and_names_are_left_out(prose):
    assert prose("Løn\t120\t340\n| Kurser | 15 |").passages == ()
    assert prose("12 mødte ikke", SectionKind.ABSENT).passages == ()


@given(st.text(max_size=200))
def test_every_letter_of_any_text_has_its_mark(world, text):
    for passage in read_prose(world.item(sections=(world.section(text),))).passages:
        assert [passage.shape[at] for at in passage.at] == [mark.letter for mark in passage.marks]
        capitals = {at for at, sign in enumerate(passage.shape) if sign in "MPQTFNYDR"}
        assert set(passage.at) <= capitals
