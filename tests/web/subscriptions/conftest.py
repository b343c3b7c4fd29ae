"""A meeting whose minutes are locked, readers without accounts, and the mails that come to them."""

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from sagsgang.web.jobs.models import Job, Mail
from sagsgang.web.jobs.services import jobs_run_due
from sagsgang.web.publishing import services as publishing
from sagsgang.web.subscriptions.choices import choice_asked
from sagsgang.web.subscriptions.models import Subscription
from sagsgang.web.subscriptions.services import subscription_ask, subscription_confirm

from ..meetings.minute_book.conftest import Held

READER = "laeser@borger.example"


@pytest.fixture(autouse=True)
def _as_it_is(settings, monkeypatch):
    """Mail goes the house's own way; PDFs have tests of their own; nobody has asked before."""
    settings.EMAIL_BACKEND = "sagsgang.web.jobs.mail.JobMailBackend"
    settings.SAGSGANG_MAIL_URL = ""
    settings.SAGSGANG_ADDRESS = "https://ny.example"
    monkeypatch.setattr("sagsgang.web.publishing.services.publishing.job_enqueue", lambda **_: None)
    cache.clear()


@pytest.fixture
def held(world):
    """The meeting is closed and its minutes are locked."""
    table = Held(world)
    table.close()
    table.lock()
    return table


def publish(held, kind="minutes", **more):
    return publishing.publication_make(
        actor=held.secretary, meeting=held.meeting, kind=kind, **more
    )


def withdraw(held):
    return publishing.publication_withdraw(
        actor=held.secretary, meeting=held.meeting, kind="minutes", reason="Et navn stod med"
    )


def work(minutes=1):
    """Everything that is due so many minutes from now is done, and what that leaves."""
    later = timezone.now() + timedelta(minutes=minutes)
    while jobs_run_due(now=later):
        pass
    assert not Job.objects.exclude(error="").exists()


def mails(to=READER):
    """The mails that came, oldest first, without those that ask."""
    rows = Mail.objects.filter(to=to).exclude(subject__startswith="Bekræft")
    return list(rows.order_by("at", "pk"))


def last_link(what, to=READER):
    """The path of the last link of that kind in a mail."""
    texts = "\n".join(
        Mail.objects.filter(to=to).order_by("at", "pk").values_list("text", flat=True)
    )
    return re.findall(rf"https://ny\.example(/abonner/{what}/[^\s>]+)", texts)[-1]


def follow(to=READER, **parameters):
    """Asked for and confirmed: `udvalg`, `sag` or `soeg`."""
    choice = choice_asked(parameters)
    before = set(Subscription.objects.values_list("pk", flat=True))
    subscription_ask(email=to, choice=choice)
    made = Subscription.objects.exclude(pk__in=before).get()
    return subscription_confirm(key=made.key)
