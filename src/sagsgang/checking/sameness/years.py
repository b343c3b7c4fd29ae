"""Years that cannot be meant, given the date of the meeting and the words around them."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sagsgang.checking.quantities import Mark, Passage, Prose, Unit
from sagsgang.checking.sameness.mention import Part, part_of
from sagsgang.checking.sameness.slips import is_other_order
from sagsgang.minutes import AgendaItem

#: So far ahead of the meeting something is still built, opened or paid.
SOON = 15
_SPAN = re.compile(r"(?<![0-9/.-])((?:19|20)[0-9]{2})\s?[-–]\s?((?:19|20)[0-9]{2})(?![0-9/-])")
_FOUR = re.compile(r"[2-9][0-9]{3}")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
#: What stands before a year and before few numbers.
_YEAR_FOLLOWS = re.compile(
    r"(?<![a-zæøå])(?:i|siden|året|år|sommeren|efteråret|foråret|vinteren|inden udgangen af"
    r"|frem mod|fra og med|til og med)\s\Z"
)
_ENDS = re.compile(r"[|.,;)]|\Z| (?:og|men|hvor|når|med)(?![a-zæøå])")
#: What is done or comes true at a time that can be named.
_COMING = re.compile(
    r"(?<![a-zæøå])(?:forventes|ventes|færdig|klar til|afsluttes|åbner|indvies|ibrugtages"
    r"|forelægges|skal være|senest)(?![a-zæøå])"
)
#: What is foreseen for a time far ahead.
_FAR = re.compile(
    r"klima|\bhav|vandstand|scenari|fremskriv|co2|neutral|prognos|befolkning|vision|\bmål\b|levetid"
    r"|nedskriv|afskriv|afdrag|\blån|udløb|løbetid"
)
#: Right before a year that is to come.
_AHEAD = re.compile(
    r"(?<![a-zæøå])(?:frem mod|(?:forventes|ventes|planlægges|skal)(?: [a-zæøå]+){0,4} (?:i|inden)"
    r"|senest (?:i|inden)|inden udgangen af)\s\Z"
)
#: Right before a year that has been.
_BEHIND = re.compile(
    r"(?<![a-zæøå])(?:siden|(?:blev|er)(?: [a-zæøå]+){0,2}"
    r" (?:etableret|oprettet|åbnet|indviet|stiftet|gennemført|opført|ansat|vedtaget|evalueret)"
    r" (?:i|den|i året)|(?:åbnede|begyndte|startede|opstod|modtog|vedtog) (?:i|den))\s\Z"
)
_PAST = re.compile(
    r"(?<![a-zæøå])(?:blev|var|havde|skulle|ville|kunne|viste|tidligere|oprindeligt|daværende|fik"
    r"|gik|kom|lå|stod|[a-zæøå]{3,}ede)(?![a-zæøå])"
)
_REACH = 60


@dataclass(frozen=True, slots=True)
class OddYear:
    """A year at `start`–`end` of a section that cannot be meant; `meant` is what was, if it shows.

    `kind` says why: "ahead" and "behind" of the meeting, "far" ahead of it, a span "backwards", or
    one of two spans with a "decade" wrong.
    """

    section: int
    start: int
    end: int
    printed: str
    kind: str
    confidence: float
    meant: str | None = None


def odd_years(item: AgendaItem, prose: Prose, meeting: int | None) -> Iterator[OddYear]:
    """The years of an item that cannot be meant; `meeting` is the year of the meeting."""
    spans = _spans(item, prose)
    yield from _odd_spans(spans)
    if meeting is None:
        return
    printed = _all_years(item, prose)
    for passage in prose.passages:
        if not passage.shape or part_of(item, passage.section) is Part.HISTORY:
            continue
        text = item.sections[passage.section].text
        for number, mark in enumerate(passage.marks):
            year = _year_of(mark, text)
            if year and (year > meeting or year < meeting):
                yield from _odd(passage, number, mark, year, meeting, printed)


def _odd(
    passage: Passage, number: int, mark: Mark, year: int, meeting: int, printed: Counter[int]
) -> Iterator[OddYear]:
    at = passage.at[number]
    before = passage.shape[max(0, at - _REACH) : at]
    first, last = _sentence(passage, at)
    sentence = passage.shape[first:last]
    if year > meeting:
        if mark.letter != Unit.NUMBER.value and _BEHIND.search(before):
            yield _found(passage, mark, year, "behind", 0.85, _near(year, meeting, ahead=False))
        elif year > meeting + SOON and printed[year] == 1 and _COMING.search(sentence):
            meant = _near(year, meeting, ahead=True)
            if mark.letter == Unit.NUMBER.value:
                is_led = _YEAR_FOLLOWS.search(before) is not None
                is_year = is_led and _ENDS.match(passage.shape, at + 1) is not None
            else:
                is_year = meant is not None
            if is_year and not _FAR.search(sentence):
                yield _found(passage, mark, year, "far", 0.85 if meant else 0.7, meant)
    elif mark.letter == Unit.YEAR.value and year < meeting and _AHEAD.search(before):
        others = _others_in(passage, number, first, last)
        if not _PAST.search(sentence) and not others:
            yield _found(passage, mark, year, "ahead", 0.7, None)


def _found(
    passage: Passage, mark: Mark, year: int, kind: str, confidence: float, meant: int | None
) -> OddYear:
    return OddYear(
        section=passage.section,
        start=mark.start,
        end=mark.end,
        printed=str(year),
        kind=kind,
        confidence=confidence,
        meant=str(meant) if meant else None,
    )


def _year_of(mark: Mark, text: str) -> int | None:
    """The year a mark prints: a year, a date with one, or a number that looks like one."""
    if mark.letter == Unit.YEAR.value and mark.quantity:
        return int(mark.quantity.value)
    if mark.letter == "D":
        years = _YEAR.findall(text[mark.start : mark.end])
        return int(years[0]) if len(years) == 1 else None
    quantity = mark.quantity
    if quantity and quantity.unit is Unit.NUMBER and _FOUR.fullmatch(quantity.number):
        return int(quantity.number)
    return None


def _near(year: int, meeting: int, *, ahead: bool) -> int | None:
    """The one year near the meeting that has the same digits in another order, or one other digit
    less; None when several may be meant.
    """
    reach = range(meeting, meeting + SOON) if ahead else range(meeting - SOON, meeting + 1)
    found = [each for each in reach if is_other_order(str(each), str(year))]
    return found[0] if len(found) == 1 else None


def _sentence(passage: Passage, at: int) -> tuple[int, int]:
    last = passage.shape.find("|", at)
    return passage.shape.rfind("|", 0, at) + 1, last if last >= 0 else len(passage.shape)


def _others_in(passage: Passage, number: int, first: int, last: int) -> bool:
    """True when the sentence names another year or date."""
    low, high = bisect_left(passage.at, first), bisect_left(passage.at, last)
    return any(passage.marks[each].letter in "YD" for each in range(low, high) if each != number)


def _all_years(item: AgendaItem, prose: Prose) -> Counter[int]:
    years: Counter[int] = Counter()
    for passage in prose.passages:
        text = item.sections[passage.section].text
        years.update(filter(None, (_year_of(mark, text) for mark in passage.marks)))
    return years


Span = tuple[int, int]


def _spans(item: AgendaItem, prose: Prose) -> list[tuple[Span, int, Mark]]:
    """The spans of years in the running text, with the section each stands in."""
    found = []
    for passage in prose.passages:
        text = item.sections[passage.section].text
        for mark in passage.marks:
            if mark.letter != "D" or mark.end - mark.start < len("2024-2025"):
                continue
            span = _SPAN.search(text, mark.start, mark.end)
            if span:
                found.append(((int(span[1]), int(span[2])), passage.section, mark))
    return found


def _odd_spans(spans: list[tuple[Span, int, Mark]]) -> Iterator[OddYear]:
    counted = Counter(span for span, _, _ in spans)
    for (first, last), section, mark in spans:
        printed = f"{first}-{last}"
        if first > last:
            yield OddYear(section, mark.start, mark.end, printed, "backwards", 0.8)
            continue
        for step in (-10, 10):
            other = (first + step, last)
            if counted[first, last] == 1 and counted[other] > 0 and abs(last - first) >= 10:
                meant = f"{other[0]}-{other[1]}"
                yield OddYear(section, mark.start, mark.end, printed, "decade", 0.75, meant)
