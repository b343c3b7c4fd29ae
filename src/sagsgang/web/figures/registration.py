"""What figures put into the rooms before them when the website starts."""

from django.http import HttpRequest
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
    menu_register(MenuEntry(47, _("Load figures"), "figures:loading", _may_load, "work"))
    panel_register("body.main", Panel(60, "figures", panels.body_main))


def _may_load(request: HttpRequest) -> bool:
    """Whoever may load figures somewhere: analysts and finance reviewers."""
    from sagsgang.web.bodies.models import Role
    from sagsgang.web.bodies.standing import standing_of

    user = getattr(request, "user", None)
    return user is not None and standing_of(user).has_any(Role.ANALYST, Role.FINANCE_REVIEWER)
