import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.searching.analysis import keys_of, words_of
from sagsgang.searching.results import Part
from sagsgang.searching.snippets import Marker


def key(word):
    return keys_of(word).word


def marked(text, keys):
    return Marker(keys).marked(text)


def snippet(text, keys):
    return Marker(keys).snippet(text)


def shown(parts):
    return "".join(f"[{part.text}]" if part.is_marked else part.text for part in parts)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Flere sygedagpengemodtagere.", "dagpenge", "Flere [sygedagpengemodtagere]."),
        ("Børnene låner bøger.", "bog", "Børnene låner [bøger]."),
        ("Reglen og reglerne", "regel", "[Reglen] og [reglerne]"),
        ("JOBCENTRET i Aabenraa", "åbenrå", "JOBCENTRET i [Aabenraa]"),
        ("Jobcentret, jobcentre", "jobcenter", "[Jobcentret], [jobcentre]"),
        ("Lederen og de ledige", "ledig", "Lederen og de [ledige]"),
        ("a_støj_b og støj", "støj", "a_[støj]_b og [støj]"),
    ],
)
def test_words_are_marked_whole_and_as_printed(text, word, expected):
    assert shown(marked(text, {key(word)})) == expected


LONG = "Indledning uden betydning. " * 30 + "Her måles støjen ved gården i dag. " + "Slut nu. " * 60


def test_the_passage_with_most_different_words_is_shown():
    text = "Støj. " + LONG
    parts = snippet(text, {key("støj"), key("gård")})
    assert "[støjen] ved [gården]" in shown(parts)
    assert shown(parts).startswith("… ")
    assert shown(parts).endswith(" …")


def test_the_passage_is_short_and_cut_between_words():
    text = "".join(part.text for part in snippet(LONG, {key("støj")}))
    assert len(text) <= 250
    assert set(words_of(text)) <= set(words_of(LONG))


def test_without_marks_the_beginning_is_shown():
    assert shown(snippet(LONG, {key("vindmølle")})).startswith("Indledning uden")


def test_short_texts_are_shown_whole():
    assert snippet("Kort\n\ntekst", ()) == (Part("Kort tekst"),)
    assert snippet("", {key("støj")}) == ()


def test_what_looks_like_markup_is_text():
    parts = marked('<script>alert("støj")</script> & <b>støj</b>', {key("støj")})
    assert shown(parts) == '<script>alert("[støj]")</script> & <b>[støj]</b>'
    assert [part.text for part in parts if part.is_marked] == ["støj", "støj"]


def test_a_text_full_of_hits_takes_no_time():
    parts = snippet("støj " * 200_000, {key("støj")})
    assert sum(part.is_marked for part in parts) > 5


WORDS = st.sampled_from(["støj", "regel", "bog", "dagpenge", "s", "år"])


@given(st.text() | st.lists(WORDS).map(" ".join), st.sets(WORDS))
def test_the_parts_put_together_are_the_text(text, words):
    composed = unicodedata.normalize("NFC", text)
    parts = marked(text, {key(word) for word in words})
    assert "".join("".join(part.text for part in parts).split()) == "".join(composed.split())
    for part in parts:
        assert part.text
        if part.is_marked:
            keys = keys_of(words_of(part.text)[0])
            assert {key(word) for word in words} & {keys.word, *keys.parts}
