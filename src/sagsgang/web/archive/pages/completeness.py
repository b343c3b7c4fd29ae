"""How complete the archive is for a municipality, and what may be missing, said with care."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

from sagsgang.web.archive.selectors import HeldMeeting
from sagsgang.web.bodies.models import Body

#: A body that meets about once a month; of those that meet more seldom no month is missed.
_MONTHLY = 45
_FEWEST_TO_TELL = 4
_HOLIDAY = 7


@dataclass(frozen=True, slots=True)
class BodyYears:
    """A body's meetings a year, in the order of the table's years; None for no meeting."""

    body: Body
    counts: tuple[int | None, ...]
    total: int


@dataclass(frozen=True, slots=True)
class NumberGap:
    """Item numbers that run on from meeting to meeting, and then leap."""

    body: Body
    before: HeldMeeting
    after: HeldMeeting
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class MonthGap:
    """Months without a meeting between two of a body that else meets monthly; July is never one."""

    body: Body
    before: HeldMeeting
    after: HeldMeeting
    months: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Completeness:
    """What there is, and what may be missing."""

    years: tuple[int, ...]
    bodies: tuple[BodyYears, ...]
    number_gaps: tuple[NumberGap, ...]
    month_gaps: tuple[MonthGap, ...]
    without_minutes: tuple[HeldMeeting, ...]


def completeness(meetings: Sequence[HeldMeeting], today: date) -> Completeness:
    """Of the dated meetings of a municipality, the bodies in their order, each by date."""
    by_body: defaultdict[Body, list[HeldMeeting]] = defaultdict(list)
    for meeting in meetings:
        by_body[meeting.meeting.body].append(meeting)
    years = sorted({meeting.day.year for meeting in meetings})
    return Completeness(
        years=tuple(years),
        bodies=tuple(_years(body, held, years) for body, held in by_body.items()),
        number_gaps=tuple(gap for body, held in by_body.items() for gap in _numbers(body, held)),
        month_gaps=tuple(gap for body, held in by_body.items() for gap in _months(body, held)),
        without_minutes=tuple(m for m in meetings if not m.has_minutes and m.day < today),
    )


def _years(body: Body, held: Sequence[HeldMeeting], years: Sequence[int]) -> BodyYears:
    count = Counter(meeting.day.year for meeting in held)
    return BodyYears(body, tuple(count[year] or None for year in years), len(held))


def _numbers(body: Body, held: Sequence[HeldMeeting]) -> Iterator[NumberGap]:
    """Leaps, in a body whose numbers run on; of one that begins at 1 each time nothing is told."""
    numbered = [(meeting, meeting.numbers) for meeting in held if meeting.numbers]
    for (before, (lowest, highest)), (after, (found, _)) in pairwise(numbered):
        expected = highest + 1
        same_year = before.day.year == after.day.year
        if lowest > 1 and found > expected and same_year:
            yield NumberGap(body, before, after, expected, found - 1)


def _months(body: Body, held: Sequence[HeldMeeting]) -> Iterator[MonthGap]:
    gaps = [(after.day - before.day).days for before, after in pairwise(held)]
    if len(held) < _FEWEST_TO_TELL or median(gaps) > _MONTHLY:
        return
    for before, after in pairwise(held):
        months = tuple(m for m in _between(before.day, after.day) if m.month != _HOLIDAY)
        if months:
            yield MonthGap(body, before, after, months)


def _between(first: date, last: date) -> Iterator[date]:
    """The first days of the months after that of `first` and before that of `last`."""
    month = first.year * 12 + first.month
    while month < last.year * 12 + last.month - 1:
        yield date(month // 12, month % 12 + 1, 1)
        month += 1
