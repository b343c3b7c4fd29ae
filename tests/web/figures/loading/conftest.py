"""A municipality with an analyst and a finance reviewer, and files of figures."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from sagsgang.web.bodies.models import Role

HEAD = "År;Måned;Politikområde;Beløbstype;Beløb (kr.)\n"


def ledger(*amounts: str) -> str:
    """A ledger of spending, a month each."""
    rows = [
        f"2025;{month};Arbejdsmarked;Forbrug;{amount}\n" for month, amount in enumerate(amounts, 1)
    ]
    return HEAD + "".join(rows)


@pytest.fixture
def analyst(world):
    user = world.user("analyst", "Ida Tal")
    world.assign(user, Role.ANALYST)
    return user


@pytest.fixture
def client_of():
    """A browser in which somebody is signed in."""

    def of(user):
        client = Client()
        client.force_login(user)
        return client

    return of


@pytest.fixture
def handed_in():
    """A file as a form hands it in."""
    return lambda text, name="udtræk.csv": SimpleUploadedFile(name, text.encode())
