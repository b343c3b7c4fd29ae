"""A day and a moment in words that say them exactly: "12. maj 2025", "mandag den 12. maj 2025 kl.
16.30"."""

import datetime
import re

from sagsgang.language.dates import MONTHS
from sagsgang.language.weekdays import WEEKDAYS

_DAY = re.compile(rf"(\d{{1,2}})\. ({'|'.join(MONTHS)}) (\d{{1,4}})")
_MOMENT = re.compile(rf"(?:{'|'.join(WEEKDAYS)}) den ({_DAY.pattern}) kl\. (\d\d)\.(\d\d)")


def day_shown(day: datetime.date) -> str:
    """The day as "12. maj 2025"."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def day_read(words: str) -> datetime.date | None:
    """The day that `day_shown` wrote; None when the words are anything else."""
    match = _DAY.fullmatch(words)
    if match is None:
        return None
    try:
        return datetime.date(int(match[3]), MONTHS.index(match[2]) + 1, int(match[1]))
    except ValueError:
        return None


def moment_shown(at: datetime.datetime) -> str:
    """The minute as "mandag den 12. maj 2025 kl. 16.30"."""
    return f"{WEEKDAYS[at.weekday()]} den {day_shown(at.date())} kl. {at:%H.%M}"


def moment_read(words: str) -> datetime.datetime | None:
    """The minute that `moment_shown` wrote; None when the words are anything else."""
    match = _MOMENT.fullmatch(words)
    day = day_read(match[1]) if match else None
    if match is None or day is None:
        return None
    try:
        return datetime.datetime.combine(day, datetime.time(int(match[5]), int(match[6])))
    except ValueError:
        return None
