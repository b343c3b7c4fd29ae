"""What administrators do with accounts, and that nobody else does any of it."""

import re
from uuid import uuid4

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client

from sagsgang.web.accounts import services
from sagsgang.web.accounts.models import User
from sagsgang.web.accounts.selectors import accounts_found
from sagsgang.web.audit.models import Event
from sagsgang.web.design.refusal import Refusal

pytestmark = pytest.mark.django_db
INVITED = {"name": "Ny Medarbejder", "email": "Ny@Ny.example", "title": "leder"}


def test_an_invited_person_chooses_her_password_by_the_mail(client, people):
    client.force_login(people.ib)
    answer = client.post("/administration/brugere/ny/", INVITED | {"operation": uuid4()})
    account = User.objects.get(email="ny@ny.example")
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"/administration/brugere/{account.pk}/"
    assert not account.has_usable_password()
    (sent,) = mail.outbox
    assert sent.to == ["ny@ny.example"]
    link = re.search(r"http://testserver(/\S+)", sent.body)[1]
    hers = Client()
    page = hers.get(link, follow=True)
    word = "tolv ænder på en sø"
    hers.post(page.redirect_chain[-1][0], {"password1": word, "password2": word})
    assert hers.get("/konto/").status_code == 200
    assert {e.code for e in Event.objects.filter(subject_key=f"user:{account.pk}")} >= {
        "user_created",
        "user_invited",
        "password_changed",
    }


def test_sent_twice_it_is_one_account_and_one_mail(client, people):
    client.force_login(people.ib)
    form = INVITED | {"operation": uuid4()}
    first = client.post("/administration/brugere/ny/", form)
    second = client.post("/administration/brugere/ny/", form)
    assert first.headers["Location"] == second.headers["Location"]
    assert len(mail.outbox) == 1


def test_a_mail_address_has_one_account(client, people):
    client.force_login(people.ib)
    form = INVITED | {"email": "SIGNE@ny.example", "operation": uuid4()}
    page = client.post("/administration/brugere/ny/", form).content.decode()
    assert "Der er allerede en konto" in page
    assert 'value="Ny Medarbejder"' in page
    assert User.objects.count() == 3
    assert mail.outbox == []


@pytest.mark.parametrize("name", ["", "   "])
def test_an_account_has_a_name(people, name):
    with pytest.raises(Refusal):
        services.user_create(email="x@ny.example", name=name)


def test_nobody_else_sees_or_does_it(client, people):
    key = people.kaj.pk
    pages = ["", "ny/", f"{key}/", f"{key}/ret/"]
    writes = [f"{key}/{word}/" for word in ("luk", "aabn", "link", "nulstil-andet-trin")]
    for page in [*pages, *writes]:
        answer = client.get(f"/administration/brugere/{page}")
        assert answer.headers["Location"].startswith("/konto/log-ind/")
    client.force_login(people.signe)
    assert {client.get(f"/administration/brugere/{p}").status_code for p in pages} == {404}
    posts = {client.post(f"/administration/brugere/{p}").status_code for p in writes}
    assert posts == {404}
    assert client.get(f"/administration/brugere/{key}/fravaer/").status_code == 403
    assert "Brugere" not in client.get("/konto/").content.decode()


def test_every_service_asks_the_gate(people):
    signe, kaj = people.signe, people.kaj
    address = "https://sager.example"
    tries = [
        lambda: services.user_invite(actor=signe, email="a@b.dk", name="A", address=address),
        lambda: services.user_link_send(actor=signe, account=kaj, address=address),
        lambda: services.user_change(
            actor=signe, account=kaj, email="a@b.dk", name="A", title="", is_administrator=True
        ),
        lambda: services.user_deactivate(actor=signe, account=kaj),
        lambda: services.user_reactivate(actor=signe, account=kaj),
        lambda: services.second_step_reset(actor=signe, account=kaj),
    ]
    for attempt in tries:
        with pytest.raises(PermissionDenied):
            attempt()
    services.user_deactivate(actor=people.ib, account=people.kaj)
    people.ib.is_active = False
    with pytest.raises(PermissionDenied):
        services.user_reactivate(actor=people.ib, account=people.kaj)


def test_changing_is_told_in_the_history(client, people):
    client.force_login(people.ib)
    form = {"name": "Signe Krogh Dam", "email": "signe@ny.example", "title": "fagchef"}
    address = f"/administration/brugere/{people.signe.pk}/ret/"
    assert client.post(address, form | {"operation": uuid4()}).status_code == 303
    event = Event.objects.get(code="user_changed")
    assert event.sentence == (
        "Ib Skov har ændret navnet fra Signe Krogh og titlen for Signe Krogh Dam"
    )
    client.post(address, form | {"operation": uuid4()})
    assert Event.objects.filter(code="user_changed").count() == 1


def test_an_administrator_does_not_lock_herself_out(people):
    with pytest.raises(Refusal):
        services.user_deactivate(actor=people.ib, account=people.ib)
    with pytest.raises(Refusal):
        services.user_change(
            actor=people.ib,
            account=people.ib,
            email="ib@ny.example",
            name="Ib Skov",
            title="",
            is_administrator=False,
        )


def test_a_closed_account_gets_no_link(people):
    services.user_deactivate(actor=people.ib, account=people.kaj)
    with pytest.raises(Refusal):
        services.user_link_send(actor=people.ib, account=people.kaj, address="https://x.example")
    assert mail.outbox == []


def test_the_list_is_in_danish_order_and_searched_whatever_the_case(client, people):
    for number, name in enumerate(["Åse Ørum", "Ærlig Ås", "Zenia Bo", "Øjvind Aa"]):
        services.user_create(email=f"n{number}@ny.example", name=name, title="ØKONOM")
    names = [account.name for account in accounts_found()]
    assert names[-4:] == ["Zenia Bo", "Ærlig Ås", "Øjvind Aa", "Åse Ørum"]
    assert [a.name for a in accounts_found("ørum åse")] == ["Åse Ørum"]
    assert len(accounts_found("økonom n")) == 4
    assert not accounts_found("%")
    client.force_login(people.ib)
    assert "Ingen fundet" in client.get("/administration/brugere/?soeg=qqq").content.decode()


def test_the_list_is_paginated_and_quick(client, people, django_assert_max_num_queries):
    for number in range(60):
        services.user_create(email=f"n{number}@ny.example", name=f"Nr {number}")
    client.force_login(people.ib)
    with django_assert_max_num_queries(12):
        page = client.get("/administration/brugere/?vis=active").content.decode()
    assert page.count('<th scope="row">') == 50
    assert "?vis=active&amp;side=2" in page


def test_one_changes_ones_own_name(client, people):
    client.force_login(people.signe)
    client.post("/konto/navn/", {"name": " Signe  Holm ", "operation": uuid4()})
    people.signe.refresh_from_db()
    assert people.signe.name == "Signe Holm"
    assert bytes(people.signe.sort_key).startswith(b"signe holm")
    assert people.signe.search_text.startswith("signe holm")


def test_the_first_real_account_signs_the_example_out(client):
    eva = services.user_create(
        email="e@n.example", name="Eva", is_example=True, is_administrator=True
    )
    client.force_login(eva)
    assert client.get("/administration/brugere/").status_code == 200
    form = INVITED | {"operation": uuid4()}
    client.post("/administration/brugere/ny/", form)
    assert User.objects.get(email="ny@ny.example").is_example
    assert client.get("/administration/brugere/").status_code == 200
    services.administrator_make(email="rigtig@ny.example", name="Rigtig Administrator")
    assert client.get("/administration/brugere/").status_code == 302
