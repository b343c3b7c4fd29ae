"""Lets what is built now have happened then: the example's cases have a past."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time

from django.utils import timezone


@contextmanager
def at(day: date, hour: int = 10, minute: int = 0) -> Iterator[datetime]:
    """Within the block it is this moment for everything that asks Django what time it is.

    For filling an empty database only, where nobody else is at work.
    """
    moment = timezone.make_aware(datetime.combine(day, time(hour, minute)))
    real = timezone.now
    timezone.now = lambda: moment
    try:
        yield moment
    finally:
        timezone.now = real
