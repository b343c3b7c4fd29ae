"""D01 beyond its page: agendas, closed items, and minutes that record nothing."""

from sagsgang.checking import check
from sagsgang.minutes import DocumentKind


def found(minutes):
    return [finding.item for finding in check(minutes, rules=["D01"]).findings]


def test_the_item_is_named_with_its_lines(world):
    minutes = world.minutes(world.item("1"), world.item("2", decision=None, lines=(60, 70)))
    (finding,) = check(minutes, rules=["D01"]).findings
    assert (finding.item, finding.lines, finding.place.item) == ("2", (60, 70), 1)


def test_a_closed_item_needs_none(world):
    closed = world.item("2", decision=None, is_closed=True)
    assert found(world.minutes(world.item("1"), closed)) == []


def test_an_agenda_has_none(world):
    items = (world.item("1"), world.item("2", decision=None))
    assert found(world.minutes(*items, kind=DocumentKind.AGENDA)) == []


def test_minutes_that_record_no_decision_at_all(world):
    items = (world.item("1", decision=None), world.item("2", decision=None))
    assert found(world.minutes(*items)) == []


def test_a_sheet_for_signatures_gives_a_note_only(world):
    minutes = world.minutes(
        world.item("1"), world.item("2", title="Underskriftsark", decision=None)
    )
    assert [finding.severity for finding in check(minutes, rules=["D01"]).findings] == ["notes"]
