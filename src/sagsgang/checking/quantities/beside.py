"""What stands just before and just after a number: a sign, a hedge, a label, a unit, a noun."""

import re
from typing import NamedTuple

from sagsgang.checking.quantities.labels import HEDGES, LABELS
from sagsgang.checking.quantities.quantity import Hedge, Unit

#: So far back a hedge or a label is looked for.
_REACH = 32

#: The end of a list whose label stands before its first number: "§§ 10 og 12", "punkt 3, 4 og 7".
_REFERENCES = re.compile(
    r"(?:§§|punkt|punkterne|siderne|numrene|paragrafferne|uge|ugerne|ad|§|stk\.)\s?[0-9]+"
    r"(?:(?:,\s?|-|–|\sog\s)[0-9]+){0,9}(?:,\s?|\sog\s|\seller\s|\stil\s)\Z",
    re.IGNORECASE,
)
_IN_LISTS = ("og", "eller", "til")
_STREET = ("vej", "gade", "plads", "torv", "alle", "allé", "stræde", "vænget", "boulevard")

_UNIT = re.compile(
    r"[^\S\n]{0,2}(?:"
    r"(?P<percent>%|pct\b\.?|procent(?=point|-point|[^a-zæøå]|\Z))"
    r"(?P<point>[^\S\n.]{0,2}[.-]?[^\S\n]?-?point(?:s|et)?\b)?"
    r"|(?P<scale>mio|mia|mill|millioner|million|milliarder|milliard|tusinde?|t(?=\.?[^\S\n]?kr))\b\.?"
    r"(?:[^\S\n]?(?P<scaled_kroner>kr|kroner|dkk)\b\.?)?"
    r"|(?P<kroner>kr|kroner|dkk|øre)\b\.?"
    r"|(?P<stroke>,-)(?:[^\S\n]?kr\b\.?)?"
    r"|(?:fulde[^\S\n]|hele[^\S\n])?(?P<time>minut|time|dag|døgn|uge|måned|mdr|md|kvartal|år)"
    r"(?:ter|r|e|s|er|ers|rs|es|en|ne)?\b\.?(?![-])"
    r")",
    re.IGNORECASE,
)
#: What a unit may begin with, and what none and no word of a number begins with.
_UNITS_BEGIN = frozenset("%pmtkdøfhuå,PMTKDØFHUÅ\u212a")
_ENDS_ALL = frozenset(",;:)\n")
#: A number in a word or of a measure: "13-17-årige", "37-timers", "25 m2", "8.-klasse".
_COMPOUND = re.compile(
    r"-?[^\W\d_]|[^\S\n]?(?:m2|m²|km|kg|g|°)(?![^\W\d_])|°|\.-[^\W\d_]", re.IGNORECASE
)
_ORDINAL = re.compile(r"\.(?:-[0-9]+\.)?[^\S\n]?(?=[a-zæøå])")
_NOUN = re.compile(
    r"[^\S\n]{1,2}(?:(?:nye|andre|forskellige|øvrige|ud af|af de|af)[^\S\n])?([a-zæøå][\w-]*)"
)

_SCALES = {"mio": 6, "mill": 6, "mia": 9, "t": 3}
_TIMES = {
    "minut": "minute",
    "time": "hour",
    "dag": "day",
    "døgn": "day",
    "uge": "week",
    "måned": "month",
    "mdr": "month",
    "md": "month",
    "kvartal": "quarter",
    "år": "year",
}


class Before(NamedTuple):
    """What stands before a number that begins at `start`, its sign and hedge included."""

    start: int
    hedge: Hedge = Hedge.EXACT
    is_negative: bool = False
    has_kroner: bool = False
    is_reference: bool = False


class Counted(NamedTuple):
    """The unit after a number, and where it ends; `unit` None when there is none."""

    end: int
    unit: Unit | None = None
    scale: int = 0
    noun: str = ""
    is_compound: bool = False


def read_before(text: str, start: int) -> Before:
    """What stands before the number at `start`."""
    if not start:
        return Before(0)
    previous = text[start - 1]
    if previous.isalpha() or previous in "_/":
        return Before(start, is_reference=True)
    negative = False
    if previous in "-−–+":
        if start > 1 and text[start - 2] not in " \n\t(:=":
            return Before(start, is_reference=text[start - 2].isalnum())
        negative = previous != "+"
        start -= 1
    tail = text[max(0, start - _REACH) : start].rpartition("\n")[2]
    if not tail or tail[-1] in "(\t":
        return Before(start, is_negative=negative)
    words = tail.rsplit(None, 2)[-2:]
    last = words[-1] if words else ""
    bare = last.strip(".:(").lower()
    if bare in LABELS or last[-1:] == "§" or _is_street(last):
        return Before(start, is_reference=True)
    if (bare in _IN_LISTS or last[-1:] == ",") and _REFERENCES.search(tail):
        return Before(start, is_reference=True)
    has_kroner = bare in ("kr", "dkk")
    if has_kroner:
        start = text.rfind(last.lstrip("("), 0, start)
        words = tail.split()[-3:-1]
        last = words[-1] if words else ""
    hedge = None
    if len(words) > 1 and f"{words[0]} {last}".lstrip("(").lower() in HEDGES:
        hedge = HEDGES[f"{words[0]} {last}".lstrip("(").lower()]
        start = text.rfind(last.lstrip("("), 0, start)
        start = text.rfind(words[0].lstrip("("), 0, start)
    elif last:
        hedge = HEDGES.get(last.lstrip("(").lower())
        if hedge is not None:
            start = text.rfind(last.lstrip("("), 0, start)
    return Before(start, hedge or Hedge.EXACT, negative, has_kroner)


def _is_street(word: str) -> bool:
    return word.endswith(_STREET) and word[:1].isupper()


def read_unit(text: str, end: int, *, has_kroner: bool = False) -> Counted:
    """The unit of the number that ends at `end`: money, percent, time, or none."""
    match = _UNIT.match(text, end) if text[end : end + 3].lstrip()[:1] in _UNITS_BEGIN else None
    if match is None:
        if has_kroner:
            return Counted(end, Unit.MONEY)
        is_compound = text[end : end + 1] not in _ENDS_ALL and _COMPOUND.match(text, end)
        return Counted(end, is_compound=bool(is_compound))
    stop = match.end()
    if match["percent"]:
        return Counted(stop, Unit.POINT if match["point"] else Unit.PERCENT)
    if match["scale"]:
        name = match["scale"].lower()
        scale = _SCALES.get(name) or (6 if name.startswith("million") else 9 if "ia" in name else 3)
        if match["scaled_kroner"] or has_kroner:
            return Counted(stop, Unit.MONEY, scale)
        return Counted(stop, Unit.NUMBER, scale, noun_after(text, stop))
    if match["time"]:
        return Counted(stop, Unit.TIME, noun=_TIMES[match["time"].lower()])
    is_small = (match["kroner"] or "").lower() == "øre"
    return Counted(stop, Unit.MONEY, -2 if is_small else 0)


def is_ordinal(text: str, end: int, digits: str) -> bool:
    """True for "2. behandling": a short number with a point and a small letter after it."""
    return len(digits) <= 2 and _ORDINAL.match(text, end) is not None


def noun_after(text: str, end: int) -> str:
    """The word after a number, in lower case; empty when none follows."""
    match = _NOUN.match(text, end)
    return match[1].lower() if match else ""
