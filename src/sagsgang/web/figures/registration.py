"""What figures put into the rooms before them when the website starts."""

from django.utils.translation import gettext_lazy as _


def register() -> None:
    """Called once by the app."""
    from sagsgang.web.design.navigation import MenuEntry, menu_register
    from sagsgang.web.design.panels import Panel, panel_register
    from sagsgang.web.figures.information import panels
    from sagsgang.web.figures.loading.fetching import figures_fetch_run
    from sagsgang.web.figures.loading.reading import upload_read
    from sagsgang.web.figures.loading.services import figures_load_run
    from sagsgang.web.jobs.registry import job_register

    # They take long and write to the store: no lock on the database is held meanwhile.
    job_register(
        "figures_read", upload_read, title=_("A file of figures is read"), in_transaction=False
    )
    job_register(
        "figures_load", figures_load_run, title=_("Figures are loaded"), in_transaction=False
    )
    job_register(
        "figures_fetch", figures_fetch_run, title=_("Figures are fetched"), in_transaction=False
    )
    menu_register(
        MenuEntry(
            46, _("Management information"), "figures:information", panels.menu_is_shown, "work"
        )
    )
    panel_register("body.main", Panel(60, "figures", panels.body_main))
