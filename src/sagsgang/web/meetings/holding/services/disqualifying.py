"""Whether a member may take part in an item (§ 14): raised by somebody, decided by the body."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import Body
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas.services.locked import (
    item_event,
    item_fresh,
    meeting_open,
    meeting_touched,
    reasoned,
)
from sagsgang.web.meetings.holding.services.presence import acts_stand
from sagsgang.web.meetings.models import Disqualification, Item, Meeting, QuorumRule, Seat
from sagsgang.web.meetings.permissions import body_require, item_require, meeting_relations


@transaction.atomic
def disqualification_raise(
    *, actor: Any, item: Item, seat: Seat, ground: str, raised_by: str = ""
) -> Disqualification:
    """Somebody finds that a member may be disqualified in an item; the body decides at the meeting.

    A member raises it for herself; secretary and chair for anyone. Emits
    `disqualification_raised`.
    """
    locked, fresh, sitting = _at_item(actor, "disqualification_raise", item, seat)
    is_own = sitting.sitting.user_id == actor.pk
    if not is_own and not {"secretary", "chair"} & meeting_relations(actor, locked):
        raise PermissionDenied("disqualification_raise")
    ground = reasoned(ground, _("Write why the member may be disqualified."), "ground")
    row = Disqualification.objects.filter(item=fresh, seat=sitting).first()
    if row is not None and row.is_disqualified is not None:
        raise Refusal(_("The body has decided on it already."), "seat")
    row = row or Disqualification(item=fresh, seat=sitting)
    row.ground = ground
    row.raised_by = " ".join(raised_by.split())[:150] or str(actor)[:150]
    row.save()
    meeting_touched(locked)
    item_event(
        "disqualification_raised",
        f"rejste spørgsmål om, hvorvidt {sitting.sitting} er inhabil i {{item}}",
        actor,
        fresh,
        seat=sitting.pk,
    )
    return row


@transaction.atomic
def disqualification_decide(
    *,
    actor: Any,
    item: Item,
    seat: Seat,
    is_disqualified: bool | None,
    ground: str = "",
    decided_by: str = "",
) -> Disqualification:
    """The body decided whether the member is disqualified; if so she is out of the room at this
    item by herself, and back at the next. None takes the decision back. Emits
    `disqualification_decided`.
    """
    locked, fresh, sitting = _at_item(actor, "disqualification_record", item, seat)
    row = Disqualification.objects.filter(item=fresh, seat=sitting).first()
    if row is None:
        ground = reasoned(ground, _("Write why the member may be disqualified."), "ground")
        row = Disqualification(item=fresh, seat=sitting, ground=ground, raised_by=str(actor)[:150])
    elif ground.strip():
        row.ground = reasoned(ground, "", "ground")
    if row.pk and row.is_disqualified == is_disqualified:
        return row
    row.is_disqualified = is_disqualified
    body = str(locked.plan.body)
    row.decided_by = "" if is_disqualified is None else (decided_by.strip() or body)[:150]
    row.save()
    acts_stand(locked)
    meeting_touched(locked)
    words = {
        True: "er inhabil",
        False: "ikke er inhabil",
        None: "mangler en afgørelse om habilitet",
    }
    item_event(
        "disqualification_decided",
        f"noterede, at {sitting.sitting} {words[is_disqualified]} i {{item}}",
        actor,
        fresh,
        seat=sitting.pk,
        is_disqualified=is_disqualified,
    )
    return row


@transaction.atomic
def quorum_rule_set(*, actor: Any, body: Body, counts_disqualified: bool) -> QuorumRule:
    """Say whether disqualified members count as present in this body: the law is silent, so the
    secretary chooses, and the screen says what she chose. Emits `quorum_rule_set`.
    """
    body_require(actor, "quorum_rule_set", body)
    locked = Body.objects.select_for_update(of=("self",)).get(pk=body.pk)
    rule, _made = QuorumRule.objects.update_or_create(
        body=locked, defaults={"counts_disqualified": counts_disqualified}
    )
    how = "tæller med" if counts_disqualified else "ikke tæller med"
    event_record(
        code="quorum_rule_set",
        sentence=f"{actor} bestemte, at inhabile medlemmer {how} i beslutningsdygtigheden i "
        f"{locked}.",
        actor=actor,
        subject=locked,
    )
    return rule


def _at_item(actor: Any, operation: str, item: Item, seat: Seat) -> tuple[Meeting, Item, Seat]:
    locked = meeting_open(actor, operation, item.meeting)
    item_require(actor, operation, item)
    fresh = item_fresh(item, locked)
    sitting = Seat.objects.select_related("sitting").filter(pk=seat.pk, meeting=locked).first()
    if sitting is None:
        raise Refusal(_("That belongs to another meeting."), "seat")
    return locked, fresh, sitting
