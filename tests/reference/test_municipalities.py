"""The 98 municipalities, and which one a text is from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.reference.municipalities import municipalities, municipality_in, municipality_named


def test_there_are_98_with_their_own_code_and_name() -> None:
    known = municipalities()
    assert len(known) == len({m.code for m in known}) == len({m.name for m in known}) == 98
    assert all(len(m.code) == 3 and m.code.isdigit() for m in known)


def test_each_region_has_its_number() -> None:
    counts: dict[str, int] = {}
    for municipality in municipalities():
        counts[municipality.region] = counts.get(municipality.region, 0) + 1
    assert counts == {
        "Region Hovedstaden": 29,
        "Region Sjælland": 17,
        "Region Syddanmark": 22,
        "Region Midtjylland": 19,
        "Region Nordjylland": 11,
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Thisted", "Thisted Kommune"),
        ("THISTED KOMMUNE", "Thisted Kommune"),
        ("København", "Københavns Kommune"),
        ("Århus", "Aarhus Kommune"),
        ("Lyngby Tårbæk", "Lyngby-Taarbæk Kommune"),
        ("Bornholms Regionskommune", "Bornholms Regionskommune"),
        ("Nordfyns Kommune", "Nordfyns Kommune"),
    ],
)
def test_spellings(text: str, name: str) -> None:
    found = municipality_named(text)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("text", ["", "Kommune", "Andeby", "Region Sjælland"])
def test_no_municipality(text: str) -> None:
    assert municipality_named(text) is None


def test_every_name_is_found_in_a_text() -> None:
    for municipality in municipalities():
        genitive = municipality.name + "s"
        assert municipality_in(f"Referat fra {municipality.name}.") == municipality.name
        assert municipality_in(f"Det er {genitive} budget") == municipality.name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Skive kommune og Viborg Kommune samt Viborg Kommunes plan", "Viborg Kommune"),
        ("LYNGBY-TAARBÆK KOMMUNE", "Lyngby-Taarbæk Kommune"),
        ("Høje-Taastrup Kommune", "Høje-Taastrup Kommune"),
        ("Viborg Byråd holder møde", "Viborg Kommune"),
        ("Skive Kommune og Viborg Kommune", None),
        ("Region Sjælland og en kommune", None),
        ("Kommunens Kommune", None),
        ("", None),
    ],
)
def test_the_municipality_a_text_is_from(text: str, expected: str | None) -> None:
    assert municipality_in(text) == expected


def test_the_top_counts_more_than_a_mention_further_down() -> None:
    text = "Fanø Kommune\n" + "x " * 1500 + "Skive Kommune, Skive Kommune"
    assert municipality_in(text) == "Fanø Kommune"


@given(st.text(max_size=200))
def test_any_text_names_a_known_municipality_or_none(text: str) -> None:
    names = {municipality.name for municipality in municipalities()}
    assert municipality_in(text) in names | {None}
