"""A treatment leaves the meeting it was on, and waits again for one."""

from typing import Any

from django.db import transaction

from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.routes.models import CaseStop, StopState
from sagsgang.web.routes.services.stops_locked import stop_event, stop_open, stop_told


@transaction.atomic
def stop_unschedule(*, actor: Any, stop: CaseStop) -> CaseStop:
    """Take the treatment off its meeting: it waits for another. Emits `stop_unscheduled`."""
    locked = stop_open(actor, "stop_schedule", stop)
    unscheduled(actor, locked)
    return stop_told(stop, locked)


def unscheduled(actor: Any, stop: CaseStop) -> None:
    """The treatment waits for a meeting; the caller has asked the gate and locked the case."""
    if stop.state == StopState.PLANNED:
        return
    stop.state, stop.reason = StopState.PLANNED, ""
    stop.meeting = stop.postponed_to = None
    stop.save(update_fields=["state", "reason", "meeting", "postponed_to"])
    stop_event(
        "stop_unscheduled",
        f"{actor or 'Systemet'} tog behandlingen i {stop.body} af mødet: "
        f"{case_in_words(stop.case)}.",
        actor,
        stop,
    )
