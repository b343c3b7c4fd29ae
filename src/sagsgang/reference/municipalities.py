"""The 98 municipalities with official code and region, and which of them a text is from.

Codes and names as in the central register of persons since 2007; the data is `municipalities.csv`.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice


@dataclass(frozen=True, slots=True)
class Municipality:
    """`code` has three digits ("787"); `place` is "Thisted" and `name` "Thisted Kommune"."""

    code: str
    place: str
    name: str
    region: str


@cache
def municipalities() -> tuple[Municipality, ...]:
    """All 98, by code."""
    lines = (files(__package__) / "municipalities.csv").read_text("utf-8").splitlines()
    return tuple(Municipality(**row) for row in csv.DictReader(lines))


def municipality_named(text: str) -> Municipality | None:
    """The municipality that `text` names: "Thisted", "THISTED KOMMUNE", "Århus"."""
    key = _key(text)
    for ending in ("regionskommune", "kommune"):
        key = key.removesuffix(ending)
    return _by_key().get(key)


#: "Kommune" after a name, or a council after it; the name itself is looked for backwards.
_STEMS = ("ommune", "OMMUNE", "yråd", "YRÅD", "egionskommune")
_MARK = re.compile(
    r"[Kk](?:ommune|OMMUNE)(?:s|S|ns)?\b|[Bb](?:yråd|YRÅD)(?:et|s|ets)?\b|[Rr]egionskommune"
)
#: The text before a mark, read from its end.
_NAME_BEFORE = re.compile(r"[ \xa0\n]{1,2}([^\W\d_]+)(?:[ \xa0‑-]{1,3}([^\W\d_]+))?")
_REACH = 40
_ENOUGH = 40  # marks; a long text says no more than its first pages do
_TOP_OF_TEXT = 2000
_WEIGHT_OF_TOP = 3


def municipality_in(text: str) -> str | None:
    """The name ("Thisted Kommune") of the municipality that `text` is from, or None.

    It is the one whose name stands most often before "Kommune(s)" or "Byråd"; what stands at the
    top counts three times. None when nothing is named, or two as often.
    """
    counts: Counter[str] = Counter()
    for start in islice(_marks(text), _ENOUGH):
        match = _NAME_BEFORE.match(text[max(0, start - _REACH) : start][::-1])
        if match is None or not match[1][-1].isupper():
            continue
        name = match[1][::-1]
        both = _by_key().get(_key(match[2][::-1] + name)) if match[2] else None
        found = both or _by_key().get(_key(name))
        if found:
            counts[found.name] += _WEIGHT_OF_TOP if start < _TOP_OF_TEXT else 1
    best = counts.most_common(2)
    if not best or (len(best) == 2 and best[0][1] == best[1][1]):
        return None
    return best[0][0]


def _marks(text: str) -> Iterator[int]:
    """Where the marks begin, in order; `find` is far quicker than a pattern over all the text."""
    starts = []
    for stem in _STEMS:
        at = text.find(stem)
        while at >= 0:
            starts.append(at - 1)
            at = text.find(stem, at + 1)
    return (start for start in sorted(starts) if start >= 0 and _MARK.match(text, start))


@cache
def _by_key() -> dict[str, Municipality]:
    """Every spelling of a place, with and without the genitive s."""
    found: dict[str, Municipality] = {}
    for municipality in municipalities():
        place = _key(municipality.place)
        found[place] = found[place + "s"] = municipality
    return found


@lru_cache(maxsize=4096)
def _key(text: str) -> str:
    letters = "".join(filter(str.isalpha, text.casefold()))
    return letters.replace("aa", "å")
