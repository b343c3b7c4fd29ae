"""What figures put into the meeting's pages, and when they are frozen."""

from sagsgang.web.design.panels import Panel, panel_register
from sagsgang.web.meetings.figures import panels, subscriptions


def register() -> None:
    """Called once by the app."""
    subscriptions.subscribe()
    panel_register("item.main", Panel(90, "figures", panels.item_panel))
    panel_register("holding.item", Panel(5, "figures", panels.holding_panel))
