"""Administrators see what failed and try it again; mails are read by those they are shown to."""

import re
from uuid import uuid4

import pytest
from django.utils import timezone

from sagsgang.web.audit.models import Event
from sagsgang.web.jobs.models import Job, Mail
from sagsgang.web.jobs.services import job_enqueue, jobs_run_due

pytestmark = pytest.mark.django_db
JOBS = "/administration/jobs/"


@pytest.fixture
def sign_in(client, world):
    def _sign_in(key):
        client.force_login(world.people[key])
        return client

    return _sign_in


@pytest.fixture
def failed(desk):
    desk.error = OSError("intet svar")
    job_enqueue(name="note", arguments={"text": "hemmeligt"}, key="k")
    Job.objects.update(attempts=7)
    jobs_run_due()
    desk.error = None
    return Job.objects.get(key="k")


def test_an_administrator_sees_the_error_and_tries_again(sign_in, failed, desk):
    client = sign_in("administrator")
    page = client.get(JOBS).content.decode()
    assert "Notér" in page
    assert "OSError: intet svar" in page
    assert "hemmeligt" not in page
    again = re.search(r'action="(/administration/jobs/\d+/igen/)"', page).group(1)
    operation = re.search(r'name="operation" value="([^"]+)"', page).group(1)
    for _ in range(2):
        answer = client.post(again, {"operation": operation})
        assert (answer.status_code, answer["Location"]) == (303, JOBS)
    jobs_run_due()
    assert desk.done == ["hemmeligt"]
    (event,) = Event.objects.filter(code="job_retried")
    assert event.sentence == "Ib Skov bad om, at jobbet »Notér« prøves igen."


def test_what_did_not_fail_cannot_be_tried_again(sign_in, failed, desk):
    jobs_run_due()
    Job.objects.filter(pk=failed.pk).update(state=Job.State.DONE)
    answer = sign_in("administrator").post(f"{JOBS}{failed.pk}/igen/", {"operation": uuid4()})
    assert answer.status_code == 400
    assert "ikke længere blandt dem, der fejlede" in answer.content.decode()


@pytest.mark.parametrize("key", ["stranger", "case_officer", "secretary", "manager", "chair"])
def test_nobody_else_finds_the_jobs(sign_in, failed, key):
    client = sign_in(key)
    assert client.get(JOBS).status_code == 404
    answer = client.post(f"{JOBS}{failed.pk}/igen/", {"operation": uuid4()})
    assert answer.status_code == 404
    failed.refresh_from_db()
    assert failed.state == Job.State.FAILED


def test_whoever_is_not_signed_in_is_asked_to(client, db):
    for address in (JOBS, "/post/", "/post/1/"):
        assert client.get(address).status_code == 302


def test_empty_pages_say_what_they_are_for(sign_in):
    client = sign_in("administrator")
    assert "Intet er fejlet." in client.get(JOBS).content.decode()
    assert "Ingen post endnu." in client.get("/post/").content.decode()


def caught(to: str, subject: str) -> Mail:
    return Mail.objects.create(
        key=str(uuid4()), to=to, subject=subject, text="Se http://x.example/ <b>", at=timezone.now()
    )


def test_an_administrator_reads_every_mail(sign_in, world):
    mail = caught("signe@ny.example", "Sagen er returneret")
    client = sign_in("administrator")
    assert "Sagen er returneret" in client.get("/post/").content.decode()
    page = client.get(f"/post/{mail.pk}/").content.decode()
    assert "signe@ny.example" in page
    assert "&lt;b&gt;" in page
    assert 'href="http://x.example/"' in page


def test_others_read_none(sign_in, world):
    mail = caught(world.people["stranger"].email, "Til mig")
    client = sign_in("stranger")
    assert client.get("/post/").status_code == 404
    assert client.get(f"/post/{mail.pk}/").status_code == 404


def test_the_people_of_the_example_read_what_was_sent_to_any_of_them(sign_in, world):
    for key in ("stranger", "case_officer"):
        world.people[key].is_example = True
        world.people[key].save()
    mine = caught(world.people["stranger"].email, "Til mig")
    colleague = caught(world.people["case_officer"].email, "Til en anden i eksemplet")
    real = caught(world.people["administrator"].email, "Til en rigtig")
    client = sign_in("stranger")
    page = client.get("/post/").content.decode()
    assert mine.subject in page
    assert colleague.subject in page
    assert real.subject not in page
    assert client.get(f"/post/{real.pk}/").status_code == 404


def test_where_mail_is_sent_nobody_reads_it(sign_in, world, settings):
    mail = caught("signe@ny.example", "Gammel")
    settings.SAGSGANG_MAIL_URL = "smtp://localhost?from=a@ny.example"
    client = sign_in("administrator")
    assert client.get("/post/").status_code == 404
    assert client.get(f"/post/{mail.pk}/").status_code == 404


def test_a_long_list_costs_as_few_queries_as_a_short_one(
    sign_in, django_assert_max_num_queries, desk
):
    client = sign_in("administrator")
    for number in range(120):
        job_enqueue(name="note", arguments={"text": "a"}, key=str(number))
        caught("signe@ny.example", f"Mail {number}")
    for address in (JOBS, "/post/"):
        with django_assert_max_num_queries(12):
            page = client.get(address).content.decode()
        assert "Side 1 af 3" in page


def test_the_administration_leads_to_the_jobs_and_an_account_to_its_mail(sign_in, world):
    world.people["stranger"].is_example = True
    world.people["stranger"].save()
    for key, address, is_there in (
        ("administrator", JOBS, True),
        ("stranger", "/post/", True),
        ("case_officer", "/post/", False),
    ):
        page = sign_in(key).get("/administration/" if address == JOBS else "/beskeder/")
        assert (f'href="{address}"' in page.content.decode()) is is_there
