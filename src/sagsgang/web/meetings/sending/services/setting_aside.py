"""A finding on an agenda is set aside with a reason that is printed, and taken up again."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from sagsgang.checking.privacy.masking import without_personal_numbers
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas.selectors.numbers import item_numbers
from sagsgang.web.meetings.agendas.services.locked import meeting_event, meeting_open, reasoned
from sagsgang.web.meetings.models import AgendaSetAside, Meeting
from sagsgang.web.meetings.sending.checks import AgendaFinding, agenda_findings
from sagsgang.web.meetings.sending.content import agenda_content, last_version

SHORTEST = 10


@transaction.atomic
def agenda_finding_set_aside(
    *, actor: Any, meeting: Meeting, fingerprint: str, reason: str
) -> AgendaSetAside:
    """Set a finding aside for this agenda; the same finding again gets the new reason. Emits
    `agenda_finding_set_aside`.
    """
    locked = meeting_open(actor, "agenda_send", meeting)
    numbers = item_numbers(locked)
    content = agenda_content(locked, numbers=numbers, before=last_version(locked))
    findings = agenda_findings(locked, content, numbers)
    row, found = set_aside(actor, locked, findings, fingerprint, reason)
    meeting_event(
        "agenda_finding_set_aside",
        f"satte fundet »{found.title}« til side på dagsordenen",
        actor,
        locked,
        rule=found.rule,
        item=found.item,
    )
    return row


def set_aside(
    actor: Any,
    meeting: Meeting,
    findings: Iterable[AgendaFinding],
    fingerprint: str,
    reason: str,
) -> tuple[AgendaSetAside, AgendaFinding]:
    """Keep the reason for which one of the findings is let stand, of a locked meeting; refused
    where it says too little or too much, or the finding may not be.
    """
    reason = reasoned(reason, _("Write why it is right as it is: the reason is printed."))
    if len(reason) < SHORTEST:
        raise Refusal(
            _("Say in a few words why it is right as it is: the reason is printed."), "reason"
        )
    if without_personal_numbers(reason) != reason:
        raise Refusal(_("The reason is printed: it may not hold a personal number."), "reason")
    found = next((each for each in findings if each.fingerprint == fingerprint), None)
    if found is None:
        raise Refusal(_("The finding is no longer there. Load the page again."))
    if not found.may_set_aside:
        raise Refusal(_("This cannot be set aside: it must be put right."))
    row, _is_new = AgendaSetAside.objects.update_or_create(
        meeting=meeting,
        fingerprint=fingerprint,
        defaults={"rule": found.rule, "item_id": found.item, "reason": reason, "by": actor},
    )
    return row, found


@transaction.atomic
def agenda_finding_take_up(*, actor: Any, meeting: Meeting, fingerprint: str) -> None:
    """Take it up again; nothing happens when it is not set aside. Emits
    `agenda_finding_taken_up`.
    """
    locked = meeting_open(actor, "agenda_send", meeting)
    rows = AgendaSetAside.objects.filter(meeting=locked, fingerprint=fingerprint)
    row = rows.first()
    if row is None:
        return
    row.delete()
    meeting_event(
        "agenda_finding_taken_up",
        "tog et fund frem igen på dagsordenen",
        actor,
        locked,
        rule=row.rule,
    )
