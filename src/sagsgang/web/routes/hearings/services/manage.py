"""A hearing while it runs: reminded, extended, a body taken out of it, and closed."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.audit.events import Happening, event_record
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.routes.hearings.notices import bodies_closed, bodies_extended, body_withdrawn
from sagsgang.web.routes.hearings.permissions import hearing_require, round_require
from sagsgang.web.routes.hearings.services.calls import answers_in_check, calls_arrange, reminded
from sagsgang.web.routes.hearings.services.opening import hearing_open, hearings_of, round_open
from sagsgang.web.routes.hearings.state import HearingState, hearing_state
from sagsgang.web.routes.hearings.timing import deadline_check, remind_day, written
from sagsgang.web.routes.models import LIVING, Hearing, HearingRound
from sagsgang.web.routes.services.stops import withdrawn

NEVER_ANSWERED = "Svarede ikke, før høringen blev afsluttet."


@transaction.atomic
def hearing_remind(*, actor: Any, hearing: Hearing) -> None:
    """Remind one body now. Emits `hearing_reminded`."""
    fresh = hearing_open(hearing)
    _told_if_over(fresh)
    hearing_require(actor, "hearing_remind", fresh)
    reminded([fresh], fresh.round, actor)


@transaction.atomic
def hearing_extend(*, actor: Any, asked: HearingRound, deadline: date, reason: str) -> None:
    """Give everybody more time, and tell all why. Emits `hearing_extended`."""
    fresh = round_open(asked)
    round_require(actor, "hearing_extend", fresh)
    reason = _reasoned(reason, _("Write why there is more time."))
    if deadline <= fresh.deadline:
        raise Refusal(
            _("The deadline is %(day)s already. Choose a later day.")
            % {"day": written(fresh.deadline)},
            "deadline",
        )
    deadline_check(case=fresh.case, deadline=deadline)
    before = fresh.deadline
    fresh.deadline, fresh.answers_in_at = deadline, None
    fresh.remind_on = remind_day(deadline, timezone.localdate())
    fresh.save(update_fields=["deadline", "remind_on", "answers_in_at"])
    event_record(
        code="hearing_extended",
        sentence=f"{actor} forlængede fristen i høringen om {case_in_words(fresh.case)} "
        f"fra {written(before)} til {written(deadline)}: {reason}",
        actor=actor,
        subject=fresh,
        subject_key=f"case:{fresh.case_id}",
        details={"round": fresh.pk, "from": before.isoformat(), "to": deadline.isoformat()},
    )
    parts = hearings_of(fresh)
    for each in parts:
        if each.answered_at is None and each.ended_at is None:
            each.stop.wanted_on = deadline
            each.stop.save(update_fields=["wanted_on"])
    calls_arrange(fresh)
    bodies_extended([each for each in parts if each.ended_at is None], fresh, reason)
    answers_in_check(fresh, actor)


@transaction.atomic
def hearing_withdraw(*, actor: Any, hearing: Hearing, reason: str) -> None:
    """One body need not answer after all, and is told why. Emits `hearing_withdrawn`."""
    fresh = hearing_open(hearing)
    _told_if_over(fresh)
    hearing_require(actor, "hearing_withdraw", fresh)
    reason = _reasoned(reason, _("Write why the body is taken out of the hearing."))
    _end(fresh, actor, reason)
    event_record(
        code="hearing_withdrawn",
        sentence=f"{actor} tog {fresh.stop.body} ud af høringen om "
        f"{case_in_words(fresh.stop.case)}: {reason}",
        actor=actor,
        subject=fresh,
        subject_key=f"case:{fresh.stop.case_id}",
        details={"round": fresh.round_id, "hearing": fresh.pk},
    )
    body_withdrawn(fresh, reason)
    answers_in_check(fresh.round, actor)


@transaction.atomic
def hearing_close(*, actor: Any, asked: HearingRound, reason: str = "") -> None:
    """No more answers are taken. Emits `hearing_closed`."""
    fresh = round_open(asked)
    round_require(actor, "hearing_close", fresh)
    waiting = _waiting(fresh)
    if waiting and timezone.localdate() <= fresh.deadline:
        reason = _reasoned(
            reason, _("Some have not answered and the deadline has not passed. Write why.")
        )
    _close(fresh, actor, " ".join(reason.split())[:300], waiting)


def rounds_end_with_case(happening: Happening) -> None:
    """A case that goes nowhere any more is heard no more; subscribed to what ends a case."""
    case = happening.subject
    why = (
        "Sagen er trukket tilbage." if happening.code == "case_withdrawn" else "Sagen er afsluttet."
    )
    for asked in HearingRound.objects.filter(case=case, ended_at__isnull=True):
        fresh = round_open(asked)
        _close(fresh, happening.actor, why, _waiting(fresh), tells=False)


def _waiting(asked: HearingRound) -> list[Hearing]:
    return [
        each for each in hearings_of(asked) if each.ended_at is None and each.answered_at is None
    ]


def _close(
    asked: HearingRound, actor: Any, reason: str, waiting: list[Hearing], *, tells: bool = True
) -> None:
    asked.ended_at, asked.ended_because = timezone.now(), reason
    asked.save(update_fields=["ended_at", "ended_because"])
    for each in waiting:
        _end(each, actor, reason or NEVER_ANSWERED)
    event_record(
        code="hearing_closed",
        sentence=f"{actor or 'Systemet'} afsluttede høringen om {case_in_words(asked.case)}"
        f"{': ' + reason if reason else '.'}",
        actor=actor,
        subject=asked,
        subject_key=f"case:{asked.case_id}",
        details={"round": asked.pk, "never_answered": [each.pk for each in waiting]},
    )
    bodies_closed(waiting, asked)
    if tells:
        answers_in_check(asked, actor)


def _end(hearing: Hearing, actor: Any, reason: str) -> None:
    hearing.ended_at, hearing.ended_because = timezone.now(), reason
    hearing.save(update_fields=["ended_at", "ended_because"])
    if hearing.stop.state in LIVING:
        withdrawn(actor, hearing.stop, reason)


def _told_if_over(hearing: Hearing) -> None:
    state = hearing_state(hearing)
    if state == HearingState.ANSWERED:
        raise Refusal(
            _("%(body)s has answered meanwhile. Load the page again.") % {"body": hearing.stop.body}
        )
    if state == HearingState.ENDED:
        raise Refusal(_("The hearing was closed meanwhile. Load the page again."))


def _reasoned(reason: str, missing: str) -> str:
    words = " ".join(reason.split())
    if not words:
        raise Refusal(missing, "reason")
    if len(words) > 300:
        raise Refusal(_("Keep the reason under 300 letters."), "reason")
    return words
