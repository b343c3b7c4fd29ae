"""The bodies start with the website: their pages in the menu, and roles on the accounts' pages."""

from django.apps import AppConfig
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class BodiesConfig(AppConfig):
    """Started by Django."""

    name = "sagsgang.web.bodies"

    def ready(self) -> None:
        from sagsgang.web.bodies.panels import user_roles
        from sagsgang.web.bodies.permissions import is_administrator
        from sagsgang.web.bodies.standing import standing_of
        from sagsgang.web.design.navigation import MenuEntry, menu_register
        from sagsgang.web.design.panels import Panel, panel_register

        def reads(request: HttpRequest) -> bool:
            standing = standing_of(getattr(request, "user", None))
            return bool(standing.municipalities) or standing.is_administrator

        def administers(request: HttpRequest) -> bool:
            return is_administrator(getattr(request, "user", None))

        menu_register(MenuEntry(40, _("Committees"), "bodies:list", reads, group="work"))
        menu_register(
            MenuEntry(85, _("Administration"), "bodies:administration", administers, group="work")
        )
        panel_register("accounts.user", Panel(10, "roles", user_roles))
