"""The majority of the votes cast decides, abstentions are not cast, and a tie falls."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.web.meetings.deciding.votes import (
    STANCES,
    Motion,
    Voter,
    agrees,
    count_of,
    groups_alike,
    in_voting_order,
    stances_of,
    waits_for,
)

stances = st.lists(st.sampled_from(STANCES), max_size=31)


@pytest.mark.parametrize(
    ("for_", "against", "abstained", "is_carried"),
    [(2, 1, 2, True), (2, 2, 1, False), (0, 0, 5, False), (1, 0, 4, True), (3, 4, 0, False)],
)
def test_known_counts(for_, against, abstained, is_carried):
    count = count_of(["for"] * for_ + ["against"] * against + ["abstained"] * abstained)
    assert count.is_carried is is_carried
    assert count.cast == for_ + against


@given(stances)
def test_an_abstention_never_changes_the_result(found):
    assert count_of(found).is_carried == count_of([*found, "abstained"]).is_carried


@given(stances)
def test_turning_every_vote_around_never_carries_both(found):
    turned = {"for": "against", "against": "for"}
    other = count_of(turned.get(each, each) for each in found)
    assert not (count_of(found).is_carried and other.is_carried)
    assert count_of(found).is_tie == other.is_tie


@given(stances)
def test_one_more_vote_for_never_makes_it_fall(found):
    assert count_of([*found, "for"]).is_carried or not count_of(found).is_carried


voters = st.lists(st.sampled_from("ABC"), max_size=9).map(
    lambda parties: [Voter(key, f"nr. {key}", party) for key, party in enumerate(parties, 1)]
)


@given(
    voters,
    st.dictionaries(st.sampled_from("ABCD"), st.sampled_from([*STANCES, ""])),
    st.dictionaries(st.integers(1, 12), st.sampled_from([*STANCES, ""])),
)
def test_nobody_but_a_voter_is_counted_and_her_own_word_counts_first(found, by_group, by_seat):
    result = stances_of(found, by_group, by_seat)
    assert result.keys() <= {voter.seat for voter in found}
    for voter in found:
        own = by_seat.get(voter.seat) or by_group.get(voter.party) or None
        assert result.get(voter.seat) == own


@given(voters, st.sampled_from(STANCES))
def test_groups_that_agree_are_named_by_their_group(found, stance):
    parties = {voter.party for voter in found}
    result = stances_of(found, dict.fromkeys(parties, stance), {})
    assert groups_alike(found, result) == dict.fromkeys(parties, stance)


def test_amendments_are_voted_on_before_what_they_change():
    proposal, first, second = Motion(1, "proposal", 1), Motion(2, "amendment", 2), None
    second = Motion(3, "amendment", 3, is_withdrawn=True)
    motions = [proposal, first, second]
    assert [each.key for each in in_voting_order(motions)] == [2, 1]
    assert waits_for(proposal, motions) == first
    assert waits_for(proposal, [proposal, Motion(2, "amendment", 2, is_voted=True)]) is None
    assert waits_for(first, motions) is None


def test_what_is_written_follows_the_vote():
    carried, fallen = count_of(["for"]), count_of(["for", "against"])
    assert agrees(carried, "approved")
    assert not agrees(carried, "rejected")
    assert agrees(fallen, "rejected")
    assert agrees(fallen, "lapsed")
    assert not agrees(fallen, "approved")
