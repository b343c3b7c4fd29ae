"""The municipality's own identity provider: finds an account by its verified mail address."""

import json
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from sagsgang.web.accounts.models import User
from sagsgang.web.accounts.services import user_create, user_deactivate
from sagsgang.web.conf.identity_providers import identity_providers

pytestmark = pytest.mark.django_db
SERVER = "https://login.ny.example"
OIDC = {
    "SAGSGANG_OIDC_SERVER": SERVER,
    "SAGSGANG_OIDC_CLIENT": "sagsgang",
    "SAGSGANG_OIDC_SECRET": "hemmelig",
    "SAGSGANG_OIDC_NAME": "Ny Kommune",
}


class Provider:
    """Answers as the provider's server would; `claims` are what it says about who came."""

    def __init__(self) -> None:
        self.claims = {"sub": "42", "email": "Signe@ny.example", "email_verified": True}
        self.is_down = False

    def request(self, method: str, url: str, **_: object) -> "Answer":
        if self.is_down:
            raise ConnectionError(url)
        path = urlsplit(url).path
        if path == "/.well-known/openid-configuration":
            return Answer(
                {
                    "issuer": SERVER,
                    "authorization_endpoint": f"{SERVER}/ud",
                    "token_endpoint": f"{SERVER}/token",
                    "userinfo_endpoint": f"{SERVER}/hvem",
                    "jwks_uri": f"{SERVER}/noegler",
                    "token_endpoint_auth_methods_supported": ["client_secret_post"],
                }
            )
        if path == "/token":
            told = {"iss": SERVER, "aud": "sagsgang", "exp": 9_999_999_999, **self.claims}
            token = jwt.encode(told, "en nøgle, der er lang nok til det her", "HS256")
            return Answer({"access_token": "a", "token_type": "Bearer", "id_token": token})
        assert path == "/hvem"
        return Answer(self.claims)


class Answer:
    """What a request gives back."""

    def __init__(self, data: dict) -> None:
        self.data = data
        self.status_code = 200
        self.headers = {"content-type": "application/json"}
        self.text = json.dumps(data)
        self.content = self.text.encode()

    def json(self) -> dict:
        return self.data

    def raise_for_status(self) -> None:
        pass


@pytest.fixture
def provider(settings, monkeypatch) -> Provider:
    settings.SOCIALACCOUNT_PROVIDERS = identity_providers(OIDC)
    provider = Provider()
    monkeypatch.setattr(
        "requests.Session.request", lambda self, method, url, **more: provider.request(method, url)
    )
    return provider


def begin(client):
    return client.post("/konto/udbyder/kommune/start/", {"next": "/konto/fravaer/"})


def come_back(client, **more: str):
    """Goes to the provider and comes back with its code."""
    page = begin(client).content.decode()
    address = page.split('content="0;url=')[1].split('"')[0].replace("&amp;", "&")
    asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    assert address.startswith(f"{SERVER}/ud?")
    assert asked["redirect_uri"] == "http://testserver/konto/oidc/kommune/svar/"
    assert asked["code_challenge_method"] == "S256"
    answer = {"code": "kode", "state": asked["state"]} | more
    return client.get("/konto/oidc/kommune/svar/", answer)


def test_nothing_is_offered_that_is_not_set(client, people):
    page = client.get("/konto/log-ind/").content.decode()
    assert "udbyder" not in page
    assert begin(client).status_code == 404
    assert client.get("/konto/oidc/kommune/svar/").status_code == 404
    assert client.get("/konto/saml/kommune/metadata/").status_code == 404


def test_a_verified_mail_address_finds_the_account(client, people, provider):
    assert "Log ind med Ny Kommune" in client.get("/konto/log-ind/").content.decode()
    answer = come_back(client)
    assert answer.headers["Location"] == "/konto/fravaer/"
    assert "Signe Krogh" in client.get("/konto/").content.decode()
    # From now on the provider's own key is enough, whatever the mail address becomes.
    provider.claims["email"] = "signe.gift@ny.example"
    again = Client()
    come_back(again)
    assert "Signe Krogh" in again.get("/konto/").content.decode()


def test_an_address_that_nobody_vouches_for_finds_nothing(client, people, provider):
    provider.claims["email_verified"] = False
    answer = come_back(client)
    assert "Du har ingen konto endnu" in answer.content.decode()
    assert "_auth_user_id" not in client.session
    assert not SocialAccount.objects.exists()


def test_unless_the_operator_trusts_the_domain(client, people, provider, settings):
    provider.claims.pop("email_verified")
    known = identity_providers(OIDC | {"SAGSGANG_OIDC_DOMAINS": "NY.example, andet.example"})
    settings.SOCIALACCOUNT_PROVIDERS = known
    come_back(client)
    assert "Signe Krogh" in client.get("/konto/").content.decode()


def test_no_account_is_made(client, people, provider):
    provider.claims["email"] = "fremmed@ny.example"
    answer = come_back(client)
    assert "Du har ingen konto endnu" in answer.content.decode()
    assert User.objects.count() == 3


def test_a_closed_account_stays_closed(client, people, provider):
    user_deactivate(actor=people.ib, account=people.signe)
    assert come_back(client).headers["Location"] == "/konto/lukket/"
    assert "_auth_user_id" not in client.session


def test_the_examples_people_are_not_found(client, people, provider):
    user_create(email="eva@ny.example", name="Eva Ek", is_example=True)
    provider.claims["email"] = "eva@ny.example"
    assert "Du har ingen konto endnu" in come_back(client).content.decode()


def test_an_answer_that_was_not_asked_for_is_refused(client, people, provider):
    come_back(client, state="gættet")
    assert "_auth_user_id" not in client.session


def test_a_provider_that_does_not_answer_is_said(client, people, provider):
    provider.is_down = True
    answer = begin(client)
    assert answer.status_code == 502
    assert "Login lykkedes ikke" in answer.content.decode()


def test_the_way_begins_with_a_post(client, people, provider):
    assert client.get("/konto/udbyder/kommune/start/").status_code == 405
    assert Client(enforce_csrf_checks=True).post("/konto/udbyder/kommune/start/").status_code == 403


SAML = {
    "SAGSGANG_SAML_METADATA_URL": "https://login.ny.example/metadata",
    "SAGSGANG_SAML_ENTITY_ID": "https://login.ny.example/saml",
    "SAGSGANG_SAML_DOMAINS": "ny.example",
}
METADATA = {
    "idp": {
        "entityId": "https://login.ny.example/saml",
        "singleSignOnService": {"url": "https://login.ny.example/sso"},
        "x509cert": "MIIB",
    }
}


@pytest.fixture
def saml(settings, monkeypatch) -> None:
    settings.ALLOWED_HOSTS = ["sager.ny.example"]
    settings.SOCIALACCOUNT_PROVIDERS = identity_providers(SAML)
    monkeypatch.setattr(
        "onelogin.saml2.idp_metadata_parser.OneLogin_Saml2_IdPMetadataParser.parse_remote",
        lambda *args, **more: METADATA,
    )


def test_saml_asks_the_provider_and_tells_its_own_metadata(people, saml):
    client = Client(headers={"host": "sager.ny.example"})
    page = client.post("/konto/udbyder/saml-kommune/start/").content.decode()
    assert 'content="0;url=https://login.ny.example/sso?SAMLRequest=' in page
    told = client.get("/konto/saml/kommune/metadata/").content.decode()
    assert 'Location="http://sager.ny.example/konto/saml/kommune/svar/"' in told
    assert 'WantAssertionsSigned="true"' in told


def test_saml_takes_no_answer_that_nobody_signed(people, saml):
    client = Client(enforce_csrf_checks=True, headers={"host": "sager.ny.example"})
    posted = client.post("/konto/saml/kommune/svar/", {"SAMLResponse": "PHNhbWw+PC9zYW1sPg=="})
    assert posted.headers["Location"] == "/konto/saml/kommune/faerdig/"
    answer = client.get("/konto/saml/kommune/faerdig/")
    assert "Login lykkedes ikke" in answer.content.decode()
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("missing", ["SAGSGANG_OIDC_CLIENT", "SAGSGANG_OIDC_SECRET"])
def test_half_a_setting_is_told_at_the_start(missing):
    with pytest.raises(ValueError, match=missing):
        identity_providers({name: v for name, v in OIDC.items() if name != missing})
    assert identity_providers({}) == {}
