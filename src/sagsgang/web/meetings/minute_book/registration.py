"""What the minute book puts into the other rooms when the website starts: events, panels."""

from sagsgang.web.design.panels import Panel, panel_register
from sagsgang.web.meetings.minute_book import panels, subscriptions


def register() -> None:
    """Called once by the app."""
    subscriptions.subscribe()
    panel_register("meeting.side", Panel(10, "minutes", panels.meeting_side))
    panel_register("item.side", Panel(60, "late_attachments", panels.item_side))
    panel_register("body.main", Panel(70, "minute_book", panels.body_main))
