"""The notifications start with the website: the bell on every page, mails at once and at seven."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NotificationsConfig(AppConfig):
    """Started by Django."""

    name = "sagsgang.web.notifications"

    def ready(self) -> None:
        from sagsgang.web.design.panels import Panel, panel_register
        from sagsgang.web.jobs.registry import every_day_at, job_register
        from sagsgang.web.notifications import mails, services, views

        job_register(services.MAIL_JOB, mails.mail_at_once, title=_("Write a mail about news"))
        job_register(mails.DIGEST_JOB, mails.mail_digest, title=_("Write the mail of the day"))
        every_day_at(7, "notifications_digest", mails.digest, title=_("Leave the mails of the day"))
        panel_register("frame.bell", Panel(10, "notifications", views.bell))
