"""Each follower hears once of each publication, with every reason, and never what is closed."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from sagsgang.web.jobs.models import Job
from sagsgang.web.jobs.services import jobs_run_due
from sagsgang.web.meetings.deciding.services import decision_append
from sagsgang.web.subscriptions import telling

from .conftest import READER, follow, mails, publish, withdraw, work

pytestmark = pytest.mark.django_db
LATER = 11


def test_a_publication_is_mailed_with_the_reason(held):
    publish(held)
    follow(udvalg="havneudvalget")
    work(LATER)
    (mail,) = mails()
    assert mail.subject.startswith("Referat: Havneudvalget den ")
    assert "https://ny.example/offentlig/havneudvalget/" in mail.text
    assert "1. Nye cykelskure\n2. Køb af ejendom" in mail.text
    assert "Du får denne mail, fordi du følger Havneudvalget." in mail.text


def test_nothing_closed_is_in_a_mail(held):
    publish(held)
    follow(udvalg="havneudvalget")
    follow(soeg="q=ejendom")
    work(LATER)
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        telling.searches_tell("x")
        work(LATER)
    for mail in mails():
        for closed in ("Havnegade", "4,2", "Forhandling om pris"):
            assert closed not in mail.text + mail.subject


def test_many_reasons_are_one_mail(held):
    publish(held)
    follow(udvalg="havneudvalget")
    follow(sag=str(held.sheds.stop.case_id))
    follow(soeg="q=cykelskure")
    work(LATER)
    (mail,) = mails()
    assert "- du følger Havneudvalget\n- du følger sagen »Nye cykelskure« (punkt 1)" in mail.text
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        telling.searches_tell("x")
        work(LATER)
    assert len(mails()) == 1


def test_a_case_is_followed_without_its_body(held):
    publish(held)
    follow(sag=str(held.sheds.stop.case_id))
    work(LATER)
    (mail,) = mails()
    assert "1. Nye cykelskure" in mail.text
    assert "Køb af ejendom" not in mail.text


def test_what_is_taken_back_at_once_is_not_mailed(held):
    publish(held)
    follow(udvalg="havneudvalget")
    work(5)
    withdraw(held)
    work(LATER)
    assert mails() == []


def test_of_two_versions_within_minutes_the_newer_is_mailed(held):
    publish(held)
    follow(udvalg="havneudvalget")
    decision_append(actor=held.secretary, item=held.sheds, text="Det er 24 pladser.")
    publish(held, because="En tilføjelse til punkt 1")
    work(LATER)
    (mail,) = mails()
    assert mail.subject.endswith("(ny udgave)")
    assert "Det er nyt: En tilføjelse til punkt 1" in mail.text


def test_withdrawn_between_the_jobs_it_is_not_mailed(held):
    publish(held)
    follow(udvalg="havneudvalget")
    job = Job.objects.get(name=telling.PUBLICATION_JOB)
    telling.publication_tell(**job.arguments)
    withdraw(held)
    work(LATER)
    assert mails() == []


def test_the_jobs_done_again_mail_nothing_more(held):
    publish(held)
    follow(udvalg="havneudvalget")
    work(LATER)
    Job.objects.filter(name__startswith="subscriptions").update(state="waiting")
    jobs_run_due(now=timezone.now() + timedelta(minutes=LATER))
    work(LATER)
    assert len(mails()) == 1


def test_who_has_not_confirmed_or_has_stopped_gets_nothing(held, client):
    publish(held)
    row = follow(udvalg="havneudvalget")
    client.post(f"/abonner/stop/{row.key}/", {"List-Unsubscribe": "One-Click"})
    other = follow(to="anden@borger.example", udvalg="havneudvalget")
    other.confirmed_at = None
    other.save()
    work(LATER)
    assert mails() == mails("anden@borger.example") == []


def test_new_hits_are_mailed_in_the_morning_and_once(held, put, minutes, item):
    put(minutes(item("1", "Gamle cykelskure")), data=b"0")
    follow(soeg="q=cykelskure&side=3")
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        put(minutes(item("7", "Flere cykelskure"), body="Byrådet"), data=b"1")
        put(minutes(item("8", "Noget andet"), body="Skoleudvalget"), data=b"2")
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        telling.searches_tell("x")
        work()
        (mail,) = mails()
        assert mail.subject == "1 nyt punkt i det, du søger efter"
        assert (
            "Flere cykelskure\nByrådet, Ny Kommune, 4. marts 2031\nhttps://ny.example/" in mail.text
        )
        assert "Gamle" not in mail.text
        assert "Noget andet" not in mail.text
        assert "Du får denne mail, fordi du følger søgningen »cykelskure«." in mail.text
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        telling.searches_tell("y")
        work()
        assert len(mails()) == 1


def test_a_word_that_is_nowhere_is_not_taken_for_another(held, put, minutes, item):
    follow(soeg="q=cykelskurv")
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        put(minutes(item("7", "Flere cykelskure")), data=b"1")
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        telling.searches_tell("x")
        work()
    assert mails() == []


def test_each_mail_can_be_stopped_by_the_readers_program(held, settings):
    publish(held)
    row = follow(udvalg="havneudvalget")
    other = follow(sag=str(held.sheds.stop.case_id))
    work(LATER)
    sent = [job.arguments for job in Job.objects.filter(name="mail_deliver")]
    (headers,) = [each["headers"] for each in sent if "headers" in each]
    assert headers == {
        "List-Unsubscribe": f"<https://ny.example/abonner/stop/{row.key}.{other.key}/>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    assert READER in {each["to"] for each in sent}
