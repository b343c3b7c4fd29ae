"""The clock in Denmark."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

TIME_ZONE = ZoneInfo("Europe/Copenhagen")


def day_in_denmark(at: datetime) -> date:
    """The day it is in Denmark at the moment, which knows its own time zone."""
    return at.astimezone(TIME_ZONE).date()
