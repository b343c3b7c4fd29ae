"""What comes every day comes once a day, at the clock of the house, also when it changes."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.web.jobs.registry import Daily, every_day_at
from sagsgang.web.jobs.services import jobs_run_due


@pytest.mark.django_db
def test_it_runs_at_its_hour_each_day_once(kinds):
    days: list[str] = []
    every_day_at(7, "morning", lambda day: days.append(day))
    with time_machine.travel(datetime(2026, 3, 27, 12, tzinfo=UTC), tick=False) as clock:
        # Friday noon to Monday noon, hour by hour; on Sunday the clock is put forward.
        for _ in range(72):
            jobs_run_due()
            clock.shift(timedelta(hours=1))
    assert days == ["2026-03-28", "2026-03-29", "2026-03-30"]


@pytest.mark.django_db
def test_after_days_of_nobody_working_it_comes_once(kinds):
    days: list[str] = []
    every_day_at(7, "morning", lambda day: days.append(day))
    with time_machine.travel(datetime(2026, 3, 2, 12, tzinfo=UTC), tick=False) as clock:
        jobs_run_due()
        clock.shift(timedelta(days=5))
        jobs_run_due()
        jobs_run_due()
    assert days == ["2026-03-03"]


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)),
    st.times(),
)
def test_the_next_run_is_ahead_and_within_a_day(now, at):
    at = time(at.hour, at.minute)
    run = Daily("x", at).next_run(now)
    assert isinstance(run.date(), date)
    # A day with 25 hours, or an hour that the clock leaps over, moves it by an hour.
    assert timedelta(hours=-1) < run - now <= timedelta(hours=25)
    assert timezone.localtime(run).minute == at.minute
