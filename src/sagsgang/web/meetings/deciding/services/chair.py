"""What the chair decided between meetings (§ 22), and its report at the next meeting."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import gettext as _

from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import Body, Membership, Person
from sagsgang.web.bodies.selectors import lasting
from sagsgang.web.cases.models import CaseKind
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas.naming import danish_day
from sagsgang.web.meetings.agendas.services.items import item_made
from sagsgang.web.meetings.agendas.services.locked import body_open, meeting_locked, reasoned
from sagsgang.web.meetings.models import ChairDecision, Item, Meeting, MeetingState

#: Why the chair could decide alone, as it is printed.
GROUNDS = {
    ChairDecision.Ground.CANNOT_WAIT: "Sagen kunne ikke tåle udsættelse.",
    ChairDecision.Ground.NO_DOUBT: "Sagen gav ikke anledning til tvivl.",
}
_BUILDING = (MeetingState.BUILDING, MeetingState.GONE_THROUGH)


@transaction.atomic
def chair_decision_record(
    *,
    actor: Any,
    body: Body,
    title: str,
    text: str,
    ground: str,
    decided_on: date,
    decided_by: Person | None = None,
) -> ChairDecision:
    """Write what the chair decided on the body's behalf: only what cannot wait or gives no doubt.

    It is reported by itself: on the agenda that is being built, or on the next that is begun.
    Emits `chair_decision_recorded`.
    """
    locked = body_open(actor, "chair_decision_record", body)
    title = reasoned(title, _("Write what was decided about."), "title", 200)
    if not text.strip():
        raise Refusal(_("Write what was decided."), "text")
    if ground not in ChairDecision.Ground.values:
        raise Refusal(
            _("Say why the chair could decide alone: it cannot wait, or it gives no doubt."),
            "ground",
        )
    if decided_on > timezone.localdate():
        raise Refusal(_("The date is in the future."), "decided_on")
    who = _chair_on(locked, decided_on, decided_by)
    made = ChairDecision.objects.create(
        body=locked,
        title=title,
        text=text.strip(),
        ground=ground,
        decided_on=decided_on,
        decided_by=who,
    )
    event_record(
        code="chair_decision_recorded",
        sentence=f"{actor} skrev, hvad {who} besluttede for {locked} den {danish_day(decided_on)}.",
        actor=actor,
        subject=made,
        subject_key=f"body:{locked.pk}",
        details={"chair_decision": made.pk, "ground": ground},
    )
    coming = Meeting.objects.filter(
        plan__body=locked,
        plan__cancelled_because="",
        plan__starts_at__gte=timezone.now(),
        state__in=_BUILDING,
    )
    meeting = coming.order_by("plan__starts_at", "pk").first()
    if meeting is not None:
        chair_decisions_report(actor=actor, meeting=meeting_locked(meeting))
    made.refresh_from_db()
    return made


def chair_decisions_report(*, actor: Any, meeting: Meeting) -> list[Item]:
    """Each decision of the chair that no meeting has been told of becomes an item of this one. The
    caller has locked the meeting. Emits `item_added`.
    """
    if meeting.state not in _BUILDING:
        return []
    untold = ChairDecision.objects.select_for_update(of=("self",)).filter(
        body=meeting.plan.body_id, decided_on__lte=timezone.localdate(meeting.plan.starts_at)
    )
    made = []
    for decision in untold.select_related("decided_by", "reported_in__meeting"):
        there = decision.reported_in
        if there is not None and there.removed_at is None:
            continue
        if there is not None and there.meeting_id == meeting.pk:
            continue
        item = item_made(
            actor,
            meeting,
            None,
            title=f"Formandsbeslutning: {decision.title}"[:300],
            kind=CaseKind.BRIEFING,
            html=_report(decision),
        )
        ChairDecision.objects.filter(pk=decision.pk).update(reported_in=item)
        made.append(item)
    return made


def _report(decision: ChairDecision) -> str:
    ground = GROUNDS[ChairDecision.Ground(decision.ground)]
    words = "".join(
        f"<p>{escape(line.strip())}</p>" for line in decision.text.splitlines() if line.strip()
    )
    head = (
        f"{escape(str(decision.decided_by))} besluttede på udvalgets vegne den "
        f"{danish_day(decision.decided_on)} (§ 22). {ground}"
    )
    return f"<p>{head}</p>{words}"


def _chair_on(body: Body, day: date, who: Person | None) -> Person:
    posts = (Membership.Post.CHAIR, Membership.Post.VICE_CHAIR)
    held = Membership.objects.filter(lasting(day), body=body, post__in=posts)
    leaders = list(held.select_related("person").order_by("post"))
    if who is None:
        who = next((m.person for m in leaders if m.post == Membership.Post.CHAIR), None)
    if who is None or who.pk not in {m.person_id for m in leaders}:
        raise Refusal(
            _("Only the chair of %(body)s, or the vice-chair in her place, decides alone.")
            % {"body": body},
            "decided_by",
        )
    return who
