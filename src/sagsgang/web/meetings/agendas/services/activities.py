"""What a body does together that is no meeting: a visit, a study trip, a seminar."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import Body
from sagsgang.web.bodies.writing import danish_moment
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.meetings.agendas.services.locked import body_open, reasoned
from sagsgang.web.meetings.models import Activity


@transaction.atomic
def activity_add(
    *,
    actor: Any,
    body: Body,
    kind: str,
    title: str,
    starts_at: datetime,
    ends_at: datetime | None = None,
    place: str = "",
) -> Activity:
    """Put an activity on the body's page and list. Emits `activity_added`."""
    locked = body_open(actor, "activity_change", body)
    activity = Activity(body=locked)
    _filled(activity, kind, title, starts_at, ends_at, place)
    activity.save()
    _event("activity_added", "satte", actor, activity)
    return activity


@transaction.atomic
def activity_change(
    *,
    actor: Any,
    activity: Activity,
    kind: str,
    title: str,
    starts_at: datetime,
    ends_at: datetime | None = None,
    place: str = "",
) -> Activity:
    """Other words, another time or place. Emits `activity_changed`."""
    fresh = _locked(actor, activity)
    _refuse_cancelled(fresh)
    _filled(fresh, kind, title, starts_at, ends_at, place)
    fresh.save()
    _event("activity_changed", "ændrede", actor, fresh)
    return fresh


@transaction.atomic
def activity_cancel(*, actor: Any, activity: Activity, reason: str) -> Activity:
    """It comes to nothing, and says why; it stays to be seen. Emits `activity_cancelled`."""
    fresh = _locked(actor, activity)
    reason = reasoned(reason, _("Write why it is cancelled."))
    _refuse_cancelled(fresh)
    fresh.cancelled_because = reason
    fresh.save(update_fields=["cancelled_because"])
    _event("activity_cancelled", "aflyste", actor, fresh)
    return fresh


@transaction.atomic
def activity_restore(*, actor: Any, activity: Activity) -> Activity:
    """Take a cancellation back. Emits `activity_restored`."""
    fresh = _locked(actor, activity)
    if not fresh.cancelled_because:
        return fresh
    fresh.cancelled_because = ""
    fresh.save(update_fields=["cancelled_because"])
    _event("activity_restored", "gennemfører alligevel", actor, fresh)
    return fresh


def _locked(actor: Any, activity: Activity) -> Activity:
    body_open(actor, "activity_change", activity.body)
    return Activity.objects.select_related("body__municipality").get(pk=activity.pk)


def _refuse_cancelled(activity: Activity) -> None:
    if activity.cancelled_because:
        raise Refusal(_("It is cancelled. Take the cancellation back first."))


def _filled(
    activity: Activity,
    kind: str,
    title: str,
    starts_at: datetime,
    ends_at: datetime | None,
    place: str,
) -> None:
    if kind not in Activity.Kind.values:
        raise Refusal(_("Choose what it is."), "kind")
    if ends_at is not None and ends_at < starts_at:
        raise Refusal(_("It ends before it begins."), "ends_on")
    activity.kind = kind
    activity.title = reasoned(title, _("Write what it is called."), "title", 200)
    activity.starts_at, activity.ends_at = starts_at, ends_at
    activity.place = " ".join(place.split())[:200]


def _event(code: str, did: str, actor: Any, activity: Activity) -> None:
    event_record(
        code=code,
        sentence=f"{actor} {did} »{activity.title}« i {activity.body} "
        f"{danish_moment(activity.starts_at)}.",
        actor=actor,
        subject=activity,
        details={"body": activity.body_id},
    )
