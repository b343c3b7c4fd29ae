"""What in a roster is a person's name, party, role or a note, and what is prose and no roster."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from sagsgang.language.party_names import LETTER_BY_SPELLING, party_of
from sagsgang.language.roster_words import (
    NEVER_NAMES,
    PARTICLES,
    ROLE_STEMS,
    is_role_word,
    is_thing,
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person as printed: name, party letter (or local list), role ("formand"), and a note.

    `note` is what else the roster says of that person: "afbud", "deltog ikke i punkt 3",
    "stedfortræder for Bo Lind".
    """

    name: str
    party: str | None = None
    role: str | None = None
    note: str | None = None


# "Bo", "Lind-Holm", "O'Neill", "al-Hassan", "H.C.", "Z.", "McKay"
_NAME_WORD = re.compile(
    r"(?:[^\W\d_a-zæøå][.]?){1,3}(?<=\.)"  # initials
    r"|(?:Chr|Th|Kr|Fr|Joh|Alb|Vald|Aug|Edv|Jr|Sr)\."
    r"|(?:al-|el-|d['’])?[^\W\d_a-zæøåéöü][^\W\d_]*(?:[-'’´`][^\W\d_]+)*"
)

#: How a note begins; anything else in small letters after a name is prose.
_NOTE_START = re.compile(
    r"(?:afbud|fravær|med\s+afbud|uden\s+afbud|meldt|deltog|deltager|deltaget|mødte|møder|mødt|forlod|"
    r"kom|ankom|gik|er|var|ikke|\w*formand\w*|stedfortræder|suppleant|substitut|i\s+stedet|som|for|under|fra|til|"
    r"kl|inhabil|pkt|punkt|undtagen|undtaget|dog|på|via|online|virtuelt|syg|orlov|ferie|barsel|"
    r"indkaldt|indtrådt|vikar|udtrådt|udeblev|tilstede|erklærede|begge|alle)\b|,|\d",
    re.IGNORECASE,
)
#: A note that says something of everyone named before it on the line.
_VERB_NOTE = re.compile(
    r"(?:er|var|deltog|deltager|mødte|forlod|udeblev|kom|ankom|gik|erklære\w*)\b"
)

_BULLET = re.compile(r"^\s*(?:[-–—•·*▪◦‣]\s+|[•·▪◦‣]|\(?\d{1,2}[.)]\s+)")
_LABEL = re.compile(r"^(?P<label>[^\W\d_][^:\n()\[\],]{0,60}):(?=\s|$)\s*")
_LEADING_WORDS = re.compile(
    r"^(?:der\s+var\s+)?(?:afbud\s+fra|fravær(?:ende)?(?:\s+(?:med|uden)\s+afbud)?(?:\s+(?:var|er))?|"
    r"ikke\s+til\s*stede(?:\s+(?:var|er))?|til\s*stede(?:\s+(?:var|er))?|afbud)\s+(?=(?-i:[^\W\d_a-zæøå]))",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:ingen\b.{0,30}|alle\b.{0,30}|intet\b.{0,30}|nej|[-–—./\s]*)", re.IGNORECASE
)
_SEPARATOR = re.compile(r"[,\t]|(?<!-)\s(?:og|samt|&|/)\s|\s{3,}(?=[^\W\d_a-zæøå])")
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]{0,120})[)\]]")
_SENTENCE_START = re.compile(r"([^\W\d_][\w]*) ([a-zæøå]+)\b(?![.-])")
_LEADING = frozenset({"afbud", "fravær", "fraværende", "ikke", "til", "der"})
#: A roster broken over two lines in the middle of a name.
_CUT_NAME = re.compile(r"(?:,|\)\s+og)\s+([^\W\d_a-zæøå][^\W\d_]+)$")
_DASH = re.compile(r"\s*[–—-]\s+|\s+[–—-]\s*")
_WORD = re.compile(r"[^\s()\[\]]+")
_COMPOUND_ROLE = re.compile(
    rf"(?:\w+-,?\s)+(?:og|&)\s[\wæøå-]*(?:{'|'.join(ROLE_STEMS)})\b", re.IGNORECASE
)
_SUBSTITUTE = re.compile(r"(?:stedfortræder|suppleant|vikar|substitut)\w*\s+for\b", re.IGNORECASE)

#: More than this on a line without a bracket or a comma is prose.
_LONGEST_LINE = 1500


def parse_people(text: str) -> list[PersonName]:
    """The people in a roster, in order: separated by lines, ";", commas, " og ".

    Titles stand in front of a name or behind it; a party stands in brackets or after a comma or a
    dash, as a letter or a name. "Ingen" and "-" give nobody, and so does prose.
    """
    return _read(text)[0]


def looks_like_names(text: str) -> bool:
    """Whether `text` is a roster and nothing else: every part of it is a name or belongs to one."""
    people, is_whole = _read(text)
    return bool(people) and is_whole


def _read(text: str) -> tuple[list[PersonName], bool]:
    """The people in `text`, and whether everything in it was understood."""
    people: list[PersonName] = []
    is_whole = True
    broken = ""
    for printed in text.replace("\xa0", " ").replace(";", "\n").split("\n"):
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
        if _SUBSTITUTE.match(label["label"]) or is_role_word(label["label"]):
            note = label["label"]
        if not line or _NOBODY.fullmatch(line):
            return [], True
    line = _LEADING_WORDS.sub("", line, count=1)
    people: list[PersonName] = []
    is_whole = True
    for segment in _segments(line):
        found = list(_people_in(segment))
        if found:
            people += found
        elif people or before:
            person = people.pop() if people else before
            assert person is not None
            added = _add(person, segment)
            people.append(added or person)
            if added is None and len(people) == 1 and person is before:
                return [], False
            is_whole = is_whole and added is not None
        elif is_role_word(segment.split()[0]):
            is_whole = False
        else:
            return [], False
    last = people[-1] if people else None
    if last and last.note and _VERB_NOTE.match(last.note):
        people = [person if person.note else replace(person, note=last.note) for person in people]
    if party:
        people = [replace(person, party=person.party or party) for person in people]
    if note and people:
        people[0] = _with_remark(people[0], note)
    return people, is_whole


def _is_prose(line: str) -> bool:
    """Whether a line begins like a sentence: a quick no before its parts are looked at."""
    start = _SENTENCE_START.match(line)
    if start is None or start[2] in PARTICLES or is_role_word(start[1]):
        return False
    return start[1].lower() not in _LEADING and ":" not in line[:60]


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


def _people_in(segment: str) -> Iterator[PersonName]:
    """The people in one segment; more than one only when nothing but a bracket parts them."""
    rest = segment
    while rest:
        leading = _BRACKET.match(rest)
        party = party_of(leading[1]) if leading else None
        if leading:
            rest = rest[leading.end() :].lstrip()
        role, name, tail = _name_at_start(rest)
        if name is None:
            return
        person = PersonName(name, party, role)
        has_bracket = party is not None
        while bracket := _BRACKET.match(tail):
            has_bracket = True
            person = _with_bracket(person, bracket[1])
            tail = tail[bracket.end() :]
        words = name.split()
        if len(words) > 2 and len(words[-1]) == 1 and person.party is None:
            person = replace(person, name=" ".join(words[:-1]), party=words[-1])
        elif len(words) == 1 and person.party is None:
            return
        tail = tail.strip()
        dash = _DASH.match(" " + tail) if tail else None
        if dash:
            tail = tail.lstrip("–—- ")
            added = _add(person, tail)
            if added is None:
                return
            yield added
            return
        if tail and (not has_bracket or not tail[0].isupper()):
            if not has_bracket and (tail[0].isupper() or not _NOTE_START.match(tail)):
                return
            yield _with_remark(person, tail)
            return
        yield person
        rest = tail


def _name_at_start(text: str) -> tuple[str | None, str | None, str]:
    """Role, name and what follows; the name is None when `text` does not begin with one."""
    words = list(islice(_WORD.finditer(text), 16))
    first = 0
    compound = _COMPOUND_ROLE.match(text)
    if compound:
        first = compound.group().count(" ") + 1
    while first < len(words) and is_role_word(words[first].group()):
        first += 1
    if not first and words and not words[0].group()[0].isupper():
        # "social- og sundhedsdirektør Ada Holm": small words count when a role ends them.
        for index, lowered in enumerate(words[:8]):
            if lowered.group()[0].isupper() and index:
                break
            if is_role_word(lowered.group()):
                first = index + 1
    role = text[words[0].start() : words[first - 1].end()].rstrip(",:") if first else None
    last = first
    end = words[first].start() if first < len(words) else 0
    proper = 0
    while last < len(words):
        word = words[last].group()
        if text[end : words[last].start()].strip():
            break
        if word.lower() in NEVER_NAMES and (word[0].isupper() or word not in PARTICLES):
            break
        if is_role_word(word):
            break
        if word in PARTICLES and last + 1 < len(words):
            following = words[last + 1].group()
            if not (_NAME_WORD.fullmatch(following) or following in PARTICLES):
                break
        elif _NAME_WORD.fullmatch(word) and not is_thing(word):
            proper += 1
        else:
            break
        end = words[last].end()
        last += 1
    if not proper or last - first > 7 or (not words[first].group()[0].isupper() and proper < 2):
        return role, None, text
    name = " ".join(text[words[first].start() : end].split())
    return role, None if name.lower() in LETTER_BY_SPELLING else name, text[end:]


def _with_bracket(person: PersonName, content: str) -> PersonName:
    """The person with what stands in one bracket: "A", "A, formand", "Venstre", "afbud"."""
    whole = party_of(content)
    if whole and person.party is None:
        return replace(person, party=whole)
    for part in re.split(r",|\s[-–]\s|/", content):
        if not part.strip():
            continue
        party = party_of(part) if person.party is None else None
        person = replace(person, party=party) if party else _with_remark(person, part)
    return person


def _add(person: PersonName, segment: str) -> PersonName | None:
    """The person with a segment that names nobody new, or None when it is something else."""
    bare = segment.strip().rstrip(".")
    bracket = _BRACKET.search(bare)
    head = bare[: bracket.start()] if bracket else bare
    party = party_of(head) if person.party is None else None
    if party:
        person = replace(person, party=party)
    elif not head.strip():
        pass
    elif _NOTE_START.match(head) or is_role_word(head.split()[0]) or _is_role(head):
        person = _with_remark(person, head if person.party is None else bare)
        if person.party is not None:
            return person
    elif person.role and " for " in person.role and head.count(" ") < 3:
        person = replace(person, role=f"{person.role} og {head.strip()}")
    else:
        return None
    return _with_bracket(person, bracket[1]) if bracket else person


def _is_role(text: str) -> bool:
    return len(text) < 60 and any(is_role_word(word) for word in text.split())


def _with_remark(person: PersonName, remark: str) -> PersonName:
    """The person with a role, or with a note when the remark is no role."""
    remark = remark.strip(" ,.-–")
    if not remark:
        return person
    if person.role is None and _is_role(remark) and not _SUBSTITUTE.search(remark):
        first = remark.split()[0]
        if is_role_word(first) or not _NOTE_START.match(remark):
            return replace(person, role=remark)
    note = f"{person.note}, {remark}" if person.note else remark
    return replace(person, note=note)
