"""Two workers at once, with connections of their own, do each job once between them."""

import threading
import time

import pytest
from django.db import connection, connections

from sagsgang.web.jobs import registry
from sagsgang.web.jobs.models import Job
from sagsgang.web.jobs.services import job_enqueue, jobs_run_due
from sagsgang.web.jobs.worker import work_until

pytestmark = pytest.mark.django_db(transaction=True)


def together(count: int, do) -> None:
    """Run `do` in so many threads; what one of them raises is raised here."""
    errors: list[BaseException] = []
    start = threading.Barrier(count)

    def _run() -> None:
        try:
            start.wait(timeout=10)
            do()
        except BaseException as error:
            errors.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=_run) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    if errors:
        raise errors[0]


@pytest.mark.parametrize("in_transaction", [True, False])
def test_each_job_is_done_once(kinds, in_transaction):
    done: list[int] = []

    def _do(number: int) -> None:
        time.sleep(0.002)
        done.append(number)

    registry.job_register("number", _do, in_transaction=in_transaction)
    for number in range(30):
        job_enqueue(name="number", arguments={"number": number}, key=str(number))

    def _work() -> None:
        while Job.objects.filter(state=Job.State.WAITING).exists():
            jobs_run_due(at_most=1)

    together(2, _work)
    assert sorted(done) == list(range(30))
    assert set(Job.objects.values_list("state", "attempts")) == {(Job.State.DONE, 1)}


def test_the_same_key_from_two_at_once_is_one_job(desk):
    together(4, lambda: job_enqueue(name="note", arguments={"text": "a"}, key="k"))
    jobs_run_due()
    assert desk.done == ["a"]


def test_a_worker_stops_after_the_job_it_is_at(kinds):
    stop = threading.Event()
    done: list[str] = []

    def _last() -> None:
        stop.set()
        done.append("last")

    registry.job_register("last", _last)
    for key in ("1", "2"):
        job_enqueue(name="last", arguments={}, key=key)
    thread = threading.Thread(target=lambda: (work_until(stop, pause=0.01), connection.close()))
    thread.start()
    thread.join(timeout=30)
    assert not thread.is_alive()
    assert done == ["last"]
    assert Job.objects.filter(state=Job.State.WAITING).count() == 1
