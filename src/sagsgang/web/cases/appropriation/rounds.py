"""The municipality's appropriation revisions: which there are, when they are treated, and what the
meeting plan suggests.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from sagsgang.figures.appropriation import AppropriationStatement, NotComparableError, consolidate
from sagsgang.web.bodies.models import Body, BodyKind, Municipality, PlannedMeeting
from sagsgang.web.bodies.permissions import bodies_may
from sagsgang.web.cases.appropriation.keeping import balance_mode, statement_of
from sagsgang.web.cases.appropriation.selectors import problems_of
from sagsgang.web.cases.models import AppropriationRound, Case, CaseState
from sagsgang.web.cases.models import AppropriationStatement as StatementRow
from sagsgang.web.cases.permissions import cases_readable_q

#: In these months councils treat the three revisions of a year, when nothing else is planned.
#: Source: the calendar of a municipality with three a year (April, August, November 2024).
USUAL_MONTHS = {1: 4, 2: 8, 3: 11}
#: The committees meet in the weeks before the finance committee.
_BEFORE = timedelta(days=21)


def rounds_of(municipality: int) -> QuerySet[AppropriationRound]:
    """The revisions of a municipality, newest year first."""
    return AppropriationRound.objects.filter(municipality=municipality)


def round_get(municipalities: Iterable[Municipality], pk: int) -> AppropriationRound | None:
    """A revision of one of the municipalities."""
    found = AppropriationRound.objects.select_related("municipality")
    return found.filter(municipality__in=list(municipalities), pk=pk).first()


def may_plan_rounds(user: object, municipality: Municipality) -> bool:
    """Whether the user edits the calendar: an administrator, or who plans a body's meetings."""
    if bodies_may(user, "municipality_change", municipality):
        return True
    bodies = Body.objects.filter(municipality=municipality, is_in_workplace=True)
    return any(bodies_may(user, "meeting_plan", body) for body in bodies)


def statements_in(round: AppropriationRound) -> int:
    """How many cases have a statement with rows in the revision, whoever may read them."""
    contents = StatementRow.objects.filter(round=round).values_list("content", flat=True)
    return sum(bool(each["granted"] or each["financing"]) for each in contents)


@dataclass(frozen=True, slots=True)
class Gathered:
    """A case's statement in an overview, and what is wrong with it by itself."""

    case: Case
    row: StatementRow
    statement: AppropriationStatement
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The statements of a revision that the reader may see; `whole` is None, and `refused` says
    why, when they cannot stand in one table. `hidden` counts those she may not see, `withdrawn`
    those of cases that she sees and that are withdrawn: neither is in the table.
    """

    gathered: tuple[Gathered, ...]
    whole: AppropriationStatement | None
    refused: str
    hidden: int
    withdrawn: int

    @property
    def unbalanced(self) -> int:
        """How many of those in the table do not balance by themselves."""
        return sum(bool(each.problems) for each in self.gathered)


def round_overview(*, user: object, round: AppropriationRound) -> Overview:
    """The statements of the revision, consolidated over committees; one without rows is none."""
    rows = StatementRow.objects.filter(round=round)
    mode = balance_mode(round.municipality_id)
    readable = Case.objects.filter(cases_readable_q(user), appropriation_statement__round=round)
    seen = set(readable.values_list("pk", flat=True))
    found, hidden, withdrawn = [], 0, 0
    for row in rows.select_related("case__body", "case__officer", "changed_by"):
        statement = statement_of(row, row.case)
        if not statement.granted and not statement.financing:
            continue
        is_seen = row.case_id in seen
        if row.case.state == CaseState.WITHDRAWN:
            withdrawn += is_seen
        elif is_seen:
            found.append(Gathered(row.case, row, statement, problems_of(statement, mode)))
        else:
            hidden += 1
    found.sort(key=lambda each: (bytes(each.case.body.sort_key), each.case.number))
    whole, refused = None, ""
    if found:
        try:
            whole = consolidate({_name(each.case): each.statement for each in found})
        except NotComparableError as error:
            refused = str(error)
    return Overview(tuple(found), whole, refused, hidden, withdrawn)


def _name(case: Case) -> str:
    return f"{case.body}: {case.title} ({case.number})"


@dataclass(frozen=True, slots=True)
class Days:
    """When a revision is treated, as far as it is planned."""

    committees_from: date | None = None
    committees_to: date | None = None
    finance_committee_on: date | None = None
    council_on: date | None = None


def days_suggested(municipality: Municipality, year: int, number: int) -> Days:
    """What the meeting plan says for revision `number` of the year: the council's last meeting of
    the usual month, the finance committee's last before it, and the first and last committee
    meeting in the week before that in which most committees meet.
    """
    month = USUAL_MONTHS.get(number)
    if month is None:
        return Days()
    first, end = date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)
    council = max(_days(municipality, BodyKind.COUNCIL, first, end), default=None)
    if council is None:
        return Days()
    finance = max(
        _days(municipality, BodyKind.FINANCE_COMMITTEE, council - _BEFORE, council), default=None
    )
    before = finance or council
    meetings = _days(municipality, BodyKind.COMMITTEE, before - _BEFORE, before)
    if not meetings:
        return Days(finance_committee_on=finance, council_on=council)
    weeks = Counter(day.isocalendar()[:2] for day in meetings)
    most = max(weeks, key=lambda week: (weeks[week], week))
    week = [day for day in meetings if day.isocalendar()[:2] == most]
    return Days(min(week), max(week), finance, council)


def _days(municipality: Municipality, kind: str, first: date, end: date) -> list[date]:
    """The days on which bodies of the kind meet, from `first` and before `end`."""

    def begins(day: date) -> datetime:
        return timezone.make_aware(datetime.combine(day, time.min))

    planned = PlannedMeeting.objects.filter(
        body__municipality=municipality,
        body__kind=kind,
        body__is_in_workplace=True,
        cancelled_because="",
        starts_at__gte=begins(first),
        starts_at__lt=begins(end),
    )
    return [timezone.localdate(at) for at in planned.values_list("starts_at", flat=True)]
