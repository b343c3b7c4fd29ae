"""The meeting plan: meetings are added, moved and cancelled, and those in the past stand."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.accounts.models import User
from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import Body, PlannedMeeting
from sagsgang.web.bodies.services.locking import body_lock, required
from sagsgang.web.bodies.services.members import shown
from sagsgang.web.bodies.writing import danish_moment
from sagsgang.web.design.refusal import Refusal


@transaction.atomic
def meeting_plan_add(
    *,
    actor: User,
    body: Body,
    starts_at: datetime,
    place: str = "",
    kind: str = PlannedMeeting.Kind.ORDINARY,
) -> PlannedMeeting:
    """One meeting on the plan; one that was held before the body worked here may be added too."""
    locked = body_lock(actor, "meeting_plan", body)
    return _add(actor, locked, starts_at, place, kind)


@transaction.atomic
def meeting_plan_add_series(
    *, actor: User, body: Body, starts_at: Iterable[datetime], place: str = ""
) -> list[PlannedMeeting]:
    """Several ordinary meetings at once: all of them, or none when one cannot be."""
    locked = body_lock(actor, "meeting_plan", body)
    moments = sorted(set(starts_at))
    if not moments:
        raise Refusal(_("Choose at least one day."), "days")
    return [_add(actor, locked, each, place, PlannedMeeting.Kind.ORDINARY) for each in moments]


@transaction.atomic
def meeting_plan_move(
    *, actor: User, meeting: PlannedMeeting, starts_at: datetime, place: str | None = None
) -> PlannedMeeting:
    """Another time, and another place when one is given."""
    meeting = _locked(actor, meeting)
    _refuse_past(meeting)
    if meeting.is_cancelled:
        raise Refusal(_("The meeting is cancelled. Take the cancellation back first."))
    if starts_at <= timezone.now():
        raise Refusal(_("A meeting cannot be moved to a time that has passed."), "starts_at")
    _refuse_time(meeting.body, starts_at, but=meeting)
    earlier = meeting.starts_at
    meeting.starts_at = starts_at
    if place is not None:
        meeting.place = place.strip()[:200]
    meeting.save(update_fields=["starts_at", "place"])
    event_record(
        code="meeting_moved",
        sentence=f"{actor} flyttede mødet i {meeting.body} fra {danish_moment(earlier)} til "
        f"{danish_moment(starts_at)}.",
        actor=actor,
        subject=meeting,
        details={"from": earlier.isoformat(), "to": starts_at.isoformat()},
    )
    return meeting


@transaction.atomic
def meeting_plan_cancel(*, actor: User, meeting: PlannedMeeting, reason: str) -> PlannedMeeting:
    """The meeting will not be held; it stays on the plan and says why."""
    meeting = _locked(actor, meeting)
    _refuse_past(meeting)
    reason = required(reason, "reason", 300)
    if meeting.is_cancelled:
        raise Refusal(_("The meeting is cancelled already."))
    meeting.cancelled_because = reason
    meeting.save(update_fields=["cancelled_because"])
    event_record(
        code="meeting_cancelled",
        sentence=f"{actor} aflyste mødet i {meeting.body} {danish_moment(meeting.starts_at)}: "
        f"{reason}",
        actor=actor,
        subject=meeting,
        details={"reason": reason},
    )
    return meeting


@transaction.atomic
def meeting_plan_restore(*, actor: User, meeting: PlannedMeeting) -> PlannedMeeting:
    """Take a cancellation back."""
    meeting = _locked(actor, meeting)
    _refuse_past(meeting)
    if not meeting.is_cancelled:
        raise Refusal(_("The meeting is not cancelled."))
    _refuse_time(meeting.body, meeting.starts_at, but=meeting)
    meeting.cancelled_because = ""
    meeting.save(update_fields=["cancelled_because"])
    event_record(
        code="meeting_restored",
        sentence=f"{actor} tog aflysningen af mødet i {meeting.body} "
        f"{danish_moment(meeting.starts_at)} tilbage.",
        actor=actor,
        subject=meeting,
    )
    return meeting


def _locked(actor: User, meeting: PlannedMeeting) -> PlannedMeeting:
    body_lock(actor, "meeting_plan", meeting.body)
    return PlannedMeeting.objects.select_related("body__municipality").get(pk=meeting.pk)


def _add(actor: User, body: Body, starts_at: datetime, place: str, kind: str) -> PlannedMeeting:
    if kind not in PlannedMeeting.Kind.values:
        raise Refusal(_("Choose what kind of meeting it is."), "kind")
    _refuse_time(body, starts_at, but=None)
    meeting = body.planned_meetings.create(
        starts_at=starts_at, place=place.strip()[:200], kind=kind
    )
    event_record(
        code="meeting_planned",
        sentence=f"{actor} satte et møde i {body} på planen: {danish_moment(starts_at)}.",
        actor=actor,
        subject=meeting,
        details={"body": body.pk},
    )
    return meeting


def _refuse_past(meeting: PlannedMeeting) -> None:
    if meeting.starts_at <= timezone.now():
        message = _("The meeting of %(day)s has begun or been held; it can no longer be changed.")
        raise Refusal(message % {"day": shown(timezone.localdate(meeting.starts_at))})


def _refuse_time(body: Body, starts_at: datetime, *, but: PlannedMeeting | None) -> None:
    day = timezone.localdate(starts_at)
    if body.valid_to and day > body.valid_to:
        message = _("The body closes on %(day)s.") % {"day": shown(body.valid_to)}
        raise Refusal(message, "starts_at")
    if body.valid_from and day < body.valid_from:
        message = _("The body begins on %(day)s.") % {"day": shown(body.valid_from)}
        raise Refusal(message, "starts_at")
    others = body.planned_meetings.filter(starts_at=starts_at, cancelled_because="")
    if others.exclude(pk=but.pk if but else None).exists():
        message = _("The body has a meeting at that time already (%(day)s).") % {"day": shown(day)}
        raise Refusal(message, "starts_at")
