"""A hearing's treatment was written on from the case's way itself: its hearing follows."""

from django.utils import timezone
from django.utils.html import format_html_join

from sagsgang.web.audit.events import Happening
from sagsgang.web.routes.hearings.services.calls import answers_in_check
from sagsgang.web.routes.hearings.services.opening import round_open
from sagsgang.web.routes.models import CaseStop, Hearing, HearingAnswer, StopKind

RECORDED = "skrevet på sagens vej"


def stop_withdrawn(happening: Happening) -> None:
    """The treatment is off the way, so the body need not answer."""
    hearing = _hearing_of(happening)
    if hearing is None or hearing.ended_at is not None:
        return
    hearing.ended_at = timezone.now()
    hearing.ended_because = happening.subject.reason
    hearing.save(update_fields=["ended_at", "ended_because"])
    answers_in_check(round_open(hearing.round), happening.actor)


def decision_recorded(happening: Happening) -> None:
    """What was written as the treatment's decision is the body's answer."""
    hearing = _hearing_of(happening)
    if hearing is None or hearing.answered_at is not None or hearing.ended_at is not None:
        return
    stop, now = happening.subject, timezone.now()
    paragraphs = [words for words in stop.decision_text.split("\n") if words.strip()]
    HearingAnswer.objects.create(
        hearing=hearing,
        html=format_html_join("", "<p>{}</p>", ((words,) for words in paragraphs)),
        absent=stop.absent,
        answered_on=stop.decided_on,
        answered_by=str(stop.body)[:150],
        received_how=RECORDED,
        by=happening.actor,
        at=now,
        is_late=stop.decided_on > hearing.round.deadline,
    )
    hearing.answered_at = now
    hearing.save(update_fields=["answered_at"])
    answers_in_check(round_open(hearing.round), happening.actor)


def _hearing_of(happening: Happening) -> Hearing | None:
    stop = happening.subject
    if not isinstance(stop, CaseStop) or stop.kind != StopKind.HEARING:
        return None
    found = Hearing.objects.select_related("round__case").filter(
        stop=stop, round__ended_at__isnull=True
    )
    return found.first()
