"""What subscriptions put into the other rooms when the website starts: events, jobs, panels."""

from django.utils.translation import gettext_lazy as _

from sagsgang.web.audit.events import event_subscribe
from sagsgang.web.design.panels import Panel, panel_register
from sagsgang.web.jobs.registry import every_day_at, job_register
from sagsgang.web.subscriptions import panels, telling
from sagsgang.web.subscriptions.services import subscriptions_clean


def register() -> None:
    """Called once by the app."""
    event_subscribe("publication_made", telling.published)
    job_register(
        telling.PUBLICATION_JOB,
        telling.publication_tell,
        title=_("Find out who follows what was published"),
    )
    job_register(
        telling.PUBLICATION_MAIL_JOB,
        telling.publication_mail,
        title=_("Write a mail about what was published"),
    )
    job_register(
        telling.SEARCHES_MAIL_JOB,
        telling.searches_mail,
        title=_("Write a mail about new hits of a search"),
    )
    every_day_at(
        6,
        "subscriptions_searches",
        telling.searches_tell,
        minute=30,
        title=_("Look for new hits of the searches that are followed"),
    )
    every_day_at(
        3,
        "subscriptions_clean",
        subscriptions_clean,
        minute=40,
        title=_("Forget who no longer follows anything"),
    )
    panel_register("search.result", Panel(10, "subscriptions", panels.search_panel))
    panel_register("body.side", Panel(50, "subscriptions", panels.body_panel))
