"""How a job of a hearing is put into the calendar: the same key comes once only."""

from datetime import date, datetime, time
from typing import Any

from django.utils import timezone

from sagsgang.web.jobs.services import job_enqueue

_MORNING = time(7)


def on_the_day(*, name: str, key: str, day: date, arguments: dict[str, Any]) -> None:
    """Run the job `name` in the morning of that day; asked for again, nothing more happens."""
    job_enqueue(
        name=name,
        arguments=arguments | {"day": day.isoformat()},
        key=f"{name}:{key}:{day.isoformat()}",
        run_at=timezone.make_aware(datetime.combine(day, _MORNING)),
    )
