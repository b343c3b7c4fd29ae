"""T07: a date is printed that the calendar does not have."""

import calendar
import re
from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.language.dates import MONTH_NUMBERS, MONTH_PATTERN
from sagsgang.minutes import Minutes

CODE = "T07"
TITLE = Words(da="Datoen findes ikke", en="No such day")
FAMILY = Family.TIME
SEVERITY = Severity.WARNS
STATUS = Status.FIRM

_DATE = re.compile(
    rf"(?<![\w.,/-])(?P<day>29|3[0-9])\. (?P<month>{MONTH_PATTERN})\b\.?"
    r"(?: (?P<year>(?:19|20)[0-9]{2}))?",
    re.IGNORECASE,
)
_LEAP = 2024


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The days from the 29th on of every section, against the length of their month."""
    for number, item in enumerate(minutes.items):
        for index, section in enumerate(item.sections):
            if not any(day in section.text for day in ("29. ", "3")):
                continue
            for found in _DATE.finditer(section.text):
                month = MONTH_NUMBERS[found["month"].lower()]
                year = int(found["year"] or _LEAP)
                last = calendar.monthrange(year, month)[1]
                if int(found["day"]) <= last:
                    continue
                yield context.finding(
                    context.say(
                        da=f"{found['month'].capitalize()} har kun {last} dage.",
                        en=f"The month has only {last} days.",
                    ),
                    confidence=0.98,
                    item=item,
                    lines=section.lines,
                    printed=[" ".join(found.group().split())],
                    suggestion=context.say(da="Ret datoen.", en="Correct the date."),
                    place=Place(item=number, section=index, spans=((found.start(), found.end()),)),
                )
