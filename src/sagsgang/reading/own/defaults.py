"""What our own layout leaves unsaid about an item, because it is plain from the item's sections.

Both halves use these: what follows from the sections by these rules is not printed again, what does
not is. The rules are therefore simple, and never changed: old pages are read by them.
"""

import re
from collections.abc import Sequence

from sagsgang.language.printed_dates import day_read
from sagsgang.minutes import Absence, CaseStop, Notice, Section, SectionKind

_SIGN = re.compile(r"(?:(\d{1,3})[.)]?|[a-zæøå][.)]|[-–•*]) +(?=\S)|(?=at )")
_BULLET = re.compile(r"^(?:[-–•*]|\d{1,3}\.) +(?=\S)")
_PARTY = re.compile(r"(.+) \(([^()]+)\)")
_STOP = re.compile(r"([^\d,]+) den (\d.*)")


def lines_in(sections: Sequence[Section], kind: SectionKind) -> list[str]:
    """The lines of all sections of this kind."""
    texts = [section.text for section in sections if section.kind is kind]
    return [line for text in texts for line in text.split("\n") if line]


def plain_decision(sections: Sequence[Section]) -> str | None:
    """The text of the sections that hold decisions; None when there is none."""
    texts = [section.text for section in sections if section.kind is SectionKind.DECISION]
    return "\n\n".join(filter(None, texts)) if texts else None


def plain_recommendations(sections: Sequence[Section]) -> list[tuple[int, str]]:
    """The points that end the recommendation, each with a sign at its front; else all as one."""
    points: list[tuple[int, str]] = []
    lines = lines_in(sections, SectionKind.RECOMMENDATION)
    for line in lines:
        sign = _SIGN.match(line)
        if sign is None:
            points = []
            continue
        number = int(sign[1]) if sign[1] else len(points) + 1
        points.append((number, line[sign.end() :]))
    return points or ([(1, "\n\n".join(lines))] if lines else [])


def plain_attachments(sections: Sequence[Section]) -> list[str]:
    """The lines below "Bilag", without the sign of a list."""
    lines = lines_in(sections, SectionKind.ATTACHMENTS)
    return [_BULLET.sub("", line, count=1) for line in lines]


def plain_absences(sections: Sequence[Section]) -> list[Absence]:
    """The lines below "Fraværende", a person each; those below "Afbud" gave notice."""
    found = []
    for section in sections:
        notice = Notice.WITH_NOTICE if section.heading.lower().startswith("afbud") else None
        for line in lines_in([section], SectionKind.ABSENT):
            name, party = line.removesuffix("."), None
            if match := _PARTY.fullmatch(name):
                name, party = match[1], match[2]
            if name.lower() != "ingen":
                found.append(Absence(name=name, party=party, notice=notice))
    return found


def plain_route(sections: Sequence[Section]) -> list[CaseStop]:
    """The lines below "Sagsgang", each a body and a day: "Økonomiudvalget den 21. maj 2025"."""
    found = []
    for line in lines_in(sections, SectionKind.CASE_ROUTE):
        match = _STOP.fullmatch(line)
        day = day_read(match[2]) if match else None
        if match is None or day is None:
            return []
        found.append(CaseStop(body=match[1], date=day))
    return found
