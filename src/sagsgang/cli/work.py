"""`sagsgang work`: does the jobs that the website leaves, until it is stopped."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Annotated

import typer

from sagsgang.cli.database import SETTINGS, open_database
from sagsgang.cli.language import _

SECONDS_TO_FINISH = 5


def work(
    once: Annotated[
        bool, typer.Option("--once", metavar="", help=_("Do what is due now, then end."))
    ] = False,
) -> None:
    open_database()
    from sagsgang.web.jobs.services import jobs_run_due

    stop = stopped_by(signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    if once:
        while not stop.is_set() and jobs_run_due(at_most=1):
            pass
        return
    from sagsgang.web.jobs.worker import work_until

    print(_("Doing the jobs as they come due – stop with Ctrl-C."), flush=True)
    work_until(stop)
    print(_("Stopped."), flush=True)


def stopped_by(*signals: signal.Signals) -> threading.Event:
    """An event that is set by any of the signals; the job that was begun is finished first."""
    stop = threading.Event()

    def _stop(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    for each in signals:
        signal.signal(each, _stop)
    return stop


@contextmanager
def working_beside() -> Iterator[subprocess.Popen[bytes]]:
    """A process of its own that does the jobs as long as this one lives, however it ends."""
    command = [sys.executable, "-P", "-X", "utf8", "-m", "sagsgang.cli.work"]
    # Of another session: Ctrl-C goes to this process alone, which then stops the other.
    process = subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True)
    try:
        yield process
    finally:
        assert process.stdin is not None
        process.stdin.close()
        try:
            process.wait(SECONDS_TO_FINISH)
        except subprocess.TimeoutExpired:
            # The job that was cut off is done anew at the next start.
            process.kill()
            process.wait()


def _work_beside() -> None:
    """Do the jobs until nobody holds the other end of standard input any longer."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    stop = stopped_by(signal.SIGTERM)

    def _wait() -> None:
        sys.stdin.buffer.read()
        stop.set()

    threading.Thread(target=_wait, daemon=True).start()
    import django

    django.setup()
    from sagsgang.web.jobs.worker import work_until

    work_until(stop)


if __name__ == "__main__":
    _work_beside()
