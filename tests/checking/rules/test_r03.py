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


def test_a_form_of_the_municipalitys_own_is_no_mistake(world):
    def minutes(*texts):
        numbers = [
            CaseNumber(text=text, kind=CaseNumberKind.KLE, canonical=text, is_valid="-G01-" in text)
            for text in texts
        ]
        return world.minutes(*(world.item(case_number=number) for number in numbers))

    def found(*texts):
        return len(check(minutes(*texts), rules=["R03"]).findings)

    assert found("00.01.00P35-0301", "13.05.16G01-0044", "82.02.00A54-0112") == 0
    assert found("00.01.00P35-0301", "13.05.16-G01-4-20", "82.02.00-G01-1-20") == 1
    assert found("00.01.00P35-0301", "00.01.00P35-0301") == 2


def test_a_valid_number_and_no_number(found, world):
    assert found("15.00.30-G01-1-20", True) == ()
    assert check(world.minutes(), rules=["R03"]).findings == ()
