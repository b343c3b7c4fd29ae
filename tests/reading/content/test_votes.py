"""Votes told in a decision."""

import pytest

from sagsgang.reading.content.votes import read_votes


@pytest.mark.parametrize(
    "text",
    [
        "For stemte 5: A, B og C. Imod stemte 2: V og Ø.",
        "For stemte: A, B og C.\nImod stemte: V og Ø.",
        "For: A, B og C.\nImod: V og Ø.",
        "For forslaget stemte A: A, B og C. Imod forslaget stemte V: V og Ø.",
    ],
)
def test_who_was_for_and_who_against(text: str) -> None:
    [vote] = read_votes(text)
    assert (vote.for_, vote.against) == (("A", "B", "C"), ("V", "Ø"))


def test_sides_may_lack_a_colon_and_have_counts_in_brackets() -> None:
    [vote] = read_votes("For stemte A og B (5 stemmer). Imod stemte Ø (2 stemmer).")
    assert (vote.for_, vote.against) == (("A", "B"), ("Ø",))


def test_some_abstain() -> None:
    [vote] = read_votes(
        "For stemte 3: A og B. Imod stemte 1: V. Hverken for eller imod stemte 1: Ø."
    )
    assert vote.abstained == ("Ø",)


def test_each_question_is_a_vote() -> None:
    votes = read_votes(
        "For stemte 3: A. Imod stemte 2: V. Derefter blev resten sat til afstemning. "
        "For stemte 1: V. Imod stemte 4: A."
    )
    assert [vote.for_ for vote in votes] == [("A",), ("V",)]


@pytest.mark.parametrize("text", ["", "Godkendt.", "Udvalget stemte om forslaget.", "Forslaget: A"])
def test_most_decisions_tell_of_none(text: str) -> None:
    assert read_votes(text) == ()
