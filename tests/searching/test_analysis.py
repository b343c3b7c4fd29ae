from hypothesis import given
from hypothesis import strategies as st

from sagsgang.reference.search_words import stop_words
from sagsgang.searching.analysis import BREAK, folded, indexed, is_filler, keys_of, tokens, words_of


def words(text):
    return [text[token.start : token.end] for token in tokens(text)]


def test_a_token_is_a_word_where_it_stands():
    assert words("A-kasser, § 17: 1.250,50 kr.") == ["A", "kasser", "17", "1", "250", "50", "kr"]


def test_case_accents_and_double_a_make_no_difference():
    assert keys_of("idéen") == keys_of("ideen")
    assert tokens("AABENRAA")[0].keys == tokens("Åbenrå")[0].keys
    assert keys_of("møller") != keys_of("moller")


def test_linking_letters_make_no_difference():
    assert keys_of("kontanthjælpsmodtager") != keys_of("kontanthjælp")
    assert "kontanthjælp" in keys_of("kontanthjælpsmodtager").parts


def test_a_compound_is_found_by_each_run_of_its_parts():
    assert keys_of("sygedagpengemodtagere").word == "sygedagpengemodtag"
    assert set(keys_of("sygedagpengemodtagere").parts) == {
        keys_of(word).word for word in ("syge", "dagpenge", "modtager", "sygedagpenge")
    } | {"dagpengemodtag"}


def test_fillers_have_keys_of_their_own():
    assert is_filler(keys_of("som").word)
    assert not is_filler(keys_of("sommer").word)
    assert len(stop_words()) > 100


def test_parts_stand_after_all_words():
    keys = indexed(["Nye jobcentre", "sygedagpenge nu"]).split(" ")
    assert keys == ["ny", "jobcent", BREAK, "sygedagpeng", "=nu", BREAK, "syg", "dagpeng"]


def test_a_letter_that_stands_for_words_is_one_word():
    assert " " not in keys_of("ﷺ").word


@given(st.text())
def test_any_text_has_tokens_inside_it_and_the_same_keys_when_indexed(text):
    found = tokens(folded(text))
    assert all(0 <= token.start < token.end <= len(folded(text)) for token in found)
    assert [token.keys.word for token in found] == indexed([text]).split(BREAK)[0].split()
    assert len(words_of(text)) == len(found)


@given(st.text())
def test_folding_keeps_every_letter_in_its_place(text):
    once = folded(text)
    assert folded(once) == once or len(folded(once)) == len(once)
