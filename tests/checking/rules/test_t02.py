"""T02 beyond its page: which body decides, and which are heard."""

import pytest

from sagsgang.checking import check
from sagsgang.minutes import CaseStop, SectionKind


@pytest.fixture
def found(world, day):
    def bodies(*stops, **fields):
        route = tuple(CaseStop(body=body, date=day(date) if date else None) for body, date in stops)
        minutes = world.minutes(world.item(case_route=route, **fields))
        return [finding.printed[0] for finding in check(minutes, rules=["T02"]).findings]

    return bodies


COUNCIL = ("Kommunalbestyrelsen", "2025-05-27")


def test_a_council_of_elders_after_the_council(found):
    assert found(COUNCIL, ("Ældrerådet", "2025-06-03")) == ["Ældrerådet den 03-06-2025"]


@pytest.mark.parametrize("body", ["Område-MED Administrationen", "Hoved-MED", "Ungdomsrådet"])
def test_others_that_are_heard(found, body):
    assert len(found(("Byrådet", "2025-05-27"), (body, "2025-06-03"))) == 1


@pytest.mark.parametrize(
    "stop",
    [
        ("Ældrerådet", "2025-05-27"),
        ("Ældrerådet", None),
        ("Økonomiudvalget", "2025-06-03"),
        ("Direktionen", "2025-06-03"),
        ("Byrådet", "2025-06-24"),
    ],
)
def test_what_is_in_order(found, stop):
    assert found(COUNCIL, stop) == []


def test_the_last_treatment_by_the_council_counts(found):
    stops = (COUNCIL, ("Handicaprådet", "2025-06-03"), ("Kommunalbestyrelsen", "2025-06-24"))
    assert found(*stops) == []


def test_the_body_that_decides_where_the_council_does_not(found):
    stops = (("Socialudvalget", "2025-05-12"), ("Handicaprådet", "2025-05-20"))
    assert found(*stops) == []
    assert found(*stops, deciding_body="Social-udvalget") == ["Handicaprådet den 20-05-2025"]


def test_the_finding_stands_at_the_route(world, day):
    section = world.section("Byrådet", SectionKind.CASE_ROUTE)
    route = (
        CaseStop(body="Byrådet", date=day("2025-05-27")),
        CaseStop(body="Ældrerådet", date=day("2025-06-03")),
    )
    minutes = world.minutes(world.item(case_route=route, sections=(section,)))
    assert check(minutes, rules=["T02"]).findings[0].lines == (12, 14)
