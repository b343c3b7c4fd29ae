"""Guests, presenters and the administration's people: at one item, or at the whole meeting."""

from datetime import time
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas.services.locked import (
    item_fresh,
    meeting_event,
    meeting_open,
    meeting_touched,
    reasoned,
)
from sagsgang.web.meetings.models import Guest, Item, Meeting


@transaction.atomic
def guest_add(
    *,
    actor: Any,
    meeting: Meeting,
    name: str,
    item: Item | None = None,
    title: str = "",
    email: str = "",
    is_presenter: bool = False,
    is_administration: bool = False,
    starts_at: time | None = None,
    ends_at: time | None = None,
    gets_invitation: bool = False,
) -> Guest:
    """Somebody who is at the meeting without a seat. Emits `guest_added`."""
    meeting = meeting_open(actor, "guest_change", meeting)
    if item is not None:
        item = item_fresh(item, meeting)
    name = reasoned(name, _("Write the name."), "name", 150)
    email = email.strip()
    if gets_invitation and not email:
        raise Refusal(_("Write the mail address that the invitation goes to."), "email")
    if email:
        try:
            validate_email(email)
        except ValidationError:
            raise Refusal(_("This is not a mail address."), "email") from None
    if starts_at and ends_at and ends_at <= starts_at:
        raise Refusal(_("The guest leaves before coming. Turn the times round."), "ends_at")
    there = meeting.guests.filter(name=name, item=item).first()
    if there is not None:
        raise Refusal(_("%(name)s is there already.") % {"name": name}, "name")
    guest = Guest.objects.create(
        meeting=meeting,
        item=item,
        name=name,
        title=" ".join(title.split())[:150],
        email=email,
        is_presenter=is_presenter,
        is_administration=is_administration,
        starts_at=starts_at,
        ends_at=ends_at,
        gets_invitation=gets_invitation,
    )
    meeting_touched(meeting)
    meeting_event(
        "guest_added", f"satte {name} på mødet", actor, meeting, subject=guest, guest=guest.pk
    )
    return guest


@transaction.atomic
def guest_remove(*, actor: Any, guest: Guest) -> None:
    """Take a guest off the meeting; one who has been there stays. Emits `guest_removed`."""
    meeting = meeting_open(actor, "guest_change", guest.meeting)
    fresh = Guest.objects.filter(pk=guest.pk).first()
    if fresh is None:
        return
    if fresh.presence.filter(taken_back_at__isnull=True).exists():
        raise Refusal(_("%(name)s has been at the meeting and stays in it.") % {"name": fresh.name})
    name = fresh.name
    fresh.delete()
    meeting_touched(meeting)
    meeting_event("guest_removed", f"tog {name} af mødet", actor, meeting)
