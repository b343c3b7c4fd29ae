"""Which function does a job of which name, and which jobs come every day by themselves."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Kind:
    """A function that may run again without harm. With `in_transaction` its writes are kept
    together with the job being done, or not at all; one that waits for others (a mail server)
    runs without, so that it holds no lock meanwhile.
    """

    name: str
    function: Callable[..., None]
    title: str | Promise
    in_transaction: bool


@dataclass(frozen=True, slots=True)
class Daily:
    """Runs the job `name` each day at a time of the house's clock, with `day` as its argument."""

    name: str
    at: time

    def next_run(self, now: datetime) -> datetime:
        """The first time after `now`."""
        local = timezone.localtime(now)
        day = local.date() if local.time() < self.at else local.date() + timedelta(days=1)
        return datetime.combine(day, self.at, tzinfo=timezone.get_default_timezone())


_kinds: dict[str, Kind] = {}
_daily: dict[str, Daily] = {}


def job_register(
    name: str,
    function: Callable[..., Any],
    *,
    title: str | Promise = "",
    in_transaction: bool = True,
) -> None:
    """Say which function does the jobs of that name; it is called with the job's arguments."""
    _kinds[name] = Kind(name, function, title or name, in_transaction)


def every_day_at(
    hour: int,
    name: str,
    function: Callable[[str], Any],
    *,
    minute: int = 0,
    title: str | Promise = "",
) -> None:
    """Run `function(day="2026-03-02")` once a day; when nobody worked at that time, as soon as
    somebody does.
    """
    job_register(name, function, title=title)
    _daily[name] = Daily(name, time(hour, minute))


def kind_of(name: str) -> Kind | None:
    """The kind of that name; None when no room of this version knows it."""
    return _kinds.get(name)


def daily_kinds() -> list[Daily]:
    """Everything that comes every day."""
    return list(_daily.values())
