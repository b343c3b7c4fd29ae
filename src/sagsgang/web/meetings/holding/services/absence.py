"""Absence told beforehand (afbud): by the member herself, or by the secretary for her."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas.services.locked import (
    meeting_event,
    meeting_open,
    meeting_touched,
)
from sagsgang.web.meetings.models import Meeting, Seat
from sagsgang.web.meetings.permissions import meeting_relations


@transaction.atomic
def absence_tell(*, actor: Any, seat: Seat, reason: str = "") -> Seat:
    """The one who sits will not come. Told again, the reason is written anew. Emits
    `absence_told`.
    """
    locked, fresh = _own_or_secretary(actor, seat)
    if len(reason) > Seat._meta.get_field("notice_reason").max_length:
        raise Refusal(_("Use at most %(most)s letters here.") % {"most": 300}, "reason")
    fresh.notice_at = fresh.notice_at or timezone.now()
    fresh.notice_reason = " ".join(reason.split())
    fresh.save(update_fields=["notice_at", "notice_reason"])
    meeting_touched(locked)
    meeting_event("absence_told", _words(actor, fresh, "meldte afbud"), actor, locked)
    return fresh


@transaction.atomic
def absence_take_back(*, actor: Any, seat: Seat) -> Seat:
    """She comes after all. Emits `absence_taken_back`."""
    locked, fresh = _own_or_secretary(actor, seat)
    if fresh.notice_at is None:
        return fresh
    fresh.notice_at, fresh.notice_reason = None, ""
    fresh.save(update_fields=["notice_at", "notice_reason"])
    meeting_touched(locked)
    meeting_event("absence_taken_back", _words(actor, fresh, "tog afbud tilbage"), actor, locked)
    return fresh


def _own_or_secretary(actor: Any, seat: Seat) -> tuple[Meeting, Seat]:
    locked = meeting_open(actor, "absence_tell", seat.meeting)
    fresh = Seat.objects.select_related("sitting").get(pk=seat.pk, meeting=locked)
    fresh.meeting = locked
    is_own = fresh.sitting.user_id == actor.pk
    if not is_own and "secretary" not in meeting_relations(actor, locked):
        raise PermissionDenied("absence_tell")
    return locked, fresh


def _words(actor: Any, seat: Seat, did: str) -> str:
    return did if seat.sitting.user_id == actor.pk else f"{did} for {seat.sitting}"
