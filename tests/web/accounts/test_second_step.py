"""The second step: an app that shows codes, what it guards, and who must have one."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client

from sagsgang.web.accounts.adapters import SecondStepAdapter
from sagsgang.web.accounts.services import second_step_reset, user_create
from sagsgang.web.audit.models import Event
from sagsgang.web.design.refusal import Refusal

pytestmark = pytest.mark.django_db


def test_an_app_is_taken_into_use_and_asked_for(
    client, people, sign_in, app_code, django_capture_on_commit_callbacks
):
    sign_in(client, "signe@ny.example")
    page = client.get("/konto/to-trin/app/").content.decode()
    assert '<svg class="qr-code"' in page
    secret = re.search(r'totp-secret">([A-Z2-7=]+)<', page)[1]
    assert "form-error" in client.post("/konto/to-trin/app/", {"code": "000"}).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        done = client.post("/konto/to-trin/app/", {"code": app_code(secret)}, follow=True)
    codes = re.findall(r"<li><code>(\d{8})</code>", done.content.decode())
    assert len(codes) == 10
    assert Event.objects.filter(code="second_step_added").count() == 2
    assert "Nyt andet trin" in [m.subject for m in mail.outbox]

    again = Client()
    assert sign_in(again, "signe@ny.example").headers["Location"] == "/konto/to-trin/kode/"
    assert again.get("/konto/").status_code == 302
    wrong = again.post("/konto/to-trin/kode/", {"code": "123"})
    assert "form-error" in wrong.content.decode()
    again.post("/konto/to-trin/kode/", {"code": codes[0]})
    assert again.get("/konto/").status_code == 200

    third = Client()
    sign_in(third, "signe@ny.example")
    third.post("/konto/to-trin/kode/", {"code": codes[0]})
    assert third.get("/konto/").status_code == 302


def test_the_apps_code_lets_in(client, people, sign_in, give_app, app_code):
    secret = give_app(people.signe)
    sign_in(client, "signe@ny.example")
    client.post("/konto/to-trin/kode/", {"code": app_code(secret)})
    assert client.get("/konto/").status_code == 200


def test_secrets_are_unreadable_in_the_database(people, give_app, settings):
    secret = give_app(people.signe)
    kept = Authenticator.objects.get(user=people.signe).data["secret"]
    assert secret not in kept
    assert SecondStepAdapter().decrypt(kept) == secret
    settings.SECRET_KEY = "en anden nøgle"
    other = SecondStepAdapter().decrypt(kept)
    assert other not in ("", secret)


def test_guessing_codes_is_slowed_down(client, people, sign_in, give_app, app_code):
    secret = give_app(people.signe)
    sign_in(client, "signe@ny.example")
    for guess in range(12):
        client.post("/konto/to-trin/kode/", {"code": f"{guess:06}"})
    client.post("/konto/to-trin/kode/", {"code": app_code(secret)})
    assert client.get("/konto/").status_code == 302


def test_reset_by_an_administrator(client, people, sign_in, give_app):
    give_app(people.signe)
    client.force_login(people.signe)
    second_step_reset(actor=people.ib, account=people.signe)
    assert not Authenticator.objects.filter(user=people.signe).exists()
    assert client.get("/konto/").status_code == 302
    assert mail.outbox[-1].to == ["signe@ny.example"]
    with pytest.raises(Refusal):
        second_step_reset(actor=people.ib, account=people.signe)
    give_app(people.ib)
    with pytest.raises(Refusal):
        second_step_reset(actor=people.ib, account=people.ib)


@pytest.fixture
def required(settings):
    settings.SAGSGANG_REQUIRE_MFA = True


def goes_to_second_step(client) -> bool:
    answer = client.get("/kommuner/")
    return answer.headers.get("Location") == "/konto/to-trin/?krav=1"


def test_who_works_in_the_administration_must_have_one(client, world, required, give_app):
    for key in ("case_officer", "secretary", "administrator"):
        client.force_login(world.people[key])
        assert goes_to_second_step(client), key
        assert client.get("/konto/to-trin/?krav=1").status_code == 200
    give_app(world.people["secretary"])
    client.force_login(world.people["secretary"])
    assert client.get("/kommuner/").status_code == 200


def test_others_and_the_example_need_none(client, world, required):
    client.force_login(world.people["member"])
    assert client.get("/kommuner/").status_code == 200
    example = user_create(
        email="e@n.example", name="Eva Ek", is_example=True, is_administrator=True
    )
    client.force_login(example)
    assert client.get("/kommuner/").status_code == 200
    assert Client().get("/kommuner/").status_code == 200


def test_who_comes_by_the_identity_provider_has_had_hers_there(client, world, required):
    officer = world.people["case_officer"]
    client.force_login(officer)
    session = client.session
    session["account_authentication_methods"] = [{"method": "socialaccount", "at": 0}]
    session["account_authentication_methods_user"] = str(officer.pk)
    session.save()
    assert client.get("/kommuner/").status_code == 200


def test_it_is_not_asked_for_where_it_is_not_required(client, world):
    client.force_login(world.people["secretary"])
    assert client.get("/kommuner/").status_code == 200
