"""What figures put into the rooms before them when the website starts."""


def register() -> None:
    """Called once by the app."""
    from django.utils.translation import gettext_lazy as _

    from sagsgang.web.design.navigation import MenuEntry, menu_register
    from sagsgang.web.design.panels import Panel, panel_register
    from sagsgang.web.figures.information import panels

    menu_register(
        MenuEntry(
            46, _("Management information"), "figures:information", panels.menu_is_shown, "work"
        )
    )
    panel_register("body.main", Panel(60, "figures", panels.body_main))
