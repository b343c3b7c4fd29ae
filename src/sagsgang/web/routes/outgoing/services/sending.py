"""The approved answer leaves the house, its copies go to bodies, or it is given up."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import Body
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.routes.hearings.timing import written
from sagsgang.web.routes.models import OutgoingAnswer, OutgoingCopy, StopKind
from sagsgang.web.routes.outgoing.notices import answer_dispatched
from sagsgang.web.routes.outgoing.permissions import outgoing_require
from sagsgang.web.routes.outgoing.services.writing import outgoing_open
from sagsgang.web.routes.services.stops import stop_make
from sagsgang.web.routes.services.stops_locked import last_step

_State = OutgoingAnswer.State


@transaction.atomic
def outgoing_dispatch(
    *, actor: Any, answer: OutgoingAnswer, dispatched_on: date, dispatched_how: str
) -> OutgoingAnswer:
    """Note that the answer was sent: when and how. Emits `outgoing_dispatched`."""
    fresh = outgoing_open(answer)
    outgoing_require(actor, "outgoing_dispatch", fresh)
    how = " ".join(dispatched_how.split())
    if not how:
        raise Refusal(_("Write how it was sent, e.g. by mail."), "dispatched_how")
    if dispatched_on > timezone.localdate():
        raise Refusal(_("The day is still to come. Note it when it is sent."), "dispatched_on")
    approved = max((each.at for each in fresh.approvals.all() if each.at), default=None)
    if approved is not None and dispatched_on < timezone.localdate(approved):
        raise Refusal(
            _("It was approved on %(day)s and cannot have been sent before that.")
            % {"day": written(timezone.localdate(approved))},
            "dispatched_on",
        )
    fresh.state = _State.DISPATCHED
    fresh.dispatched_on, fresh.dispatched_how, fresh.dispatched_by = dispatched_on, how, actor
    fresh.save()
    late = " efter fristen" if dispatched_on > fresh.deadline else ""
    _tell(
        "outgoing_dispatched",
        f"{actor} sendte høringssvaret til {fresh.recipient}{late}",
        actor,
        fresh,
    )
    answer_dispatched(fresh, actor)
    return fresh


@transaction.atomic
def outgoing_copy(*, actor: Any, answer: OutgoingAnswer, bodies: list[Body]) -> list[OutgoingCopy]:
    """Let bodies see the sent answer, each as a treatment for information. Emits
    `outgoing_copied`.
    """
    fresh = outgoing_open(answer)
    outgoing_require(actor, "outgoing_copy", fresh)
    have = set(fresh.copies.values_list("stop__body", flat=True))
    chosen = [body for body in {body.pk: body for body in bodies}.values() if body.pk not in have]
    if not chosen:
        raise Refusal(_("Choose a body that has no copy yet."), "bodies")
    step = last_step(fresh.case) + 1
    made = []
    for body in chosen:
        try:
            stop = stop_make(
                actor=actor, case=fresh.case, body=body, kind=StopKind.INFORMATION, step=step
            )
        except Refusal as refusal:
            raise Refusal(refusal.message, "bodies") from refusal
        made.append(OutgoingCopy.objects.create(answer=fresh, stop=stop))
    names = ", ".join(str(body) for body in chosen)
    _tell(
        "outgoing_copied",
        f"{actor} gav {names} kopi af høringssvaret til {fresh.recipient}",
        actor,
        fresh,
    )
    return made


@transaction.atomic
def outgoing_withdraw(*, actor: Any, answer: OutgoingAnswer, reason: str) -> OutgoingAnswer:
    """No answer is sent after all, and it says why. Emits `outgoing_withdrawn`."""
    fresh = outgoing_open(answer)
    outgoing_require(actor, "outgoing_withdraw", fresh)
    words = " ".join(reason.split())
    if not words:
        raise Refusal(_("Write why no answer is sent."), "reason")
    fresh.state, fresh.withdrawn_because = _State.WITHDRAWN, words[:300]
    fresh.save()
    _tell(
        "outgoing_withdrawn",
        f"{actor} opgav høringssvaret til {fresh.recipient}",
        actor,
        fresh,
    )
    return fresh


def _tell(code: str, did: str, actor: Any, answer: OutgoingAnswer) -> None:
    event_record(
        code=code,
        sentence=f"{did} i {case_in_words(answer.case)}.",
        actor=actor,
        subject=answer,
        subject_key=f"case:{answer.case_id}",
        details={"outgoing": answer.pk},
    )
