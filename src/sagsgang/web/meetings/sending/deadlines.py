"""How an agenda stands with its deadline, in a colour and in words, as the municipality counts."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sagsgang.reference.holidays import OFTEN_CLOSED, is_weekday
from sagsgang.web.bodies.models import Body, MunicipalitySettings, PlannedMeeting
from sagsgang.web.bodies.selectors import dispatch_deadline, municipality_settings_get

#: So few weekdays before the deadline the meter is yellow.
NEAR = 1


@dataclass(frozen=True, slots=True)
class Meter:
    """`level` is the colour and `words` say the same; `is_kept` is whether what is sent on the day
    is in time.
    """

    level: Literal["green", "yellow", "red"]
    words: str
    deadline: date
    is_kept: bool


def deadline_meter(planned: PlannedMeeting, moment: datetime | None = None) -> Meter:
    """The meter for something that is sent at `moment` (now unless told)."""
    deadline = dispatch_deadline(planned)
    day = timezone.localdate(moment)
    left = weekdays_between(planned.body, day, deadline)
    on = date_format(deadline, _("l j F"))
    if day > deadline:
        words = _("The deadline was %(day)s") % {"day": on}
        return Meter("red", words, deadline, False)
    if left == 0:
        return Meter("yellow", _("The deadline is today"), deadline, True)
    words = ngettext(
        "%(count)s weekday until the deadline, %(day)s",
        "%(count)s weekdays until the deadline, %(day)s",
        left,
    ) % {"count": left, "day": on}
    return Meter("yellow" if left <= NEAR else "green", words, deadline, True)


def is_in_time(planned: PlannedMeeting, moment: datetime | None = None) -> bool:
    """Whether an agenda that is sent at `moment` keeps the deadline."""
    return timezone.localdate(moment) <= dispatch_deadline(planned)


def weekdays_between(body: Body, day: date, last: date) -> int:
    """How many weekdays come after `day`, up to and with `last`, as the body counts."""
    kept = _settings(body)
    own = body.saturday_is_weekday
    saturday = kept.saturday_is_weekday if own is None else own
    closed = OFTEN_CLOSED if kept.half_holidays_are_off else ()
    days = (day + timedelta(days=offset) for offset in range(1, (last - day).days + 1))
    return sum(is_weekday(each, saturday_is_weekday=saturday, closed=closed) for each in days)


def _settings(body: Body) -> MunicipalitySettings:
    try:
        return body.municipality.settings
    except MunicipalitySettings.DoesNotExist:
        return municipality_settings_get(body.municipality)
