"""Which points a decision answers."""

import pytest

from sagsgang.checking.decided.answers import answers
from sagsgang.minutes import Recommendation
from sagsgang.reading.content.decisions import read_decision


@pytest.fixture
def answered(world):
    def of(text, count=3, **fields):
        points = tuple(Recommendation(number=n, text=f"at {n}") for n in range(1, count + 1))
        decision = read_decision(text, count)
        return answers(world.item(recommendations=points, decision=decision, **fields))

    return of


@pytest.mark.parametrize(
    ("text", "unknown", "missing", "twice"),
    [
        ("Ad 1-3. Godkendt.", (), (), ()),
        ("Ad 1. Godkendt.\nAd 2-3. Udsat.", (), (), ()),
        ("Ad 1-2. Godkendt.", (), (3,), ()),
        ("Ad 1-4. Godkendt.", (4,), (), ()),
        ("Ad 1. Godkendt.\nAd 3. Udsat.", (), (2,), ()),
        ("Ad 1-2. Godkendt.\nAd 2-3. Udsat.", (), (), (2,)),
        ("Punkt 1 og 2 blev godkendt, punkt 5 blev udsat.", (5,), (3,), ()),
        # what has no number may answer the rest
        ("Ad 1. Udsat.\nIndstillingen i øvrigt blev godkendt.", (), (), ()),
        ("Ad 1-3. Godkendt.\nAd 4. Udvalget godkendte et nyt punkt om prisen.", (), (), ()),
    ],
)
def test_the_points_of_a_decision(answered, text, unknown, missing, twice):
    found = answered(text)
    assert (found.unknown, found.missing, found.twice) == (unknown, missing, twice)


@pytest.mark.parametrize(
    ("text", "count", "title"),
    [
        ("Godkendt.", 3, "Budget"),
        ("Ad 1-3. Godkendt.", 1, "Budget"),
        ("Punkt 7 udgår. Ad 1. Godkendt.", 3, "Godkendelse af dagsorden"),
    ],
)
def test_what_is_not_answered_by_points(answered, text, count, title):
    assert answered(text, count, title=title) is None


def test_options_are_chosen_not_answered(world):
    points = tuple(Recommendation(number=n, text="at", option=True) for n in (1, 2))
    decision = read_decision("Løsningsforslag 2 godkendt.", 2)
    assert answers(world.item(recommendations=points, decision=decision)) is None
