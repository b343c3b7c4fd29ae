"""The desk puts its pages on the main menu."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    """Started by Django; the menu then knows the desk's pages."""

    name = "sagsgang.web.desk"

    def ready(self) -> None:
        from sagsgang.web.bodies.standing import standing_of
        from sagsgang.web.design.navigation import MenuEntry, menu_register

        menu_register(
            MenuEntry(
                1,
                _("My work"),
                "desk:work",
                lambda request: standing_of(getattr(request, "user", None)).user is not None,
                group="work",
            )
        )
        menu_register(MenuEntry(25, _("Processes"), "desk:processes"))
