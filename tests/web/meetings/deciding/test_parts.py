"""Whatever is written, every point of the recommendation is covered, and each once."""

from hypothesis import given
from hypothesis import strategies as st

from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.deciding.parts import (
    NOT_TAKEN_WORDS,
    Point,
    joined,
    outcome_of_parts,
    parts_covering,
    printed,
)
from sagsgang.web.routes.services import PointDecision
from sagsgang.web.routes.services.stops_treated import numbers_in

HERE = 1
points = st.integers(1, 9).flatmap(
    lambda count: st.lists(
        st.tuples(st.sampled_from(["", "", "model"]), st.sampled_from([None, None, HERE, 2])),
        min_size=count,
        max_size=count,
    ).map(
        lambda rows: [
            Point(number, f"at {number}.", choice, addressee)
            for number, (choice, addressee) in enumerate(rows, start=1)
        ]
    )
)
outcomes = st.sampled_from(["approved", "recommended", "noted", "rejected"])
parts = st.lists(
    st.builds(
        PointDecision,
        numbers=st.sets(st.integers(1, 10), min_size=1, max_size=4).map(list).map(printed),
        outcome=outcomes,
    ),
    min_size=1,
    max_size=4,
)


@given(points, parts, st.sampled_from(["", "mixed", "approved", "noted"]))
def test_every_point_is_covered_once_or_it_is_refused(asked, given_parts, outcome):
    try:
        covered = parts_covering(given_parts, asked, outcome=outcome, body=HERE)
    except Refusal:
        return
    numbers = [number for part in covered for number in numbers_in(part.numbers)]
    assert len(numbers) == len(set(numbers))
    mine = {point.number for point in asked if point.addressee in (None, HERE)}
    assert mine <= set(numbers) <= {point.number for point in asked}
    taken = [
        number
        for part in covered
        if part.outcome in ("approved", "recommended")
        for number in numbers_in(part.numbers)
        if asked[number - 1].choice
    ]
    lapsed = [part for part in covered if part.text == NOT_TAKEN_WORDS]
    assert not (lapsed and not taken)
    assert len(taken) <= 1


@given(points, st.sampled_from(["mixed", "approved", "recommended", "noted", "rejected"]))
def test_a_decision_as_a_whole_never_takes_two_alternatives(asked, outcome):
    is_refused = False
    try:
        assert parts_covering([], asked, outcome=outcome, body=HERE) == []
    except Refusal:
        is_refused = True
    alternatives = [point for point in asked if point.choice]
    assert is_refused == (outcome in ("approved", "recommended") and len(alternatives) > 1)


@given(st.sets(st.integers(1, 99), min_size=1, max_size=12))
def test_numbers_are_read_as_they_are_printed(numbers):
    assert numbers_in(printed(list(numbers))) == sorted(numbers)


@given(parts)
def test_parts_decided_alike_stand_together(given_parts):
    numbers = [number for part in given_parts for number in numbers_in(part.numbers)]
    together = joined(given_parts)
    assert sorted(n for part in together for n in numbers_in(part.numbers)) == sorted(numbers)
    assert len({(part.outcome, part.text) for part in together}) == len(together)
    assert outcome_of_parts(together) == outcome_of_parts(given_parts)
