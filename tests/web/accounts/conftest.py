"""People who sign in: an administrator and a case officer with passwords of their own."""

import base64
import time
from types import SimpleNamespace

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.core.cache import cache

from sagsgang.web.accounts.services import user_create

PASSWORD = "brune køer græsser roligt"


@pytest.fixture(autouse=True)
def _quick(settings):
    """Passwords are hashed quickly; rate limits count in the cache, which outlives a test."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()


@pytest.fixture
def people(db) -> SimpleNamespace:
    """`ib` keeps the accounts; `signe` and `kaj` work; none has a second step."""
    return SimpleNamespace(
        ib=user_create(
            email="ib@ny.example", name="Ib Skov", is_administrator=True, password=PASSWORD
        ),
        signe=user_create(
            email="signe@ny.example",
            name="Signe Krogh",
            title="sagsbehandler",
            password=PASSWORD,
        ),
        kaj=user_create(email="kaj@ny.example", name="Kaj Brink", password=PASSWORD),
    )


@pytest.fixture
def sign_in():
    """Signs in by the form; returns the answer."""

    def _sign_in(client, email: str, password: str = PASSWORD, **more: str):
        return client.post("/konto/log-ind/", {"login": email, "password": password, **more})

    return _sign_in


@pytest.fixture
def app_code():
    """The code that an app with this secret shows now."""

    def _code(secret: str) -> str:
        return format_hotp_value(hotp_value(secret, int(time.time()) // 30))

    return _code


@pytest.fixture
def give_app():
    """Gives an account an app, and returns its secret."""

    def _give(user) -> str:
        secret = base64.b32encode(b"12345678901234567890").decode()
        TOTP.activate(user, secret)
        return secret

    return _give
