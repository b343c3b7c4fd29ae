"""The page of the jobs, for administrators, and the mails that were caught."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
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
        return HttpResponseRedirect(reverse("jobs:jobs"), status=303)
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
        "trail": [Crumb(_("Administration"), "/administration/"), Crumb(_("Jobs"))],
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
    trail = [Crumb(_("Mail"), reverse("jobs:mails")), Crumb(found.subject)]
    sender = settings.DEFAULT_FROM_EMAIL
    return render(request, "jobs/mail.html", {"mail": found, "trail": trail, "sender": sender})


def account_links(request: HttpRequest, subject: Any) -> SafeString | None:
    """The panel among what belongs to one's account: the mail that was caught."""
    shown = mails_may(request.user)
    return render_to_string("jobs/account_links.html") if shown else None


def administration_links(request: HttpRequest, subject: Any) -> SafeString | None:
    """The panel of the administration's page: the jobs, and the mail that was caught."""
    context = {"mails": mails_may(request.user)}
    shown = jobs_may(request.user)
    return render_to_string("jobs/administration_links.html", context) if shown else None
