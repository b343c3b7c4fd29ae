"""How a stretch of time is written in Danish ("uge 33", "ultimo maj 2026"), and which days it is.

"Primo", "medio" and "ultimo" of a month are its days 1–10, 11–20 and 21–last; of a year, its
first, middle (May–August) and last four months. The words have no legal definition.
"""

import calendar
import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

from sagsgang.language.dates import MONTH_NUMBERS, MONTH_PATTERN

_YEAR = r"(?<![\w./-])(?:19|20)[0-9]{2}(?![0-9])(?![.,/-][0-9])"
_DASH = r"\s?(?:[-–—]|til)\s?"
_OPTIONAL_YEAR = (
    rf"(?:,?\s{{1,2}}(?:i\s)?(?P<year>{_YEAR})|/(?P<slash_year>(?:19|20)[0-9]{{2}})(?![0-9]))?"
)

_WEEK = re.compile(
    rf"\buge\s{{0,2}}(?P<first>[0-9]{{1,2}})(?![0-9])(?:{_DASH}(?P<last>[0-9]{{1,2}})(?![0-9]))?"
    rf"(?:\s?\((?:{MONTH_PATTERN})\.?\))?{_OPTIONAL_YEAR}",
    re.IGNORECASE,
)
_THIRD = re.compile(
    rf"\b(?P<third>primo|medio|ultimo)\s{{1,2}}"
    rf"(?:(?P<month>{MONTH_PATTERN})(?![a-zæøå])\.?{_OPTIONAL_YEAR}|(?P<only_year>{_YEAR}))",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    rf"\b(?P<number>[1-4])\.?\s?(?P<unit>kvartal|kvt\.?|halvår|tertial){_OPTIONAL_YEAR}",
    re.IGNORECASE,
)
_MONTH = re.compile(
    rf"(?<![\w.])(?P<first>{MONTH_PATTERN})(?![a-zæøå])\.?"
    rf"(?:{_DASH}(?P<last>{MONTH_PATTERN})(?![a-zæøå])\.?)?{_OPTIONAL_YEAR}",
    re.IGNORECASE,
)
_DAY_BEFORE = re.compile(r"[0-9]\.?\s{0,3}\Z|\b(?:primo|medio|ultimo)\s{0,3}\Z|\(\Z", re.IGNORECASE)
_YEARS = re.compile(
    rf"(?<![\w./-])(?P<first>(?:19|20)[0-9]{{2}}){_DASH}"
    r"(?P<last>(?:19|20)[0-9]{2})(?![0-9])(?![.,/-][0-9])"
)
_LONE_YEAR = re.compile(r"(?:19|20)[0-9]{2}")

_MONTHS_IN = {"kvartal": 3, "kvt": 3, "kvt.": 3, "tertial": 4, "halvår": 6}


@dataclass(frozen=True, slots=True)
class Period:
    """The days `first`–`last`, both included, as `text` says them at `start`–`end`."""

    first: datetime.date
    last: datetime.date
    text: str
    start: int
    end: int


def parse_period(text: str, year: int | None = None) -> Period | None:
    """The period that the whole of `text` is; a year alone counts. None without a known year."""
    stripped = text.strip()
    if _LONE_YEAR.fullmatch(stripped):
        of = int(stripped)
        return Period(
            datetime.date(of, 1, 1), datetime.date(of, 12, 31), stripped, 0, len(stripped)
        )
    for period in find_periods(stripped, year):
        if period.start == 0 and period.end == len(stripped):
            return period
    return None


def find_periods(text: str, year: int | None = None) -> list[Period]:
    """The periods in `text`, in order; those without a year get `year`, or are left out.

    A year standing alone is no period here; the month of a date is not one either.
    """
    found: list[Period] = []
    taken = bytearray(len(text))  # 1 where a more particular way of writing has been found
    for pattern, days in _READERS:
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            if pattern is _MONTH and _DAY_BEFORE.search(
                text, max(0, match.start() - 8), match.start()
            ):
                continue
            extent = days(match, _year_of(match, year))
            if extent and extent[0] <= extent[1]:
                found.append(Period(*extent, match.group(), match.start(), match.end()))
                taken[match.start() : match.end()] = b"\1" * len(match.group())
    return sorted(found, key=lambda period: period.start)


_Extent = tuple[datetime.date, datetime.date]


def _year_of(match: re.Match[str], given: int | None) -> int | None:
    groups = match.groupdict()
    printed = groups.get("year") or groups.get("slash_year") or groups.get("only_year")
    return int(printed) if printed else given


def _weeks(match: re.Match[str], year: int | None) -> _Extent | None:
    if year is None:
        return None
    try:
        first = datetime.date.fromisocalendar(year, int(match["first"]), 1)
        last = datetime.date.fromisocalendar(year, int(match["last"] or match["first"]), 7)
    except ValueError:
        return None
    return first, last


def _third(match: re.Match[str], year: int | None) -> _Extent | None:
    if year is None:
        return None
    part = ("primo", "medio", "ultimo").index(match["third"].lower())
    if not match["month"]:
        return _months(year, 4 * part + 1, 4 * part + 4)
    month = MONTH_NUMBERS[match["month"].lower()]
    last_day = (10, 20, calendar.monthrange(year, month)[1])[part]
    return datetime.date(year, month, 10 * part + 1), datetime.date(year, month, last_day)


def _quarter(match: re.Match[str], year: int | None) -> _Extent | None:
    length = _MONTHS_IN[match["unit"].lower()]
    last = length * int(match["number"])
    return None if year is None or last > 12 else _months(year, last - length + 1, last)


def _named_months(match: re.Match[str], year: int | None) -> _Extent | None:
    if year is None:
        return None
    first = MONTH_NUMBERS[match["first"].lower()]
    last = MONTH_NUMBERS[(match["last"] or match["first"]).lower()]
    return _months(year, first, last) if first <= last else None


def _years(match: re.Match[str], _given: int | None) -> _Extent | None:
    return datetime.date(int(match["first"]), 1, 1), datetime.date(int(match["last"]), 12, 31)


def _months(year: int, first: int, last: int) -> _Extent:
    last_day = calendar.monthrange(year, last)[1]
    return datetime.date(year, first, 1), datetime.date(year, last, last_day)


#: Each way of writing a period and how its days are found; the more particular ways first.
_READERS: tuple[
    tuple[re.Pattern[str], Callable[[re.Match[str], int | None], _Extent | None]], ...
] = (
    (_WEEK, _weeks),
    (_THIRD, _third),
    (_QUARTER, _quarter),
    (_YEARS, _years),
    (_MONTH, _named_months),
)
