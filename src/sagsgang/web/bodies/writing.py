"""How days and hours are written in the Danish sentences that events keep."""

from datetime import date, datetime

from django.utils import timezone

from sagsgang.language.printed_dates import day_shown


def danish_day(day: date) -> str:
    """`12. maj 2025`."""
    return day_shown(day)


def danish_moment(moment: datetime) -> str:
    """`12. maj 2025 kl. 16.30`, as the clock on the wall shows it."""
    local = timezone.localtime(moment)
    return f"{danish_day(local.date())} kl. {local:%H.%M}"


def danish_period(starts_on: date, ends_on: date | None) -> str:
    """`fra 1. januar 2026 til 31. december 2029`; without an end only its beginning."""
    end = f" til {danish_day(ends_on)}" if ends_on else ""
    return f"fra {danish_day(starts_on)}{end}"
