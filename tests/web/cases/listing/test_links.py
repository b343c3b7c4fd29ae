"""A case is tied to others that one may read, and to items of the archive."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied

from sagsgang.minutes import CaseNumber, CaseNumberKind
from sagsgang.web.archive.same_number import items_of_number
from sagsgang.web.cases.listing.link_selectors import cases_to_link, link_rows
from sagsgang.web.cases.listing.link_services import (
    case_link_add,
    case_link_address,
    case_link_remove,
)
from sagsgang.web.cases.models import CaseLink, CaseState
from sagsgang.web.cases.services import search_text_update
from sagsgang.web.design.refusal import Refusal

pytestmark = pytest.mark.django_db
ITEM = "/ny/havneudvalget/2031-03-04/punkt/1/"


@pytest.fixture
def case(world):
    return world.case()


def test_tied_by_address_to_a_case_and_to_the_archive(world, case):
    officer = world.people["case_officer"]
    other = world.case(title="Den gamle sag")
    for address in (f"/sager/{other.pk}/", f"https://sagsgang.example/sager/{other.pk}/?a=b#c"):
        case_link_address(case=case, actor=officer, address=address, relation="earlier")
    case_link_address(
        case=case, actor=officer, address=f"http://localhost{ITEM}", relation="related", title="Kaj"
    )
    rows = link_rows(user=officer, case=case)
    assert [(row.link.relation, row.path) for row in rows] == [
        ("earlier", f"/sager/{other.pk}/"),
        ("related", ITEM),
    ]
    for row in (rows[0], rows[0]):
        case_link_remove(case=case, actor=officer, link=row.link.pk)
    assert case.links.count() == 1


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/",
        "javascript:alert(1)",
        "/konto/",
        "//ond.example/x",
        "",
        "/sager/",
        ITEM + "x" * 400,
        "/sager/999999/",
    ],
)
def test_other_addresses_are_refused(world, case, address):
    with pytest.raises(Refusal):
        case_link_address(
            case=case, actor=world.people["case_officer"], address=address, relation="related"
        )


def test_a_case_that_one_may_not_read_is_as_one_that_is_not(world, case):
    secret = world.case(title="Hemmelig", is_closed=True, officer=world.people["manager"])
    colleague = world.people["colleague"]
    own = world.case(officer=colleague)
    said = set()
    for key in (secret.pk, 999999):
        with pytest.raises(Refusal) as refused:
            case_link_address(
                case=own, actor=colleague, address=f"/sager/{key}/", relation="related"
            )
        said.add(str(refused.value.message))
    assert len(said) == 1
    search_text_update(secret)
    assert cases_to_link(user=colleague, case=own, words="hemmelig") == []
    CaseLink.objects.create(case=own, other=secret)
    assert link_rows(user=colleague, case=own) == []
    assert len(link_rows(user=world.people["manager"], case=own)) == 1


def test_only_those_who_write_tie(world, case):
    other = world.case()
    for key in ("colleague", "manager", "secretary", "stranger"):
        with pytest.raises(PermissionDenied):
            case_link_add(case=case, actor=world.people[key], other=other, relation="related")
    with pytest.raises(Refusal):
        case_link_add(case=case, actor=world.people["case_officer"], other=case, relation="related")


def test_the_page(world, case, client):
    other = world.case(title="Den gamle sag", state=CaseState.APPROVED)
    search_text_update(other)
    client.force_login(world.people["case_officer"])
    path = f"/sager/{case.pk}/tilknytninger/"
    assert "Den gamle sag" in client.get(f"{path}?q=gamle").content.decode()
    form = {"operation": uuid.uuid4(), "address": f"/sager/{other.pk}/", "relation": "earlier"}
    for _ in range(2):
        assert client.post(f"{path}tilfoej/", form).status_code == 303
    link = case.links.get()
    bad = {"operation": uuid.uuid4(), "address": "https://example.org", "relation": "earlier"}
    answer = client.post(f"{path}tilfoej/", bad)
    assert answer.status_code == 422
    assert "https://example.org" in answer.content.decode()
    gone = client.post(f"{path}{link.pk}/fjern/", {"operation": uuid.uuid4()})
    assert gone.status_code == 303
    assert not case.links.exists()
    client.force_login(world.people["colleague"])
    assert client.get(path).status_code == 200
    assert client.post(f"{path}tilfoej/", form).status_code == 403


def test_the_archive_is_asked_for_the_same_number(world, case, client, put, minutes, item):
    number = CaseNumber(
        text=case.number, kind=CaseNumberKind.KLE, canonical=case.number, is_valid=True
    )
    section = ("Beslutning", "Godkendt.")
    put(
        minutes(
            item("1", "Skure ved kajen", section, case_number=number),
            item("2", "Lukket om skure", section, case_number=number, is_closed=True),
            item("3", "Noget andet", section),
        )
    )
    client.force_login(world.people["case_officer"])
    path = f"/sager/{case.pk}/tilknytninger/"
    page = client.get(path).content.decode()
    assert "Skure ved kajen" in page
    assert "Lukket om skure" not in page
    assert "Noget andet" not in page
    (found,) = items_of_number(case)
    form = {"operation": uuid.uuid4(), "address": found["path"], "relation": "earlier"}
    assert client.post(f"{path}tilfoej/", form | {"title": found["title"]}).status_code == 303
    assert [row.title for row in link_rows(user=case.officer, case=case)] == ["Skure ved kajen"]
    assert items_of_number(case) == []
