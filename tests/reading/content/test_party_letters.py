"""Votes told by party letters in brackets."""

from sagsgang.reading.content.votes import read_votes


def test_the_brackets_around_a_party_letter_are_no_part_of_it() -> None:
    (vote,) = read_votes("For stemte 10: (A), (B) og (C). Imod stemte 2: (V).")
    assert (vote.for_, vote.against) == (("A", "B", "C"), ("V",))


def test_letters_may_stand_before_what_they_voted() -> None:
    (vote,) = read_votes("Et flertal godkendte indstillingen. (Ø) og (F) stemte imod.")
    assert vote.against == ("Ø", "F")
    assert not vote.for_
