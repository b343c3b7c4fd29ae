"""The jobs start with the website: mail, and forgetting what is old."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JobsConfig(AppConfig):
    """Started by Django."""

    name = "sagsgang.web.jobs"

    def ready(self) -> None:
        from sagsgang.web.design.panels import Panel, panel_register
        from sagsgang.web.jobs import mail, services, upkeep, views
        from sagsgang.web.jobs.registry import every_day_at, job_register

        job_register(mail.JOB, mail.mail_deliver, title=_("Send a mail"), in_transaction=False)
        every_day_at(
            3, "jobs_clean", services.jobs_clean, title=_("Forget jobs and mails that are old")
        )
        every_day_at(
            4, "database_upkeep", upkeep.upkeep_run, title=_("Let the database count its rows")
        )
        panel_register("frame.account", Panel(50, "jobs", views.account_links))
        panel_register("administration.main", Panel(90, "jobs", views.administration_links))
