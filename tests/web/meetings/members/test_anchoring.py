"""A note finds its words again, and never words that are not there."""

from hypothesis import assume, given
from hypothesis import strategies as st

from sagsgang.web.meetings.members.anchoring import (
    CONTEXT,
    GONE,
    Anchor,
    anchor_of,
    anchor_place,
    anchor_renewed,
)

LETTERS = st.text(alphabet="abc æøå\n.,1", min_size=1, max_size=80)
WORDS = st.text(alphabet="kjsur", min_size=4, max_size=20)


def squeezed(text):
    return "".join(text.split())


@given(LETTERS, st.data())
def test_where_nothing_changed_the_same_words_are_found(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assume(text[start:end].strip())
    anchor = anchor_of(text, start, end)
    place = anchor_place(text, anchor)
    assert place.state == "there"
    assert squeezed(text[place.start : place.end]) == squeezed(text[start:end])
    # With all of the text as its surroundings there is no other place that is equally like.
    if len(text) <= CONTEXT:
        around = (text[: place.start], text[place.end :])
        assert tuple(map(squeezed, around)) == (squeezed(text[:start]), squeezed(text[end:]))


@given(LETTERS, WORDS, LETTERS, LETTERS, LETTERS)
def test_text_put_in_before_and_after_moves_the_note_along(ahead, words, behind, more, other):
    text = ahead + words + behind
    anchor = anchor_of(text, len(ahead), len(ahead) + len(words))
    place = anchor_place(more + text + other, anchor)
    assert place.state == "there"
    assert (place.start, place.end) == (len(more + ahead), len(more + ahead + words))


@given(LETTERS, WORDS, LETTERS, LETTERS)
def test_a_place_is_always_the_words_or_said_to_be_changed(ahead, words, behind, text):
    anchor = Anchor(words, ahead[-CONTEXT:], behind[:CONTEXT])
    place = anchor_place(text, anchor)
    assert 0 <= place.start <= place.end <= len(text)
    if place.state == "there":
        assert squeezed(text[place.start : place.end]) == squeezed(words)
    else:
        assert squeezed(words) not in squeezed(text)
    if place.state == "gone":
        assert place == GONE


@given(LETTERS, WORDS, LETTERS)
def test_gone_words_leave_the_anchor_as_it_was(ahead, words, behind):
    anchor = Anchor(words, ahead, behind)
    assert anchor_renewed(ahead + behind, anchor) == (anchor, "gone")


@given(WORDS, st.integers(0, 3))
def test_of_several_the_place_with_the_same_surroundings_is_chosen(words, number):
    parts = [f"afsnit {n} siger {words} om {n}; " for n in range(4)]
    text = "".join(parts)
    start = text.index(words, len("".join(parts[:number])))
    anchor = anchor_of(text, start, start + len(words))
    place = anchor_place("Indledning. " + text, anchor)
    assert place.start == start + len("Indledning. ")


def test_a_changed_figure_is_found_between_what_still_stands():
    before = "Forvaltningen foreslår, at der bygges 14 skure ved havnen i foråret 2027."
    now = "Resumé. Forvaltningen foreslår, at der bygges 16 skure ved havnen i foråret 2027."
    start = before.index("bygges")
    anchor = anchor_of(before, start, start + len("bygges 14 skure"))
    renewed, state = anchor_renewed(now, anchor)
    assert (renewed.quote, state) == ("bygges 16 skure", "changed")


def test_other_words_in_the_same_place_are_not_the_note_s():
    before = "Forvaltningen foreslår, at der bygges 14 skure ved havnen i foråret 2027."
    now = "Forvaltningen foreslår, at der slet intet sker dér ved havnen i foråret 2027."
    start = before.index("bygges")
    anchor = anchor_of(before, start, start + len("bygges 14 skure"))
    assert anchor_place(now, anchor) == GONE


def test_blanks_and_line_breaks_do_not_matter():
    anchor = Anchor("ny  kaj\ni havnen", "Der bygges", "til foråret")
    text = "Der bygges ny kaj i\n\nhavnen til foråret."
    place = anchor_place(text, anchor)
    assert text[place.start : place.end] == "ny kaj i\n\nhavnen"


def test_nothing_is_found_for_no_words():
    assert anchor_place("Der bygges.", Anchor("  \n")) == GONE
