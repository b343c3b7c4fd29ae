"""F21 beyond its page: which documents and items are of one case."""

import datetime

import pytest

from sagsgang.minutes import CaseNumber, CaseNumberKind

NUMBER = CaseNumber(text="24/1234", kind=CaseNumberKind.ESDH, canonical="24/1234", is_valid=True)
OTHER = NUMBER.model_copy(update={"canonical": "24/4321"})
TEXT = "Der frigives {} mio. kr. til cykelstien langs havnen i Nordby."


@pytest.fixture
def document(world):
    def made(amount, body, day, *, number=NUMBER, title="Ny cykelsti i Nordby", **fields):
        section = world.section(TEXT.format(amount))
        item = world.item(title=title, case_number=number, sections=(section,), **fields)
        starts_at = datetime.datetime.fromisoformat(f"{day}T16:00")
        return world.minutes(item, body=body, starts_at=starts_at)

    return made


def test_two_bodies_with_two_figures(document, findings):
    council = document("4,381", "Byrådet", "2025-03-26")
    committee = document("4,318", "Teknikudvalget", "2025-03-12")
    (finding,) = findings(committee, "F21", companions=[council])
    assert finding.printed == ("4,318", "4,381")
    assert "Byrådet 26-03-2025, punkt 1" in finding.message
    assert finding.others == ()
    (back,) = findings(council, "F21", companions=[committee])
    assert back.printed == ("4,381", "4,318")


@pytest.mark.parametrize(
    "fields",
    [
        {"number": OTHER},
        {"number": None},
        {"title": "Vintertjeneste"},
        {"day": "2025-09-26"},
        {"body": "Teknikudvalget", "day": "2025-03-12"},
        {"is_closed": False, "amount": "4,3"},
    ],
)
def test_what_is_not_compared_or_agrees(document, findings, fields):
    other = {"amount": "4,381", "body": "Byrådet", "day": "2025-03-26"} | fields
    committee = document("4,318", "Teknikudvalget", "2025-03-12")
    assert findings(committee, "F21", companions=[document(**other)]) == ()


def test_without_companions_nothing_is_said(document, findings):
    assert findings(document("4,318", "Teknikudvalget", "2025-03-12"), "F21") == ()
