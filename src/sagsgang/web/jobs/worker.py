"""Doing jobs until told to stop: a job that was begun is finished first."""

import logging
from threading import Event

from django.db import DatabaseError, close_old_connections

from sagsgang.web.jobs.services import jobs_run_due

logger = logging.getLogger(__name__)

#: Seconds between two looks when there was nothing to do, and when the database did not answer.
PAUSE = 1.0
PAUSE_WITHOUT_DATABASE = 10.0


def work_until(stop: Event, pause: float = PAUSE) -> None:
    """Do what is due, as it comes due, until `stop` is set."""
    while not stop.is_set():
        close_old_connections()
        try:
            # One at a time, so that nobody waits long for the stop.
            found = jobs_run_due(at_most=1)
        except DatabaseError as error:
            logger.error("the database does not answer: %s", str(error).splitlines()[0])
            stop.wait(PAUSE_WITHOUT_DATABASE)
            continue
        if not found:
            stop.wait(pause)
