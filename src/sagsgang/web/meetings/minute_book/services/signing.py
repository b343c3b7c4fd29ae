"""A member who took part approves the minutes, or does so with a reservation."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas.services.locked import meeting_event, meeting_open
from sagsgang.web.meetings.minute_book.book import entry_add
from sagsgang.web.meetings.minute_book.document import minutes_locked, minutes_seen
from sagsgang.web.meetings.minute_book.selectors import approval_of, seat_to_sign
from sagsgang.web.meetings.minute_book.telling import reminded
from sagsgang.web.meetings.models import Meeting, MinuteBookEntry, SignOff

LONGEST = 2_000


@transaction.atomic
def minutes_sign_off(
    *, actor: Any, meeting: Meeting, sha256: str, reservation: str = ""
) -> SignOff:
    """Approve the minutes as they were read: `sha256` is the hash of what the page showed. Whoever
    asks has proved again that it is she. Emits `minutes_signed_off`, and `minutes_all_approved`
    when nobody is missing.
    """
    locked = meeting_open(actor, "minutes_sign", meeting)
    minutes = minutes_locked(locked)
    if minutes is None:
        raise Refusal(_("The minutes are not locked yet. You are told when they can be approved."))
    seat = seat_to_sign(actor, locked)
    if seat is None:
        raise Refusal(_("Only those who took part in the meeting approve its minutes."))
    before = SignOff.objects.filter(minutes=minutes, seat=seat).first()
    if before is not None:
        return before
    seen = minutes_seen(actor, locked)
    if seen.sha256 != sha256:
        raise Refusal(
            _("Something was added to the minutes since you opened the page. Read it, and approve.")
        )
    words = reservation.strip()
    if len(words) > LONGEST:
        most = {"most": LONGEST}
        raise Refusal(_("Use at most %(most)s letters here.") % most, "reservation")
    content = {
        "name": str(seat.sitting),
        "party": seat.membership.party,
        "sha256": seen.sha256,
        "hidden": list(seen.hidden),
        "reservation": words,
    }
    row = SignOff.objects.create(
        minutes=minutes,
        seat=seat,
        user=actor,
        sha256=seen.sha256,
        hidden=list(seen.hidden),
        reservation=words,
        at=timezone.now(),
        entry=entry_add(locked, MinuteBookEntry.What.SIGN_OFF, content),
    )
    said = "godkendte referatet med forbehold" if words else "godkendte referatet"
    meeting_event("minutes_signed_off", said, actor, locked, sign_off=row.pk)
    if not approval_of(locked, minutes).missing:
        meeting_event("minutes_all_approved", "godkendte som den sidste referatet", actor, locked)
    return row


@transaction.atomic
def minutes_remind(*, actor: Any, meeting: Meeting) -> int:
    """Remind those who have not approved yet; returns how many were told. Emits
    `minutes_reminded`.
    """
    locked = meeting_open(actor, "minutes_remind", meeting)
    minutes = minutes_locked(locked)
    if minutes is None:
        raise Refusal(_("The minutes are not locked yet."))
    missing = approval_of(locked, minutes).missing
    told = reminded(locked, [seat.sitting.user for seat in missing if seat.sitting.user])
    said = "mindede dem, der mangler at godkende referatet"
    meeting_event("minutes_reminded", said, actor, locked, told=told)
    return told
