"""A hearing begins: its text is frozen, each body gets its treatment, and its people are told."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import Body
from sagsgang.web.cases.models import Case, CaseVersion
from sagsgang.web.cases.naming import case_in_words
from sagsgang.web.cases.services import version_make
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.routes.earlier import earlier_frozen
from sagsgang.web.routes.hearings.material import material_of
from sagsgang.web.routes.hearings.notices import bodies_asked
from sagsgang.web.routes.hearings.permissions import hearing_start_require
from sagsgang.web.routes.hearings.selectors import stops_planned
from sagsgang.web.routes.hearings.services.calls import calls_arrange
from sagsgang.web.routes.hearings.state import awaiting_q
from sagsgang.web.routes.hearings.timing import deadline_check, remind_check, written
from sagsgang.web.routes.models import (
    LIVING,
    CaseStop,
    Hearing,
    HearingRound,
    StopKind,
)
from sagsgang.web.routes.services.stops import stop_make
from sagsgang.web.routes.services.stops_locked import (
    body_usable,
    case_locked,
    last_step,
    room_make,
)

MOST_WORDS = 10_000


@transaction.atomic
def hearing_start(
    *,
    actor: Any,
    case: Case,
    bodies: Sequence[Body],
    sections: Collection[int],
    deadline: date,
    question: str = "",
    attachments: Collection[int] = (),
    with_points: bool = True,
    remind_on: date | None = None,
) -> HearingRound:
    """Ask the bodies about the case as it reads now, all at once, with one deadline.

    `sections` and `attachments` are the keys of what they are given. Hearings that the case's way
    has planned are taken up; the others are put before the next treatment. Emits
    `hearing_started`.
    """
    locked = case_locked(case)
    hearing_start_require(actor, locked)
    if locked.is_closed:
        raise Refusal(
            _("The case is closed, and those who are heard would read it. Open the case first.")
        )
    chosen = list({body.pk: body for body in bodies}.values())
    _askable(locked, chosen)
    deadline_check(case=locked, deadline=deadline)
    remind_check(remind_on=remind_on, deadline=deadline)
    if len(question) > MOST_WORDS:
        raise Refusal(_("The question is too long. Put it in an attachment."), "question")
    material = material_of(
        locked, sections=sections, attachments=attachments, with_points=with_points
    )
    if not material["sections"] and not material["attachments"]:
        raise Refusal(
            _("Choose at least one section or attachment, so that they have something to read."),
            "sections",
        )
    now = timezone.now()
    version = version_make(case=locked, actor=actor, reason=CaseVersion.Reason.HEARING)
    asked = HearingRound.objects.create(
        case=locked,
        version=version,
        question=question.strip(),
        material=material,
        deadline=deadline,
        remind_on=remind_on,
        started_by=actor,
        started_at=now,
    )
    for stop in _stops(actor, locked, chosen, deadline):
        stop.version, stop.earlier = version, earlier_frozen(stop)
        stop.wanted_on = deadline
        stop.save(update_fields=["version", "earlier", "wanted_on"])
        Hearing.objects.create(round=asked, stop=stop, sent_at=now)
    count = len(chosen)
    who = str(chosen[0]) if count == 1 else f"{count} råd og udvalg"
    event_record(
        code="hearing_started",
        sentence=f"{actor} sendte {case_in_words(locked)} i høring hos {who} "
        f"med frist {written(deadline)}.",
        actor=actor,
        subject=locked,
        details={"round": asked.pk, "bodies": [body.pk for body in chosen]},
    )
    calls_arrange(asked)
    bodies_asked(asked)
    return asked


def _askable(case: Case, bodies: list[Body]) -> None:
    if not bodies:
        raise Refusal(_("Choose at least one body to hear."), "bodies")
    for body in bodies:
        try:
            body_usable(body, case)
        except Refusal as refusal:
            raise Refusal(refusal.message, "bodies") from refusal
        if body.pk == case.body_id:
            raise Refusal(
                _("%(body)s has the case itself and is not heard about it.") % {"body": body},
                "bodies",
            )
    running = Hearing.objects.filter(
        awaiting_q(), stop__case=case, stop__body__in=bodies
    ).select_related("stop__body", "round")
    names = [f"{each.stop.body} ({written(each.round.deadline)})" for each in running]
    if names:
        raise Refusal(
            ngettext(
                "%(names)s is being heard about the case already. Extend that hearing instead.",
                "%(names)s are being heard about the case already. Extend that hearing instead.",
                len(names),
            )
            % {"names": ", ".join(names)},
            "bodies",
        )


def _stops(actor: Any, case: Case, bodies: list[Body], deadline: date) -> list[CaseStop]:
    """A treatment for each body, all on one step: those planned, and new ones beside them."""
    planned: dict[int, CaseStop] = {}
    for stop in stops_planned(case).filter(body__in=bodies).order_by("step", "pk"):
        planned.setdefault(stop.body_id, stop)
    step = min((stop.step for stop in planned.values()), default=None)
    if step is None:
        later = CaseStop.objects.filter(case=case, state__in=LIVING).exclude(
            kind__in=(StopKind.HEARING, StopKind.INFORMATION)
        )
        before = later.order_by("step").values_list("step", flat=True).first()
        step = room_make(case, before) if before is not None else last_step(case) + 1
    made = []
    for body in bodies:
        stop = planned.get(body.pk)
        if stop is None:
            stop = stop_make(
                actor=actor,
                case=case,
                body=body,
                kind=StopKind.HEARING,
                step=step,
                wanted_on=deadline,
            )
        elif stop.step != step:
            stop.step = step
            stop.save(update_fields=["step"])
        made.append(stop)
    return made
