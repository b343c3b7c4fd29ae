"""The archive puts its pages on the main menu, and hears of what the house publishes."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArchiveConfig(AppConfig):
    """Started by Django; the menu then knows the archive's pages."""

    name = "sagsgang.web.archive"

    def ready(self) -> None:
        from sagsgang.web.archive import published
        from sagsgang.web.archive.permissions import may_check_on_site, may_import_on_site
        from sagsgang.web.archive.same_number import similar_panel
        from sagsgang.web.design.navigation import MenuEntry, menu_register
        from sagsgang.web.design.panels import Panel, panel_register
        from sagsgang.web.jobs.registry import job_register

        published.subscribe()
        job_register(
            published.JOB,
            published.publication_archive,
            title=_("Read what was published into the archive"),
            # Reading takes its time; what it gives is stored in a transaction of its own.
            in_transaction=False,
        )
        panel_register("case.similar", Panel(10, "archive", similar_panel))
        menu_register(MenuEntry(5, _("Search"), "archive:search"))
        menu_register(MenuEntry(10, _("Municipalities"), "archive:municipalities"))
        menu_register(
            MenuEntry(15, _("Check minutes"), "archive:check", lambda request: may_check_on_site())
        )
        menu_register(MenuEntry(20, _("Checks"), "archive:rules"))
        menu_register(
            MenuEntry(
                30, _("Add documents"), "archive:upload", lambda request: may_import_on_site()
            )
        )
