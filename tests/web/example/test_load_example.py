"""An empty archive is filled with the example, whose planted mistakes the checks find."""

import pytest
from django.core.management import call_command

from sagsgang.web.archive.models import Document
from sagsgang.web.archive.selectors import municipality_rows
from sagsgang.web.example.services import MINUTES, MUNICIPALITY, example_load

pytestmark = pytest.mark.django_db


def test_it_is_loaded_once_and_marked(capsys):
    call_command("load_example")
    documents = [path for path in MINUTES.iterdir() if path.stem != "README"]
    assert Document.objects.count() == len(documents) >= 5
    assert f"{len(documents)} indlæst" in capsys.readouterr().out
    (row,) = municipality_rows()
    assert row.municipality.name == MUNICIPALITY
    assert row.municipality.is_example
    call_command("load_example")
    assert Document.objects.count() == len(documents)
    assert capsys.readouterr().out == ""


def test_nothing_is_loaded_beside_what_is_there(put, minutes):
    put(minutes())
    example_load()
    assert Document.objects.count() == 1


def test_the_planted_mistakes_are_shown_where_they_are(client):
    example_load()
    meeting = "/noerreskov/arbejdsmarkedsudvalget/2025-05-05/"
    assert 'href="/tjek/A01/"' in client.get(meeting).content.decode()
    for number, rule in (("35", "T02"), ("37", "F02"), ("37", "R01")):
        assert f'href="/tjek/{rule}/"' in client.get(f"{meeting}punkt/{number}/").content.decode()
    flagged = client.get(f"{meeting}punkt/37/").content.decode()
    for printed in ("42", "27", "3", "12"):
        assert f"<mark>{printed}</mark>" in flagged
