"""What in a text is a roster, whom it names, and what is prose and no roster."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sagsgang.language.party_names import party_of
from sagsgang.language.roster_entry import (
    SUBSTITUTE,
    PersonName,
    people_in,
    with_more,
    with_remark,
)
from sagsgang.language.roster_words import NEVER_NAMES, PARTICLES, is_role_word

__all__ = ["PersonName", "looks_like_names", "parse_people"]

#: A note that says something of everyone named before it on the line.
_VERB_NOTE = re.compile(
    r"(?:er|var|begge|alle|der|blev|kunne|deltog|deltager|mødte|forlod|udeblev|kom|ankom|gik|"
    r"erklære\w*)\b"
)
_BULLET = re.compile(r"^\s*(?:[-–—•·*▪◦‣]\s+|[•·▪◦‣]|\(?\d{1,2}[.)]\s+)")
_LABEL = re.compile(r"^(?P<label>[^\W\d_][^:\n()\[\],]{0,60}):(?=\s|$)\s*")
_LEADING_WORDS = re.compile(
    r"^(?:der\s+var\s+)?(?:afbud\s+fra|fravær(?:ende)?(?:\s+(?:med|uden)\s+afbud)?(?:\s+(?:var|er))?|"
    r"ikke\s+til\s*stede(?:\s+(?:var|er))?|til\s*stede(?:\s+(?:var|er))?|afbud)"
    r"\s+(?=(?-i:[^\W\d_a-zæøå]))",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:ingen\b.{0,30}|alle\b.{0,30}|intet\b.{0,30}|nej|[-–—./\s]*)", re.IGNORECASE
)
_SEPARATOR = re.compile(r"[,\t]|(?<=[)\]])/|(?<!-)\s(?:og|samt|&|/)\s|\s{3,}(?=[^\W\d_a-zæøå])")
#: A heading, a figure, or one word alone: no entry begins like this.
_NO_ENTRY = re.compile(r"#|\d+(?![.)\d])|\d{1,2}\.\d|[^\s(\[:]+\Z")
#: Two words of which the second is small; the third is a name's after "de", "van" and the like.
_SENTENCE_START = re.compile(r"(\w+) ([a-zæøå]+)\b(?![.-])(?: ([A-ZÆØÅ]|(?:de|der|den|la) ))?")
_LEADING = frozenset({"afbud", "fravær", "fraværende", "ikke", "til", "der"})
#: A roster broken over two lines in the middle of a name.
_CUT_NAME = re.compile(r"(?:,|\)\s+og)\s+([^\W\d_a-zæøå][^\W\d_]+)$")
#: The next sentence is a line of its own, unless it says who stood in for the person before.
_SENTENCE_END = re.compile(r"(?<=[)\]])\.\s+(?=[^\W\d_a-zæøå])(?!Stedfortræder|Suppleant)")
_PARTY_LABEL = re.compile(r"^([^:\n()]{1,40})\s\([^()]{1,4}\):\s+")

#: A longer line is prose; the roster of the largest council is half as long.
_LONGEST_LINE = 4000
_QUICK_LOOK = 80


def parse_people(text: str) -> list[PersonName]:
    """The people in a roster, in order: separated by lines, ";", commas, " og ".

    Titles stand in front of a name or behind it; a party stands in brackets or after a comma or a
    dash, as a letter or a name. "Ingen" and "-" give nobody, and so does prose.
    """
    return _read(text)[0]


def looks_like_names(text: str) -> bool:
    """Whether `text` is a roster and nothing else: every part of it is a name or belongs to one."""
    start = text[:_QUICK_LOOK].lstrip()
    if not start or _is_prose(start):
        return False
    people, is_whole = _read(text)
    return bool(people) and is_whole


def _read(text: str) -> tuple[list[PersonName], bool]:
    """The people in `text`, and whether everything in it was understood."""
    people: list[PersonName] = []
    is_whole = True
    broken = ""
    plain = text.replace("\xa0", " ").replace("**", "").replace(";", "\n")
    for printed in _SENTENCE_END.sub("\n", plain).split("\n"):
        if not printed.strip():
            continue
        line = broken + printed.strip()
        broken = ""
        cut = _CUT_NAME.search(line)
        if cut and cut[1].lower() not in NEVER_NAMES and not party_of(cut[1]):
            line, broken = line[: cut.start()], cut[1] + " "
        if len(line) > _LONGEST_LINE:
            is_whole = False
            continue
        found, is_line_whole = _read_line(line, people[-1] if people else None)
        if found and people and found[0].name == people[-1].name:
            people[-1:] = found
        else:
            people += found
        is_whole = is_whole and is_line_whole
    return people, is_whole and not broken


def _read_line(line: str, before: PersonName | None) -> tuple[list[PersonName], bool]:
    """The people of one line; when it only adds to the person `before`, that person first."""
    line = _BULLET.sub("", line).strip()
    if _NOBODY.fullmatch(line):
        return [], True
    if _is_prose(line):
        return [], False
    party, note = None, None
    label = _LABEL.match(line)
    if label:
        line = line[label.end() :]
        party = party_of(label["label"])
        if SUBSTITUTE.match(label["label"]) or is_role_word(label["label"]):
            note = label["label"]
        if not line or _NOBODY.fullmatch(line):
            return [], True
    elif (named := _PARTY_LABEL.match(line)) and (party := party_of(named[1])):
        line = line[named.end() :]
    line = _LEADING_WORDS.sub("", line, count=1)
    people: list[PersonName] = []
    is_whole = True
    waiting: str | None = None  # a post whose holder's name comes next
    for segment in _segments(line):
        found = list(people_in(segment))
        if found:
            if waiting:
                found[0] = replace(found[0], role=found[0].role or waiting)
            waiting = None
            people += found
        elif people or before:
            person = people.pop() if people else before
            assert person is not None
            added = with_more(person, segment)
            people.append(added or person)
            if added is None and len(people) == 1 and person is before:
                return [], False
            is_whole = is_whole and added is not None
        elif is_role_word(segment.split()[0]):
            is_whole = is_whole and waiting is None
            waiting = segment
        else:
            return [], False
    is_whole = is_whole and waiting is None
    last = people[-1] if people else None
    if last and last.note and _VERB_NOTE.match(last.note):
        people = [person if person.note else replace(person, note=last.note) for person in people]
    if party:
        people = [replace(person, party=person.party or party) for person in people]
    if note and people:
        people[0] = with_remark(people[0], note)
    return people, is_whole


def _is_prose(start: str) -> bool:
    """Whether a line begins like a heading or a sentence: a quick no before its parts are read."""
    if _NO_ENTRY.match(start):
        return True
    words = _SENTENCE_START.match(start)
    if words is None or (words[2] in PARTICLES and words[3]) or ":" in start[:60]:
        return False
    return words[1].lower() not in _LEADING and not is_role_word(words[1])


def _segments(line: str) -> Iterator[str]:
    """The parts of a line between commas and " og ", brackets kept whole."""
    depth_at = 0
    start = 0
    for match in _SEPARATOR.finditer(line):
        between = line[depth_at : match.start()]
        opened = between.count("(") + between.count("[") - between.count(")") - between.count("]")
        if opened > 0:
            continue
        depth_at = match.end()
        segment = line[start : match.start()].strip()
        start = match.end()
        if segment:
            yield segment
    segment = line[start:].strip().rstrip(".")
    if segment:
        yield segment
