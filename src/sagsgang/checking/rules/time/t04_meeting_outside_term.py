"""T04: the meeting lies outside the term that the document names."""

import re
from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import Minutes

CODE = "T04"
TITLE = Words(da="Mødet ligger uden for valgperioden", en="Meeting outside the term")
FAMILY = Family.TIME
SEVERITY = Severity.WARNS
STATUS = Status.FIRM

_TERM = re.compile(r"(?P<first>(?:19|20)[0-9]{2})\s?[-–/]\s?(?P<last>(?:19|20)?[0-9]{2})\b")
_CENTURY = 100


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The date of the meeting against the years of the term."""
    term = _TERM.search(minutes.term or "")
    if term is None or minutes.starts_at is None:
        return
    first, last = int(term["first"]), int(term["last"])
    if last < _CENTURY:
        last += first - first % _CENTURY
    if first <= minutes.starts_at.year <= last or last < first:
        return
    day = f"{minutes.starts_at:%d-%m-%Y}"
    yield context.finding(
        context.say(
            da=f"Mødet den {day} ligger uden for valgperioden {minutes.term}.",
            en=f"The meeting on {minutes.starts_at:%Y-%m-%d} lies outside the term {minutes.term}.",
        ),
        confidence=0.9,
        printed=[day, minutes.term or ""],
        suggestion=context.say(
            da="Ret datoen eller valgperioden i hovedet.",
            en="Correct the date or the term at the head.",
        ),
    )
