"""The laws of a way's order, over many ways; and each problem by an example."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from sagsgang.web.routes.order import (
    Frame,
    Problem,
    Slot,
    Treatment,
    day,
    problems,
    proposed,
    with_days,
)

TODAY = date(2026, 5, 4)
FRAME = Frame(today=TODAY)


def on(days: int) -> date:
    return TODAY + timedelta(days=days)


def codes(found: list[Problem]) -> list[str]:
    return [problem.code for problem in found]


def treatment(key: int, step: int, name: str = "Havneudvalget", **fields) -> Treatment:
    return Treatment(
        **{"key": key, "step": step, "body": key, "name": name, "kind": "recommendation"} | fields
    )


def decides(key: int, step: int, name: str = "Byrådet", **fields) -> Treatment:
    return treatment(
        key, step, name, **{"kind": "decision", "is_deciding": True, "is_council": True} | fields
    )


days_of_year = st.integers(1, 40).map(on)


@st.composite
def ways(draw, is_dated=True):
    kinds = st.sampled_from(["hearing", "information", "recommendation", "decision"])
    made = []
    for key in range(draw(st.integers(0, 6))):
        kind = draw(kinds)
        made.append(
            treatment(
                key,
                draw(st.integers(1, 4)),
                f"Udvalg {key}",
                body=draw(st.integers(0, 4)),
                kind=kind,
                is_deciding=kind == "decision" and draw(st.booleans()),
                on=draw(days_of_year) if is_dated and draw(st.booleans()) else None,
                answer_days=draw(st.integers(1, 10)),
            )
        )
    return made


@st.composite
def plans(draw):
    slots = {}
    key = 100
    for body in range(5):
        slots[body] = []
        for each in sorted(draw(st.sets(days_of_year, max_size=4))):
            key += 1
            slots[body].append(Slot(key, each, each - timedelta(days=draw(st.integers(0, 6)))))
    return slots


@given(ways(), st.randoms())
def test_what_is_wrong_does_not_depend_on_the_order_of_the_rows(way, random):
    shuffled = random.sample(way, len(way))
    assert problems(shuffled, FRAME) == problems(way, FRAME)


@given(ways(is_dated=False), plans())
def test_proposed_meetings_keep_the_order_and_can_be_reached(way, plan):
    found = proposed(way, plan, TODAY)
    assert set(found) == {each.key for each in way}
    for each in way:
        slot = found[each.key]
        if slot is None:
            continue
        assert slot.on >= TODAY
        assert slot.dispatch_by is None or slot.dispatch_by >= TODAY
        assert slot.key is None or slot in plan[each.body]
        for other in way:
            earlier = found[other.key]
            if other.step < each.step and earlier is not None:
                assert earlier.on < slot.on
    taken = with_days(way, found)
    assert not {"before_earlier_step", "meeting_past", "dispatch_passed"} & set(
        codes(problems(taken, FRAME))
    )


@given(ways(is_dated=False), plans())
def test_no_way_through_the_plan_is_earlier_than_the_proposed_one(way, plan):
    """Tried against every other choice of meetings: where all can be placed, the proposal places
    them, and its last day is the earliest there is.
    """
    way = [each for each in way if each.kind != "hearing"][:4]
    found = proposed(way, plan, TODAY)
    possible = [
        [slot for slot in plan[each.body] if slot.dispatch_by >= TODAY and slot.on >= TODAY]
        for each in way
    ]
    ends = []
    for choice in product(*possible):
        days = dict(zip(way, choice, strict=True))
        if all(days[a].on < days[b].on for a in way for b in way if a.step < b.step):
            ends.append(max((slot.on for slot in choice), default=TODAY))
    if ends and way:
        assert max(slot.on for slot in found.values() if slot) == min(ends)
    assert bool(ends) == all(slot is not None for slot in found.values())


@given(ways())
def test_whoever_is_asked_after_the_decision_is_said_and_nobody_else(way):
    deciders = sorted((e for e in way if e.is_deciding), key=lambda e: (e.step, e.key))
    asked = set()
    for each in way:
        if not deciders or each.kind not in ("hearing", "recommendation"):
            continue
        last = deciders[0]
        later_day = each.on and last.on and each.on > last.on
        if later_day or each.step > last.step:
            asked.add(each.key)
    told = {
        problem.keys[0]
        for problem in problems(way, FRAME)
        if problem.code in ("heard_after_decision", "recommended_after_decision")
    }
    assert told == asked


@given(ways(), st.integers(0, 50))
def test_a_way_moved_as_a_whole_has_the_same_problems_of_order(way, days):
    moved = [replace(each, on=each.on + timedelta(days=days) if each.on else None) for each in way]
    assert codes(problems(moved, FRAME)) == codes(problems(way, FRAME))


def test_a_council_heard_after_the_decision_is_told_with_both_days():
    way = [
        treatment(1, 1, "Udsatterådet", kind="hearing", on=date(2026, 6, 3)),
        decides(2, 2, on=date(2026, 5, 27)),
    ]
    (problem,) = problems(way, FRAME)
    assert problem.code == "heard_after_decision"
    assert problem.keys == (1, 2)
    assert "Udsatterådet høres først den 3. juni 2026" in problem.text
    assert "Byrådet har afgjort sagen den 27. maj 2026" in problem.text


def test_a_meeting_before_that_of_an_earlier_step():
    way = [
        treatment(1, 1, "Direktionen", on=on(9)),
        treatment(2, 2, on=on(8)),
        decides(3, 3, on=on(20)),
    ]
    (problem,) = problems(way, FRAME)
    assert (problem.code, problem.keys) == ("before_earlier_step", (2, 1))
    assert problems([way[0], replace(way[1], on=on(9)), way[2]], FRAME) == []


def test_the_deadline_is_held_against_the_meeting_plan():
    way = [treatment(1, 1), decides(2, 2)]
    frame = replace(FRAME, deadline=on(30))
    plan = {1: [Slot(11, on(5))], 2: [Slot(12, on(4)), Slot(13, on(40))]}
    (problem,) = problems(way, frame, proposed(way, plan, TODAY))
    assert problem.code == "no_meeting_before_deadline"
    assert day(on(40)) in problem.text
    plan[2].append(Slot(14, on(29)))
    assert problems(way, frame, proposed(way, plan, TODAY)) == []
    (problem,) = problems(way, frame, proposed(way, {1: plan[1]}, TODAY))
    assert "ikke noget møde" in problem.text


def test_dates_that_cannot_be():
    gone = decides(1, 1, on=on(10), has_meeting=True, valid_to=on(9))
    assert codes(problems([gone], FRAME)) == ["body_closed"]
    new = decides(1, 1, on=on(10), has_meeting=True, valid_from=on(11))
    assert codes(problems([new], FRAME)) == ["body_closed"]
    cancelled = decides(1, 1, on=on(10), has_meeting=True, is_cancelled=True)
    assert codes(problems([cancelled], FRAME)) == ["meeting_cancelled"]
    past = decides(1, 1, on=on(-1), has_meeting=True)
    assert codes(problems([past], FRAME)) == ["meeting_past"]
    assert problems([replace(past, is_over=True)], FRAME) == []
    terms = replace(FRAME, terms=((date(2026, 1, 1), on(9)),))
    assert codes(problems([decides(1, 1, on=on(10))], terms)) == ["outside_term"]
    assert problems([decides(1, 1, on=on(9))], terms) == []
    late = decides(1, 1, on=on(3), has_meeting=True, dispatch_by=on(-2))
    assert codes(problems([late], FRAME)) == ["dispatch_passed"]
    assert problems([replace(late, is_dispatched=True)], FRAME) == []


def test_money_ends_with_the_council():
    frame = replace(FRAME, needs_money=True)
    committee = decides(1, 1, "Havneudvalget", is_council=False)
    (problem,) = problems([committee], frame)
    assert (problem.code, problem.level) == ("committee_decides_money", "note")
    only = [treatment(1, 1), treatment(2, 2, "Økonomiudvalget")]
    assert codes(problems(only, frame)) == ["council_not_last"]
    assert problems([*only, decides(3, 3)], frame) == []
    assert problems(only, FRAME) == []


def test_the_same_body_twice_side_by_side_and_two_that_decide():
    twice = [treatment(1, 1, body=7), treatment(2, 1, body=7), decides(3, 2)]
    assert codes(problems(twice, FRAME)) == ["twice_in_step"]
    assert problems([twice[0], replace(twice[1], step=2), decides(3, 3)], FRAME) == []
    both = [decides(1, 1), decides(2, 2, "Økonomiudvalget")]
    assert "several_decide" in codes(problems(both, FRAME))


def test_another_than_the_delegation_plans_body_is_a_note():
    frame = replace(FRAME, decider=(9, "Socialudvalget"))
    (problem,) = problems([decides(1, 1)], frame)
    assert (problem.code, problem.level) == ("delegation_differs", "note")
    assert problems([decides(9, 1)], frame) == []


def test_five_committees_on_the_same_day_are_in_order():
    """A budget follow-up: direction, five committees side by side, finance committee, council."""
    committees = [treatment(key, 2, f"Udvalg {key}") for key in range(2, 7)]
    way = [
        treatment(1, 1, "Direktionen"),
        *committees,
        treatment(7, 3, "Økonomiudvalget"),
        decides(8, 4),
    ]
    plan = {1: [Slot(1, on(1))], 7: [Slot(7, on(10)), Slot(70, on(17))], 8: [Slot(8, on(23))]}
    plan |= {each.key: [Slot(each.key, on(8)), Slot(each.key * 10, on(36))] for each in committees}
    found = proposed(way, plan, TODAY)
    assert {found[each.key].on for each in committees} == {on(8)}
    assert [found[key].on for key in (1, 7, 8)] == [on(1), on(10), on(23)]
    assert problems(with_days(way, found), replace(FRAME, needs_money=True)) == []
