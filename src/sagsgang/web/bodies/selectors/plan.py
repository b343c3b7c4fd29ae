"""When a body meets, what comes back every year, and until when an agenda may be sent."""

from datetime import date, datetime, time

from django.db.models import Min
from django.utils import timezone

from sagsgang.reference.deadlines import weekday_deadline
from sagsgang.reference.holidays import OFTEN_CLOSED
from sagsgang.web.bodies.models import Body, MunicipalitySettings, PlannedMeeting, YearWheelEntry
from sagsgang.web.bodies.selectors.municipalities import municipality_settings_get


def next_meeting(body: Body, after: date | datetime) -> PlannedMeeting | None:
    """The first meeting that is not cancelled: later than a moment, or on a day or later."""
    meetings = body.planned_meetings.filter(cancelled_because="").select_related("body")
    if isinstance(after, datetime):
        return meetings.filter(starts_at__gt=after).first()
    return meetings.filter(starts_at__gte=_first_moment(after)).first()


def next_meetings(bodies: list[Body]) -> dict[int, PlannedMeeting]:
    """The next meeting of each body, by the key of the body, in two questions."""
    found: dict[int, PlannedMeeting] = {}
    coming = PlannedMeeting.objects.filter(
        body__in=bodies, cancelled_because="", starts_at__gte=timezone.now()
    )
    first = (
        coming.order_by().values("body").annotate(first=Min("starts_at")).values("body", "first")
    )
    wanted = {row["body"]: row["first"] for row in first}
    for meeting in coming.filter(starts_at__in=set(wanted.values())):
        if wanted.get(meeting.body_id) == meeting.starts_at:
            found[meeting.body_id] = meeting
    return found


def upcoming_meetings(body: Body, *, at_most: int = 5) -> list[PlannedMeeting]:
    """The next meetings, the cancelled among them."""
    found = body.planned_meetings.filter(starts_at__gte=timezone.now())
    return list(found.select_related("body__municipality__settings")[:at_most])


def meetings_of(body: Body, year: int) -> list[PlannedMeeting]:
    """The meeting plan of a calendar year, the cancelled among them."""
    found = body.planned_meetings.filter(
        starts_at__gte=_first_moment(date(year, 1, 1)),
        starts_at__lt=_first_moment(date(year + 1, 1, 1)),
    )
    return list(found.select_related("body__municipality__settings"))


def _first_moment(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def planned_years(body: Body) -> list[int]:
    """The calendar years in which the body has meetings on its plan, and this one."""
    found = body.planned_meetings.order_by().datetimes("starts_at", "year")
    return sorted({moment.year for moment in found} | {timezone.localdate().year})


def meeting_get(key: int) -> PlannedMeeting | None:
    """The planned meeting with this key, with its body."""
    found = PlannedMeeting.objects.select_related("body__municipality__settings")
    return found.filter(pk=key).first()


def wheel_entry_get(key: int) -> YearWheelEntry | None:
    """The entry with this key, with its body."""
    return YearWheelEntry.objects.select_related("body__municipality").filter(pk=key).first()


def wheel_of(body: Body) -> list[tuple[int, list[YearWheelEntry]]]:
    """The twelve months with what the body treats in each every year."""
    entries = list(body.year_wheel.all())
    return [(month, [each for each in entries if each.month == month]) for month in range(1, 13)]


def dispatch_deadline(meeting: PlannedMeeting) -> date:
    """The last day on which the agenda of the meeting is sent in time, as the body counts, or
    else its municipality (kommunestyrelsesloven § 8).
    """
    body = meeting.body
    kept = _settings(body)
    own = (body.weekdays_before, body.saturday_is_weekday)
    return weekday_deadline(
        timezone.localdate(meeting.starts_at),
        kept.weekdays_before if own[0] is None else own[0],
        saturday_is_weekday=kept.saturday_is_weekday if own[1] is None else own[1],
        counting="inclusive" if (body.counting or kept.counting) == "inclusive" else "clear",
        closed=OFTEN_CLOSED if kept.half_holidays_are_off else (),
    )


def _settings(body: Body) -> MunicipalitySettings:
    try:
        return body.municipality.settings
    except MunicipalitySettings.DoesNotExist:
        return municipality_settings_get(body.municipality)
