"""What the calendar says of a hearing: deadline, reminder, and bodies that meet too late."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sagsgang.reference.deadlines import weekday_deadline
from sagsgang.reference.holidays import is_weekday
from sagsgang.web.bodies.models import Body, PlannedMeeting
from sagsgang.web.cases.models import Case
from sagsgang.web.design.refusal import Refusal
from sagsgang.web.routes.models import CaseStop, StopKind, StopState

ANSWER_DAYS = 21
REMIND_WEEKDAYS = 5
#: The longest a hearing may run: what lies beyond is a slip of the year.
LONGEST_DAYS = 730


@dataclass(frozen=True, slots=True)
class Deciding:
    """The treatment that ends the case, and the day of it as far as it is known."""

    body: str
    on: date | None
    is_over: bool


def written(day: date) -> str:
    """`12. maj 2025`."""
    return date_format(day, _("j F Y"))


def deadline_proposed(today: date, days: int = ANSWER_DAYS) -> date:
    """`days` from today, or the first weekday after that."""
    day = today + timedelta(days=days)
    while not is_weekday(day):
        day += timedelta(days=1)
    return day


def remind_day(deadline: date, today: date) -> date | None:
    """Five weekdays before the deadline; None when that is no longer to come."""
    day = weekday_deadline(deadline, REMIND_WEEKDAYS, counting="inclusive")
    return day if day > today else None


def deciding_of(case: Case) -> Deciding | None:
    """The case's deciding treatment; the first of them when several decide."""
    stops = [
        stop
        for stop in case.stops.select_related("body", "meeting")
        if stop.state != StopState.WITHDRAWN
        and (stop.is_deciding or stop.kind == StopKind.DECISION)
    ]
    if not stops:
        return None
    chosen = min(stops, key=lambda stop: (not stop.is_deciding, _day_of(stop) or date.max, stop.pk))
    return Deciding(str(chosen.body), _day_of(chosen), chosen.state == StopState.TREATED)


def deadline_check(*, case: Case, deadline: date, field: str = "deadline") -> None:
    """Raise Refusal when a hearing of the case cannot have this deadline."""
    today = timezone.localdate()
    if deadline < today:
        raise Refusal(
            _("The deadline %(day)s has passed. Choose today or later.")
            % {"day": written(deadline)},
            field,
        )
    if deadline > today + timedelta(days=LONGEST_DAYS):
        raise Refusal(
            _("The deadline %(day)s is more than two years ahead. Check the year.")
            % {"day": written(deadline)},
            field,
        )
    deciding = deciding_of(case)
    if deciding is None or deciding.on is None:
        return
    words = {"body": deciding.body, "day": written(deciding.on), "deadline": written(deadline)}
    if deciding.is_over:
        raise Refusal(
            _(
                "%(body)s decided the case on %(day)s. A hearing after the decision changes "
                "nothing: let the case be treated anew first."
            )
            % words,
            field,
        )
    if deadline >= deciding.on:
        raise Refusal(
            _(
                "%(body)s decides the case on %(day)s, and the deadline %(deadline)s is not "
                "before that. Choose an earlier deadline, or move the decision."
            )
            % words,
            field,
        )


def remind_check(*, remind_on: date | None, deadline: date) -> None:
    """Raise Refusal when nobody could be reminded on that day."""
    if remind_on is None:
        return
    if remind_on <= timezone.localdate():
        raise Refusal(
            _("The reminder must be after today. Choose a later day, or leave it empty."),
            "remind_on",
        )
    if remind_on > deadline:
        raise Refusal(_("The reminder must not be after the deadline."), "remind_on")


def next_meetings(bodies: Iterable[Body], after: date) -> dict[int, date]:
    """The first day on or after `after` on which each body meets, for those that have one."""
    start = timezone.make_aware(timezone.datetime.combine(after, timezone.datetime.min.time()))
    found: dict[int, date] = {}
    meetings = PlannedMeeting.objects.filter(
        body__in=[body.pk for body in bodies], starts_at__gte=start, cancelled_because=""
    ).order_by("starts_at")
    for body, starts_at in meetings.values_list("body_id", "starts_at"):
        found.setdefault(body, timezone.localdate(starts_at))
    return found


def meets_late(body: Body, meets_on: date | None, deadline: date) -> str:
    """What is noted of a body that does not meet before it must answer; empty when it does."""
    if meets_on is None or meets_on <= deadline:
        return ""
    return _("%(body)s does not meet until %(day)s, after the deadline.") % {
        "body": body,
        "day": written(meets_on),
    }


def is_over(body: Body, on: date) -> bool:
    """Whether the body is closed on that day."""
    return body.valid_to is not None and body.valid_to < on


def _day_of(stop: CaseStop) -> date | None:
    if stop.decided_on is not None:
        return stop.decided_on
    if stop.meeting is not None and not stop.meeting.is_cancelled:
        return timezone.localdate(stop.meeting.starts_at)
    return stop.postponed_to or stop.wanted_on
