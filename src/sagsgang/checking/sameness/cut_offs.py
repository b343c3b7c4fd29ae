"""Up to when the data of a report reach, as its text says it."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from sagsgang.checking.quantities import Passage, Prose
from sagsgang.checking.sameness.when import When, read_when
from sagsgang.minutes import AgendaItem

#: Data so many months apart are of one report; those further apart are compared with each other.
MOST_MONTHS = 6
_UP_TO = re.compile(
    r"(?<![a-zæøå])(?:data(?:ene|grundlag(?:et)?)?|tal(?:lene)?|opgørelse(?:n|r|rne)?|opgjort"
    r"|statistik(?:ken)?|status|udvikling(?:en)?|opfølgning(?:en)?|budgetopfølgning(?:en)?)"
    r"(?![a-zæøå])[^|A-Z]{0,70}?"
    r"(?: til og med| t\.o\.m\.?| frem til(?: og med)?| pr\.?| per| udgangspunkt i"
    r"| foreligger (?:til|for)| dækker til| går til)"
    r"(?: udgangen af| og med| den| ultimo)? (?P<when>D)"
)


@dataclass(frozen=True, slots=True)
class CutOff:
    """Data reach up to `when`, printed at `start`–`end` of a section's text."""

    when: When
    section: int
    start: int
    end: int


def cut_offs(item: AgendaItem, prose: Prose) -> Iterator[list[CutOff]]:
    """For each passage that tells of data of different months the dates, one for each month."""
    for passage in prose.passages:
        if passage.shape.count("D") < 2:
            continue
        found = {each.when.months: each for each in reversed(list(_in_passage(item, passage)))}
        if len(found) > 1 and max(found) - min(found) <= MOST_MONTHS:
            yield [found[months] for months in sorted(found)]


def _in_passage(item: AgendaItem, passage: Passage) -> Iterator[CutOff]:
    text = item.sections[passage.section].text
    for match in _UP_TO.finditer(passage.shape):
        mark = passage.marks[bisect_left(passage.at, match.start("when"))]
        when = read_when(text[mark.start : mark.end])
        if when and when.month:
            yield CutOff(when, passage.section, mark.start, mark.end)
