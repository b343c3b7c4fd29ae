"""T01: a weekday is printed before a date with a year, and the date falls on another day."""

import re
from collections.abc import Iterator

from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.checking.seen import lowered
from sagsgang.language.dates import FoundDate, find_dates
from sagsgang.minutes import AgendaItem, Minutes

CODE = "T01"
TITLE = Words(da="Ugedagen passer ikke til datoen", en="Weekday does not fit the date")
FAMILY = Family.TIME
SEVERITY = Severity.WARNS
STATUS = Status.FIRM

DAYS_DA = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
DAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

#: A quick look before dates are searched for: every weekday, whole or abbreviated, ends so. A
#: pattern that begins with the letters they share is found fast.
_WHOLE = re.compile(r"dag(?:(?<=ndag)|(?<=rsdag)|(?<=nsdag)|(?<=redag)|(?<=ørdag))")
_SHORT_DAYS = ("man", "tir", "tirs", "ons", "tor", "tors", "fre", "lør", "søn")
_SHORT = re.compile(r"\. (?:" + "|".join(rf"(?<={day}\. )" for day in _SHORT_DAYS) + ")")
#: What makes the weekday another than the date's: "hver mandag fra", "første onsdag efter",
#: "mandag og tirsdag den".
_NOT_THE_DAY = re.compile(
    r"(?:\b(?:hver|hvert|alle|første|anden|tredje|fjerde|sidste|næste)|dag(?:en)?\s*(?:[-–/,]|og|til|eller|samt))\s*$",
    re.IGNORECASE,
)
_REACH = 20


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The dates of the head (when the lines are known), the titles and the sections."""
    if minutes.items and context.lines:
        first = minutes.items[0].lines[0] - 1
        yield from _check_text(
            context, "\n".join(context.lines[:first]), None, (1, max(1, first)), None
        )
    for number, item in enumerate(minutes.items):
        title = (item.lines[0], item.lines[0])
        yield from _check_text(context, item.title, item, title, Place(item=number))
        for index, section in enumerate(item.sections):
            place = Place(item=number, section=index)
            yield from _check_text(context, section.text, item, section.lines, place)


def _check_text(
    context: Context,
    text: str,
    item: AgendaItem | None,
    lines: tuple[int, int],
    place: Place | None,
) -> Iterator[Answer]:
    said = lowered(text)
    if not _WHOLE.search(said) and not _SHORT.search(said):
        return
    for found in find_dates(text):
        if found.weekday is None or not found.has_year:
            continue
        before = text[max(0, found.start - _REACH) : found.start]
        if _NOT_THE_DAY.search(before):
            continue
        printed = " ".join(text[found.start : found.end].split())
        day = found.date.weekday()
        where = _line_of(context, lines, printed)
        if day == found.weekday:
            yield context.verified(printed, item=item, lines=where, place=_spanned(place, found))
            continue
        printed_date = f"{found.date.day:02}-{found.date.month:02}-{found.date.year}"
        yield context.finding(
            context.say(
                da=f"Der står «{printed}», men den {printed_date} er en {DAYS_DA[day]}.",
                en=f"«{printed}» is printed, but {found.date.isoformat()} is a {DAYS_EN[day]}.",
            ),
            confidence=0.97,
            item=item,
            lines=where,
            printed=[printed],
            computed=[context.say(da=DAYS_DA[day], en=DAYS_EN[day])],
            suggestion=context.say(
                da="Ret ugedagen eller datoen.", en="Correct the weekday or the date."
            ),
            place=_spanned(place, found),
        )


def _spanned(place: Place | None, found: FoundDate) -> Place | None:
    if place is None or place.section is None:
        return place
    return place.model_copy(update={"spans": ((found.start, found.end),)})


def _line_of(context: Context, lines: tuple[int, int], printed: str) -> tuple[int, int]:
    """The one line that holds what is printed, where the document's lines are known; else all of
    them.
    """
    for number in range(lines[0], min(lines[1], len(context.lines)) + 1):
        if printed in " ".join(context.lines[number - 1].split()):
            return number, number
    return lines
