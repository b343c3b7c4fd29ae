"""Lists whose introduction counts their points: "følgende fire indsatser:"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sagsgang.checking.quantities import Passage, Prose, Quantity
from sagsgang.minutes import AgendaItem

#: No list is announced with more points than this.
_MOST = 30

_ANNOUNCED = re.compile(r"(?P<count>N)(?P<rest> [^NMPQFTYDR|]{3,80}):\s*\Z")
#: Words between the number and the colon that let the list be of something else, or not whole.
_OTHERWISE = re.compile(
    r"\b(?:blandt andet|bl\.\s?a|herunder|for eksempel|f\.?eks|især|særligt|nogle|men|når|hvis|hvor"
    r"|har|fik|svarede|deltog|deltager|ansøg|ud af|ad gangen|timer|gange)\b"
)
_NUMBERED = re.compile(r"(?:[A-Za-zÆØÅæøå]+ )?(?P<number>[0-9]{1,2})[.):]?(?:\s|\Z)")


@dataclass(frozen=True, slots=True)
class CountedList:
    """An announced number of points, in section number `section`, and how many there are."""

    section: int
    stated: Quantity
    points: int


def counted_lists(item: AgendaItem, prose: Prose) -> Iterator[CountedList]:
    """The lists of an item that their introduction counts, right or wrong."""
    for index, passage in enumerate(prose.passages):
        stated = _announced(passage)
        if stated is None:
            continue
        points = _points(prose, index) or _headings(item, passage)
        if points >= 2:
            yield CountedList(passage.section, stated, points)


def _announced(passage: Passage) -> Quantity | None:
    if not passage.shape.rstrip().endswith(":"):
        return None
    match = _ANNOUNCED.search(passage.shape)
    if match is None or _OTHERWISE.search(match["rest"]):
        return None
    stated = passage.quantity(match.start("count"))
    is_count = stated.is_exact and not stated.decimals and not stated.scale
    return stated if is_count and 2 <= stated.value <= _MOST else None


def _points(prose: Prose, index: int) -> int:
    """The list points that follow a passage, those of the first one's kind."""
    here = prose.passages[index]
    kinds: list[str] = []
    for passage in prose.passages[index + 1 :]:
        if passage.section != here.section or not passage.bullet:
            break
        kinds.append(_kind(passage.bullet))
    return kinds.count(kinds[0]) if kinds else 0


def _kind(mark: str) -> str:
    last = mark.split()[-1]
    if last[0].isdigit():
        return "number"
    return "letter" if last[0].isalpha() and last != "o" else last


def _headings(item: AgendaItem, passage: Passage) -> int:
    """The numbered sub-headings that follow where the introduction ends its section."""
    if passage.end < len(item.sections[passage.section].text.rstrip()):
        return 0
    count = 0
    for section in item.sections[passage.section + 1 :]:
        match = _NUMBERED.match(section.heading)
        if section.level < 2 or match is None or int(match["number"]) != count + 1:
            break
        count += 1
    return count
