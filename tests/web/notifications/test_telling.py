"""A person is told once, at once or once a day or only on the page, and always why."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import transaction

from sagsgang.web.audit.models import Event
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.jobs.models import Job, Mail
from sagsgang.web.jobs.registry import every_day_at
from sagsgang.web.jobs.services import jobs_run_due
from sagsgang.web.notifications import mails, selectors
from sagsgang.web.notifications.models import Notification, Preference
from sagsgang.web.notifications.services import (
    notifications_read,
    notifications_unread,
    notify,
    preferences_set,
)

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def test_it_is_on_the_page_and_in_a_mail_that_says_why(tell, world, clock):
    tell("case_officer")
    user = world.people["case_officer"]
    (notification,) = selectors.notifications_for(user)
    assert notification.why == "du skriver sagen"
    while jobs_run_due():
        pass
    mail = Mail.objects.get()
    assert mail.to == user.email
    assert mail.subject == "Sagen »Nye cykelskure« er returneret til dig."
    assert "Du får denne besked, fordi du skriver sagen." in mail.text
    assert "/sager/1/" in mail.text
    assert "/beskeder/indstillinger/" in mail.text
    notification.refresh_from_db()
    assert notification.mailed_at == NOON


def test_a_better_reason_goes_before_the_usual_one(tell, world, clock):
    tell("case_officer", why="du er stedfortræder for Kaj Brink.")
    jobs_run_due()
    assert "fordi du er stedfortræder for Kaj Brink.\n" in Mail.objects.get().text


def test_what_is_not_read_yet_is_not_told_again(tell, world, clock):
    tell("case_officer", text="Først.")
    jobs_run_due()
    assert tell("case_officer", text="Så.") == []
    jobs_run_due()
    user = world.people["case_officer"]
    assert [each.text for each in selectors.notifications_for(user)] == ["Så."]
    assert Mail.objects.count() == 1


def test_once_read_it_is_told_anew(tell, world, clock):
    tell("case_officer")
    notifications_read(actor=world.people["case_officer"])
    assert len(tell("case_officer")) == 1


def test_another_path_or_kind_is_another_thing(tell, world, clock):
    tell("case_officer")
    assert len(tell("case_officer", path="/sager/2/")) == 1
    assert len(tell("case_officer", code="hearing_late")) == 1


def test_the_same_person_twice_is_told_once_and_who_left_is_not(tell, world):
    stopped = world.people["manager"]
    stopped.is_active = False
    stopped.save()
    told = tell("case_officer", "case_officer", "manager")
    assert [each.user for each in told] == [world.people["case_officer"]]


def test_what_the_caller_undoes_tells_nobody(tell):
    def _undone():
        with transaction.atomic():
            tell("case_officer")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        _undone()
    assert not Notification.objects.exists()
    assert not Job.objects.exists()


def test_who_wants_none_gets_no_mail(tell, world, clock):
    user = world.people["case_officer"]
    preferences_set(actor=user, chosen={"case_returned": "off"})
    tell("case_officer")
    assert jobs_run_due() == 0
    assert selectors.unread_count(user) == 1


def test_who_changes_her_mind_before_the_mail_is_written_gets_none(tell, world, clock):
    tell("case_officer")
    preferences_set(actor=world.people["case_officer"], chosen={"case_returned": "off"})
    jobs_run_due()
    assert not Mail.objects.exists()


def test_what_she_read_meanwhile_is_not_mailed(tell, world, clock):
    tell("case_officer")
    notifications_read(actor=world.people["case_officer"])
    jobs_run_due()
    assert not Mail.objects.exists()


def test_the_mail_of_the_day_has_all_of_it_once(tell, world, clock):
    every_day_at(7, "notifications_digest", mails.digest)
    user = world.people["case_officer"]
    preferences_set(actor=user, chosen={"case_returned": "daily"})
    for number in range(3):
        tell("case_officer", path=f"/sager/{number}/", text=f"Sag {number} er returneret.")
    tell("case_officer", code="hearing_late", text="Høringen er forsinket.")
    jobs_run_due()
    assert [mail.subject for mail in Mail.objects.all()] == ["Høringen er forsinket."]
    Mail.objects.all().delete()
    # In Copenhagen it is one o'clock in the afternoon; seven is 18 hours ahead.
    clock.shift(timedelta(hours=17, minutes=59))
    jobs_run_due()
    assert not Mail.objects.exists()
    clock.shift(timedelta(minutes=1))
    jobs_run_due()
    mail = Mail.objects.get()
    assert mail.subject == "3 beskeder i Sagsgang"
    assert [f"Sag {n} er returneret." in mail.text for n in range(3)] == [True] * 3
    assert "Høringen" not in mail.text
    clock.shift(timedelta(days=1))
    jobs_run_due()
    assert Mail.objects.count() == 1


def test_the_mail_of_a_day_is_written_once_however_often_it_is_asked_for(tell, world, clock):
    preferences_set(actor=world.people["case_officer"], chosen={"case_returned": "daily"})
    tell("case_officer")
    mails.digest(day="2026-03-03")
    mails.digest(day="2026-03-03")
    jobs_run_due()
    assert [mail.subject for mail in Mail.objects.all()] == ["1 besked i Sagsgang"]


def test_a_mail_never_carries_what_is_closed(tell, world, gate, clock):
    gate.closed.add("case:1")
    tell("case_officer", text="Sagen »Hemmelig grundhandel« venter.", why="du køber grunden")
    jobs_run_due()
    mail = Mail.objects.get()
    assert "grund" not in (mail.subject + mail.text).lower()
    assert mail.subject == mails.CLOSED
    assert "/sager/1/" in mail.text
    (notification,) = selectors.notifications_for(world.people["case_officer"])
    assert "Hemmelig grundhandel" in notification.text


@pytest.mark.parametrize("path", ["https://ond.example/", "//ond.example/", "sager/1/"])
def test_it_leads_nowhere_but_here(tell, path):
    with pytest.raises(ValueError, match="address"):
        tell("case_officer", path=path)


def test_a_kind_or_a_subject_that_nobody_answers_for_is_said_at_once(world, gate):
    user = world.people["case_officer"]
    with pytest.raises(LookupError, match="kind_register"):
        notify(users=[user], code="unknown", text="a", why="b", path="/")
    with pytest.raises(LookupError, match="subject_gate_register"):
        notify(users=[], code="case_returned", text="a", why="b", path="/", subject_key="body:1")


def test_reading_and_undoing_are_her_own(tell, world, clock):
    (mine,) = tell("case_officer")
    (other,) = tell("manager")
    user = world.people["case_officer"]
    assert notifications_read(actor=user, ids=[mine.pk, other.pk]) == [mine.pk]
    assert notifications_read(actor=user) == []
    assert selectors.unread_count(user) == 0
    assert selectors.unread_count(world.people["manager"]) == 1
    assert notifications_unread(actor=world.people["manager"], ids=[mine.pk]) == []
    assert notifications_unread(actor=user, ids=[mine.pk]) == [mine.pk]
    assert selectors.unread_count(user) == 1
    assert list(Event.objects.values_list("sentence", flat=True)) == [
        "Signe Krogh læste 1 besked.",
        "Signe Krogh satte 1 besked tilbage som ulæst.",
    ]


def test_undoing_after_it_came_again_leaves_the_new_one(tell, world, clock):
    (first,) = tell("case_officer")
    user = world.people["case_officer"]
    notifications_read(actor=user)
    tell("case_officer")
    assert notifications_unread(actor=user, ids=[first.pk]) == []
    assert selectors.unread_count(user) == 1


def test_only_what_exists_can_be_chosen(world):
    for chosen in ({"unknown": "off"}, {"case_returned": "weekly"}):
        with pytest.raises(Refusal):
            preferences_set(actor=world.people["case_officer"], chosen=chosen)
    assert not Preference.objects.exists()
