"""A01 beyond its page: who counts as listed, and which items count."""

import pytest

from sagsgang.checking import check
from sagsgang.minutes import Absence, Person

LISTED = (Person(name="Anna Bruun", party="A"), Person(name="Bent Krog", party="V"))
GONE = (Absence(name="Bent  KROG", party="V"),)


@pytest.fixture
def found(world):
    def names(*items, **fields):
        minutes = world.minutes(*items, **({"members": LISTED} | fields))
        return [finding.printed for finding in check(minutes, rules=["A01"]).findings]

    return names


def test_the_same_member_absent_on_every_item(found, world):
    assert found(world.item("1", absent=GONE), world.item("2", absent=GONE)) == [("Bent Krog (V)",)]


def test_present_on_one_item(found, world):
    assert found(world.item("1", absent=GONE), world.item("2"), world.item("3", absent=GONE)) == []


def test_one_item_says_too_little(found, world):
    assert found(world.item("1", absent=GONE)) == []


def test_closed_items_and_items_without_decision_do_not_count(found, world):
    closed = world.item("3", is_closed=True, decision=None)
    empty = world.item("4", decision=None)
    items = (world.item("1", absent=GONE), world.item("2", absent=GONE), closed, empty)
    assert found(*items) == [("Bent Krog (V)",)]


def test_absence_from_the_whole_meeting_is_no_contradiction(found, world):
    items = (world.item("1", absent=GONE), world.item("2", absent=GONE))
    assert found(*items, absent=GONE) == []


def test_those_present_are_the_listed_ones_when_they_are_known(found, world):
    items = (world.item("1", absent=GONE), world.item("2", absent=GONE))
    assert found(*items, present=LISTED[:1]) == []
    assert found(*items, present=LISTED[1:]) == [("Bent Krog (V)",)]


def test_another_party_is_another_person(found, world):
    other = (Absence(name="Bent Krog", party="C"),)
    assert found(world.item("1", absent=other), world.item("2", absent=other)) == []
