"""Figures asked of a service: had by a job, shown as a file, refused in words."""

import json
from uuid import uuid4

import pytest
from django.urls import reverse

from sagsgang.figures.sources.http import ServiceFailed
from sagsgang.web.figures.loading import fetching
from sagsgang.web.figures.models import Upload
from sagsgang.web.figures.selectors import store
from sagsgang.web.jobs.services import jobs_run_due

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client_of, analyst, world):
    """Asks for a table; the file's row and its page once the job is done."""
    browser = client_of(analyst)

    def do(service, table, **more):
        data = {"operation": uuid4(), "municipality": world.municipality.pk, "service": service}
        answer = browser.post(reverse("figures:fetch"), data | {"table": table, **more})
        assert answer.status_code == 303
        assert "hentes" in browser.get(answer["Location"]).content.decode()
        jobs_run_due()
        return Upload.objects.latest("id"), browser.get(answer["Location"]).content.decode()

    return do


def test_a_table_of_statbank_is_fetched_looked_at_and_loaded(ask, monkeypatch, client_of, analyst):
    asked = {}

    class Answers:
        def close(self):
            """Nothing is open."""

        def data(self, table, chosen, *, at):
            asked.update(table=table, chosen=chosen)
            bulk = "OMRÅDE;TID;INDHOLD\n787;2025K1;4105\n"
            told = {"service": "statbank", "table": table, "described": {}, "bulk": bulk}
            return json.dumps(told).encode()

    monkeypatch.setattr(fetching, "StatBank", Answers)
    upload, page = ask("statbank", "AUK01", chosen="OMRÅDE=787, 000\nTid=2025K1")
    assert asked == {"table": "AUK01", "chosen": {"OMRÅDE": ["787", "000"], "Tid": ["2025K1"]}}
    assert "1 række blev til 1 tal i antal" in page
    browser = client_of(analyst)
    browser.post(reverse("figures:upload", args=[upload.pk]), {"operation": uuid4()})
    assert [each.value for each in store().snapshot().observations("statbank.AUK01")] == [4105]


def test_without_a_key_jobindsats_says_who_sets_it(ask, settings):
    settings.SAGSGANG_JOBINDSATS_KEY = ""
    upload, page = ask("jobindsats", "y07a02", latest="3")
    assert upload.state == "refused"
    assert "SAGSGANG_JOBINDSATS_KEY" in page


def test_a_service_that_fails_is_told(ask, monkeypatch, settings):
    settings.SAGSGANG_JOBINDSATS_KEY = "hemmelig"

    def fails(key, *, version):
        assert (key, version) == ("hemmelig", 3)
        raise ServiceFailed("jobindsats svarer 503: .")

    monkeypatch.setattr(fetching, "Jobindsats", fails)
    upload, page = ask("jobindsats", "y07a02", latest="3", chosen="_sagsart")
    assert upload.asked == {"table": "y07a02", "latest": 3, "dimensions": ["_sagsart"]}
    assert "jobindsats svarer 503" in page
