"""Reminders come in time and once, also years ahead, by a clock that is turned."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from sagsgang.web.bodies.services import meeting_plan_cancel
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.followup import services
from sagsgang.web.followup.models import FollowUp, Reminder
from sagsgang.web.jobs.models import Job
from sagsgang.web.jobs.services import jobs_run_due
from sagsgang.web.notifications.models import Notification

pytestmark = pytest.mark.django_db


def told(code):
    rows = Notification.objects.filter(code=code)
    return sorted(each.user.name for each in rows)


@pytest.fixture
def remind(clock):
    """Run the day's job on that day; how many were reminded."""

    def run(day):
        with clock(day):
            return services.follow_ups_remind(day.isoformat())

    return run


def test_an_evaluation_in_two_years_is_told_60_and_14_days_before_and_when_late(
    asked, remind, soon
):
    due = soon(730)
    asked("Ordningen evalueres efter to år", until=due)
    days = [due - timedelta(days=left) for left in range(80, -10, -1)]
    reminded = [(due - day).days for day in days if remind(day)]
    assert reminded == [60, 14, -1]
    assert told("follow_up_due") == ["Signe Krogh"]
    assert told("follow_up_late") == ["Signe Krogh", "Ulla Fenger"]


def test_asked_twice_on_a_day_it_is_told_once(asked, remind, soon):
    asked(until=soon(70))
    assert remind(soon(10)) == 1
    assert remind(soon(10)) == 0


def test_after_a_pause_only_the_nearest_is_told(asked, remind, soon):
    asked(until=soon(100))
    assert remind(soon(95)) == 1
    assert Notification.objects.filter(code="follow_up_due").count() == 1
    assert remind(soon(96)) == 0
    assert Reminder.objects.count() == 2


def test_what_is_due_sooner_than_the_lead_is_not_told_at_once(asked, remind, soon):
    asked(until=soon(30))
    assert remind(soon(0)) == 0
    assert remind(soon(16)) == 1


def test_what_is_done_is_not_told(asked, remind, secretary, soon):
    row = asked(until=soon(20))
    services.follow_up_finish(actor=secretary, follow_up=row, result="Ja")
    assert remind(soon(30)) == 0


def test_a_day_that_is_moved_is_told_of_anew(asked, remind, secretary, soon):
    row = asked(until=soon(100))
    assert remind(soon(40)) == 1
    row.refresh_from_db()
    services.follow_up_edit(actor=secretary, follow_up=row, deadline=soon(200), owner=row.owner)
    assert remind(soon(41)) == 0
    assert remind(soon(140)) == 1


def test_a_meeting_that_is_moved_moves_the_day(asked, remind, table, soon):
    plan = table.later(100)
    asked(until=timezone.localdate(plan.starts_at))
    plan.starts_at += timedelta(days=100)
    plan.save()
    assert remind(soon(45)) == 0
    assert remind(soon(141)) == 1


def test_a_cancelled_meeting_is_told(asked, table, world):
    plan = table.later(50)
    asked(until=timezone.localdate(plan.starts_at))
    meeting_plan_cancel(actor=world.people["secretary"], meeting=plan, reason="Ferie")
    assert told("follow_up_needs_meeting") == ["Signe Krogh"]


def test_nobody_has_it_so_the_secretary_is_told(asked, remind, secretary, soon):
    row = asked(owner="Teknik og Miljø", until=soon(20))
    assert row.owner is None
    assert remind(soon(6)) == 1
    assert told("follow_up_due") == ["Ulla Fenger"]


def test_the_municipality_chooses_the_days(asked, remind, world, soon):
    chief, home = world.people["administrator"], world.municipality
    services.reminder_days_set(actor=chief, municipality=home, days=[90, 7])
    due = soon(200)
    asked(until=due)
    days = [due - timedelta(days=left) for left in range(100, 0, -1)]
    assert [(due - day).days for day in days if remind(day)] == [90, 7]
    with pytest.raises(PermissionDenied):
        services.reminder_days_set(actor=world.people["secretary"], municipality=home, days=[9])
    for wrong in ([], [0], [401], [1, 2, 3, 4, 5, 6]):
        with pytest.raises(Refusal):
            services.reminder_days_set(actor=chief, municipality=home, days=wrong)


def test_the_worker_does_it_every_day(asked, clock, soon):
    asked(until=soon(20))
    with clock(soon(10)):
        jobs_run_due(now=timezone.now())
    with clock(soon(11), hour=9):
        jobs_run_due(now=timezone.now())
    job = Job.objects.filter(name="follow_up_remind", state="done")
    assert job.count() >= 1
    assert FollowUp.objects.get().reminders.count() == 1
