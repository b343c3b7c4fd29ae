"""A04: someone recorded absent on an item votes in it, or has a remark entered."""

import re
from collections.abc import Iterator

from sagsgang.checking.attendance.mentions import Named, named, same_person
from sagsgang.checking.context import Context
from sagsgang.checking.finding import Place, Severity, Status
from sagsgang.checking.rule import Answer, Family, Words
from sagsgang.minutes import Absence, AgendaItem, Minutes

CODE = "A04"
TITLE = Words(da="Fraværende, men stemte eller talte", en="Absent, yet voted or spoke")
FAMILY = Family.ATTENDANCE
SEVERITY = Severity.WARNS
STATUS = Status.TRIAL

_TOOK_PART = (
    r"(?:\s\([A-ZÆØÅ]{1,2}\))?\s(?:stemte|stemmer|stemt|foreslog|bemærkede|ønskede|begærede"
    r"|tilkendegav|undlod|kunne ikke tiltræde|tog forbehold|standsede)\b"
)


def check(minutes: Minutes, context: Context) -> Iterator[Answer]:
    """The absences of every item against its votes and the words of its decision."""
    voters: dict[int, list[Named]] = {}
    for each in named(minutes):
        if each.item is not None and not each.is_absence:
            voters.setdefault(each.item, []).append(each)
    for number, item in enumerate(minutes.items):
        for absent in (*item.absent, *minutes.absent):
            voted = any(same_person(absent, voter) for voter in voters.get(number, ()))
            if voted or _spoke(absent, item):
                yield context.finding(
                    context.say(
                        da=f"{absent.name} er fraværende på punktet, men stemte eller fik noget "
                        "ført til protokol.",
                        en=f"{absent.name} is absent on the item, but voted or had a remark "
                        "entered.",
                    ),
                    confidence=0.85,
                    item=item,
                    lines=item.lines,
                    printed=[absent.name],
                    suggestion=context.say(
                        da="Ret fraværet, eller skriv, hvornår medlemmet kom eller gik.",
                        en="Correct the absence, or write when the member came or left.",
                    ),
                    place=Place(item=number),
                )


def _spoke(absent: Absence, item: AgendaItem) -> bool:
    if item.decision is None:
        return False
    return re.search(re.escape(absent.name) + _TOOK_PART, item.decision.text) is not None
