"""Which attachments a text cites by number, and which numbers the list of attachments has."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sagsgang.checking.cited.prose import Spot, spots
from sagsgang.minutes import AgendaItem

_CITED = re.compile(
    r"(?<![\w-])bilag(?:ene)?(?:[ \t]?(?:nr\.?|nummer))?[ \t]+"
    r"(?P<numbers>[0-9]{1,2}(?![0-9])(?:[ \t]?(?:,|og|samt|eller|-|–|til)[ \t]?(?:bilag[ \t])?"
    r"[0-9]{1,2}(?![0-9]))*)(?!\w|[.,/][0-9]|[ \t]?%)",
    re.IGNORECASE,
)
#: The attachment of something else: "bilag 3 i vedtægterne", "bilag 2 til punkt 4".
_OF_ANOTHER = re.compile(
    r"[ \t](?:i|til|af|fra|for)[ \t](?:\w{1,40}[ \t]){0,2}?"
    r"(?:punkt|pkt|sag[ \t]|[\w-]{0,40}(?:vedtægt|aftale|lov|bekendtgørelse|plan|kontrakt|rapport|"
    r"notat|overenskomst|regulativ|direktiv|forordning|udbud|ansøgning|vejledning|cirkulær|politik|"
    r"kommissori|budget|regnskab|referat|evaluering))",
    re.IGNORECASE,
)
_GENITIVE = re.compile(r"(?:ens|ets|ernes|enes|anes)[ \t]\Z", re.IGNORECASE)
_OWN_GENITIVE = re.compile(r"(?:sagens|punktets|dagsordenens|mødets|referatets)[ \t]\Z", re.I)
_LISTED = re.compile(
    r"(?<!\w)bilag[\s_]*(?:nr\.?\s*)?([0-9]{1,2})(?![0-9]|[.,][0-9])|^\s*([0-9]{1,2})[.):]\s", re.I
)
_PIECE = re.compile(r"[0-9]+|[-–]|til")
_LONGEST_RANGE = 40


@dataclass(frozen=True, slots=True)
class Citation:
    """The numbers of attachments that a text cites at a spot."""

    numbers: tuple[int, ...]
    spot: Spot


def citations(item: AgendaItem, number: int) -> Iterator[Citation]:
    """The citations by number in an item's own text, without those of another document's."""
    for spot, match, text in spots(item, number, _CITED, "bilag", with_decision=True):
        before = text[max(0, spot.start - 24) : spot.start]
        if _OF_ANOTHER.match(text, spot.end):
            continue
        if _GENITIVE.search(before) and not _OWN_GENITIVE.search(before):
            continue
        yield Citation(_numbers(match["numbers"].casefold()), spot)


def listed_numbers(item: AgendaItem) -> tuple[int, ...]:
    """The number of each listed attachment: the printed ones when all have one, else the places.

    When only some are printed, these and the places both count.
    """
    printed = [_printed(name) for name in item.attachments]
    if printed and all(printed):
        return tuple(number for number in printed if number)
    places = range(1, len(printed) + 1)
    return tuple(sorted({*places, *(number for number in printed if number)}))


def are_numbered(item: AgendaItem) -> bool:
    """True when every listed attachment has its number printed."""
    return bool(item.attachments) and all(map(_printed, item.attachments))


def _printed(name: str) -> int | None:
    match = _LISTED.search(name)
    return int(match[1] or match[2]) if match else None


def _numbers(text: str) -> tuple[int, ...]:
    """ "1-3" is 1, 2, 3; "1, 2 og 4" is 1, 2, 4."""
    found: list[int] = []
    is_range = False
    for piece in _PIECE.findall(text):
        if not piece.isdigit():
            is_range = True
            continue
        number = int(piece)
        if is_range and found and found[-1] < number <= found[-1] + _LONGEST_RANGE:
            found += range(found[-1] + 1, number)
        found.append(number)
        is_range = False
    return tuple(dict.fromkeys(found))
