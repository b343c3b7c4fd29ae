"""The chain of internal deadlines before a meeting: what day each must be done, and who is late."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils import timezone

from sagsgang.reference.deadlines import weekday_deadline
from sagsgang.reference.holidays import OFTEN_CLOSED
from sagsgang.web.bodies.models import Body, BodyKind, PlannedMeeting
from sagsgang.web.bodies.selectors import dispatch_deadline, municipality_settings_get
from sagsgang.web.cases.models import Case, FinanceStatement
from sagsgang.web.cases.permissions import cases_readable_q
from sagsgang.web.meetings.models import InternalDeadline, Meeting, MeetingState
from sagsgang.web.routes.models import LIVING, CaseStop

Who = InternalDeadline.Who
#: What a body has that never set its own: weekdays before dispatch.
USUAL = {
    Who.CASE_OFFICER: 10,
    Who.MANAGER: 7,
    Who.FINANCE_REVIEWER: 7,
    Who.DIRECTION: 4,
    Who.CHAIR: 2,
}
IN_ORDER = tuple(Who.values)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A case that waits for somebody: `name` is who."""

    case: Case
    name: str


@dataclass(frozen=True, slots=True)
class Link:
    """One link of the chain. `waits` are the cases that are not done here; a link that is about the
    agenda as a whole says `is_done` only. `others` are those who hold cases that the reader may not
    see: how many each holds, and no more.
    """

    who: str
    on: date
    is_done: bool
    is_past: bool
    is_today: bool = False
    waits: tuple[Waiting, ...] = ()
    others: tuple[tuple[str, int], ...] = ()

    @property
    def state(self) -> str:
        """done, late, now (the day is today) or coming."""
        if self.is_done:
            return "done"
        if self.is_past:
            return "late"
        return "now" if self.is_today else "coming"


def weekdays_of(body: Body) -> dict[str, int]:
    """How many weekdays before dispatch each must be done: the body's own, or the usual."""
    own = dict(body.internal_deadlines.values_list("who", "weekdays_before"))
    return own or {str(who): days for who, days in USUAL.items()}


def weekdays_back(plan: PlannedMeeting, day: date, weekdays: int) -> date:
    """The weekday that lies so many before `day`, with Saturdays and holidays as the body counts:
    0 is the day itself.
    """
    body = plan.body
    settings = municipality_settings_get(body.municipality)
    saturday = body.saturday_is_weekday
    return weekday_deadline(
        day,
        weekdays,
        saturday_is_weekday=settings.saturday_is_weekday if saturday is None else saturday,
        counting="inclusive",
        closed=OFTEN_CLOSED if settings.half_holidays_are_off else (),
    )


def chain_of(meeting: Meeting, user: Any) -> list[Link]:
    """The links in order of their days, the dispatch last; cases are named as far as the user may
    read them.
    """
    plan = meeting.plan
    last = dispatch_deadline(plan)
    stops = list(
        CaseStop.objects.filter(meeting=plan, state__in=LIVING).select_related(
            "case__officer", "case__body", "body"
        )
    )
    keys = {stop.case_id for stop in stops}
    seen = set(
        Case.objects.filter(cases_readable_q(user), pk__in=keys)
        .order_by()
        .values_list("pk", flat=True)
    )
    waits = _waiting(stops)
    today = timezone.localdate()
    found = []
    for who, weekdays in sorted(
        weekdays_of(plan.body).items(), key=lambda each: (-each[1], IN_ORDER.index(each[0]))
    ):
        on = weekdays_back(plan, last, weekdays)
        if who == Who.DISPATCH:
            continue
        if who == Who.CHAIR:
            is_done = meeting.gone_through_at is not None or meeting.state != MeetingState.BUILDING
            found.append(Link(who, on, is_done, on < today, on == today))
            continue
        late = waits.get(who, [])
        shown = tuple(each for each in late if each.case.pk in seen)
        held = Counter(each.name for each in late if each.case.pk not in seen)
        others = tuple(sorted(held.items()))
        found.append(Link(who, on, not late, on < today, on == today, shown, others))
    is_sent = meeting.state not in (
        MeetingState.BUILDING,
        MeetingState.GONE_THROUGH,
    )
    found.append(Link(Who.DISPATCH, last, is_sent, last < today, last == today))
    return found


def _waiting(stops: list[CaseStop]) -> dict[str, list[Waiting]]:
    found: dict[str, list[Waiting]] = {}

    def wait(who: str, case: Case, name: str) -> None:
        rows = found.setdefault(str(who), [])
        if all(each.case.pk != case.pk for each in rows):
            rows.append(Waiting(case, name))

    keys = {stop.case_id for stop in stops}
    asked = FinanceStatement.objects.filter(case=OuterRef("pk"), answered_at__isnull=True)
    unanswered = set(
        Case.objects.filter(Exists(asked), pk__in=keys).order_by().values_list("pk", flat=True)
    )
    before = CaseStop.objects.filter(
        case__in=keys, state__in=LIVING, body__kind=BodyKind.DIRECTION
    ).select_related("body")
    directions: dict[int, list[CaseStop]] = {}
    for stop in before:
        directions.setdefault(stop.case_id, []).append(stop)
    for stop in stops:
        case = stop.case
        if case.state == "draft":
            wait(Who.CASE_OFFICER, case, str(case.officer))
        elif case.state == "sent":
            wait(Who.MANAGER, case, "")
        if case.pk in unanswered:
            wait(Who.FINANCE_REVIEWER, case, "")
        for other in directions.get(case.pk, ()):
            if other.step < stop.step and other.pk != stop.pk:
                wait(Who.DIRECTION, case, str(other.body))
    return found
