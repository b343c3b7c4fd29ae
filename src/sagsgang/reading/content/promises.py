"""What a case's text promises to come back with, and which days that may be.

"Evalueres efter to år", "forelægges igen omkring sommerferien", "opgøres primo august". A promise
is a sentence that says that something will be done, told or taken up again, and when. What is only
said to have happened, and what goes on all the time, is none. Silent when unsure.
"""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sagsgang.language.dates import find_dates
from sagsgang.language.number_words import number_words
from sagsgang.language.periods import find_periods
from sagsgang.reading.content.decisions import sentences
from sagsgang.reference.holidays import public_holidays


class Promised(StrEnum):
    """What is promised."""

    REPORT = "report"
    EVALUATION = "evaluation"
    RESUMPTION = "resumption"


@dataclass(frozen=True, slots=True)
class TextPromise:
    """The sentence `text`; `when` are its words for the time, `first`–`last` the days they may
    mean, both included, None where the words name no days ("efter høringen").
    """

    text: str
    promised: Promised
    when: str
    first: datetime.date | None = None
    last: datetime.date | None = None


_Extent = tuple[datetime.date, datetime.date]

_NUMBERS = {word: number for word, number in number_words().items() if number <= 24} | {
    "et": 1,
    "en": 1,
}
_COUNT = "(?P<count>[0-9]{1,2}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + ")"
_UNIT = r"(?P<unit>år|måned(?:er)?|uger?|dage?|kvartal(?:er)?)"

_EVALUATES = re.compile(r"\b(?:slut|midtvejs|del)?evaluer(?:es|ing(?:en|er|erne)?)\b", re.I)
_RESUMES = re.compile(
    r"\b(?:genoptages|genoptagelse|genbehandles|genfremsættes|behandles igen|tages op igen|"
    r"drøftes igen)\b",
    re.I,
)
_REPORTS = re.compile(
    r"\b(?:(?:fore|frem)lægges|afrapporteres|afrapportering(?:en)?|tilbagemelding(?:en)?|"
    r"opgøres|opfølgning(?:en)?|følges op|"
    r"(?:ny |gives en |fremlægge en |(?:ønsker|beder om) en )status|"
    r"status(?:notat|orientering|rapport)(?:en)?|orienteres|præsenteres|gøres status|"
    r"vend(?:er|e) tilbage|revideres|måles igen|næste måling|redegørelse)\b",
    re.I,
)
#: A noun promises nothing by itself: something must be said to happen with it.
_NOUN = re.compile(r"ing(?:en|er|erne)?$|status|måling|redegørelse", re.I)
_HAPPENS = re.compile(
    r"\b(?:vil|skal|forventes|planlægges|kommer|ventes|sker|gives|foretages|gennemføres|"
    r"udarbejdes|foreligger|laves|fremsendes|finder sted|afsluttes|fore?lægges|fremlægges|"
    r"sendes|holdes|igangsættes|er planlagt|ønsker|beder\s+om|anmoder\s+om)\b",
    re.I,
)
#: It has happened, it is not going to, or it goes on all the time.
_NOT_PROMISED = re.compile(
    r"\b(?:blev|er blevet|har været|er (?:evalueret|opgjort|forelagt|fremlagt)|blevet)\b"
    r"|\bikke\s+(?:\w+\s+){0,2}(?:evaluer|forelæg|fremlæg|opgør|genoptag|afrapport)\w*"
    r"|\b(?:evalueres|forelægges|fremlægges|opgøres|genoptages|afrapporteres)\s+ikke\b"
    r"|\b(?:løbende|dagligt|ugentligt)\b|\b(?:i|med)\s+denne\s+sag\b|\bopgøres\s+(?:til|som)\b"
    r"|\bkan\s+(?:\w+\s+){0,3}(?:genfremsættes|opgøres|genoptages|revideres)\b",
    re.I,
)
_INSIDE = re.compile(
    rf"\b(?P<how>efter|om|inden for|indenfor|i løbet af)\s+(?:de(?:t)?\s+(?:næste|kommende)\s+)?"
    rf"{_COUNT}\s+{_UNIT}\b",
    re.I,
)
_BEFORE_END = re.compile(
    r"\b(?:inden|ved|før)\s+(?:udgangen|slutningen)\s+af\s+(?P<year>(?:19|20)[0-9]{2})\b", re.I
)
_SEASON = re.compile(
    r"\b(?P<how>før|inden|omkring|efter|til|i|om|ved|over)\s+(?P<season>sommerferien|sommeren|"
    r"efteråret|foråret|vinteren|årsskiftet|nytår|påsken?|jul|julen|udgangen af året|årets udgang|"
    r"årets slutning)(?:\s+(?P<year>(?:19|20)[0-9]{2}))?\b",
    re.I,
)
_NEXT_YEAR = re.compile(r"\b(?:i\s+)?(?:det\s+nye\s+år|næste\s+år|det\s+kommende\s+år)\b", re.I)
_IN_YEAR = re.compile(r"\b(?:i|ultimo|primo|medio|for)\s+(?P<year>20[0-9]{2})\b", re.I)
_HALF = re.compile(
    r"\b(?P<which>første|andet|sidste|[12]\.)\s+halvår(?:et)?(?:\s+af)?(?:\s+(?P<year>20[0-9]{2}))?\b",
    re.I,
)
_EVENT = re.compile(
    r"\b(?:efter|når)\s+(?:\w+\s+){0,3}?(?:høring(?:en|sperioden|sfristen|ssvar(?:ene)?)?|"
    r"projektets\s+afslutning|projektet\s+er\s+afsluttet|forsøgsperioden|"
    r"ministeriets\s+svar|lovens\s+vedtagelse)\b[^.,;]{0,40}",
    re.I,
)
_NEXT_MEETING = re.compile(
    r"\b(?:på|til|ved)\s+(?:(?:ét|et|udvalgets|det)\s+)?(?:næste|førstkommende|kommende|"
    r"efterfølgende)\s+(?:\w+\s?)?møde\w*",
    re.I,
)
_RECURRING = re.compile(
    r"\b(?P<recurring>halvårligt|hvert halvår|kvartalsvis|hvert kvartal|årligt|hvert år|"
    r"én gang om året|to gange om året)\b",
    re.I,
)
_MONTHS_IN = {"år": 12, "kvartal": 3, "måned": 1}


def find_promises(text: str, today: datetime.date) -> list[TextPromise]:
    """The promises of a text that was written on `today`, in order and each sentence once.

    A time without a year is the next one after that day; what lies before it is no promise.
    """
    found: dict[str, TextPromise] = {}
    for paragraph in text.splitlines():
        for sentence in sentences(paragraph.strip()):
            words = " ".join(sentence.split())
            promise = _promise(words, today)
            if promise is not None:
                found.setdefault(words.casefold(), promise)
    return list(found.values())


def _promise(sentence: str, today: datetime.date) -> TextPromise | None:
    found = _promised(sentence)
    if found is None or _NOT_PROMISED.search(sentence):
        return None
    promised, at = found
    timed = [each for each in _times(sentence, today) if each.is_ahead(today)]
    near = min(timed, key=lambda each: each.distance(at), default=None)
    if near is None:
        return None
    first, last = near.extent or (None, None)
    when = sentence[near.start : near.end].strip(" .,;")
    return TextPromise(sentence, promised, when, first, last)


def _promised(sentence: str) -> tuple[Promised, int] | None:
    """What the sentence promises, and where it says so."""
    for pattern, promised in (
        (_RESUMES, Promised.RESUMPTION),
        (_EVALUATES, Promised.EVALUATION),
        (_REPORTS, Promised.REPORT),
    ):
        for match in pattern.finditer(sentence):
            if not _NOUN.search(match.group()) or _HAPPENS.search(sentence):
                return promised, match.start()
    return None


@dataclass(frozen=True, slots=True)
class _Time:
    """Words for a time at `start`–`end`; it counts only within `reach` characters of the verb."""

    start: int
    end: int
    extent: _Extent | None
    reach: int = 1000

    def is_ahead(self, today: datetime.date) -> bool:
        if self.extent is None:
            return True
        first, last = self.extent
        return last >= today and (last - first).days < 400

    def distance(self, at: int) -> int:
        """How far from the verb; what stands before it is taken to be twice as far."""
        return self.start - at if self.start >= at else 2 * (at - self.end)


def _times(sentence: str, today: datetime.date) -> Iterable[_Time]:
    """The words for times of a sentence with their days; the more exact hide the others."""
    taken: list[_Time] = []
    for time in _every_time(sentence, today):
        if not any(time.start < each.end and each.start < time.end for each in taken):
            taken.append(time)
    verb = _promised(sentence)
    at = verb[1] if verb else 0
    return [each for each in taken if abs(each.start - at) <= each.reach]


def _every_time(sentence: str, today: datetime.date) -> Iterable[_Time]:
    year = today.year
    for date in find_dates(sentence, year):
        day = date.date
        if not date.has_year and day < today:
            day = _same_day(day, year + 1)
        yield _Time(date.start, date.end, (day, day))
    for match in _BEFORE_END.finditer(sentence):
        yield _Time(*match.span(), _year(int(match["year"])))
    for match in _HALF.finditer(sentence):
        of = int(match["year"] or year)
        second = match["which"].lower() in ("andet", "sidste", "2.")
        first, last = ((7, 1), (12, 31)) if second else ((1, 1), (6, 30))
        extent = datetime.date(of, *first), datetime.date(of, *last)
        yield _Time(*match.span(), extent)
    for period in find_periods(sentence, year):
        extent = (period.first, period.last)
        if period.last < today and not re.search(r"20[0-9]{2}", period.text):
            ahead = [each for each in find_periods(period.text, year + 1) if each.first > today]
            extent = (ahead[0].first, ahead[0].last) if ahead else extent
        yield _Time(period.start, period.end, extent)
    for match in _INSIDE.finditer(sentence):
        yield _Time(*match.span(), _inside(match, today))
    for match in _SEASON.finditer(sentence):
        yield _Time(*match.span(), _season(match, today))
    for match in _NEXT_YEAR.finditer(sentence):
        yield _Time(*match.span(), _year(year + 1))
    for match in _IN_YEAR.finditer(sentence):
        yield _Time(*match.span(), _year(int(match["year"])))
    for pattern in (_EVENT, _NEXT_MEETING):
        for match in pattern.finditer(sentence):
            yield _Time(*match.span(), None)
    for match in _RECURRING.finditer(sentence):
        words = match.group().lower()
        months = 3 if "kvartal" in words else 6 if "halv" in words or "to gange" in words else 12
        yield _Time(*match.span(), (_later(today, 1), _later(today, months)), reach=24)


def _year(year: int) -> _Extent:
    return datetime.date(year, 1, 1), datetime.date(year, 12, 31)


def _inside(match: re.Match[str], today: datetime.date) -> _Extent:
    """ "Efter to år" is about that day, a month to each side of it for years; "inden for" is from
    now until then.
    """
    count = int(match["count"]) if match["count"].isdigit() else _NUMBERS[match["count"].lower()]
    unit = match["unit"].lower()
    if unit.startswith(("uge", "dag")):
        days = count * (7 if unit.startswith("uge") else 1)
        until, slack = today + datetime.timedelta(days=days), datetime.timedelta(days=7)
    else:
        name = next(each for each in _MONTHS_IN if unit.startswith(each))
        until = _later(today, count * _MONTHS_IN[name])
        slack = datetime.timedelta(days=31 if count * _MONTHS_IN[name] >= 6 else 15)
    if match["how"].lower() in ("inden for", "indenfor", "i løbet af"):
        return today, until
    return max(today, until - slack), until + slack


def _season(match: re.Match[str], today: datetime.date) -> _Extent:
    """The first one that is not over; the words have no legal definition."""
    printed = int(match["year"]) if match["year"] else None
    for year in (printed,) if printed else (today.year, today.year + 1):
        extent = _season_of(match["season"].lower(), match["how"].lower(), year)
        if extent[1] >= today:
            return extent
    return extent


def _season_of(season: str, how: str, year: int) -> _Extent:
    def between(*days: int) -> _Extent:
        return datetime.date(year, *days[:2]), datetime.date(year, *days[2:])

    if season.startswith("sommer"):
        if how in ("før", "inden"):
            return between(5, 1, 6, 30)
        return between(8, 1, 9, 30) if how == "efter" else between(6, 1, 9, 15)
    if season == "efteråret":
        return between(9, 1, 11, 30)
    if season == "foråret":
        return between(3, 1, 5, 31)
    if season.startswith("påske"):
        named = public_holidays(year)
        easter = next(day for day, name in named.items() if name.lower().startswith("påskedag"))
        month = datetime.timedelta(days=30)
        return (easter, easter + month) if how == "efter" else (easter - month, easter)
    if season == "vinteren":
        return datetime.date(year, 12, 1), datetime.date(year + 1, 2, 28)
    if how == "efter":
        return datetime.date(year + 1, 1, 1), datetime.date(year + 1, 2, 28)
    if season in ("årsskiftet", "nytår") and how not in ("før", "inden"):
        return datetime.date(year, 12, 1), datetime.date(year + 1, 1, 31)
    return between(11, 1, 12, 31)


def _later(day: datetime.date, months: int) -> datetime.date:
    """So many months later; the last day of a month that is too short."""
    index = day.year * 12 + day.month - 1 + months
    for last in range(day.day, 27, -1):
        try:
            return datetime.date(index // 12, index % 12 + 1, last)
        except ValueError:
            continue
    return datetime.date(index // 12, index % 12 + 1, min(day.day, 28))


def _same_day(day: datetime.date, year: int) -> datetime.date:
    try:
        return day.replace(year=year)
    except ValueError:
        return datetime.date(year, 2, 28)
