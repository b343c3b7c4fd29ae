"""When something is wrong the page says what, and what to do; in Danish unless told otherwise."""

import pytest
from django.test import Client, RequestFactory

from sagsgang.web.design.errors import server_error

pytestmark = pytest.mark.django_db


def test_404_says_where_to_go_on(client):
    answer = client.get("/findes/ikke/her/")
    assert answer.status_code == 404
    page = answer.content.decode()
    assert "Siden findes ikke" in page
    assert 'href="/kommuner/"' in page
    assert '<html lang="da">' in page


def test_403_when_the_site_takes_no_documents(client, settings):
    settings.SAGSGANG_UPLOAD = False
    answer = client.get("/tilfoej/")
    assert answer.status_code == 403
    assert "Det kan du ikke gøre her" in answer.content.decode()
    assert "/tilfoej/" not in client.get("/").content.decode()


def test_403_when_the_form_is_not_ours():
    answer = Client(enforce_csrf_checks=True).post("/tilfoej/", {})
    assert answer.status_code == 403
    assert answer.headers["Sagsgang-Form"] == "stale"
    assert "Formularen blev ikke modtaget" in answer.content.decode()


def test_400_for_what_cannot_be_used(client):
    answer = client.get("/", headers={"host": "en anden vært"})
    assert answer.status_code == 400
    assert "Forespørgslen kunne ikke bruges" in answer.content.decode()


def test_500_leans_on_nothing_that_may_have_failed(client, monkeypatch, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = server_error(RequestFactory().get("/")).content.decode()
    assert "Noget gik galt" in page

    def fail(**_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("sagsgang.web.archive.views.overview.selectors.archive_is_empty", fail)
    client.raise_request_exception = False
    answer = client.get("/")
    assert answer.status_code == 500
    assert "Fejlen er vores" in answer.content.decode()


def test_english_is_chosen_with_a_cookie_and_not_by_the_browser(client):
    danish = client.get("/findes/ikke/her/", headers={"accept-language": "en"})
    assert "Siden findes ikke" in danish.content.decode()
    answer = client.post("/sprog/", {"language": "en", "next": "/kommuner/"})
    assert answer.headers["Location"] == "/kommuner/"
    english = client.get("/kommuner/")
    assert '<html lang="en">' in english.content.decode()
    assert "Municipalities" in english.content.decode()
    assert english.headers["Content-Language"] == "en"
    assert "Cookie" in english.headers["Vary"]


def test_the_language_form_never_leads_to_another_site(client):
    answer = client.post("/sprog/", {"language": "en", "next": "https://andetsteds.example/"})
    assert answer.headers["Location"].startswith("/")
    client.cookies["sprog"] = "../../etc"
    assert client.get("/").headers["Content-Language"] == "da"
