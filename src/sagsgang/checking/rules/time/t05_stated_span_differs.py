"""T05: a date that is said to lie a number of weeks, months or years from another does not."""

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.quantities import Passage, Quantity
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.language.dates import find_dates
from sagsgang.language.periods import find_periods
from sagsgang.minutes import AgendaItem, Minutes

CODE = "T05"
TITLE = Words(da="Fristen passer ikke med datoerne", en="Span differs from the dates")
FAMILY = Family.TIME
SEVERITY = Severity.WARNS
STATUS = Status.TRIAL

#: Whether the first day counts is not always said.
_PLAY = 1

_GAP = r"[^TDYR|]"
_SPANS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<span>T) (?:efter|fra|regnet fra|senere end){_GAP}{{0,20}}(?P<from>D){_GAP}{{0,30}}"
        rf"(?:dvs\.?|svarende til|altså|hvilket er|er|bliver|, den|\(){_GAP}{{0,20}}(?P<to>D)",
        rf"(?P<from>D){_GAP}{{0,30}}(?P<span>T) (?:efter|senere){_GAP}{{0,30}}"
        rf"(?:dvs\.?|svarende til|altså|hvilket er|er|bliver|, den|\(){_GAP}{{0,20}}(?P<to>D)",
        r"(?:fra|periode(?:n)?) (?:den )?(?P<from>D) (?:til|-|–)(?: og med)? (?:den )?(?P<to>D),? "
        r"(?:i alt|dvs\.?|svarende til|altså|\() ?(?P<span>T)",
    )
)


@dataclass(frozen=True, slots=True)
class _Span:
    passage: Passage
    length: Quantity
    start: datetime.date
    earliest: datetime.date
    latest: datetime.date
    printed: str

    @property
    def expected(self) -> datetime.date:
        """The day that the length leads to."""
        return _after(self.start, int(self.length.value), self.length.noun)

    @property
    def holds(self) -> bool:
        """True when the printed end is that day, or within a day of it."""
        play = datetime.timedelta(days=_PLAY)
        return self.earliest - play <= self.expected <= self.latest + play


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The spans in running text with a length and both their dates."""
    year = minutes.starts_at.year if minutes.starts_at else None
    for number, item in enumerate(minutes.items):
        for passage in context.views.prose(number).passages:
            if "T" in passage.shape and passage.shape.count("D") > 1:
                text = item.sections[passage.section].text
                for span in _spans(passage, text, year):
                    yield _answer(context, number, item, span)


def _spans(passage: Passage, text: str, year: int | None) -> Iterator[_Span]:
    for pattern in _SPANS:
        for match in pattern.finditer(passage.shape):
            length = passage.quantity(match.start("span"))
            start = _days(passage, text, match.start("from"), year)
            end = _days(passage, text, match.start("to"), year)
            is_whole = length.is_exact and not length.decimals and 0 < length.value < 5000
            if start and end and start[0] == start[1] and is_whole and length.noun in _STEPS:
                yield _Span(passage, length, start[0], *end)


def _days(
    passage: Passage, text: str, at: int, year: int | None
) -> tuple[datetime.date, datetime.date, str] | None:
    """The first and last day of the date or period whose letter stands at a place of the shape."""
    mark = passage.marks[passage.at.index(at)]
    printed = text[mark.start : mark.end]
    dates = find_dates(printed, year)
    if dates:
        return dates[0].date, dates[0].date, printed
    periods = find_periods(printed, year)
    return (periods[0].first, periods[0].last, printed) if periods else None


_STEPS = {"day": 1, "week": 7, "month": 0, "year": 0}


def _after(start: datetime.date, count: int, unit: str) -> datetime.date:
    if _STEPS[unit]:
        return start + datetime.timedelta(days=count * _STEPS[unit])
    months = start.month - 1 + count * (12 if unit == "year" else 1)
    year, month = start.year + months // 12, months % 12 + 1
    return datetime.date(year, month, min(start.day, calendar.monthrange(year, month)[1]))


def _answer(context: Context, number: int, item: AgendaItem, span: _Span) -> Answer:
    section = span.passage.section
    place = Place(item=number, section=section, spans=((span.length.start, span.length.end),))
    lines = item.sections[section].lines
    written = f"{span.start:%d-%m-%Y} + {span.length.text}"
    if span.holds:
        return context.verified(f"{written} = {span.printed}", item=item, lines=lines, place=place)
    day = f"{span.expected:%d-%m-%Y}"
    return context.finding(
        context.say(
            da=f"{written} er {day}, men der står {span.printed}.",
            en=f"{written} is {span.expected:%Y-%m-%d}, but {span.printed} is printed.",
        ),
        confidence=0.85,
        item=item,
        lines=lines,
        printed=[span.printed],
        computed=[day],
        suggestion=context.say(
            da="Ret datoen eller antallet.", en="Correct the date or the number."
        ),
        place=place,
    )
