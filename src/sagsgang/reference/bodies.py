"""By which words a body is recognised, and when two names mean the same body; `bodies.toml`."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class FoundBody:
    """A body at `start`–`end` of a text; `name` as printed, without a genitive s."""

    start: int
    end: int
    name: str


def find_body(text: str) -> FoundBody | None:
    """The first body named in `text`, or None; "udvalget" alone names none."""
    bodies = find_bodies(text)
    return bodies[0] if bodies else None


def find_bodies(text: str) -> list[FoundBody]:
    """The bodies named in `text`, in order: "Handicaprådet og Byrådet" holds two."""
    found: list[FoundBody] = []
    if "MED" in text or "dvalg" in text or "Råd" in text:
        found = [_found(text, match) for match in _named().finditer(text)]
    taken = [(body.start, body.end) for body in found]
    last = 0
    for head in _head().finditer(text):
        if any(start < head.end() and head.start() < end for start, end in taken):
            continue
        match = _name().search(text, max(last, head.start() - _LONGEST_NAME), head.end())
        if match is None:
            continue
        last = head.end()
        if " " in match[0] or "-" in match[0] or _is_body_word(_indefinite(match[0].lower())):
            found.append(_found(text, match))
    return sorted(found, key=lambda body: body.start)


def _found(text: str, match: re.Match[str]) -> FoundBody:
    return FoundBody(match.start(), match.end(), " ".join(_without_genitive(match[0]).split()))


def looks_like_body(text: str) -> bool:
    """Whether the whole of `text` is one body; a term or a municipality around it is allowed."""
    if len(text) > 2 * _LONGEST_NAME:
        return False
    bare = _bare(text)
    if bare in _data()["abbreviations"]:
        return True
    bodies = find_bodies(bare)
    return len(bodies) == 1 and bodies[0].start == 0 and bodies[0].end == len(bare)


def same_body(a: str, b: str, abbreviations: Mapping[str, str] | None = None) -> bool:
    """Whether two printed names mean the same body of one municipality.

    Case, hyphens, spaces, "&" for "og", the definite form, the genitive, a term ("2022-2025"), an
    abbreviation in brackets and a misspelt letter do not count. `abbreviations` are the
    municipality's own ("BU" → "Børneudvalget").
    """
    given = abbreviations or {}
    return _same(given.get(a.strip(), a), given.get(b.strip(), b))


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "bodies.toml").read_text("utf-8"))


_LONGEST_NAME = 110
_WORD = "[A-ZÆØÅ][a-zæøåé]+"
_CHAIN = rf"{_WORD}(?:(?:,\s|/|\s(?:og|&)\s){_WORD})*"


@cache
def _head() -> re.Pattern[str]:
    """The end of a name; "området" ends like "rådet" and is none."""
    # The lookbehind stands behind the first letter so that the engine can jump to that letter.
    heads = "|".join(sorted(_data()["heads"], key=len, reverse=True))
    heads = heads.replace("|råd", "|r(?<!omr)åd")
    return re.compile(rf"(?:{heads})(?:et|en|n)?s?(?![\wæøå-])", re.IGNORECASE)


@cache
def _name() -> re.Pattern[str]:
    """A name that ends where the search ends: "Klima-, Miljø- og Teknikudvalget"."""
    part = "[A-ZÆØÅa-zæøå][a-zæøåé]+"
    join = r"(?:,\s|/|\s?(?:og|&|samt)\s|\s)"
    # The first part has its hyphen; the next may lack it.
    parts = rf"(?:{_WORD}-{join}(?:{part}-?{join}){{0,4}}?|(?:{_WORD}(?<!et)\s(?:og|&)\s))?"
    return re.compile(
        rf"\bDet\s(?:{_WORD}\s)+(?:Råd|råd|Udvalg|udvalg)\Z"
        rf"|\b{parts}(?:{_WORD}-)?[A-ZÆØÅa-zæøåé]+\Z"
        rf"|\b{_WORD}\s(?:udvalg|råd)(?:et)?s?\Z"
    )


@cache
def _named() -> re.Pattern[str]:
    """Names that do not end in what they are: "Område-MED Ældre", "Udvalget for Børn og Unge"."""
    med = "|".join(_data()["med"])
    return re.compile(
        rf"\b(?:{med})[-\s]?MED(?:[-\s]?udvalg(?:et)?)?s?\b(?:\s{_CHAIN}|\s[A-ZÆØÅ]{{2,4}}\b)?"
        rf"|\bMED[-\s]?(?:hoved)?udvalg(?:et)?s?\b(?:\s(?:for\s)?{_CHAIN})?"
        rf"|\b(?:[Aa]d\s?hoc[-\s]?u|U)dvalget?\s(?:for|vedrørende|vedr\.)\s"
        rf"{_WORD}(?:(?:-?,\s|-?\s(?:og|&)\s){_WORD})*"
        rf"|§\s?17,?\s(?:stk\.?\s?4)[-\s]?udvalg(?:et)?s?\b(?:\s(?:for|om|vedr\.)\s{_CHAIN})?"
    )


def _is_body_word(word: str) -> bool:
    """Whether one word, in its indefinite form, names a body by itself."""
    data = _data()
    if word in data["alone"]:
        return True
    return word not in data["not_bodies"] and not word.endswith("område") and len(word) > 5


_TERM = re.compile(r"\(?\b(?:19|20)\d\d\s?[-–—/]\s?(?:(?:19|20)\d\d|\d\d)\b\)?")
_BRACKETS = re.compile(r"\s?[(\[][^()\[\]]*[)\]]")
_AROUND = re.compile(r"^(?:den|det)\s|\s(?:i|for|af)\s[A-ZÆØÅ][\w-]+\s[Kk]ommune$")
_COUNCIL_OF = re.compile(
    r"^[A-ZÆØÅ][\wæøå-]+(?:\s[Kk]ommunes)?\s(?=(?:byråd|kommunalbestyrelse)\w*$)", re.I
)


def _bare(text: str) -> str:
    """The name alone: no term, no abbreviation in brackets, no "den", no municipality."""
    bare = " ".join(text[: 2 * _LONGEST_NAME].split())
    bare = _BRACKETS.sub("", _TERM.sub("", bare))
    bare = bare.strip(" \t\n.,:;-–*#")
    return _COUNCIL_OF.sub("", _AROUND.sub("", bare)).strip()


def _without_genitive(name: str) -> str:
    return re.sub(r"(?<=et|en)s$|(?<=lg|åd)s$", "", name)


def _indefinite(word: str) -> str:
    """ "udvalget" → "udvalg", "bestyrelsen" → "bestyrelse", "direktionens" → "direktion"."""
    word = word.removesuffix("s") if word.endswith(("ets", "ens", "udvalgs", "råds")) else word
    if word.endswith(("udvalget", "rådet", "nævnet", "formandskabet", "forummet")):
        return word.removesuffix("met" if word.endswith("forummet") else "et")
    if word.endswith(("bestyrelsen", "gruppen", "ledelsen", "komiteen", "komitéen")):
        return word.removesuffix("n" if not word.endswith(("komiteen", "komitéen")) else "en")
    if word.endswith(("direktionen", "kommissionen", "repræsentationen", "magistraten")):
        return word.removesuffix("en")
    return word


@lru_cache(maxsize=4096)
def body_key(name: str) -> tuple[str, ...]:
    """What a name says when its spelling is taken away: ("kultur", "fritid", "udvalg")."""
    bare = _bare(name)
    bare = _data()["abbreviations"].get(bare, bare)
    words = [_indefinite(word) for word in re.split(r"[\s,/&-]+", bare.casefold()) if word]
    words = [
        word for word in words if word not in ("og", "samt", "for", "vedr.", "vedrørende", "om")
    ]
    parts: list[str] = []
    for word in words:
        for group in _data()["same"]:
            word = group[0] if word in group else word
        if word.endswith("med") and word[:-3] in map(str.lower, _data()["med"]):
            parts += [_stem(word[:-3]), "med"]
            continue
        head = next((head for head in ("udvalg", "råd", "bestyrelse") if word.endswith(head)), None)
        if head and word != head and word not in _data()["alone"]:
            parts += [_stem(word.removesuffix(head)), head]
        elif word == "økonomiudvalg":
            parts += ["økonomi", "udvalg"]
        else:
            parts.append(_stem(word))
    if parts and parts[0] in ("udvalg", "bestyrelse"):
        parts = [*parts[1:], parts[0]]
    return tuple(parts)


def _stem(word: str) -> str:
    """A word without what binds it to the next: "beskæftigelses" and "beskæftigelse" are one."""
    if len(word) > 4 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    if len(word) > 5 and word.endswith("er"):
        return word[:-2]
    return word[:-1] if len(word) > 4 and word.endswith("e") else word


@lru_cache(maxsize=8192)
def _same(a: str, b: str) -> bool:
    first, second = body_key(a), body_key(b)
    if not first or not second:
        return False
    if first == second or "".join(first) == "".join(second):
        return True
    return len(first) == len(second) and all(map(_is_near, first, second))


def _is_near(a: str, b: str) -> bool:
    """Whether two words are alike but for one letter, or two in a long word."""
    if a == b:
        return True
    longest = max(len(a), len(b))
    allowed = 0 if longest < 6 else 1 if longest < 12 else 2
    return abs(len(a) - len(b)) <= allowed and _distance(a, b) <= allowed


def _distance(a: str, b: str) -> int:
    """The number of letters to insert, delete, replace or swap to turn `a` into `b`."""
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, letter in enumerate(a, start=1):
        row = [i]
        for j, other in enumerate(b, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
