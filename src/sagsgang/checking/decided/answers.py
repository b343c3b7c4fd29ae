"""Which points of a recommendation a decision answers, by the numbers it names ("Ad 1-3")."""

import re
from collections import Counter
from dataclasses import dataclass

from sagsgang.minutes import AgendaItem, Decision, SectionKind
from sagsgang.reading.content.decisions import outcome_of

#: A decision of more parts is no decision of people.
MOST = 200
_AGENDA = re.compile(r"godkendelse af (?:\w+ )?dagsorden|^dagsorden|rækkefølge", re.I)
_PRINTED_POINT = re.compile(r"^[ \t]*(?:[-*•][ \t]*)?(\d{1,2})[.)](?=\s)", re.M)
#: A point that the body adds itself is answered without having been recommended.
_ADDED = re.compile(r"\b(?:ny(?:t|e)?|tilføj\w*|supplerende|ekstra|endvidere|derudover)\b", re.I)


@dataclass(frozen=True, slots=True)
class Answers:
    """What is wrong with the numbers a decision names, each in order.

    `count` is how many points were recommended; `unknown` are numbers that no point has, `missing`
    points without an answer, `twice` points with more than one.
    """

    count: int
    unknown: tuple[int, ...]
    missing: tuple[int, ...]
    twice: tuple[int, ...]


def answers(item: AgendaItem) -> Answers | None:
    """How a decision answers point by point; None when it does not, or the points are unsure."""
    decision = item.decision
    if decision is None or not decision.parts or item.is_closed or _AGENDA.search(item.title):
        return None
    count = len(item.recommendations)
    if count < 2 or not _is_sure(item, count) or len(decision.parts) > MOST:
        return None
    covered = Counter(
        number for part in decision.parts if part.outcome or not part.text for number in part.covers
    )
    named = {number for part in decision.parts for number in part.covers}
    unknown = tuple(sorted(number for number in named if number > count))
    if any(_ADDED.search(part.text) for part in decision.parts if max(part.covers) > count):
        unknown = ()
    missing = tuple(sorted(set(range(1, count + 1)) - named))
    if missing and _says_more(decision):
        missing = ()
    twice = tuple(sorted(number for number, times in covered.items() if times > 1))
    return Answers(count, unknown, missing, twice)


def _is_sure(item: AgendaItem, count: int) -> bool:
    """True when the points are numbered 1, 2, 3 … and the text prints no higher number."""
    points = item.recommendations
    if any(point.option for point in points):
        return False
    if [point.number for point in points] != list(range(1, count + 1)):
        return False
    text = "\n".join(each.text for each in item.sections_of(SectionKind.RECOMMENDATION))
    return all(int(number) <= count for number in _PRINTED_POINT.findall(text))


def _says_more(decision: Decision) -> bool:
    """True when words outside the numbered parts decide something too."""
    rest = decision.text
    for part in decision.parts:
        rest = rest.replace(part.text, "", 1) if part.text else rest
    lines = [line for line in rest.split("\n") if len(line.split()) > 3]
    return any(outcome_of(line) is not None for line in lines)
