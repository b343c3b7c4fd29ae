"""What the house publishes is searched beside all else, and leaves when it is withdrawn."""

import re

import pytest
from django.utils import timezone

from sagsgang.web.archive.models import Document, Unindexed
from sagsgang.web.archive.published import publication_archive
from sagsgang.web.archive.results import ImportOutcome
from sagsgang.web.jobs.models import Job
from sagsgang.web.jobs.services import jobs_run_due
from sagsgang.web.publishing import services

from ..meetings.minute_book.conftest import Held

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_pdf(monkeypatch):
    """PDFs have tests of their own."""
    monkeypatch.setattr("sagsgang.web.publishing.services.publishing.job_enqueue", lambda **_: None)


@pytest.fixture
def held(world):
    """The meeting is closed and its minutes are locked."""
    table = Held(world)
    table.close()
    table.lock()
    return table


def publish(held, **more):
    made = services.publication_make(
        actor=held.secretary, meeting=held.meeting, kind="minutes", **more
    )
    jobs_run_due()
    assert not Job.objects.exclude(state="done").filter(name="archive_publication").exists()
    return made


def withdraw(held):
    return services.publication_withdraw(
        actor=held.secretary, meeting=held.meeting, kind="minutes", reason="Et navn stod med"
    )


def hits(client, words: str) -> list[str]:
    page = client.get("/soeg/", {"q": words}).content.decode()
    return re.findall(r'<h3 class="hit-title"><a href="([^"]+)"', page)


def test_what_is_published_is_found_under_its_body(held, client):
    made = publish(held)
    (address,) = hits(client, "cykelskure")
    assert address == f"/ny/havneudvalget/{made.public.place}/punkt/1/"
    assert Document.objects.get().meeting.body == held.body
    assert not Unindexed.objects.exists()


def test_the_archives_pages_lead_to_the_public_ones(held, client):
    made = publish(held)
    public = f"/offentlig/havneudvalget/{made.public.place}/"
    whole = client.get(f"/ny/havneudvalget/{made.public.place}/").content.decode()
    assert f'<link rel="canonical" href="{public}referat/">' in whole
    assert f'<a href="{public}referat/">' in whole
    one = client.get(f"/ny/havneudvalget/{made.public.place}/punkt/1/").content.decode()
    assert f'<link rel="canonical" href="{public}punkt/1/">' in one


def test_what_is_closed_never_comes_there(held, client):
    made = publish(held)
    for rest in ("", "punkt/2/", "kilde/", "data.json"):
        page = client.get(f"/ny/havneudvalget/{made.public.place}/{rest}").content.decode()
        for closed in ("Havnegade", "4,2", "Forhandling om pris"):
            assert closed not in page, rest
    assert hits(client, "Havnegade") == []


def test_a_newer_version_takes_the_place_and_nothing_of_the_old_is_left(held, client):
    publish(held)
    services.redaction_add(
        actor=held.secretary,
        meeting=held.meeting,
        item=held.sheds,
        passage="godkendte planen",
        reason="fortroligt, § 27",
    )
    second = services.publication_make(
        actor=held.secretary, meeting=held.meeting, kind="minutes", because="Noget er udeladt"
    )
    # Before anybody has read the new one in, the old one is gone.
    assert hits(client, "cykelskure") == []
    jobs_run_due()
    assert len(hits(client, "cykelskure")) == 1
    assert hits(client, '"godkendte planen"') == []
    assert Document.objects.get().publication == second
    page = client.get(f"/ny/havneudvalget/{second.public.place}/kilde/").content.decode()
    assert "godkendte planen" not in page


def test_what_is_withdrawn_is_gone_and_comes_back_when_it_is_published_again(held, client):
    made = publish(held)
    withdraw(held)
    assert hits(client, "cykelskure") == []
    assert client.get(f"/ny/havneudvalget/{made.public.place}/").status_code == 404
    assert not Document.objects.exists()
    publish(held)
    assert len(hits(client, "cykelskure")) == 1


def test_withdrawn_before_it_was_read_it_never_comes_there(held, client):
    services.publication_make(actor=held.secretary, meeting=held.meeting, kind="minutes")
    withdraw(held)
    jobs_run_due()
    assert not Document.objects.exists()


def test_reading_again_changes_nothing(held):
    made = publish(held)
    before = Document.objects.get().pk
    publication_archive(publication=made.pk)
    assert Document.objects.get().pk == before


def test_somebodys_file_of_the_meeting_gives_way_and_does_not_come_back(
    held, put, minutes, item, client
):
    start = held.meeting.plan.starts_at.replace(second=0, microsecond=0)
    local = timezone.localtime(start).replace(tzinfo=None)
    theirs = minutes(item("1", "Noget andet"), starts_at=local)
    assert put(theirs, data=b"1").outcome is ImportOutcome.IMPORTED
    made = publish(held)
    assert Document.objects.get(superseded_at=None).publication == made
    again = minutes(item("1", "Noget tredje"), starts_at=local)
    assert put(again, data=b"2").outcome is ImportOutcome.ALREADY_THERE
    assert Document.objects.get(superseded_at=None).publication == made
    withdraw(held)
    assert not Document.objects.filter(superseded_at=None).exists()
