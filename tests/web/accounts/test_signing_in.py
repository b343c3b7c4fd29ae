"""Signing in: what it takes, what it tells a stranger, and when it ends."""

import re

import pytest
from django.core import mail
from django.test import Client

from sagsgang.web.accounts.services import user_deactivate, user_reactivate
from sagsgang.web.audit.models import Event

from .conftest import PASSWORD

pytestmark = pytest.mark.django_db


def error_of(answer) -> str:
    return re.search(r'alert-text">([^<]*)<', answer.content.decode())[1]


def test_mail_address_and_password(client, people, sign_in):
    answer = sign_in(client, "SIGNE@ny.example ")
    assert answer.status_code == 302
    page = client.get("/konto/").content.decode()
    assert "Signe Krogh" in page
    assert "Log ud" in page
    assert Event.objects.filter(code="user_signed_in", actor=people.signe.pk).exists()


def test_a_wrong_password_tells_nothing_about_the_account(client, people, sign_in):
    known = sign_in(client, "signe@ny.example", "forkert adgangskode")
    unknown = sign_in(client, "ingen@ny.example", "forkert adgangskode")
    assert error_of(known) == error_of(unknown)
    assert "Mailadressen eller adgangskoden er ikke rigtig" in error_of(known)
    assert "_auth_user_id" not in client.session


def test_a_forgotten_password_tells_nothing_about_the_account(client, people):
    known = client.post("/konto/adgangskode/glemt/", {"email": "signe@ny.example"})
    unknown = client.post("/konto/adgangskode/glemt/", {"email": "ingen@ny.example"})
    assert known.headers["Location"] == unknown.headers["Location"] == "/konto/adgangskode/sendt/"
    assert [m.to for m in mail.outbox] == [["signe@ny.example"]]


def test_the_link_of_the_mail_works_once(client, people, sign_in):
    client.post("/konto/adgangskode/glemt/", {"email": "signe@ny.example"})
    link = re.search(r"http://testserver(/\S+)", mail.outbox[0].body)[1]
    step = client.get(link, follow=True)
    assert "Vælg en adgangskode" in step.content.decode()
    new = "fire grønne cykler i regn"
    where = step.redirect_chain[-1][0]
    client.post(where, {"password1": new, "password2": new})
    assert client.get("/konto/").status_code == 200
    assert "Linket virker ikke" in Client().get(link, follow=True).content.decode()
    assert sign_in(Client(), "signe@ny.example", new).status_code == 302
    assert sign_in(Client(), "signe@ny.example", PASSWORD).status_code == 200
    assert mail.outbox[-1].subject == "Din adgangskode er ændret"


@pytest.mark.parametrize("word", ["kort", "12345678901234", "adgangskode", "signe@ny.example"])
def test_a_weak_password_is_refused(client, people, sign_in, word):
    sign_in(client, "signe@ny.example")
    fields = {"oldpassword": PASSWORD, "password1": word, "password2": word}
    assert "form-error" in client.post("/konto/adgangskode/", fields).content.decode()
    people.signe.refresh_from_db()
    assert people.signe.check_password(PASSWORD)


def test_a_closed_account_is_told_so_only_to_whoever_knows_the_password(client, people, sign_in):
    user_deactivate(actor=people.ib, account=people.signe)
    assert sign_in(client, "signe@ny.example").headers["Location"] == "/konto/lukket/"
    assert "Kontoen er lukket" in client.get("/konto/lukket/").content.decode()
    guess = sign_in(Client(), "signe@ny.example", "forkert adgangskode")
    assert "ikke rigtig" in error_of(guess)
    client.post("/konto/adgangskode/glemt/", {"email": "signe@ny.example"})
    assert mail.outbox == []


def test_sessions_end_with_the_account_and_do_not_come_back(client, people, sign_in):
    sign_in(client, "signe@ny.example")
    assert client.get("/konto/").status_code == 200
    user_deactivate(actor=people.ib, account=people.signe)
    assert client.get("/konto/").status_code == 302
    user_reactivate(actor=people.ib, account=people.signe)
    assert client.get("/konto/").status_code == 302


def test_signing_out_everywhere_ends_the_other_sessions(client, people, sign_in):
    other = Client()
    sign_in(client, "signe@ny.example")
    sign_in(other, "signe@ny.example")
    page = client.get("/konto/").content.decode()
    key = re.search(r'name="operation" value="([^"]+)"', page)[1]
    client.post("/konto/log-ud-alle-steder/", {"operation": key})
    assert client.get("/konto/").status_code == other.get("/konto/").status_code == 302


def test_signing_out_takes_a_post(client, people, sign_in):
    sign_in(client, "signe@ny.example")
    client.get("/konto/log-ud/")
    assert client.get("/konto/").status_code == 200
    client.post("/konto/log-ud/")
    assert client.get("/konto/").status_code == 302


def test_forms_of_other_sites_are_refused(people, sign_in):
    strict = Client(enforce_csrf_checks=True)
    assert sign_in(strict, "signe@ny.example").status_code == 403
    strict.force_login(people.ib)
    assert strict.post(f"/administration/brugere/{people.signe.pk}/luk/").status_code == 403
    assert strict.post("/eksempel/proev-som/", {"role": "borger"}).status_code == 403


@pytest.mark.parametrize(
    "elsewhere",
    ["https://ondt.example/", "//ondt.example/", "http:ondt.example", "javascript:alert(1)"],
)
def test_nobody_is_sent_elsewhere(client, people, sign_in, elsewhere):
    answer = sign_in(client, "signe@ny.example", next=elsewhere)
    assert answer.status_code == 302
    assert "ondt" not in answer.headers["Location"]
    assert "alert" not in answer.headers["Location"]
    out = client.post("/konto/log-ud/", {"next": elsewhere})
    assert "ondt" not in out.headers["Location"]


def test_one_comes_back_to_where_one_was_going(client, people, sign_in):
    asked = client.get("/konto/fravaer/")
    assert asked.headers["Location"] == "/konto/log-ind/?next=/konto/fravaer/"
    answer = sign_in(client, "signe@ny.example", next="/konto/fravaer/")
    assert answer.headers["Location"] == "/konto/fravaer/"


def test_guessing_is_slowed_down_for_the_account_and_not_for_others(client, people, sign_in):
    answers = [sign_in(client, "signe@ny.example", f"forkert nummer {n}") for n in range(6)]
    assert "ikke rigtig" in error_of(answers[4])
    assert "for mange forsøg" in error_of(answers[5])
    assert "for mange forsøg" in error_of(sign_in(client, "signe@ny.example"))
    assert sign_in(Client(), "kaj@ny.example").status_code == 302


def test_asking_for_many_pages_of_sign_in_is_told_to_wait(client, people, sign_in):
    answers = [sign_in(client, f"nr{n}@ny.example", "forkert") for n in range(31)]
    assert answers[-1].status_code == 429
    assert "For mange forsøg" in answers[-1].content.decode()


@pytest.mark.parametrize(
    "address", ["/konto/opret/", "/konto/signup/", "/accounts/signup/", "/konto/mail/"]
)
def test_nobody_signs_up(client, db, address):
    assert client.get(address).status_code == 404


def test_the_sign_in_cookie_is_ours_alone(client, people, sign_in):
    cookie = sign_in(client, "signe@ny.example").cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == 12 * 60 * 60
