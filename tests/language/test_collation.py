"""Danish order and sameness."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from sagsgang.language.collation import collation_key, match_key


def test_danish_order() -> None:
    words = ["10 ting", "2 ting", "Anna", "anna", "Bo", "Eva", "Éva", "Lind Ada", "Lind-Holm"]
    words += ["Lindholm", "Myrup", "Zoe", "Ærø", "Øst", "Østen", "Aarhus", "Århus", "Åse"]
    assert sorted(set(words), key=collation_key) == words


def test_what_counts_as_the_same() -> None:
    assert match_key("  AARHUS\xa0 Byråd ") == match_key("Århus byråd")
    assert match_key("Müller") == match_key("MYLLER")
    assert match_key("Éva") == match_key("eva")
    assert match_key("bær") != match_key("bar")
    assert match_key("Å") != match_key("A")


def test_decomposed_letters_are_the_same_letters() -> None:
    for letter in "åäöüéÅØ":
        assert match_key(unicodedata.normalize("NFD", letter)) == match_key(letter)


DANISH = st.text(alphabet="abcøæåzAÅé 12-", max_size=12)


@given(DANISH, DANISH)
def test_alike_words_differ_only_in_the_second_place(a: str, b: str) -> None:
    if match_key(a) == match_key(b):
        first = [collation_key(text).split("\x00")[0] for text in (a, b)]
        assert first[0] == first[1]


@given(DANISH)
def test_case_and_double_a_do_not_count(text: str) -> None:
    assert match_key(text.upper()) == match_key(text)
    text = text.replace("a", "e").replace("A", "E")
    assert match_key(text.replace("å", "aa").replace("Å", "Aa")) == match_key(text)


@given(DANISH, st.text(alphabet="abcøæåz", min_size=1, max_size=5))
def test_a_word_comes_before_what_it_begins(text: str, more: str) -> None:
    if not text.endswith(("a", "A")):
        assert collation_key(text) < collation_key(text + more) or not match_key(text)


@given(DANISH, st.integers(0, 9), st.sampled_from("abzæøå"))
def test_digits_then_letters_then_ae_oe_aa(prefix: str, digit: int, letter: str) -> None:
    if prefix.endswith(("a", "A")):
        prefix += "b"
    keys = [collation_key(prefix + last) for last in (str(digit), "b", "z", "æ", "ø", "å")]
    assert keys == sorted(keys)
    assert collation_key(prefix + str(digit)) < collation_key(prefix + letter)


@given(st.text(max_size=40), st.text(max_size=40))
def test_one_key_means_one_word(a: str, b: str) -> None:
    same = unicodedata.normalize("NFC", a) == unicodedata.normalize("NFC", b)
    assert (collation_key(a) == collation_key(b)) == same
    assert match_key(match_key(a)) == match_key(a)
