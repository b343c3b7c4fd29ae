"""Differences between two texts: what they say, that they lose nothing, and that they are quick."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.web.cases.differences import (
    blocks_of,
    content_difference,
    html_difference,
    html_merged,
    words_difference,
)

WORDS = st.lists(st.sampled_from(["kaj", "og", "skur", "10", "mio.", "kr.", ",", "båd"]))


def side(pieces, state):
    return "".join(piece.text for piece in pieces if piece.state in ("same", state))


@given(WORDS, WORDS)
def test_each_text_can_be_read_back_out_of_the_difference(before, after):
    old, new = " ".join(before), " ".join(after)
    pieces = words_difference(old, new)
    assert side(pieces, "removed") == old
    assert side(pieces, "added") == new


@given(WORDS)
def test_a_text_does_not_differ_from_itself(words):
    assert all(piece.state == "same" for piece in words_difference(*[" ".join(words)] * 2))


def test_a_changed_number_is_one_word():
    pieces = words_difference("Det koster 1,2 mio. kr. i 2025.", "Det koster 1,4 mio. kr. i 2025.")
    changed = [(piece.state, piece.text) for piece in pieces if piece.state != "same"]
    assert changed == [("removed", "1,2"), ("added", "1,4")]


def test_blocks_are_paragraphs_points_and_rows():
    html = (
        "<h3>Pris</h3><p>To <strong>skure</strong>.</p><ul><li>et<ul><li>under</li></ul></li></ul>"
        "<table><tbody><tr><th>Skur</th><td>10</td></tr></tbody></table>"
    )
    assert [(block.kind, block.cells) for block in blocks_of(html)] == [
        ("h3", ("Pris",)),
        ("p", ("To skure.",)),
        ("li", ("et",)),
        ("li", ("under",)),
        ("row", ("Skur", "10")),
    ]


def test_a_table_is_compared_row_by_row_and_cell_by_cell():
    before = "<table><tbody><tr><td>Kaj</td><td>10</td></tr><tr><td>Mole</td><td>3</td></tr>"
    after = "<table><tbody><tr><td>Kaj</td><td>12</td></tr><tr><td>Slip</td><td>4</td></tr>"
    end = "</tbody></table>"
    rows = html_difference(before + end, after + end)
    assert [row.state for row in rows] == ["changed", "removed", "added"]
    assert [piece.state for piece in rows[0].cells[1]] == ["removed", "added"]
    assert rows[0].cells[0][0].state == "same"


def test_a_paragraph_put_in_between_leaves_the_others_alone():
    before = "<p>Første.</p><p>Sidste.</p>"
    after = "<p>Første.</p><p>Noget helt andet midt i.</p><p>Sidste.</p>"
    assert [b.state for b in html_difference(before, after)] == ["same", "added", "same"]


def test_a_merged_text_has_what_is_alike_once_and_what_differs_twice():
    merged = html_merged("<p>Ens.</p><p>Hendes.</p>", "<p>Ens.</p><p>Mit.</p>")
    assert merged == "<p>Ens.</p><p>Hendes.</p><p>Mit.</p>"


def content(**fields):
    empty = {"title": "Kajen", "number": "26/1", "sections": [], "points": [], "attachments": []}
    return empty | fields


def test_contents_of_two_versions():
    section = {"id": 1, "heading": "Redegørelse", "html": "<p>Kajen er gammel.</p>"}
    point = {"number": 1, "text": "at kajen rives ned", "addressee": "", "choice": ""}
    before = content(sections=[section], points=[point])
    after = content(
        title="Den gamle kaj",
        sections=[section | {"html": "<p>Kajen er meget gammel.</p>"}],
        points=[point, point | {"number": 2, "choice": "A", "addressee": "Byrådet"}],
    )
    difference = content_difference(before, after)
    assert [part.heading for part in difference.changed] == [
        "Titel",
        "Redegørelse",
        "Indstillingens punkter",
    ]
    assert "Byrådet, valg A" in difference.changed[2].blocks[1].pieces[0].text
    assert not content_difference(before, before)


def test_a_section_that_was_taken_away_is_told_of():
    section = {"id": 1, "heading": "Økonomi", "html": "<p>Ingen.</p>"}
    gone = content_difference(content(sections=[section]), content())
    assert [(part.heading, part.state) for part in gone.changed] == [("Økonomi", "removed")]


@pytest.mark.parametrize("kind", ["every other word", "all words alike", "shuffled", "few words"])
def test_five_thousand_words_take_less_than_a_second(kind):
    chance = random.Random(4)
    words = [f"ord{chance.randrange(900)}" for _ in range(5000)]
    if kind == "every other word":
        other = [word if at % 2 else word + "x" for at, word in enumerate(words)]
    elif kind == "all words alike":
        words, other = ["ja"] * 5000, ["ja", "nej"] * 2500
    elif kind == "shuffled":
        other = chance.sample(words, len(words))
    else:
        words = [chance.choice("abc") for _ in range(5000)]
        other = [chance.choice("abc") for _ in range(5000)]
    started = time.process_time()
    words_difference(" ".join(words), " ".join(other))
    html_difference(
        "".join(f"<p>{' '.join(words[at : at + 9])}</p>" for at in range(0, 5000, 9)),
        "".join(f"<p>{' '.join(other[at : at + 9])}</p>" for at in range(0, 5000, 9)),
    )
    assert time.process_time() - started < 1
