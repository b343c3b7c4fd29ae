"""R03 beyond its page: a number beyond repair, and what is in order."""

import pytest

from sagsgang.checking import check
from sagsgang.minutes import CaseNumber, CaseNumberKind


@pytest.fixture
def found(world):
    def of(text, is_valid):
        number = CaseNumber(text=text, kind=CaseNumberKind.KLE, canonical=text, is_valid=is_valid)
        return check(world.minutes(world.item(case_number=number)), rules=["R03"]).findings

    return of


def test_a_number_with_one_obvious_repair(found):
    (finding,) = found("15.00.30-G1-1-20", False)
    assert finding.computed == ("15.00.30-G01-1-20",)
    assert "Se efter" in finding.suggestion


def test_a_number_beyond_repair_is_told_without_one(found):
    (finding,) = found("15.00.30-G01", False)
    assert finding.computed == ()
    assert finding.confidence < 0.9


def test_a_valid_number_and_no_number(found, world):
    assert found("15.00.30-G01-1-20", True) == ()
    assert check(world.minutes(), rules=["R03"]).findings == ()
