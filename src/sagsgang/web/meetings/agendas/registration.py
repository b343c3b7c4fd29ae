"""What the building of agendas tells the other rooms when the website starts."""

from django.utils.translation import gettext_lazy as _

from sagsgang.web.cases.permissions import relation_register
from sagsgang.web.design.navigation import MenuEntry, menu_register
from sagsgang.web.design.panels import Panel, panel_register
from sagsgang.web.meetings.agendas import notices, panels, relations, subscriptions


def register() -> None:
    """Called once by the app."""
    relation_register(relations.GOES_THROUGH)
    subscriptions.subscribe()
    notices.subscribe()
    panel_register("body.main", Panel(20, "meetings", panels.body_panel))
    menu_register(MenuEntry(42, _("Meetings"), "meetings:list", panels.menu_is_shown, "work"))
