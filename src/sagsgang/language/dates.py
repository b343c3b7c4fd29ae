"""How a date and a clock time are written in Danish, and what date they mean."""

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

from sagsgang.language.weekdays import parse_weekday

MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)

#: Month names and their abbreviations → 1–12, in lower case and without the point.
MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, start=1)} | {
    "jan": 1,
    "feb": 2,
    "febr": 2,
    "mar": 3,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "okt": 10,
    "nov": 11,
    "dec": 12,
}

#: A regex for a month name, with no group; the longest spelling first.
MONTH_PATTERN = "(?:" + "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True)) + ")"

#: Blanks between two words of one date: it may be broken over two lines, never over a paragraph.
_GAP = r"[^\S\n]{0,3}\n?[^\S\n]{0,3}"

# The first digit comes before its lookbehinds so that the engine can jump from digit to digit.
# A date does not begin inside a number, a case number or a word; it may follow "2025-", as
# the end of a range of dates does.
_FIRST_DIGIT = r"[0-9](?:(?<![\w/-][0-9])|(?<=[0-9]{4}-[0-9]))(?<![0-9][.,][0-9])"
_YEAR = r"(?:19|20)[0-9]{2}(?![0-9])"

_DATE = re.compile(
    rf"""
    (?P<day>{_FIRST_DIGIT}[0-9]{{0,3}})
    (?:
        (?<![0-9]{{3}})\.?{_GAP}(?=[jfmasond][aekopu])(?P<name>{MONTH_PATTERN})(?![a-zæøå])\.?
        (?:,?{_GAP}(?P<name_year>{_YEAR}))?
      | (?<![0-9]{{3}})(?:[-/]|\.[^\S\n]?)(?P<month>[0-9]{{1,2}})
        (?:[-./][^\S\n]?|(?:(?<=/[0-9])|(?<=/[0-9][0-9]))[^\S\n]{{1,2}})
        (?P<year>{_YEAR})(?![/.][0-9])
      | (?<![0-9]{{3}})(?P<short>
            (?:(?<=[0-9][0-9])(?P<sep>[.-])(?P<short_month>[0-9]{{2}})(?P=sep)
             | /(?P<slash_month>[0-9]{{1,2}})[-/])
            (?P<short_year>[0-9]{{2}}))(?![0-9])(?![-./,][0-9])(?![-\s]?[A-ZÆØÅ][0-9])
      | (?<=[0-9]{{4}})-(?P<iso_month>[0-9]{{2}})-(?P<iso_day>[0-9]{{2}})(?![0-9])(?!-[0-9])
      | (?<![0-9]{{3}})/(?P<bare_month>[0-9]{{1,2}})(?![0-9])(?![-./,][0-9])
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)

_PREFIX = re.compile(
    r"(?:\b(?:(?P<weekday>mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)(?:en)?"
    r"|(?P<abbreviated>man|tirs?|ons|tors?|fre|lør|søn)\.),?\s{0,3})?(?:\bden\s{0,3}|\bd\.?\s{0,3})?\Z",
    re.IGNORECASE,
)

_PREFIX_ENDS = ("d", "en", "dag", "man", "tir", "tirs", "ons", "tor", "tors", "fre", "lør", "søn")

#: What may stand before "21/5" when it is a day and a month; otherwise it may be a fraction.
_BEFORE_BARE = re.compile(
    r"\b(?:den|d\.|pr\.|fra|til|inden|senest|før|efter|siden|og|[a-zø]{2,4}dag),?\s{0,3}\Z",
    re.IGNORECASE,
)

#: "3.6.25": too like a section number to be looked for in prose.
_SHORT_DOTTED = re.compile(r"(?P<day>[0-9]{1,2})([.-])(?P<month>[0-9]{1,2})\2(?P<year>[0-9]{2})")

_PREFIX_REACH = 24


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text; `start`–`end` covers it with its weekday and "den"/"d.".

    `weekday` is the one printed before the date (Monday is 0), right or wrong, or None.
    `has_year` is false when the year was not printed but given by the caller.
    """

    start: int
    end: int
    date: datetime.date
    weekday: int | None
    has_year: bool


def find_dates(text: str, year: int | None = None) -> list[FoundDate]:
    """Every date in `text`, in order; days that do not exist are no dates.

    With `year`, dates printed without one ("12. maj", "d. 21/5") are found too and get that year.
    """
    return list(_dates_in(text, year))


@lru_cache(maxsize=512)
def _dates_in(text: str, year: int | None) -> tuple[FoundDate, ...]:
    """Kept for a while: the same line is asked whether it is a heading, an entry, a station."""
    found: list[FoundDate] = []
    for match in _DATE.finditer(text):
        read = _date_of(match, year)
        if read is None:
            continue
        date, has_year = read
        start = match.start()
        head = text[max(0, start - _PREFIX_REACH) : start]
        if match["bare_month"] and match.group() != text and not _BEFORE_BARE.search(head):
            continue
        prefix = (
            _PREFIX.search(head)
            if head.rstrip(" \t\n\xa0.,").lower().endswith(_PREFIX_ENDS)
            else None
        )
        weekday = None
        if prefix and prefix.group():
            start -= len(prefix.group())
            name = prefix["weekday"] or prefix["abbreviated"]
            weekday = parse_weekday(name) if name else None
        found.append(FoundDate(start, match.end(), date, weekday, has_year))
    return tuple(found)


def parse_date(text: str) -> datetime.date | None:
    """The date that the whole of `text` is, with its year; None when it is anything else."""
    stripped = text.strip().rstrip(".,:;")
    short = _SHORT_DOTTED.fullmatch(stripped)
    if short:
        return _checked(_full_year(short["year"]), int(short["month"]), int(short["day"]))
    found = find_dates(stripped)
    if len(found) == 1 and found[0].start == 0 and found[0].end == len(stripped):
        return found[0].date
    return None


def _date_of(match: re.Match[str], year: int | None) -> tuple[datetime.date, bool] | None:
    """The date of a match and whether its year was printed; None when there is no such day."""
    if match["iso_month"]:
        date = _checked(int(match["day"]), int(match["iso_month"]), int(match["iso_day"]))
        return None if date is None else (date, True)
    day = int(match["day"])
    if match["short_year"]:
        month = int(match["short_month"] or match["slash_month"])
        printed: int | None = _full_year(match["short_year"])
    elif match["name"]:
        month = MONTH_NUMBERS[match["name"].lower()]
        printed = int(match["name_year"]) if match["name_year"] else None
    elif match["bare_month"]:
        month, printed = int(match["bare_month"]), None
    else:
        month, printed = int(match["month"]), int(match["year"])
    if printed is None and year is None:
        return None
    date = _checked(printed or year or 0, month, day)
    return None if date is None else (date, printed is not None)


def _full_year(two_digits: str) -> int:
    short = int(two_digits)
    return 2000 + short if short < 70 else 1900 + short


def _checked(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day) if 1800 <= year < 2200 else None
    except ValueError:
        return None


_CLOCK = re.compile(
    r"(?P<hour>[0-9](?<![\w:.,/-][0-9])[0-9]?)(?:[:.](?P<minute>[0-5][0-9])|(?P<joined>[0-5][0-9]))?"
    r"(?::[0-5][0-9])?(?![0-9])(?![:.,/][0-9])",
)
_KL = re.compile(r"(?:\bkl\.?|\bklokken)\s{0,3}(?=[0-9])", re.IGNORECASE)
_KL_CLOCK = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-5][0-9])|(?P<joined>[0-5][0-9]))?(?![0-9])"
)
_RANGE_END = re.compile(
    r"\s{0,3}(?:[-–—]|til)\s{0,3}(?:kl\.?\s{0,3})?(?P<hour>[0-9]{1,2})"
    r"(?:[:.](?P<minute>[0-5][0-9]))?(?![0-9])(?![:.,/-][0-9])"
)


def parse_clock(text: str) -> datetime.time | None:
    """The first clock time in `text`: after "kl." when that is printed, else "16.30", "16:30"."""
    clocks = find_clocks(text)
    return clocks[0] if clocks else None


def find_clocks(text: str) -> list[datetime.time]:
    """The clock times in `text`, in order: "16:30 - 18:00" gives two.

    When "kl." is printed anywhere, only what follows it counts ("12.30" elsewhere may be a number).
    """
    found: list[datetime.time] = []
    for kl in _KL.finditer(text):
        match = _KL_CLOCK.match(text, kl.end())
        clock = _clock_of(match["hour"], match["minute"] or match["joined"]) if match else None
        if match is None or clock is None:
            continue
        found.append(clock)
        end = _RANGE_END.match(text, match.end())
        last = (
            _clock_of(end["hour"], end["minute"]) if end and not _KL.search(end.group()) else None
        )
        if last:
            found.append(last)
    if found:
        return found
    for match in _CLOCK.finditer(text):
        clock = _clock_of(match["hour"], match["minute"]) if match["minute"] else None
        if clock:
            found.append(clock)
    return found


def _clock_of(hour: str, minute: str | None) -> datetime.time | None:
    return datetime.time(int(hour), int(minute or 0)) if int(hour) < 24 else None
