"""The parties' letters and names agree with how rosters spell them."""

from sagsgang.language.party_names import LETTER_BY_SPELLING
from sagsgang.reference.parties import party_letter, party_name, party_names


def test_every_full_name_is_a_spelling_that_rosters_know() -> None:
    assert {letter: party_letter(name) for letter, name in party_names().items()} == {
        letter: letter for letter in party_names()
    }


def test_every_letter_that_a_spelling_stands_for_has_a_name() -> None:
    assert set(LETTER_BY_SPELLING.values()) == set(party_names())


def test_names_by_letter() -> None:
    assert party_name("a") == "Socialdemokratiet"
    assert party_name("L") is None
    assert party_letter("Venstre") == "V"
    assert party_letter("Lokallisten") is None
