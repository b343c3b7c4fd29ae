"""One entry of a roster: which of its words are name, party, role and note."""

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
    r"(?:afbud|fravær\w*|med\s+afbud|uden\s+afbud|meldt|deltog|deltager|deltaget|mødte|møder|mødt|"
    r"forlod|kom|ankom|gik|er|var|ikke|\w*formand\w*|stedfortræder|suppleant|substitut|i\s+stedet|som|"
    r"for|under|fra|til|kl|inhabil|pkt|punkt|undtagen|undtaget|dog|på|via|online|virtuelt|syg|orlov|"
    r"ferie|barsel|indkaldt|indtrådt|vikar|udtrådt|udeblev|tilstede|erklærede|begge|alle|der|blev|"
    r"kunne|havde|har)\b|,|\d",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]{0,120})[)\]]")
_DASH = re.compile(r"\s*[–—-]\s+|\s+[–—-]\s*")
_WORD = re.compile(r"[^\s()\[\]]+")
_COMPOUND_ROLE = re.compile(
    rf"(?:\w+-,?\s)+(?:og|&)\s[\wæøå-]*(?:{'|'.join(ROLE_STEMS)})\b", re.IGNORECASE
)
_ORGANISATION = re.compile(
    r"[^\W\d_a-zæøå][\w-]{3,}(?:\s(?:(?:og|i|for|af)\s)?[^\W\d_a-zæøå][\w-]+){1,4}"
)
SUBSTITUTE = re.compile(
    r"(?:stedfortræder|suppleant|vikar|substitut)\w*[:\s]\s*(?:for\b|(?-i:[^\W\d_a-zæøå]))",
    re.IGNORECASE,
)


def people_in(segment: str) -> Iterator[PersonName]:
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
        if person.party is None:
            person = _without_party(person)
        if " " not in name and person.party is None:
            return
        tail = tail.strip()
        dash = _DASH.match(" " + tail) if tail else None
        if dash:
            tail = tail.lstrip("–—- ")
            added = with_more(person, tail)
            if added is None:
                return
            yield added
            return
        if tail and (not has_bracket or not tail[0].isupper()):
            if not has_bracket and (tail[0].isupper() or not _NOTE_START.match(tail)):
                return
            yield with_remark(person, tail)
            return
        yield person
        rest = tail


def _without_party(person: PersonName) -> PersonName:
    """The person with the party that ends the name: "Ada Holm A", "Ada Holm Radikale Venstre"."""
    words = person.name.split()
    for count in (2, 1):
        last = " ".join(words[-count:])
        is_party = last.lower() in LETTER_BY_SPELLING or (len(last) == 1 and last.isupper())
        if is_party and len(words) - count >= 2:
            return replace(person, name=" ".join(words[:-count]), party=party_of(last))
    return person


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
        person = replace(person, party=party) if party else with_remark(person, part)
    return person


def with_more(person: PersonName, segment: str) -> PersonName | None:
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
        person = with_remark(person, head if person.party is None else bare)
        if person.party is not None:
            return person
    elif person.role and " for " in person.role and head.count(" ") < 3:
        person = replace(person, role=f"{person.role} og {head.strip()}")
    elif _ORGANISATION.fullmatch(head.strip()) and person.note is None:
        person = with_remark(person, head)
    else:
        return None
    return _with_bracket(person, bracket[1]) if bracket else person


def _is_role(text: str) -> bool:
    return len(text) < 60 and any(is_role_word(word) for word in text.split())


def with_remark(person: PersonName, remark: str) -> PersonName:
    """The person with a role, or with a note when the remark is no role."""
    remark = remark.strip(" ,.*/-–")
    if not remark:
        return person
    if person.role is None and _is_role(remark) and not SUBSTITUTE.search(remark):
        first = remark.split()[0]
        if is_role_word(first) or not _NOTE_START.match(remark):
            return replace(person, role=remark)
    note = f"{person.note}, {remark}" if person.note else remark
    return replace(person, note=note)
