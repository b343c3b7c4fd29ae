"""What the calendar does by itself: it reminds, and it tells when the answers are in."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from sagsgang.web.audit.events import event_record
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.routes.hearings.calendar import on_the_day
from sagsgang.web.routes.hearings.notices import answers_in, bodies_reminded
from sagsgang.web.routes.hearings.services.opening import hearings_of, round_open
from sagsgang.web.routes.hearings.state import HearingState, hearing_state
from sagsgang.web.routes.models import LIVING, CaseStop, Hearing, HearingRound, StopKind

REMIND_JOB = "hearing_remind"
DEADLINE_JOB = "hearing_deadline"
_WAITING = (HearingState.DISPATCHED, HearingState.REMINDED, HearingState.LATE)


def calls_arrange(asked: HearingRound) -> None:
    """Put the reminder and the end of the deadline into the calendar, once for each day."""
    if asked.remind_on is not None:
        _arrange(REMIND_JOB, asked, asked.remind_on)
    _arrange(DEADLINE_JOB, asked, asked.deadline + timedelta(days=1))


def _arrange(name: str, asked: HearingRound, day: date) -> None:
    on_the_day(name=name, key=str(asked.pk), day=day, arguments={"round": asked.pk})


@transaction.atomic
def reminder_run(*, round: int, day: str) -> None:
    """Remind those who have not answered; nothing happens when the reminder was moved, the hearing
    was closed, or it was done already.
    """
    asked = _round(round)
    if asked is None or asked.ended_at is not None:
        return
    if asked.remind_on is None or asked.remind_on.isoformat() != day:
        return
    waiting = [
        each for each in hearings_of(asked) if hearing_state(each) == HearingState.DISPATCHED
    ]
    reminded(waiting, asked, actor=None)


@transaction.atomic
def deadline_run(*, round: int, day: str) -> None:
    """The deadline has passed: the case can go on with the answers that are there."""
    asked = _round(round)
    if asked is None or (asked.deadline + timedelta(days=1)).isoformat() != day:
        return
    answers_in_check(asked, actor=None)


def reminded(hearings: list[Hearing], asked: HearingRound, actor: Any) -> None:
    """The bodies were reminded; the caller has locked the case."""
    if not hearings:
        return
    now = timezone.now()
    for each in hearings:
        each.reminded_at = now
        each.save(update_fields=["reminded_at"])
    names = ", ".join(str(each.stop.body) for each in hearings)
    event_record(
        code="hearing_reminded",
        sentence=f"{actor or 'Systemet'} rykkede for svar i høringen om "
        f"{case_in_words(asked.case)}: {names}.",
        actor=actor,
        subject=asked.case,
        details={"round": asked.pk, "hearings": [each.pk for each in hearings]},
    )
    bodies_reminded(hearings, asked)


def answers_in_check(asked: HearingRound, actor: Any) -> None:
    """Tell once, when nobody is waited for any more or the deadline has passed.

    Emits `hearing_answers_in`; the details name the treatments that are next.
    """
    if asked.answers_in_at is not None or asked.case.state in ("withdrawn", "closed"):
        return
    states = [hearing_state(each) for each in hearings_of(asked)]
    answered = sum(each.answered_at is not None for each in hearings_of(asked))
    missing = sum(state in _WAITING for state in states)
    if missing and timezone.localdate() <= asked.deadline and asked.ended_at is None:
        return
    asked.answers_in_at = timezone.now()
    asked.save(update_fields=["answers_in_at"])
    following = next_stops(asked)
    what = f"{answered} har svaret, {missing} mangler"
    event_record(
        code="hearing_answers_in",
        sentence=f"Svarene i høringen om {case_in_words(asked.case)} er inde: {what}.",
        actor=actor,
        subject=asked,
        subject_key=f"case:{asked.case_id}",
        details={
            "round": asked.pk,
            "answered": answered,
            "missing": missing,
            "next_stops": [stop.pk for stop in following],
        },
    )
    answers_in(asked, answered=answered, missing=missing, following=following)


def next_stops(asked: HearingRound) -> list[CaseStop]:
    """The treatments that the case is resumed in after the hearing."""
    steps = [each.stop.step for each in asked.hearings.select_related("stop")]
    later = list(
        CaseStop.objects.filter(
            case=asked.case_id, state__in=LIVING, step__gte=min(steps, default=1)
        )
        .exclude(kind__in=(StopKind.HEARING, StopKind.INFORMATION))
        .select_related("body")
        .order_by("step", "pk")
    )
    return [stop for stop in later if stop.step == later[0].step]


def _round(pk: int) -> HearingRound | None:
    asked = HearingRound.objects.select_related("case").filter(pk=pk).first()
    return round_open(asked) if asked is not None else None
