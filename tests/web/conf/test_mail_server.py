"""Mail goes through the server that a URL names, and a password never in the clear."""

import pytest

from sagsgang.web.conf.mail_server import mail_settings


def test_without_a_url_there_is_only_a_sender():
    assert mail_settings("").keys() == {"DEFAULT_FROM_EMAIL", "SERVER_EMAIL"}


def test_a_relay_on_the_machine():
    settings = mail_settings("smtp://localhost?from=sagsgang@ny.example")
    assert (settings["EMAIL_HOST"], settings["EMAIL_PORT"]) == ("localhost", 25)
    assert not settings["EMAIL_USE_TLS"]
    assert not settings["EMAIL_USE_SSL"]
    assert settings["DEFAULT_FROM_EMAIL"] == "sagsgang@ny.example"


def test_a_password_asks_for_a_secret_connection():
    settings = mail_settings("smtp://anna:hem%40lig@post.ny.example:587?from=a@ny.example")
    assert (settings["EMAIL_HOST_USER"], settings["EMAIL_HOST_PASSWORD"]) == ("anna", "hem@lig")
    assert settings["EMAIL_PORT"] == 587
    assert settings["EMAIL_USE_TLS"]
    assert not settings["EMAIL_USE_SSL"]


def test_a_server_that_is_secret_from_the_start():
    settings = mail_settings("smtps://anna:ord@post.ny.example?from=a@ny.example")
    assert (settings["EMAIL_PORT"], settings["EMAIL_USE_SSL"]) == (465, True)
    assert not settings["EMAIL_USE_TLS"]


@pytest.mark.parametrize("url", ["imap://post.ny.example", "smtp://?from=a@b", "smtp://vaert"])
def test_another_address_is_refused(url):
    with pytest.raises(ValueError, match="SAGSGANG_MAIL_URL"):
        mail_settings(url)
