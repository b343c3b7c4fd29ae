"""Names become addresses that people can read, and two spellings of one name meet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.web.bodies.naming import RESERVED, body_key, municipality_slug, slug_of


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Børne- og Ungeudvalget", "boerne-og-ungeudvalget"),
        ("Økonomiudvalget", "oekonomiudvalget"),
        ("Åbenrå Råd", "aabenraa-raad"),
        ("  Café & Co. (2) ", "cafe-co-2"),
        ("Møller/Sønner", "moeller-soenner"),
    ],
)
def test_a_slug_reads_like_the_name(name, slug):
    assert slug_of(name) == slug


@pytest.mark.parametrize("name", ["Ny Kommune", "NY KOMMUNE", "Ny", " ny  kommune "])
def test_spellings_of_a_municipality_meet(name):
    assert municipality_slug(name) == "ny"


@pytest.mark.parametrize("name", ["Tjek", "Tjek Kommune", "Static Kommune", "Kommuner"])
def test_a_municipality_never_takes_the_place_of_a_page(name):
    assert municipality_slug(name) not in RESERVED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Byrådet", "Byråd"),
        ("ØKONOMIUDVALGET", "Økonomiudvalg"),
        ("Kommunalbestyrelsen", "Kommunalbestyrelse"),
    ],
)
def test_definite_and_indefinite_are_one_body(one, other):
    assert body_key(one) == body_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Byrådet", "Ældrerådet"), ("Havneudvalget", "Udvalget")]
)
def test_different_bodies_stay_apart(one, other):
    assert body_key(one) != body_key(other)


@given(st.text())
def test_a_slug_is_plain_letters_digits_and_single_hyphens(name):
    slug = slug_of(name)
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert "--" not in slug
    assert slug == slug.strip("-")


@given(st.text(min_size=1))
def test_a_municipality_always_has_a_place_of_its_own(name):
    assert municipality_slug(name) not in RESERVED
