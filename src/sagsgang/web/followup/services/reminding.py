"""Owners are reminded in time, each time once; what is late its secretary hears of too."""

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sagsgang.web.audit.events import event_record
from sagsgang.web.bodies.models import Municipality
from sagsgang.web.bodies.permissions import is_administrator
from sagsgang.web.bodies.writing import danish_day
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.followup.models import LIVING, USUAL_DAYS, FollowUp, Reminder, ReminderDays
from sagsgang.web.followup.naming import in_words
from sagsgang.web.followup.selectors import with_due
from sagsgang.web.followup.telling import OWNER, SECRETARY, owners_of, tell
from sagsgang.web.meetings.members.names import secretaries_of

#: How a reminder that the day has passed is counted.
LATE = -1


@transaction.atomic
def follow_ups_remind(day: str) -> int:
    """Remind of everything that is due so many days ahead, and of what is late. Each follow-up is
    reminded of each day once; returns how many were. A day that is moved is reminded of anew.
    """
    today = max(date.fromisoformat(day), timezone.localdate())
    days = {row.municipality_id: row.days for row in ReminderDays.objects.all()}
    most = max([*USUAL_DAYS, *(each for row in days.values() for each in row)])
    rows = with_due(FollowUp.objects.filter(state__in=LIVING)).filter(
        due__lte=today + timedelta(days=most)
    )
    rows = rows.select_related("body", "owner", "meeting__body").order_by("due", "pk")
    told = {
        (row.follow_up_id, row.due, row.days)
        for row in Reminder.objects.filter(follow_up__state__in=LIVING)
    }
    count = 0
    for row in rows:
        wanted = days.get(row.body.municipality_id, USUAL_DAYS)
        passed = _passed(row, today, wanted)
        passed = [each for each in passed if (row.pk, row.due, each) not in told]
        if not passed:
            continue
        for each in passed:
            Reminder.objects.create(follow_up=row, due=row.due, days=each, at=timezone.now())
        _remind(row, today)
        count += 1
    return count


def _passed(row: Any, today: date, wanted: Any) -> list[int]:
    """The reminders whose time has come; those that lie before the follow-up was made are none."""
    made = timezone.localdate(row.created_at)
    if row.due < today:
        return [LATE]
    ahead = [(each, row.due - timedelta(days=each)) for each in wanted]
    return [each for each, on in ahead if on <= today and on >= made]


def _remind(row: Any, today: date) -> None:
    words = in_words(row)
    owners = owners_of(row)
    if row.due < today:
        text = f"Opfølgning på {words} skulle være sket {danish_day(row.due)}."
        tell(row, owners, "follow_up_late", text, why=OWNER)
        told = {user.pk for user in owners}
        others = [user for user in secretaries_of(row.body) if user.pk not in told]
        tell(row, others, "follow_up_late", text, why=SECRETARY)
        return
    text = f"Opfølgning på {words} skal ske senest {danish_day(row.due)}."
    if owners:
        tell(row, owners, "follow_up_due", text, why=OWNER)
    else:
        tell(row, secretaries_of(row.body), "follow_up_due", text, why=SECRETARY)


@transaction.atomic
def reminder_days_set(*, actor: Any, municipality: Municipality, days: list[int]) -> ReminderDays:
    """How many days before a day people are reminded. Emits `reminder_days_set`."""
    if not is_administrator(actor):
        raise PermissionDenied("reminder_days_set")
    kept = sorted({*days}, reverse=True)
    if not kept or len(kept) > 5 or min(kept) < 1 or max(kept) > 400:
        raise Refusal(_("Write one to five numbers of days, each from 1 to 400."), "days")
    row, _is_new = ReminderDays.objects.update_or_create(
        municipality=municipality, defaults={"days": kept}
    )
    event_record(
        code="reminder_days_set",
        sentence=f"{actor} valgte, at opfølgninger påmindes {', '.join(map(str, kept))} dage før.",
        actor=actor,
        subject=row,
        details={"days": kept},
    )
    return row
