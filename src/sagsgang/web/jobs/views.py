"""The page of the jobs, for administrators, and the mails that were caught."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from sagsgang.web.design.page import Crumb
from sagsgang.web.jobs import selectors
from sagsgang.web.jobs.forms import RetryForm
from sagsgang.web.jobs.permissions import jobs_may, mails_may
from sagsgang.web.jobs.services import job_retry

PER_PAGE = 50


@login_required
@require_GET
def jobs(request: HttpRequest) -> HttpResponse:
    """What failed, with its error; what is to come."""
    if not jobs_may(request.user):
        raise Http404
    return _jobs(request, None)


@login_required
@require_POST
def retry(request: HttpRequest, job_id: int) -> HttpResponse:
    """Try a failed job again."""
    if not jobs_may(request.user):
        raise Http404
    form = RetryForm(request.POST)

    def _retry() -> dict[str, int]:
        return {"job": job_retry(actor=request.user, job_id=job_id).pk}

    if form.is_valid() and form.once("job_retry", _retry) is not None:
        messages.success(request, _("The job will be tried again in a moment."))
        return redirect("jobs:jobs")
    return _jobs(request, form)


def _jobs(request: HttpRequest, refused: RetryForm | None) -> HttpResponse:
    failed = Paginator(selectors.jobs_failed(), PER_PAGE).get_page(request.GET.get("fejlet"))
    waiting = Paginator(selectors.jobs_waiting(), PER_PAGE).get_page(request.GET.get("side"))
    context = {
        "failed": failed,
        "failed_rows": [(job, selectors.job_title(job), RetryForm()) for job in failed],
        "waiting": waiting,
        "waiting_rows": [(job, selectors.job_title(job)) for job in waiting],
        "done": selectors.jobs_done_lately(),
        "refused": refused,
        "trail": [Crumb(_("Administration")), Crumb(_("Jobs"))],
    }
    return render(request, "jobs/jobs.html", context, status=400 if refused else 200)


@login_required
@require_GET
def mails(request: HttpRequest) -> HttpResponse:
    """The mails that would have been sent, the newest first."""
    if not mails_may(request.user):
        raise Http404
    page = Paginator(selectors.mails_for(request.user), PER_PAGE).get_page(request.GET.get("side"))
    context = {"mails": page, "trail": [Crumb(_("Mail"))], "address": request.user.email}
    return render(request, "jobs/mails.html", context)


@login_required
@require_GET
def mail(request: HttpRequest, mail_id: int) -> HttpResponse:
    """One of them, as its receiver would have read it."""
    found = selectors.mail_for(request.user, mail_id)
    if found is None:
        raise Http404
    trail = [Crumb(_("Mail"), "/post/"), Crumb(found.subject)]
    sender = settings.DEFAULT_FROM_EMAIL
    return render(request, "jobs/mail.html", {"mail": found, "trail": trail, "sender": sender})
