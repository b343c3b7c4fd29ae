"""The internal deadlines of a body: who must be done how long before the agenda is sent."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import Body
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas.services.locked import body_open
from sagsgang.web.meetings.models import InternalDeadline

Who = InternalDeadline.Who
#: More weekdays than this before dispatch is another meeting's work.
MOST = 60
#: In the order in which a case passes them.
IN_ORDER = (Who.CASE_OFFICER, Who.MANAGER, Who.FINANCE_REVIEWER, Who.DIRECTION, Who.CHAIR)


@transaction.atomic
def internal_deadlines_set(
    *, actor: Any, body: Body, weekdays: Mapping[str, int | None]
) -> list[InternalDeadline]:
    """How many weekdays before dispatch each must be done; who is left out has no deadline. Emits
    `internal_deadlines_set`.
    """
    locked = body_open(actor, "internal_deadlines_set", body)
    wanted = {who: days for who, days in weekdays.items() if days is not None}
    for who, days in wanted.items():
        if who not in InternalDeadline.Who.values:
            raise Refusal(_("Choose who the deadline is for."))
        if not 0 <= days <= MOST:
            raise Refusal(_("Write a number from 0 to %(most)s.") % {"most": MOST}, who)
    for before, after in ((Who.CASE_OFFICER, Who.MANAGER), (Who.MANAGER, Who.CHAIR)):
        if before in wanted and after in wanted and wanted[before] < wanted[after]:
            raise Refusal(
                _("Whoever is first on the way must be done first: this is later than the next."),
                before,
            )
    locked.internal_deadlines.all().delete()
    rows = [
        InternalDeadline.objects.create(body=locked, who=who, weekdays_before=days)
        for who, days in wanted.items()
    ]
    event_record(
        code="internal_deadlines_set",
        sentence=f"{actor} satte de interne frister i {locked}.",
        actor=actor,
        subject=locked,
        details={"weekdays": {str(who): days for who, days in wanted.items()}},
    )
    return rows
