"""Hjælp shows the manual, opens at the reader's own role, and no link or picture in it is dead."""

import re

import pytest

from sagsgang.web.bodies.naming import RESERVED
from sagsgang.web.desk.manual import FOLDER, NAMES, manual_page, pages_of

pytestmark = pytest.mark.django_db


def test_every_file_of_the_manual_is_a_page_and_every_page_a_file():
    assert {path.stem for path in FOLDER.glob("*.md")} == set(NAMES)


def test_hjaelp_is_no_municipality():
    assert "hjaelp" in RESERVED


def test_whoever_is_not_signed_in_reads_the_first_page(client):
    shown = client.get("/hjaelp/")
    assert shown.status_code == 200
    assert "<h1>Brugervejledning</h1>" in shown.content.decode()


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("case_officer", "sagsbehandler"),
        ("manager", "leder"),
        ("finance_reviewer", "oekonomikonsulent"),
        ("secretary", "sekretaer"),
        ("member", "medlem"),
        ("administrator", "administrator"),
    ],
)
def test_it_opens_at_the_readers_own_role(client, world, key, name):
    person = world.people[key]
    assert pages_of(person)[0] == name
    client.force_login(person)
    shown = client.get("/hjaelp/").content.decode()
    assert f"<h1>{manual_page(name).title}</h1>" in shown
    assert 'href="/hjaelp/"' in client.get("/arbejde/").content.decode()


@pytest.mark.parametrize("name", NAMES)
def test_no_link_and_no_picture_is_dead(client, name):
    shown = client.get(f"/hjaelp/{name}/")
    assert shown.status_code == 200
    article = re.search(r"<article.*?</article>", shown.content.decode(), re.DOTALL).group()
    for address in re.findall(r'(?:href|src)="([^"]+)"', article):
        assert address.startswith("/hjaelp/"), address
        assert client.get(address).status_code == 200, address


@pytest.mark.parametrize("address", ["/hjaelp/findes-ikke/", "/hjaelp/billeder/findes-ikke.png"])
def test_what_is_not_in_the_manual_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_the_pictures_are_few_and_light():
    pictures = list((FOLDER / "billeder").iterdir())
    assert len(pictures) <= 16
    assert all(path.stat().st_size <= 150_000 for path in pictures)
