"""The list and its search never show what one may not read."""

import itertools
import random

import pytest
from django.contrib.auth.models import AnonymousUser

from sagsgang.web.cases.listing.selectors import (
    ORDERS,
    Asked,
    case_page,
    cases_found,
    waiting_count,
)
from sagsgang.web.cases.models import Case, CaseState, FinanceStatement
from sagsgang.web.cases.permissions import case_may
from sagsgang.web.cases.services import search_text_update

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(world):
    def _case(title="Nye cykelskure", **fields):
        made = world.case(title=title, **fields)
        search_text_update(made)
        return made

    return _case


def titles(user, **asked):
    return [each.title for each in case_page(user=user, asked=Asked(**asked)).cases]


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("cykelskure", True),
        ("CYKELSKURE", True),
        ("15.00.00-A00", True),
        ("bygges skure", True),
        ("ærøskøbing", False),
        ("100%", False),
        ("_", False),
    ],
)
def test_searching_in_number_title_and_text(world, case, words, is_found):
    case()
    assert bool(titles(world.people["case_officer"], words=words)) is is_found


def test_danish_letters_are_found_however_cased(world, case):
    case(title="ØLANDS Ældreråd på Ålholm")
    for words in ("ølands", "ÆLDRERÅD", "ålholm"):
        assert titles(world.people["case_officer"], words=words)


def test_search_never_finds_what_the_gate_closes(world, case):
    chance = random.Random(7)
    words = ["kaj", "mole", "bolværk", "fyrtårn"]
    users = [*world.people.values(), AnonymousUser()]
    for state, is_closed in itertools.product(CaseState.values, (False, True)):
        for _ in range(2):
            title = " ".join(chance.sample(words, 2))
            officer = chance.choice([world.people["case_officer"], world.people["stranger"]])
            made = case(title=title, state=state, is_closed=is_closed, officer=officer)
            if chance.random() < 0.5:
                FinanceStatement.objects.create(case=made, asked_by=made.officer)
    every = list(Case.objects.all())
    for user, word in itertools.product(users, words):
        expected = {c.pk for c in every if word in c.title and case_may(user, "case_read", c)}
        found = cases_found(user=user, asked=Asked(words=word))
        assert set(found.values_list("pk", flat=True)) == expected


def test_a_closed_case_is_not_there_for_a_colleague(world, case, client):
    case(title="Køb af grund", is_closed=True)
    client.force_login(world.people["colleague"])
    for query in ("", "?q=grund", "?tilstand=draft"):
        page = client.get(f"/sager/{query}").content.decode()
        assert "Køb af grund" not in page
    client.force_login(world.people["case_officer"])
    assert "Køb af grund" in client.get("/sager/").content.decode()


def test_states_bodies_and_whose(world, case):
    officer = world.people["case_officer"]
    case(title="Kladde")
    case(title="Sendt", state=CaseState.SENT)
    case(title="En andens", officer=world.people["colleague"])
    case(title="Delt", officer=world.people["colleague"]).co_officers.add(officer)
    assert titles(officer, state="sent") == ["Sendt"]
    assert set(titles(officer, whose="mine")) == {"Kladde", "Sendt", "Delt"}
    assert titles(officer, body=world.bodies["Byrådet"].pk) == []
    assert set(titles(officer, whose="venter")) == {"Kladde", "Delt"}
    manager = world.people["manager"]
    assert titles(manager, whose="venter") == ["Sendt"]
    assert waiting_count(manager) == 1
    reviewer = world.people["finance_reviewer"]
    FinanceStatement.objects.create(case=Case.objects.get(title="Sendt"), asked_by=officer)
    assert titles(reviewer, whose="venter") == ["Sendt"]
    assert waiting_count(AnonymousUser()) == 0


@pytest.mark.parametrize("order", ORDERS)
def test_every_order_gives_every_case(world, case, order):
    for title in ("a", "b", "c"):
        case(title=title)
    assert sorted(titles(world.people["case_officer"], order=order)) == ["a", "b", "c"]


def test_fifty_a_page_in_few_queries(world, case, client, django_assert_max_num_queries):
    for number in range(52):
        case(title=f"Sag {number}")
    user = world.people["case_officer"]
    client.force_login(user)
    with django_assert_max_num_queries(12):
        first = client.get("/sager/?q=sag").content.decode()
    assert first.count("<tr>") == 51
    assert "side=2" in first
    second = client.get("/sager/?q=sag&side=2").content.decode()
    assert second.count("<tr>") == 3
    assert "side=3" not in second


@pytest.mark.parametrize(
    "query",
    [
        "?side=0",
        "?side=-1",
        "?side=99999999999999999999",
        "?side=x",
        "?udvalg=abc",
        "?udvalg=²",
        "?tilstand=hemmelig",
        "?orden=number;drop",
        "?q=%00",
        "?q=" + "a" * 5000,
        "?hvis=alle",
    ],
)
def test_a_strange_address_is_an_ordinary_list(world, case, client, query):
    case()
    client.force_login(world.people["case_officer"])
    assert client.get(f"/sager/{query}").status_code == 200


def test_who_has_a_list_at_all(world, client):
    assert client.get("/sager/").status_code == 302
    for key, status in (("member", 200), ("secretary", 200), ("stranger", 403)):
        client.force_login(world.people[key])
        assert client.get("/sager/").status_code == status
