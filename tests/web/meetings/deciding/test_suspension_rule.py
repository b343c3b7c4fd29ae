"""§ 23: until the meeting is closed, whoever was there, not disqualified, nothing procedural."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.web.meetings.deciding.suspension import (
    COMMITTEES,
    Obstacle,
    is_procedural,
    obstacle_to,
)

FINE = {
    "body_kind": "committee",
    "is_meeting_open": True,
    "is_decided": True,
    "is_procedural": False,
    "was_present": True,
    "is_disqualified": False,
}


@pytest.mark.parametrize(
    ("change", "obstacle"),
    [
        ({}, None),
        ({"body_kind": "finance_committee"}, None),
        ({"body_kind": "council"}, Obstacle.NOT_A_COMMITTEE),
        ({"is_meeting_open": False}, Obstacle.MEETING_CLOSED),
        ({"is_decided": False}, Obstacle.NOTHING_DECIDED),
        ({"is_procedural": True}, Obstacle.PROCEDURAL),
        ({"was_present": False}, Obstacle.NOT_PRESENT),
        ({"is_disqualified": True}, Obstacle.DISQUALIFIED),
    ],
)
def test_each_condition(change, obstacle):
    assert obstacle_to(**FINE | change) == obstacle


@given(st.fixed_dictionaries({name: st.booleans() for name in FINE if name != "body_kind"}))
def test_she_may_only_when_every_condition_holds(facts):
    may = obstacle_to(body_kind="committee", **facts) is None
    assert may == (
        facts["is_meeting_open"]
        and facts["is_decided"]
        and facts["was_present"]
        and not facts["is_procedural"]
        and not facts["is_disqualified"]
    )
    assert "committee" in COMMITTEES


@pytest.mark.parametrize(
    ("outcome", "recurring", "expected"),
    [
        ("rejected", "", False),
        ("lapsed", "", False),
        ("referred", "", False),
        ("recommended", "", False),
        ("postponed", "", True),
        ("approved", "approve_agenda", True),
        ("noted", "messages", False),
    ],
)
def test_refusals_ties_and_hearings_can_be_stopped(outcome, recurring, expected):
    found = is_procedural(outcome=outcome, is_withdrawn=False, recurring=recurring)
    assert found is expected
