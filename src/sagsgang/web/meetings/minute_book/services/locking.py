"""The minutes are locked: checked, frozen, and written into the minute book entry by entry."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.minutes import AgendaItem
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas.services.locked import meeting_event, meeting_open
from sagsgang.web.meetings.minute_book.book import entry_add
from sagsgang.web.meetings.minute_book.checks import minutes_findings
from sagsgang.web.meetings.minute_book.document import document_hash, minutes_locked, minutes_now
from sagsgang.web.meetings.minute_book.telling import told_to_approve
from sagsgang.web.meetings.models import (
    AgendaSetAside,
    Item,
    Meeting,
    MeetingMinutes,
    MinuteBookEntry,
    PresenceEvent,
)
from sagsgang.web.meetings.sending.checks import blocking
from sagsgang.web.meetings.sending.services.setting_aside import set_aside

#: What an entry about a decision holds of its item.
_OF_A_DECISION = {
    "number",
    "title",
    "is_closed",
    "case_number",
    "decision",
    "votes",
    "dissents",
    "disqualified",
    "stopped_by",
    "absent",
}


@transaction.atomic
def minutes_lock(*, actor: Any, meeting: Meeting) -> MeetingMinutes:
    """Lock the minutes of a closed meeting. Nothing blocking may be left. Those who took part are
    asked to approve. Emits `minutes_locked`.
    """
    locked = meeting_open(actor, "minutes_lock", meeting)
    before = minutes_locked(locked)
    if before is not None:
        return before
    findings = minutes_findings(locked)
    left = blocking(findings)
    if left:
        named = " ".join(f"{each.where}: {each.message}" for each in left[:3])
        raise Refusal(
            _("This must be settled or set aside with a reason first: %(what)s") % {"what": named}
        )
    document = minutes_now(locked)
    row = MeetingMinutes.objects.create(
        meeting=locked,
        document=document.as_json(),
        sha256=document_hash(document),
        findings=[
            {
                "rule": each.rule,
                "severity": each.severity.value,
                "item": each.where,
                "message": each.message,
                "reason": each.set_aside.reason if each.set_aside else "",
            }
            for each in findings
        ],
        locked_at=timezone.now(),
        locked_by=actor,
    )
    _written(locked, document.items, row)
    told_to_approve(actor, locked)
    meeting_event("minutes_locked", "låste referatet", actor, locked, sha256=row.sha256)
    return row


def _written(meeting: Meeting, items: tuple[AgendaItem, ...], row: MeetingMinutes) -> None:
    what = MinuteBookEntry.What
    document = row.document
    head = ("municipality", "body", "starts_at", "ends_at", "place", "chair", "present", "absent")
    entry_add(meeting, what.MEETING, {name: document.get(name) for name in head})
    entry_add(meeting, what.PRESENCE, {"events": _presence(meeting)})
    rows = {
        item.number: item
        for item in Item.objects.filter(meeting=meeting, removed_at__isnull=True)
        if item.number
    }
    for item in items:
        content = item.model_dump(mode="json", by_alias=True, include=_OF_A_DECISION)
        own = rows.get(item.number or "") or rows.get((item.number or "").split(".")[0])
        entry_add(meeting, what.DECISION, content, own)
    entry_add(meeting, what.LOCKED, {"sha256": row.sha256, "by": str(row.locked_by)})


def _presence(meeting: Meeting) -> list[dict[str, Any]]:
    events = PresenceEvent.objects.filter(meeting=meeting, taken_back_at__isnull=True)
    return [
        {
            "who": str(event.seat or event.guest),
            "what": event.what,
            "at": timezone.localtime(event.at).isoformat(timespec="seconds"),
            "item": event.item.number if event.item else None,
        }
        for event in events.select_related("seat__sitting", "guest", "item")
    ]


@transaction.atomic
def minutes_finding_set_aside(
    *, actor: Any, meeting: Meeting, fingerprint: str, reason: str
) -> AgendaSetAside:
    """Set a finding aside for these minutes. Emits `minutes_finding_set_aside`."""
    locked = meeting_open(actor, "minutes_lock", meeting)
    row, found = set_aside(actor, locked, minutes_findings(locked), fingerprint, reason)
    meeting_event(
        "minutes_finding_set_aside",
        f"satte fundet »{found.title}« til side i referatet",
        actor,
        locked,
        rule=found.rule,
        item=found.item,
    )
    return row


@transaction.atomic
def minutes_finding_take_up(*, actor: Any, meeting: Meeting, fingerprint: str) -> None:
    """Take it up again. Emits `minutes_finding_taken_up`."""
    locked = meeting_open(actor, "minutes_lock", meeting)
    row = AgendaSetAside.objects.filter(meeting=locked, fingerprint=fingerprint).first()
    if row is not None:
        row.delete()
        said = "tog et fund frem igen i referatet"
        meeting_event("minutes_finding_taken_up", said, actor, locked, rule=row.rule)
