"""Who was absent: names under a heading, or told in prose."""

import re
from functools import lru_cache

from sagsgang.language.names import looks_like_names, parse_people
from sagsgang.minutes import Absence, Notice, Person

_PROSE = re.compile(
    r"(?P<names>[A-ZÆØÅ][^.;:]*?)\s+(?:var|er|havde|deltog|meldte)\s+(?:(?P<away>fraværende|ikke "
    r"til ?stede|meldt afbud|ikke i|afbud|ikke)\b)(?P<rest>[^.]*)"
)
_AWAY = ("fraværende", "ikke", "afbud")
_NOTICE = re.compile(r"^afbud(?:\s+fra)?:?\s+(?P<names>[A-ZÆØÅ].*?)\.?$", re.I)
_SUBSTITUTE = re.compile(
    r"[Ii] (?:hans|hendes|deres )?\s*sted(?:et)? (?:for .{3,40}? )?(?:mødte|deltog) "
    r"(?P<names>[A-ZÆØÅ][^.]*)"
)
_STANDS_IN = re.compile(r"(?:stedfortræder|suppleant):?\s+(?P<name>[A-ZÆØÅ][^,.;()]+)", re.I)
_NOBODY = re.compile(r"^(?:ingen|intet|-|–|nej)\b", re.I)


def people(text: str) -> tuple[Person, ...]:
    """The persons of a roster."""
    return tuple(Person(name=found.name, party=found.party) for found in parse_people(text))


@lru_cache(maxsize=1024)
def absences(text: str, heading: str = "") -> tuple[Absence, ...]:
    """Who is absent, from the text under (or behind) a heading."""
    if not text or _NOBODY.match(text):
        return ()
    notice = _notice(heading)
    found: list[Absence] = []
    for line in text.replace("\n\n", "\n").split("\n"):
        prose = from_prose(line)
        if prose:
            found += prose
        elif looks_like_names(line):
            found += _listed(line, notice)
    return tuple(found)


def _listed(line: str, notice: Notice | None) -> list[Absence]:
    """The persons of a list of absentees; who stands in for whom is noted with the absent."""
    found: list[Absence] = []
    for person in parse_people(line):
        if "stedfortræder" in (person.role or "").casefold():
            if found:
                found[-1] = found[-1].model_copy(update={"substitute": person.name})
            continue
        note = person.note or ""
        told = _notice(note) or notice
        substitute = _STANDS_IN.search(note)
        found.append(
            Absence(
                name=person.name,
                party=person.party,
                notice=told,
                substitute=substitute["name"].strip() if substitute else None,
            )
        )
    return found


def from_prose(text: str) -> list[Absence]:
    """Absences told in a sentence: "N (A) var fraværende. I stedet mødte M."."""
    if match := _NOTICE.match(text):
        if looks_like_names(match["names"]):
            return [
                Absence(name=p.name, party=p.party, notice=Notice.WITH_NOTICE)
                for p in parse_people(match["names"])
            ]
        return []
    found: list[Absence] = []
    if not any(word in text for word in _AWAY):
        return found
    for match in _PROSE.finditer(text):
        names = match["names"].strip()
        if not looks_like_names(names) or "inhabil" in text:
            continue
        notice = Notice.WITH_NOTICE if "afbud" in match[0] else None
        found += [Absence(name=p.name, party=p.party, notice=notice) for p in parse_people(names)]
    if len(found) == 1 and (match := _SUBSTITUTE.search(text)):
        replaced = parse_people(match["names"])
        if replaced:
            found = [found[0].model_copy(update={"substitute": replaced[0].name})]
    return found


def _notice(heading: str) -> Notice | None:
    lowered = heading.casefold()
    if "uden afbud" in lowered:
        return Notice.WITHOUT_NOTICE
    return Notice.WITH_NOTICE if "afbud" in lowered else None
