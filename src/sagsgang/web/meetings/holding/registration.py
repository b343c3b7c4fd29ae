"""What holding puts into the other rooms when the website starts: panels."""

from sagsgang.web.design.panels import Panel, panel_register
from sagsgang.web.meetings.deciding import panels as deciding
from sagsgang.web.meetings.holding import panels


def register() -> None:
    """Called once by the app."""
    panel_register("meeting.main", Panel(20, "holding", panels.meeting_main))
    panel_register("holding.meeting", Panel(40, "deciding", deciding.meeting_main))
    panel_register("meeting.side", Panel(20, "roster", panels.meeting_side))
    panel_register("holding.closed", Panel(10, "roster", panels.meeting_side))
