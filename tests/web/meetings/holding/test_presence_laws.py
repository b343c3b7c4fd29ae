"""Presence derived from what happened is what somebody with a clock and a list would have noted,
minute for minute, over any course of a meeting.
"""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sagsgang.web.meetings.holding.presence import Chair, Movement, Room, Turn

START = datetime(2026, 5, 12, 16, 0)
MINUTES = 40


def at(minute):
    return START + timedelta(minutes=minute)


@st.composite
def courses(draw):
    """Five places, two of them with somebody called in; comings and goings at whole minutes."""
    chairs = [Chair(key, place=key) for key in range(1, 6)]
    chairs += [Chair(11, place=1, is_called_in=True), Chair(12, place=2, is_called_in=True)]
    minutes = st.integers(0, MINUTES)
    moves = draw(
        st.lists(
            st.tuples(minutes, st.sampled_from([c.key for c in chairs]), st.booleans()),
            max_size=25,
        )
    )
    movements = [
        Movement(who, is_coming, at(minute), order)
        for order, (minute, who, is_coming) in enumerate(moves)
    ]
    turns = [
        Turn(item, at(minute), order)
        for order, (minute, item) in enumerate(
            draw(st.lists(st.tuples(minutes, st.sampled_from("abcd")), max_size=7))
        )
    ]
    shut = draw(
        st.dictionaries(
            st.sampled_from("abcd"), st.frozensets(st.sampled_from([1, 2, 3, 11]), max_size=2)
        )
    )
    return Room(
        chairs=chairs,
        movements=movements,
        turns=turns,
        until=at(MINUTES),
        disqualified=shut,
        counts_disqualified=draw(st.booleans()),
    )


def noted(room):
    """For each minute: which item is under way, and who is in the room in that minute."""
    there, current, rows = set(), None, []
    for minute in range(MINUTES + 1):
        for move in sorted(room.movements, key=lambda each: each.order):
            if move.at == at(minute):
                (there.add if move.is_coming else there.discard)(move.who)
        for turn in sorted(room.turns, key=lambda each: each.order):
            if turn.at == at(minute):
                current = turn.item
        rows.append((current, frozenset(there)))
    return rows


def seated(room, there, item):
    """The member when she is in and not shut out, else whoever is called in for her."""
    shut = room.disqualified.get(item, frozenset())
    for place in range(1, 6):
        for key in (place, place + 10):
            if key in there and key not in shut:
                yield key
                break


@given(courses())
def test_each_item_is_as_it_was_noted_minute_by_minute(room):
    rows = noted(room)
    for item in "abcd":
        minutes = [index for index, (current, _) in enumerate(rows) if current == item]
        if not minutes:
            continue
        sat = [frozenset(seated(room, rows[index][1], item)) for index in minutes]
        found = room.of(item)
        assert found.whole == frozenset.intersection(*sat)
        assert found.whole | found.partly == frozenset().union(*sat)
        assert found.voters == sat[-1]


@given(courses())
def test_quorum_never_contradicts_who_is_there(room):
    rows = noted(room)
    for item in "abcd":
        minutes = [index for index, (current, _) in enumerate(rows) if current == item]
        if not minutes:
            continue
        there = rows[minutes[-1]][1]
        counted = {key % 10 for key in seated(room, there, item)}
        if room.counts_disqualified:
            shut = room.disqualified.get(item, frozenset())
            counted |= {key % 10 for key in there & shut}
        found = room.of(item)
        assert found.counted == len(counted)
        assert found.is_quorate == (len(counted) >= 3)
        assert found.places == 5


@given(courses())
def test_nobody_is_in_two_lists_and_no_place_sits_twice(room):
    for item in "abcd":
        found = room.of(item)
        assert not found.whole & found.partly
        assert not found.absent & found.present
        assert not found.disqualified & (found.present | found.voters)
        assert len({key % 10 for key in found.voters}) == len(found.voters)
        assert found.voters <= found.present


@given(courses())
def test_everyone_is_accounted_for(room):
    """A member sat, was absent, was shut out, or was in the room for nothing else than that."""
    for item in "abcd":
        found = room.of(item)
        for key in range(1, 6):
            assert key in found.present | found.absent | found.disqualified


@given(courses())
def test_who_never_came_is_no_participant(room):
    never = {chair.key for chair in room.chairs} - room.roster()
    for item in "abcd":
        assert not never & room.of(item).present


@given(courses(), st.integers(0, MINUTES))
def test_the_room_of_a_moment_is_the_room_noted_then(room, minute):
    assert room.in_the_room(at(minute)) == noted(room)[minute][1]


def small(*movements, turns=((0, "a"),), **fields):
    """Three places; times in minutes."""
    return Room(
        chairs=[Chair(1, 1), Chair(2, 2), Chair(3, 3)],
        movements=[
            Movement(who, is_coming, at(minute), order)
            for order, (minute, who, is_coming) in enumerate(movements)
        ],
        turns=[Turn(item, at(minute), order) for order, (minute, item) in enumerate(turns)],
        until=at(MINUTES),
        **fields,
    )


def test_who_came_during_the_item_was_there_partly_and_it_is_told():
    found = small((0, 1, True), (10, 2, True), turns=((0, "a"), (20, "b"))).of("a")
    assert (found.whole, found.partly, found.absent) == ({1}, {2}, {3})
    assert [(each.who, each.is_coming, each.at) for each in found.changes] == [(2, True, at(10))]


def test_who_leaves_as_the_next_item_begins_was_there_to_the_end_of_the_last():
    room = small((0, 1, True), (0, 2, True), (20, 2, False), turns=((0, "a"), (20, "b")))
    assert room.of("a").voters == {1, 2}
    assert room.of("b").voters == {1}


def test_half_of_the_members_is_enough():
    four = [Chair(key, key) for key in range(1, 5)]
    came = [Movement(1, True, at(0)), Movement(2, True, at(0))]
    room = Room(four, came, [Turn("a", at(0))], at(9))
    assert room.of("a").is_quorate
    room = Room(four, came[:1], [Turn("a", at(0))], at(9))
    assert not room.of("a").is_quorate


def test_a_disqualified_member_is_out_by_herself_and_back_at_the_next_item():
    room = small(
        (0, 1, True),
        (0, 2, True),
        turns=((0, "a"), (10, "b"), (20, "c")),
        disqualified={"b": frozenset({2})},
    )
    assert room.of("b").voters == {1}
    assert room.of("b").disqualified == {2}
    assert 2 not in room.of("b").absent
    assert room.of("c").voters == {1, 2}
    assert not room.of("b").is_quorate
    counted = small(
        (0, 1, True),
        (0, 2, True),
        disqualified={"a": frozenset({2})},
        counts_disqualified=True,
    )
    assert counted.of("a").is_quorate
    assert counted.of("a").voters == {1}


def test_a_disqualified_member_who_was_not_there_was_absent():
    found = small((0, 1, True), disqualified={"a": frozenset({2})}).of("a")
    assert found.absent == {2, 3}


def test_an_item_taken_up_again_is_both_times():
    room = small(
        (0, 1, True),
        (15, 2, True),
        (15, 1, False),
        turns=((0, "a"), (10, "b"), (20, "a")),
    )
    assert room.of("a").partly == {1, 2}
    assert room.of("a").voters == {2}
    assert room.of("a").changes == ()


def test_an_item_never_taken_up_is_asked_about_as_of_now():
    assert small((0, 1, True), turns=()).of("x").voters == {1}
    assert small(turns=()).of("x").absent == {1, 2, 3}
