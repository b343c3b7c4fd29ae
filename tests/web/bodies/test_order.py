"""Municipalities and bodies stand in Danish alphabetical order, whatever the database thinks."""

import pytest

from sagsgang.web.archive.selectors import body_rows, municipality_rows
from sagsgang.web.bodies.models import Municipality
from sagsgang.web.bodies.selectors import body_list, municipality_list
from sagsgang.web.bodies.services import body_ensure

NAMES = ["Åby", "Ærø", "Aalund", "Zobel", "ørby", "Bov"]
IN_ORDER = ["Bov", "Zobel", "Ærø", "ørby", "Åby", "Aalund"]

pytestmark = pytest.mark.django_db


def test_municipalities_and_the_nameless_last():
    body_ensure(municipality=None, body="Byrådet")
    for name in NAMES:
        body_ensure(municipality=name, body="Byrådet")
    assert [m.name for m in municipality_list()] == [*IN_ORDER, ""]


def test_bodies():
    for name in NAMES:
        body_ensure(municipality="Ny Kommune", body=name)
    assert [body.name for body in body_list(municipality=Municipality.objects.get())] == IN_ORDER


def test_the_lists_of_the_archive_keep_the_order(put, minutes):
    for name in NAMES:
        put(minutes(municipality=name), data=name.encode())
        put(minutes(body=name), data=b"x" + name.encode())
    assert [
        r.municipality.name for r in municipality_rows() if r.municipality.slug != "ny"
    ] == IN_ORDER
    home = Municipality.objects.get(slug="ny")
    assert [row.body.name for row in body_rows(municipality=home)] == IN_ORDER


def test_a_body_is_made_once_under_the_name_first_seen():
    first = body_ensure(municipality="Ny Kommune", body="Økonomiudvalget")
    again = body_ensure(municipality="NY KOMMUNE", body="økonomiudvalg")
    assert again == first
    assert again.name == "Økonomiudvalget"
    assert again.municipality.name == "Ny Kommune"
