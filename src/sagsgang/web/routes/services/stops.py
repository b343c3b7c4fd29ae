"""The way while it is laid: treatments are added, get meetings, move, wait and are withdrawn."""

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import Body, PlannedMeeting
from sagsgang.web.cases.models import Case
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.cases.permissions import case_require
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.routes.models import LIVING, CaseStop, RouteTemplate, StopKind, StopState
from sagsgang.web.routes.services.stops_locked import (
    KIND_WORDS,
    body_usable,
    case_locked,
    last_step,
    stop_event,
    stop_open,
    stop_told,
)


@transaction.atomic
def stop_add(
    *,
    actor: Any,
    case: Case,
    body: Body,
    kind: str,
    step: int | None = None,
    is_deciding: bool = False,
    wanted_on: date | None = None,
    answer_days: int | None = None,
) -> CaseStop:
    """Put a treatment on the way; without a `step` it is the last. Emits `stop_added`."""
    locked = case_locked(case)
    case_require(actor, "route_edit", locked)
    return stop_make(
        actor=actor,
        case=locked,
        body=body,
        kind=kind,
        step=last_step(locked) + 1 if step is None else step,
        is_deciding=is_deciding,
        wanted_on=wanted_on,
        answer_days=answer_days,
    )


def stop_make(
    *,
    actor: Any,
    case: Case,
    body: Body,
    kind: str,
    step: int,
    is_deciding: bool = False,
    wanted_on: date | None = None,
    answer_days: int | None = None,
    referred_by: CaseStop | None = None,
) -> CaseStop:
    """The treatment as a row; the caller has locked the case and asked its gate."""
    body_usable(body, case)
    if kind not in StopKind.values:
        raise Refusal(_("Choose what the body does with the case."), "kind")
    if step < 1:
        raise Refusal(_("The first step of the way is 1."), "step")
    if is_deciding and kind != StopKind.DECISION:
        raise Refusal(
            _("Only a decision can settle the case. Choose Decision, or let another settle it."),
            "is_deciding",
        )
    if is_deciding:
        _one_decides(case)
    stop = CaseStop.objects.create(
        case=case,
        body=body,
        kind=kind,
        step=step,
        is_deciding=is_deciding,
        wanted_on=wanted_on,
        referred_by=referred_by,
        **({"answer_days": answer_days} if answer_days else {}),
    )
    sentence = f"{actor} føjede {KIND_WORDS[StopKind(kind)]} i {body} til sagens vej"
    if referred_by:
        sentence = f"{referred_by.body} sendte sagen videre til {body} ({KIND_WORDS[stop.kind]})"
    stop_event(
        "stop_added", f"{sentence}: {case_in_words(case)}.", actor, stop, kind=kind, step=step
    )
    return stop


def _one_decides(case: Case, besides: CaseStop | None = None) -> None:
    stops = CaseStop.objects.filter(case=case, is_deciding=True)
    stops = stops.exclude(state=StopState.WITHDRAWN).select_related("body")
    other = stops.exclude(pk=besides.pk if besides else None).first()
    if other:
        raise Refusal(
            _("%(body)s already settles the case. Only one treatment can: withdraw that one first.")
            % {"body": other.body},
            "is_deciding",
        )


@transaction.atomic
def stop_schedule(*, actor: Any, stop: CaseStop, meeting: PlannedMeeting) -> CaseStop:
    """Put the treatment on a meeting of its body. Emits `stop_scheduled`."""
    locked = stop_open(actor, "stop_schedule", stop)
    meeting = PlannedMeeting.objects.select_related("body").get(pk=meeting.pk)
    scheduled(actor, locked, meeting)
    return stop_told(stop, locked)


def scheduled(actor: Any, stop: CaseStop, meeting: PlannedMeeting) -> None:
    """The treatment is on the meeting; the caller has locked the case and asked its gate."""
    day = timezone.localdate(meeting.starts_at)
    meeting_usable(stop, meeting, day)
    if stop.state == StopState.SCHEDULED and stop.meeting_id == meeting.pk:
        return
    stop.meeting = meeting
    stop.state = StopState.SCHEDULED
    stop.postponed_to, stop.reason = None, ""
    stop.save(update_fields=["meeting", "state", "postponed_to", "reason"])
    stop_event(
        "stop_scheduled",
        f"{actor or 'Systemet'} satte {case_in_words(stop.case)} på mødet i {stop.body} "
        f"den {date_format(day, 'j. F Y')}.",
        actor,
        stop,
        meeting=meeting.pk,
    )


def meeting_usable(stop: CaseStop, meeting: PlannedMeeting, day: date) -> None:
    """Refuse a meeting at which this treatment cannot happen."""
    words = {"body": stop.body, "date": date_format(day, "j. F Y")}
    if meeting.body_id != stop.body_id:
        raise Refusal(_("The meeting is not one of %(body)s. Choose another.") % words, "meeting")
    if meeting.is_cancelled:
        raise Refusal(
            _("The meeting on %(date)s was cancelled. Choose another.") % words, "meeting"
        )
    if day < timezone.localdate():
        raise Refusal(_("The meeting on %(date)s is over. Choose a later one.") % words, "meeting")
    closed_before = stop.body.valid_from and day < stop.body.valid_from
    if closed_before or (stop.body.valid_to and day > stop.body.valid_to):
        raise Refusal(
            _("%(body)s does not exist on %(date)s. Choose another date or body.") % words,
            "meeting",
        )


@transaction.atomic
def stop_postpone(
    *,
    actor: Any,
    stop: CaseStop,
    reason: str,
    until: date | None = None,
    meeting: PlannedMeeting | None = None,
) -> CaseStop:
    """Let the treatment wait until a date or a later meeting, and say why.

    Emits `stop_postponed`.
    """
    locked = stop_open(actor, "stop_postpone", stop)
    postponed(actor, locked, reason, until=until, meeting=meeting)
    return stop_told(stop, locked)


def postponed(
    actor: Any,
    stop: CaseStop,
    reason: str,
    *,
    until: date | None = None,
    meeting: PlannedMeeting | None = None,
) -> None:
    """The treatment waits; the caller has locked the case and asked its gate."""
    reason = _reasoned(reason, _("Write why it is postponed."))
    if meeting is not None:
        until = timezone.localdate(meeting.starts_at)
        meeting_usable(stop, meeting, until)
    if until is None:
        raise Refusal(_("Say until when it is postponed: choose a meeting or a date."), "until")
    if until < timezone.localdate():
        raise Refusal(_("The date is in the past. Choose a later one."), "until")
    stop.state = StopState.POSTPONED
    stop.meeting, stop.postponed_to, stop.reason = meeting, until, reason
    stop.save(update_fields=["state", "meeting", "postponed_to", "reason"])
    stop_event(
        "stop_postponed",
        f"{actor} udsatte behandlingen i {stop.body} til {date_format(until, 'j. F Y')}: "
        f"{case_in_words(stop.case)}.",
        actor,
        stop,
        reason=reason,
    )


@transaction.atomic
def stop_withdraw(*, actor: Any, stop: CaseStop, reason: str) -> CaseStop:
    """Take the treatment off the way, and say why; it stays to be seen. Emits `stop_withdrawn`."""
    locked = stop_open(actor, "stop_withdraw", stop)
    withdrawn(actor, locked, _reasoned(reason, _("Write why it is withdrawn.")))
    return stop_told(stop, locked)


def withdrawn(actor: Any, stop: CaseStop, reason: str) -> None:
    """The treatment is off the way; the caller has asked the gate."""
    stop.state, stop.reason = StopState.WITHDRAWN, reason[:300]
    stop.meeting = stop.postponed_to = None
    stop.save(update_fields=["state", "reason", "meeting", "postponed_to"])
    stop_event(
        "stop_withdrawn",
        f"{actor or 'Systemet'} trak behandlingen i {stop.body} tilbage: "
        f"{case_in_words(stop.case)}.",
        actor,
        stop,
        reason=stop.reason,
    )


@transaction.atomic
def stop_move(*, actor: Any, stop: CaseStop, step: int, is_beside: bool = True) -> CaseStop:
    """Move the treatment to a step: side by side with those on it, or on one of its own before
    them. Steps are then counted anew from 1. Emits `stop_moved`.
    """
    locked = stop_open(actor, "stop_move", stop)
    stops = CaseStop.objects.filter(case=locked.case)
    if step < 1:
        raise Refusal(_("The first step of the way is 1."), "step")
    if not is_beside:
        stops.filter(step__gte=step).exclude(pk=locked.pk).update(step=F("step") + 1)
    stops.filter(pk=locked.pk).update(step=step)
    _count_steps(locked.case)
    locked.refresh_from_db(fields=["step"])
    stop_event(
        "stop_moved",
        f"{actor} flyttede behandlingen i {locked.body} på sagens vej: "
        f"{case_in_words(locked.case)}.",
        actor,
        locked,
        step=locked.step,
    )
    return stop_told(stop, locked)


def _count_steps(case: Case) -> None:
    stops = list(CaseStop.objects.filter(case=case).order_by("step", "pk"))
    number = {step: place for place, step in enumerate(sorted({s.step for s in stops}), start=1)}
    for stop in stops:
        if stop.step != number[stop.step]:
            CaseStop.objects.filter(pk=stop.pk).update(step=number[stop.step])


@transaction.atomic
def route_lay(*, actor: Any, case: Case, template: RouteTemplate) -> list[CaseStop]:
    """Lay the way of a template over the case, after what is there; a body that already has the
    same treatment to come is not put on twice. Emits `route_laid`.
    """
    locked = case_locked(case)
    case_require(actor, "route_edit", locked)
    if template.municipality_id != locked.municipality_id:
        raise Refusal(_("The way belongs to another municipality."), "template")
    there = list(CaseStop.objects.filter(case=locked).exclude(state=StopState.WITHDRAWN))
    waiting = {(stop.body_id, stop.kind) for stop in there if stop.state in LIVING}
    decided = any(stop.is_deciding for stop in there)
    offset = max((stop.step for stop in there), default=0)
    made: list[CaseStop] = []
    for each in template.stops.select_related("body").order_by("step", "id"):
        if (each.body_id, each.kind) in waiting:
            continue
        made.append(
            stop_make(
                actor=actor,
                case=locked,
                body=each.body,
                kind=each.kind,
                step=offset + each.step,
                is_deciding=each.is_deciding and not decided,
                answer_days=each.answer_days,
            )
        )
    event_record(
        code="route_laid",
        sentence=f"{actor} lagde vejen “{template}” over sagen {locked}.",
        actor=actor,
        subject=locked,
        details={"template": template.pk, "stops": [stop.pk for stop in made]},
    )
    return made


def _reasoned(reason: str, missing: str) -> str:
    words = " ".join(reason.split())
    if not words:
        raise Refusal(missing, "reason")
    if len(words) > 300:
        raise Refusal(_("Keep the reason under 300 letters."), "reason")
    return words
