"""What shows that a follow-up was done, as far as the reader may see it."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from sagsgang.web.cases.permissions import case_may
from sagsgang.web.followup.models import Evidence, FollowUp
from sagsgang.web.meetings.agendas.addresses import meeting_address
from sagsgang.web.meetings.permissions import item_may


@dataclass(frozen=True, slots=True)
class ShownEvidence:
    """The row with the name and the address of what it points at; empty where it points at
    nothing that the reader may see.
    """

    row: Evidence
    name: str = ""
    address: str = ""


def evidence_of(user: Any, follow_up: FollowUp) -> list[ShownEvidence]:
    """Each piece in the order it came."""
    rows = follow_up.evidence.select_related(
        "attachment__case", "case", "item__meeting__plan__body", "item__stop__case", "by"
    )
    return [_shown(user, row) for row in rows]


def _shown(user: Any, row: Evidence) -> ShownEvidence:
    if row.attachment is not None:
        case = row.attachment.case
        if not case_may(user, "case_read", case) or row.attachment.removed_at is not None:
            return ShownEvidence(row)
        path = reverse("cases:attachment", args=[case.pk, row.attachment_id])
        return ShownEvidence(row, row.attachment.title, path)
    if row.item is not None:
        if not item_may(user, "item_read", row.item):
            return ShownEvidence(row)
        meeting, number = row.item.meeting, row.item.number
        path = meeting_address(meeting, *(("item", number) if number else ("agenda",)))
        return ShownEvidence(row, row.item.title, path)
    if row.case is not None:
        if not case_may(user, "case_read", row.case):
            return ShownEvidence(row)
        return ShownEvidence(row, str(row.case), reverse("cases:case", args=[row.case_id]))
    return ShownEvidence(row, row.address, row.address)
