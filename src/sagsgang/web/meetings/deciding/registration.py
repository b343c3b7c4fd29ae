"""What deciding puts into the other rooms when the website starts: events, panels."""

from sagsgang.web.design.panels import Panel, panel_register
from sagsgang.web.meetings.deciding import panels, subscriptions


def register() -> None:
    """Called once by the app."""
    subscriptions.subscribe()
    panel_register("holding.item", Panel(40, "decision", panels.holding_item))
    panel_register("item.main", Panel(40, "decided", panels.item_main))
    panel_register("meeting.main", Panel(40, "deciding", panels.meeting_main))
    panel_register("body.main", Panel(60, "chair_decisions", panels.body_main))
