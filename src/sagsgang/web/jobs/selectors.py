"""Reading jobs and caught mail."""

from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from sagsgang.web.jobs.models import Job, Mail
from sagsgang.web.jobs.permissions import mails_readable_q
from sagsgang.web.jobs.registry import kind_of


def jobs_failed() -> QuerySet[Job]:
    """Jobs that were given up, the newest first."""
    return Job.objects.filter(state=Job.State.FAILED).order_by("-run_at", "-id")


def jobs_waiting() -> QuerySet[Job]:
    """Jobs to come, the next first."""
    return Job.objects.filter(state=Job.State.WAITING)


def jobs_done_lately() -> int:
    """How many jobs were done in the last day and night."""
    since = timezone.now() - timedelta(hours=24)
    return Job.objects.filter(state=Job.State.DONE, done_at__gte=since).count()


def job_title(job: Job) -> str:
    """What the job does, in words; its name where this version does not know it."""
    kind = kind_of(job.name)
    return str(kind.title) if kind else job.name


def mails_for(user: object) -> QuerySet[Mail]:
    """The caught mails that she may read, the newest first."""
    return Mail.objects.filter(mails_readable_q(user))


def mail_for(user: object, mail_id: int) -> Mail | None:
    """One of them."""
    return mails_for(user).filter(pk=mail_id).first()
