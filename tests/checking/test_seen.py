"""A look in a text's words before a pattern changes nothing but the time it takes."""

import re

from hypothesis import given
from hypothesis import strategies as st

from sagsgang.checking.privacy.conditions import _CONDITION, _FIRST
from sagsgang.checking.privacy.personal_number import _CANDIDATE
from sagsgang.checking.seen import first_words, has_long_number, matches, places_of, words_of

TEXTS = st.lists(
    st.sampled_from(
        re.split(
            "~", "angst~Hiv~hiv-positiv~sygemeldt~psykisk~syg~to~otte~toto~İ~-~.~/~(~1~200~ ~\n"
        )
    )
).map("".join)
NUMBERS = st.text("0123456789  -‐./a\n\u00a0\u200b,", max_size=40)


@given(TEXTS)
def test_a_pattern_finds_the_same_from_its_first_words(text: str) -> None:
    found = [match.span() for match in matches(_CONDITION, text, _FIRST)]
    assert found == [match.span() for match in _CONDITION.finditer(text)]


@given(TEXTS.filter(lambda text: "İ" not in text))
def test_places_are_those_of_the_words_alone(text: str) -> None:
    alone = re.finditer(r"(?<!\w)(?:to|otte)(?!\w)", text, re.IGNORECASE)
    assert places_of(text, frozenset({"to", "otte"})) == [match.start() for match in alone]


@given(TEXTS)
def test_words_are_runs_of_letters_and_digits(text: str) -> None:
    assert words_of(text) == frozenset(re.findall(r"\w+", text.lower()))


@given(NUMBERS)
def test_where_there_is_no_long_number_there_is_no_personal_number(text: str) -> None:
    assert has_long_number(text) or not _CANDIDATE.search(text)


def test_first_words_with_each_ending() -> None:
    patterns = r"kursus(?:et)? nedsat(?:te)?\sevne hiv(?:-positiv)?"
    assert first_words(patterns) == {"kursus", "kursuset", "nedsat", "nedsatte", "hiv"}
