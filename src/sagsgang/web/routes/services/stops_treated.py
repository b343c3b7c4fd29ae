"""A treatment happens: its text is given out, its decision is written down, once and for all."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sagsgang.minutes import Outcome
from sagsgang.web.bodies.models import Body
from sagsgang.web.cases.models import CaseVersion
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.cases.selectors import case_content
from sagsgang.web.cases.services.versions import content_hash, version_make
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.routes.earlier import earlier_frozen
from sagsgang.web.routes.models import CaseStop, DecidedPoint, DecisionAddendum, StopState
from sagsgang.web.routes.services.stops_locked import stop_event, stop_open, stop_told
from sagsgang.web.routes.services.stops_onward import case_send_onward, case_suspended

_NUMBERS = re.compile(r"\d+(?:\s*[-–]\s*\d+)?(?:\s*(?:,|og)\s*\d+(?:\s*[-–]\s*\d+)?)*")


@dataclass(frozen=True, slots=True)
class PointDecision:
    """What was decided on some points: `numbers` as printed (`2-3`), and whose they are next."""

    numbers: str
    outcome: str
    text: str = ""
    next_body: Body | None = None


Points = Iterable[PointDecision | tuple[str, str, str, Body | None]]


@transaction.atomic
def stop_dispatch(*, actor: Any, stop: CaseStop) -> CaseStop:
    """Give the members the text: it is frozen as a version, with what others had decided by then.

    Given out again after a change, the new text takes the place of the old; unchanged, nothing
    happens. Emits `stop_dispatched`.
    """
    locked = stop_open(actor, "stop_dispatch", stop)
    sha256 = content_hash(case_content(locked.case))
    if locked.dispatched_at and locked.version and locked.version.sha256 == sha256:
        return stop_told(stop, locked)
    locked.dispatched_at = timezone.now()
    locked.version = version = _text_frozen(actor, locked)
    locked.earlier = earlier_frozen(locked)
    locked.save(update_fields=["dispatched_at", "version", "earlier"])
    stop_event(
        "stop_dispatched",
        f"{actor} sendte {case_in_words(locked.case)} ud til {locked.body}.",
        actor,
        locked,
        version=version.number,
    )
    return stop_told(stop, locked)


@transaction.atomic
def stop_record(
    *,
    actor: Any,
    stop: CaseStop,
    decided_on: date,
    decision_text: str,
    outcome: str,
    points: Points = (),
    next_body: Body | None = None,
    absent: str = "",
    item_number: str = "",
) -> CaseStop:
    """Write down what the body decided, word for word, and send the case on where it says so.

    Emits `decision_recorded`. It is never overwritten: `stop_append` adds to it.
    """
    locked = stop_open(actor, "stop_record", stop)
    settled = stop_settle(
        actor=actor,
        stop=locked,
        decided_on=decided_on,
        decision_text=decision_text,
        outcome=outcome,
        points=points,
        next_body=next_body,
        absent=absent,
        item_number=item_number,
    )
    return stop_told(stop, settled)


@transaction.atomic
def stop_settle(
    *,
    actor: Any,
    stop: CaseStop,
    decided_on: date,
    decision_text: str,
    outcome: str,
    points: Points = (),
    next_body: Body | None = None,
    absent: str = "",
    item_number: str = "",
    suspended_to: Body | None = None,
) -> CaseStop:
    """`stop_record` for a caller that has its own gate (a hearing's answer, a meeting held here)
    and has locked the case. A member has had the decision brought before `suspended_to` (§ 23):
    then the case goes there and nowhere else.
    """
    parts = [each if isinstance(each, PointDecision) else PointDecision(*each) for each in points]
    text = decision_text.strip()
    _possible(stop, decided_on, text, outcome, parts)
    if stop.version is None:
        stop.version = _text_frozen(actor, stop)
        stop.earlier = earlier_frozen(stop)
    stop.state = StopState.TREATED
    stop.postponed_to, stop.reason = None, ""
    stop.decided_on, stop.decision_text, stop.outcome = decided_on, text, outcome
    stop.absent, stop.item_number = absent.strip()[:500], item_number.strip()[:20]
    stop.recorded_by, stop.recorded_at = actor, timezone.now()
    stop.save()
    DecidedPoint.objects.bulk_create(
        DecidedPoint(
            stop=stop,
            numbers=part.numbers.strip(),
            outcome=part.outcome,
            text=part.text.strip(),
            next_body=part.next_body,
        )
        for part in parts
    )
    stop_event(
        "decision_recorded",
        f"{actor} skrev, hvad {stop.body} besluttede den {date_format(decided_on, 'j. F Y')}: "
        f"{case_in_words(stop.case)}.",
        actor,
        stop,
        outcome=outcome,
        decided_on=decided_on.isoformat(),
    )
    if suspended_to is None:
        case_send_onward(actor, stop, parts, next_body)
    else:
        case_suspended(actor, stop, suspended_to)
    return stop


@transaction.atomic
def stop_append(*, actor: Any, stop: CaseStop, text: str) -> DecisionAddendum:
    """Add to a recorded decision; its own words stay. Emits `decision_appended`; where the body
    decided at a meeting held here, that room adds it to the meeting's minutes too.
    """
    locked = stop_open(actor, "stop_append", stop)
    return appended(actor, locked, text, on_the_way=True)


def appended(
    actor: Any, stop: CaseStop, text: str, *, on_the_way: bool = False
) -> DecisionAddendum:
    """The addition as a row; the caller has locked the case and asked its gate. `on_the_way` says
    that it was written there and is known nowhere else.
    """
    words = text.strip()
    if not words:
        raise Refusal(_("Write the addition."), "text")
    addendum = DecisionAddendum.objects.create(stop=stop, text=words, by=actor, at=timezone.now())
    stop_event(
        "decision_appended",
        f"{actor} føjede til, hvad {stop.body} besluttede: {case_in_words(stop.case)}.",
        actor,
        stop,
        addendum=addendum.pk,
        on_the_way=on_the_way,
    )
    return addendum


def numbers_in(printed: str) -> list[int] | None:
    """`1-3, 5` → 1, 2, 3, 5; None when it is not written like that."""
    printed = printed.strip()
    if not _NUMBERS.fullmatch(printed):
        return None
    found: list[int] = []
    for part in re.split(r",|og", printed):
        first, _dash, last = re.sub(r"\s", "", part).replace("–", "-").partition("-")
        if len(first) > 3 or len(last) > 3:
            return None
        found += range(int(first), int(last or first) + 1)
    return found


def _possible(
    stop: CaseStop, decided_on: date, text: str, outcome: str, parts: list[PointDecision]
) -> None:
    if decided_on > timezone.localdate():
        raise Refusal(
            _("The date is in the future. Write the decision when it has been made."), "decided_on"
        )
    body = stop.body
    if (body.valid_from and decided_on < body.valid_from) or (
        body.valid_to and decided_on > body.valid_to
    ):
        raise Refusal(_("%(body)s did not exist on that date.") % {"body": body}, "decided_on")
    if outcome not in set(Outcome):
        raise Refusal(_("Choose what came of it."), "outcome")
    if not text and not any(part.text.strip() for part in parts) and outcome != Outcome.NONE:
        raise Refusal(_("Write what was decided, or choose a phrase."), "decision_text")
    _possible_points(stop, parts)


def _possible_points(stop: CaseStop, parts: list[PointDecision]) -> None:
    there = _point_numbers(stop)
    seen: set[int] = set()
    for part in parts:
        numbers = numbers_in(part.numbers)
        words = {"numbers": part.numbers}
        if not numbers:
            raise Refusal(
                _("“%(numbers)s” is not point numbers. Write for example 2 or 2-3.") % words,
                "points",
            )
        if part.outcome not in set(Outcome):
            raise Refusal(_("Choose what came of point %(numbers)s.") % words, "points")
        unknown = set(numbers) - there
        if there and unknown:
            raise Refusal(
                _("The recommendation has no point %(number)s.") % {"number": min(unknown)},
                "points",
            )
        if seen & set(numbers):
            twice = min(seen & set(numbers))
            raise Refusal(_("Point %(number)s is there twice.") % {"number": twice}, "points")
        seen |= set(numbers)


def _point_numbers(stop: CaseStop) -> set[int]:
    if stop.version is not None:
        points = stop.version.content.get("points", [])
        numbers = {point["number"] for point in points if "number" in point}
        if numbers:
            return numbers
    return set(stop.case.points.values_list("number", flat=True))


def _text_frozen(actor: Any, stop: CaseStop) -> CaseVersion:
    return version_make(case=stop.case, actor=actor, reason=CaseVersion.Reason.TREATED)
