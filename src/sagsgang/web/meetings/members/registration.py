"""What a member's room puts in place when the website starts."""

from django.utils.translation import gettext_lazy as _

from sagsgang.web.design.navigation import MenuEntry, menu_register
from sagsgang.web.design.panels import Panel, panel_register
from sagsgang.web.meetings.members import panels, subscriptions


def register() -> None:
    """Called once by the app."""
    subscriptions.subscribe()
    menu_register(MenuEntry(15, _("My meetings"), "meetings:own", panels.is_shown, "work"))
    panel_register("frame.head", Panel(10, "member", panels.head_panel))
    panel_register("frame.account", Panel(30, "device", panels.device_panel))
    panel_register("item.side", Panel(5, "own", panels.item_panel))
    panel_register("meeting.side", Panel(5, "own", panels.meeting_panel))
    panel_register("case.side", Panel(60, "follow", panels.case_panel))
