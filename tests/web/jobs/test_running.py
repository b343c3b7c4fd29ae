"""A job is done once, in one piece, when its time has come; one that fails is tried again."""

from datetime import timedelta

import pytest
from django.db import transaction

from sagsgang.web.audit.models import Operation
from sagsgang.web.jobs import registry, services
from sagsgang.web.jobs.models import Job
from sagsgang.web.jobs.services import (
    LEASE,
    MOST_ATTEMPTS,
    PAUSES,
    job_cancel,
    job_enqueue,
    jobs_run_due,
)

from .conftest import NOON

pytestmark = pytest.mark.django_db


def enqueue(text="a", key="k", **more):
    return job_enqueue(name="note", arguments={"text": text}, key=key, **more)


def test_a_job_is_done_once(desk, clock):
    enqueue()
    assert jobs_run_due() == 1
    assert jobs_run_due() == 0
    assert desk.done == ["a"]
    assert Job.objects.get(key="k").state == Job.State.DONE


def test_the_same_key_is_one_job_even_after_it_was_done(desk, clock):
    assert enqueue("a").pk == enqueue("b").pk
    jobs_run_due()
    enqueue("c")
    jobs_run_due()
    assert desk.done == ["a"]


def test_jobs_are_done_by_their_time(desk, clock):
    enqueue("later", "2", run_at=NOON + timedelta(hours=1))
    enqueue("first", "1", run_at=NOON - timedelta(hours=1))
    assert jobs_run_due() == 1
    clock.shift(timedelta(hours=1))
    assert jobs_run_due() == 1
    assert desk.done == ["first", "later"]


def test_no_more_than_asked_for(desk, clock):
    for number in range(5):
        enqueue(str(number), str(number))
    assert jobs_run_due(at_most=2) == 2
    assert len(desk.done) == 2


def test_what_the_caller_undoes_leaves_no_job(desk, clock):
    def _undone():
        with transaction.atomic():
            enqueue()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        _undone()
    assert jobs_run_due() == 0


def test_a_job_that_nobody_can_do_is_refused_at_once(desk):
    with pytest.raises(LookupError, match="job_register"):
        job_enqueue(name="unknown", arguments={}, key="k")


def test_a_waiting_job_can_be_taken_back_and_its_key_used_again(desk, clock):
    enqueue("a")
    assert job_cancel("k")
    assert not job_cancel("k")
    enqueue("b")
    jobs_run_due()
    assert not job_cancel("k")
    assert desk.done == ["b"]


def test_pauses_grow_until_the_job_is_given_up_with_its_error(desk, clock):
    desk.error = ValueError("ingen forbindelse\nDETAIL: hele rækken")
    enqueue()
    assert jobs_run_due() == 1
    for pause in PAUSES:
        assert Job.objects.get().state == Job.State.WAITING
        clock.shift(pause - timedelta(seconds=1))
        assert jobs_run_due() == 0
        clock.shift(timedelta(seconds=1))
        assert jobs_run_due() == 1
    job = Job.objects.get()
    assert (job.state, job.attempts) == (Job.State.FAILED, MOST_ATTEMPTS)
    assert job.error.startswith("ValueError: ingen forbindelse (")
    assert "hele rækken" not in job.error
    clock.shift(timedelta(days=9))
    assert jobs_run_due() == 0
    assert MOST_ATTEMPTS == 8
    assert list(PAUSES) == sorted(PAUSES)


def test_what_failed_first_and_then_went_well_is_done(desk, clock):
    desk.error = OSError("væk")
    enqueue()
    jobs_run_due()
    desk.error = None
    clock.shift(PAUSES[0])
    jobs_run_due()
    job = Job.objects.get()
    assert (desk.done, job.state, job.error) == (["a"], Job.State.DONE, "")


def test_one_that_fails_does_not_keep_the_others_waiting(desk, clock):
    registry.job_register("broken", lambda: 1 / 0)
    job_enqueue(name="broken", arguments={}, key="1")
    enqueue(key="2")
    assert jobs_run_due() == 2
    assert desk.done == ["a"]


def half_way() -> None:
    services.job_enqueue(name="note", arguments={"text": "efter"}, key="next")
    Operation.objects.create(
        key="00000000-0000-4000-8000-000000000001", name="half", at=NOON, details={}
    )
    raise RuntimeError("halvvejs")


def test_a_job_that_crashes_half_way_leaves_nothing(desk, clock):
    registry.job_register("half", half_way)
    job_enqueue(name="half", arguments={}, key="k")
    assert jobs_run_due() == 1
    assert not Operation.objects.exists()
    assert not Job.objects.filter(key="next").exists()


def test_a_job_whose_worker_died_is_taken_over_after_its_lease(desk, clock):
    enqueue()
    # The worker is killed after it took the job: nothing it would have written is there.
    assert services._take(NOON).attempts == 1
    assert jobs_run_due() == 0
    clock.shift(LEASE)
    assert jobs_run_due() == 1
    assert desk.done == ["a"]


def test_a_job_that_kills_every_worker_is_given_up(desk, clock):
    enqueue()
    for _ in range(MOST_ATTEMPTS):
        assert services._take(NOON) is not None
        Job.objects.update(run_at=NOON)
    assert jobs_run_due() == 0
    job = Job.objects.get()
    assert (job.state, job.error) == (Job.State.FAILED, services.STOPPED)
    assert desk.done == []


def test_whoever_wakes_up_after_the_lease_does_not_do_it_again(desk, clock):
    enqueue()
    slow = services._take(NOON)
    clock.shift(LEASE)
    jobs_run_due()
    services._run(slow, None)
    assert desk.done == ["a"]


def test_what_is_taken_back_while_it_waits_for_its_turn_is_not_done(desk, clock):
    enqueue()
    taken = services._take(NOON)
    job_cancel("k")
    services._run(taken, None)
    assert desk.done == []


def test_a_job_of_a_newer_version_waits_for_it(desk, clock):
    enqueue()
    Job.objects.update(name="unknown")
    jobs_run_due()
    job = Job.objects.get()
    assert job.state == Job.State.WAITING
    assert "unknown" in job.error


def test_what_is_old_is_forgotten(desk, clock):
    enqueue()
    jobs_run_due()
    enqueue("b", "waits", run_at=NOON + timedelta(days=400))
    clock.shift(timedelta(days=29))
    services.jobs_clean(day="")
    assert Job.objects.count() == 2
    clock.shift(timedelta(days=2))
    services.jobs_clean(day="")
    assert [job.key for job in Job.objects.all()] == ["waits"]
