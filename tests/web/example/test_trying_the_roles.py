"""On the example everyone may be anyone; where somebody real works, nobody may."""

import pytest
from django.core.cache import cache

from sagsgang.web.accounts.models import User
from sagsgang.web.accounts.services import user_create, user_deactivate
from sagsgang.web.bodies.models import Municipality, Person, Role
from sagsgang.web.example.selectors import trial_of, trials

pytestmark = pytest.mark.django_db
PLACE = "/eksempel/proev-som/"


@pytest.fixture
def town(world):
    """The world's people as an example's."""
    cache.clear()
    Municipality.objects.update(is_example=True)
    User.objects.update(is_example=True)
    world.assign(world.people["stranger"], Role.ANALYST)
    return world


def who(client) -> str | None:
    key = client.session.get("_auth_user_id")
    return User.objects.get(pk=key).name if key else None


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("sekretaer", "Ulla Fenger"),
        ("sagsbehandler", "Signe Krogh"),
        ("leder", "Lone Dam"),
        ("oekonomikonsulent", "Per Holt"),
        ("medlem", "Anja Lind"),
        ("formand", "Bo Vang"),
        ("analytiker", "Ole Nord"),
        ("administrator", "Ib Skov"),
    ],
)
def test_one_click_is_enough(client, town, role, name):
    assert client.post(PLACE, {"role": role}).status_code == 303
    assert who(client) == name
    page = client.get("/konto/").content.decode()
    assert f"Du prøver som {name}" in page
    assert "skift rolle" in page


def test_the_front_page_offers_every_role(client, town):
    page = client.get("/").content.decode()
    assert "Prøv Sagsgang som" in page
    assert page.count('name="role"') == 9
    client.post(PLACE, {"role": "leder"})
    assert "Prøv Sagsgang som" in client.get("/").content.decode()


def test_the_member_leads_nothing_where_there_is_one(client, town):
    town.seat(town.people["member"], town.body("Kajudvalget"), post="vice_chair")
    assert trial_of("medlem").account == town.people["member"]
    other = town.user("other", "Nina Ask")
    User.objects.filter(pk=other.pk).update(is_example=True)
    town.seat(other, town.bodies["Havneudvalget"])
    assert trial_of("medlem").account == other
    assert trial_of("formand").account == town.people["chair"]


@pytest.mark.parametrize(
    ("wanted", "address"),
    [
        ("/sager/?tilstand=draft", "/sager/?tilstand=draft"),
        ("", "/arbejde/"),
        ("https://andetsteds.example/", "/arbejde/"),
        ("//andetsteds.example/", "/arbejde/"),
        ("javascript:alert(1)", "/arbejde/"),
    ],
)
def test_it_leads_to_a_page_of_ours(client, town, wanted, address):
    answer = client.post(PLACE, {"role": "sekretaer", "next": wanted})
    assert (answer.status_code, answer.headers["Location"]) == (303, address)


def test_a_citizen_has_no_account(client, town):
    client.post(PLACE, {"role": "leder"})
    answer = client.post(PLACE, {"role": "borger"}, follow=True)
    assert who(client) is None
    assert "Du læser som borger" in answer.content.decode()


def test_one_real_account_closes_the_doors(client, town):
    client.post(PLACE, {"role": "administrator"})
    user_create(email="rigtig@ny.example", name="Rigtig Person")
    for role in ("sekretaer", "administrator", "borger"):
        assert client.post(PLACE, {"role": role}).status_code == 404
    assert client.get("/konto/").status_code == 302
    assert "Prøv Sagsgang som" not in client.get("/").content.decode()
    assert trials() == []


def test_real_accounts_are_never_tried(client, world):
    Municipality.objects.update(is_example=True)
    assert client.post(PLACE, {"role": "sekretaer"}).status_code == 404
    assert who(client) is None


def test_who_works_in_a_real_municipality_is_not_tried(client, town):
    other = Municipality.objects.create(name="Anden Kommune", slug="anden", sort_key=b"anden")
    town.people["secretary"].assignments.update(municipality=other)
    body = town.body("Rådet", "council")
    body.municipality = other
    body.save()
    town.seat(town.people["manager"], body)
    assert Person.objects.filter(user=town.people["manager"]).exists()
    assert trial_of("sekretaer") is None
    assert trial_of("leder") is None
    assert client.post(PLACE, {"role": "sekretaer"}).status_code == 404


def test_a_closed_account_is_not_tried(client, town):
    user_deactivate(actor=town.people["administrator"], account=town.people["case_officer"])
    client.post(PLACE, {"role": "sagsbehandler"})
    assert who(client) == "Kaj Brink"


@pytest.mark.parametrize("role", ["", "konge", "sekretaer' or 1=1"])
def test_a_role_that_is_none(client, town, role):
    assert client.post(PLACE, {"role": role}).status_code == 404
    assert who(client) is None


def test_only_by_a_form_of_ours(client, town):
    assert client.get(PLACE, {"role": "leder"}).status_code == 405
    assert who(client) is None


def test_an_empty_installation_offers_nothing(client, db):
    assert "Prøv Sagsgang som" not in client.get("/").content.decode()


def test_trying_is_quick(client, town, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        assert client.get("/").status_code == 200
