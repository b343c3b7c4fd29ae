"""Leaving work for later, in the caller's transaction, and doing what is due, each piece once."""

import logging
import traceback
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.audit.events import event_record
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.jobs.models import Job, Mail
from sagsgang.web.jobs.permissions import jobs_require
from sagsgang.web.jobs.registry import Kind, daily_kinds, kind_of
from sagsgang.web.jobs.selectors import job_title

logger = logging.getLogger(__name__)

#: How long to wait after the first failure, the second, and so on; then the job is given up.
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180, 360, 720))
MOST_ATTEMPTS = len(PAUSES) + 1
#: After this long without a word from whoever took a job, another may take it.
LEASE = timedelta(minutes=15)
#: How long what was done, and what was caught, is kept.
KEPT = timedelta(days=30)
STOPPED = "Den, der udførte jobbet, stoppede undervejs."


def job_enqueue(
    *, name: str, arguments: dict[str, Any], key: str, run_at: datetime | None = None
) -> Job:
    """Leave a job; with a key that was used before, the job there is, and nothing more happens.

    It belongs to the caller's transaction: what is undone there leaves no job. `arguments` must be
    writable as JSON. A job that is done is remembered, with its key, for 30 days.
    """
    if kind_of(name) is None:
        raise LookupError(f"{name}: no job of that name; a room calls job_register when it starts")
    job, _is_new = Job.objects.get_or_create(
        key=key,
        defaults={"name": name, "arguments": arguments, "run_at": run_at or timezone.now()},
    )
    return job


def job_cancel(key: str) -> bool:
    """Take back a job that still waits; says whether there was one. Its key may be used again."""
    count, _by_model = Job.objects.filter(key=key, state=Job.State.WAITING).delete()
    return count > 0


@transaction.atomic
def job_retry(*, actor: Any, job_id: int) -> Job:
    """Let a job that was given up be tried anew, from its first attempt."""
    jobs_require(actor)
    job = Job.objects.select_for_update().filter(pk=job_id, state=Job.State.FAILED).first()
    if job is None:
        raise Refusal(_("The job is no longer among those that failed; look at the list again."))
    job.state, job.attempts, job.run_at = Job.State.WAITING, 0, timezone.now()
    job.save(update_fields=["state", "attempts", "run_at"])
    sentence = f"{actor} bad om, at jobbet »{job_title(job)}« prøves igen."
    event_record(code="job_retried", sentence=sentence, actor=actor, subject=job)
    return job


def jobs_run_due(*, now: datetime | None = None, at_most: int = 100) -> int:
    """Do the jobs whose time has come, the oldest first; returns how many were taken.

    Any number of workers may do so at once: each job is taken by one of them.
    """
    _plan_daily(now or timezone.now())
    for count in range(at_most):
        job = _take(now or timezone.now())
        if job is None:
            return count
        _run(job, now)
    return at_most


def _plan_daily(now: datetime) -> None:
    """See to it that the next run of everything that comes every day is there."""
    runs = {}
    for each in daily_kinds():
        run_at = each.next_run(now)
        runs[f"{each.name}:{timezone.localdate(run_at)}"] = (each.name, run_at)
    known = set(Job.objects.filter(key__in=runs).values_list("key", flat=True))
    for key, (name, run_at) in runs.items():
        if key not in known:
            day = timezone.localdate(run_at).isoformat()
            job_enqueue(name=name, arguments={"day": day}, key=key, run_at=run_at)


def _take(now: datetime) -> Job | None:
    """The next job that is due, now ours: nobody else takes it while the lease runs."""
    due = Job.objects.filter(state=Job.State.WAITING, run_at__lte=now)
    # Asked first, because on SQLite even the empty transaction below keeps others from writing.
    while due.exists():
        with transaction.atomic():
            job = due.select_for_update(skip_locked=True).first()
            if job is None:
                # The others have them all.
                return None
            if job.attempts >= MOST_ATTEMPTS:
                job.state, job.error = Job.State.FAILED, job.error or STOPPED
                job.save(update_fields=["state", "error"])
                continue
            job.attempts += 1
            job.run_at = now + LEASE
            job.save(update_fields=["attempts", "run_at"])
        return job
    return None


def _run(job: Job, now: datetime | None) -> None:
    try:
        kind = kind_of(job.name)
        if kind is None:
            raise LookupError(f"no job is called {job.name}")
        _do(kind, job, now)
    except Exception as error:
        logger.warning("%s: %s", job, _told(error))
        _postpone(job, error, now or timezone.now())


def _do(kind: Kind, job: Job, now: datetime | None) -> None:
    if not kind.in_transaction:
        kind.function(**job.arguments)
        _finish(job, now)
        return
    with transaction.atomic():
        # Held until the end: where the lease runs out, the next worker finds the row locked. It may
        # have been taken back or taken over meanwhile.
        if _ours(job).select_for_update().exists():
            kind.function(**job.arguments)
            _finish(job, now)


def _ours(job: Job) -> Any:
    """The row of the job, as long as it is the attempt that we took."""
    return Job.objects.filter(pk=job.pk, state=Job.State.WAITING, attempts=job.attempts)


def _finish(job: Job, now: datetime | None) -> None:
    at = now or timezone.now()
    _ours(job).update(state=Job.State.DONE, done_at=at, run_at=at, error="")


def _postpone(job: Job, error: Exception, now: datetime) -> None:
    if job.attempts >= MOST_ATTEMPTS:
        _ours(job).update(state=Job.State.FAILED, run_at=now, error=_told(error))
    else:
        _ours(job).update(run_at=now + PAUSES[job.attempts - 1], error=_told(error))


def _told(error: Exception) -> str:
    """The kind of error, the first line of its text, and where it happened.

    Databases print whole rows in the lines after the first; they are nobody's business here.
    """
    text = (str(error).splitlines() or [""])[0][:300]
    frames = traceback.extract_tb(error.__traceback__)
    at = f" ({frames[-1].filename.rpartition('/')[2]}:{frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}: {text}{at}"


def jobs_clean(day: str) -> None:
    """Forget what was done, and caught, more than 30 days ago."""
    before = timezone.now() - KEPT
    Job.objects.filter(state=Job.State.DONE, done_at__lt=before).delete()
    Mail.objects.filter(at__lt=before).delete()
