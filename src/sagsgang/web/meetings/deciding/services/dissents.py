"""A member's diverging opinion, and a member who has the decision brought before the council."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.deciding.attendance import Attendance, attendance_of
from sagsgang.web.meetings.deciding.services.effects import council_of
from sagsgang.web.meetings.deciding.services.opening import (
    decision_of,
    item_deciding,
    item_written,
)
from sagsgang.web.meetings.deciding.suspension import Obstacle, is_procedural, obstacle_to
from sagsgang.web.meetings.models import (
    Dissent,
    Item,
    ItemDecision,
    MeetingState,
    Seat,
    Suspension,
)

OBSTACLES: dict[Obstacle, str | Promise] = {
    Obstacle.NOT_A_COMMITTEE: gettext_lazy(
        "Only a committee's decisions can be brought before the council (§ 23)."
    ),
    Obstacle.MEETING_CLOSED: gettext_lazy(
        "The meeting is closed. A decision can be stopped only until then (§ 23)."
    ),
    Obstacle.NOTHING_DECIDED: gettext_lazy("Nothing has been decided here that could be stopped."),
    Obstacle.PROCEDURAL: gettext_lazy(
        "A decision about the procedure, such as a postponement, cannot be stopped (§ 23)."
    ),
    Obstacle.NOT_PRESENT: gettext_lazy(
        "%(name)s was not present at any part of this item and cannot stop the decision (§ 23)."
    ),
    Obstacle.DISQUALIFIED: gettext_lazy(
        "%(name)s is disqualified at this item and cannot stop the decision (§ 23)."
    ),
}


@transaction.atomic
def dissent_record(
    *,
    actor: Any,
    item: Item,
    seats: Sequence[Seat],
    text: str,
    reason: str = "",
    goes_along: bool = False,
) -> Dissent:
    """Enter a diverging opinion of members who take part in the item (§ 13, stk. 2); `goes_along`:
    it is sent with the case to where it goes next. Emits `dissent_recorded`.
    """
    fresh = item_deciding(actor, "dissent_record", item)
    words = text.strip()
    if not words:
        raise Refusal(_("Write the opinion, as short as it was said."), "text")
    if not seats:
        raise Refusal(_("Say whose opinion it is."), "seats")
    here = attendance_of(fresh)
    for seat in seats:
        _takes_part(here, seat)
    dissent = Dissent.objects.create(
        item=fresh, text=words, reason=reason.strip(), goes_along=goes_along
    )
    dissent.seats.set([here.seats[seat.pk] for seat in seats])
    names = ", ".join(str(here.seats[seat.pk].sitting) for seat in seats)
    item_written(
        "dissent_recorded",
        f"førte en afvigende mening fra {names} til protokols på {{item}}",
        actor,
        fresh,
        dissent=dissent.pk,
    )
    return dissent


@transaction.atomic
def dissent_remove(*, actor: Any, dissent: Dissent) -> None:
    """It was not said after all, while the meeting is open. Emits `dissent_removed`."""
    fresh = item_deciding(actor, "dissent_record", dissent.item)
    Dissent.objects.filter(pk=dissent.pk).delete()
    item_written("dissent_removed", "tog en afvigende mening på {item} tilbage", actor, fresh)


@transaction.atomic
def suspension_record(*, actor: Any, item: Item, seat: Seat) -> Suspension:
    """A member has the decision brought before the council (§ 23): it has no effect until then.

    Emits `suspension_declared`; the case goes to the council when the meeting closes.
    """
    fresh = item_deciding(actor, "suspension_record", item)
    here = attendance_of(fresh)
    if seat.pk not in here.seats:
        raise Refusal(_("Only members of the body can do that."), "seat")
    found = suspension_obstacle(fresh, decision_of(fresh), here, seat.pk)
    if found is not None:
        raise Refusal(str(OBSTACLES[found]) % {"name": here.seats[seat.pk].sitting}, "seat")
    if fresh.stop is not None:
        council_of(fresh)
    there = Suspension.objects.filter(item=fresh).first()
    if there is not None and there.taken_back_at is None:
        if there.seat_id == seat.pk:
            return there
        raise Refusal(_("%(name)s has stopped it already.") % {"name": there.seat}, "seat")
    columns = {"seat": here.seats[seat.pk], "at": timezone.now(), "taken_back_at": None}
    stopped, _is_new = Suspension.objects.update_or_create(item=fresh, defaults=columns)
    item_written(
        "suspension_declared",
        f"skrev, at {here.seats[seat.pk].sitting} standser beslutningen på {{item}} (§ 23)",
        actor,
        fresh,
        seat=seat.pk,
    )
    return stopped


@transaction.atomic
def suspension_take_back(*, actor: Any, item: Item) -> None:
    """The member takes it back before the meeting closes. Emits `suspension_taken_back`."""
    fresh = item_deciding(actor, "suspension_record", item)
    standing = Suspension.objects.filter(item=fresh, taken_back_at__isnull=True)
    if standing.update(taken_back_at=timezone.now()):
        item_written(
            "suspension_taken_back",
            "skrev, at standsningen på {item} er taget tilbage",
            actor,
            fresh,
        )


def suspension_obstacle(
    item: Item, decision: ItemDecision | None, here: Attendance, seat: int
) -> Obstacle | None:
    """Why the member in the seat may not stop the item's decision; None when she may."""
    return obstacle_to(
        body_kind=item.meeting.plan.body.kind,
        is_meeting_open=item.meeting.state == MeetingState.OPEN,
        is_decided=decision is not None and not decision.is_nothing_recorded,
        is_procedural=decision is not None
        and is_procedural(
            outcome=decision.outcome,
            is_withdrawn=decision.is_withdrawn,
            recurring=item.recurring,
        ),
        was_present=seat in here.part,
        is_disqualified=seat in here.disqualified,
    )


def _takes_part(here: Attendance, seat: Seat) -> None:
    name = {"name": seat.sitting}
    if seat.pk not in here.seats or seat.pk not in here.part:
        raise Refusal(_("%(name)s was not present at this item.") % name, "seats")
    if seat.pk in here.disqualified:
        raise Refusal(
            _("%(name)s is disqualified and does not take part in this item.") % name, "seats"
        )
