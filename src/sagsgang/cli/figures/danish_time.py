"""Moments as people read them: in Danish time, wherever the command runs."""

from datetime import datetime

from sagsgang.language.danish_time import TIME_ZONE


def moment_shown(at: datetime) -> str:
    """The minute as "12-05-2025 16:30", in Danish time."""
    return f"{at.astimezone(TIME_ZONE):%d-%m-%Y %H:%M}"
