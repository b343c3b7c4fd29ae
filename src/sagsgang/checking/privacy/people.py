"""Who is named in a text, and which of them are named there by their office.

A name is a common first name and what follows it in capitals. Members, officials and guests of the
meeting, and whoever stands beside a post or a profession, are not private people in the minutes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sagsgang.language.roster_words import NEVER_NAMES, is_role_word, is_thing
from sagsgang.minutes import Minutes
from sagsgang.reference.first_names import first_names

_CAPITAL = r"(?:[A-ZÆØÅÉÖÜ][\w’'´]+(?:-[A-ZÆØÅ]?[\w’']+)*|(?:[A-ZÆØÅ]\.){1,3}|[A-ZÆØÅ]\b)"
_SEQUENCE = re.compile(
    rf"(?<![\w.@/-]){_CAPITAL}"
    rf"(?:[ \u00a0](?:{_CAPITAL}|(?:de|von|van|al|el|bin|den|af)(?=[ ]))){{1,5}}"
)
_REVERSED = re.compile(
    rf"(?<![\w.@/-])({_CAPITAL}(?:[ ]{_CAPITAL})?), ?({_CAPITAL}(?:[ ]{_CAPITAL}){{0,2}})"
)
_CELLS = re.compile(
    r"(?:^|\t)([^\W\d_][\w-]+(?: [^\W\d_][\w-]+)?)\t([^\W\d_][\w-]+)(?=\t|$)", re.MULTILINE
)
#: Said of whoever is named next.
_CALLED = re.compile(
    r"\b(?:ansøger|klager|borger|borgeren|navn|patient|beboer|lejer|vedr|vedrørende|angår)"
    r"\.?:?\s\Z",
    re.IGNORECASE,
)
#: Surnames that half of all have, and what begins a sentence before one.
_SURNAME = re.compile(r"[A-ZÆØÅ][a-zæøåéöü]{2,}sens?")
_NO_GIVEN = """
efter siden fra til med når hvis som men og da for ved fru hr herr firmaet familien advokat den
det de ifølge hos også både samt brødrene firma tømrer murer entreprenør vognmand restaurant radio
"""
_WORD = re.compile(r"[\w’'-]+\.?")
_PLACE = re.compile(
    r"\w*(?:vej|gade|allé|alle|plads|torv|stræde|parken|vænge|vænget|skole|skolen|center|centret|"
    r"centeret|instituttet|institut|fonden|fond|legat|hus|huset|kirke|hjem|hjemmet|"
    r"børnehave|kollegiet|stiftelsen|prisen|selskabet|forlag|hotel|hallen|museet|museum)s?\Z",
    re.IGNORECASE,
)
_COMPANY = re.compile(r"(?:A/S|ApS|I/S|IVS|P/S|Holding|& Co|& Søn|Consult\w*|Advokat\w*)\b")
_PARTY = re.compile(r"\s*(?:\([A-ZÆØÅ]{1,2}\)|\[[A-ZÆØÅ]\])")
_PROFESSION = re.compile(
    r"(?:forfatter|forsker|professor|lektor|adjunkt|minister|kunstner|sanger|psykolog|sygeplejerske"
    r"|lærer|pædagog|journalist|redaktør|dommer|ombudsmand|ejer|indehaver|stifter|næstformand"
    r"|rådmand|landmand|projektleder|underviser|foredragsholder|tillidsmand|tillidsrepræsentant"
    r"|socialrådgiver|sagsbehandler|ordstyrer|partner|arkitekt|læge|ph\.?d|cand|mag|stud|ambassadør"
    r"|politiker|kandidat|folketingsmedlem|terapeut|jobkonsulent|mentor|kontaktperson|repræsentant"
    r"|medlem|koordinator|ekspert|fysioterapeut|ergoterapeut|coach|oplægsholder|kong|dronning|prins"
    r"|prinsesse|biskop|præst|provst|oberst|administrator|sekretariat|direktion|forvaltning)\w*",
    re.IGNORECASE,
)
_BESIDE = 48
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Named:
    """A person's name as printed at `start`–`end`."""

    start: int
    end: int
    name: str

    @property
    def key(self) -> str:
        """The same for the same name."""
        return " ".join(self.name.casefold().split())


def people_named(text: str, *, in_cells: bool = False) -> list[Named]:
    """The names of people in `text`, in order; `in_cells` also first name and surname in two."""
    found = {named.start: named for named in _in_sequences(text)}
    for match in _REVERSED.finditer(text):
        surname, given = match[1], match[2].split()
        is_turned = (
            _is_first_name(given[0])
            and not _is_first_name(surname.split()[0])
            and _may_be_surname(surname)
        )
        is_taken = any(at <= match.start() < one.end for at, one in found.items())
        if is_turned and not is_taken:
            found[match.start()] = Named(match.start(), match.end(), f"{match[2]} {surname}")
    if in_cells:
        for match in _CELLS.finditer(text):
            given, surname = match[1], match[2]
            is_split = all(map(_is_first_name, given.split())) and surname[0].isupper()
            if is_split and _may_be_surname(surname):
                found[match.start(1)] = Named(match.start(1), match.end(2), f"{given} {surname}")
    return sorted(found.values(), key=lambda named: named.start)


def known_people(minutes: Minutes) -> frozenset[str]:
    """Those who take part in the meeting, as keys; first and last word of each name too."""
    people = [
        *minutes.members,
        *minutes.present,
        *minutes.absent,
        *minutes.officials,
        *minutes.guests,
        *(absence for item in minutes.items for absence in item.absent),
    ]
    names = [person.name for person in people] + ([minutes.chair] if minutes.chair else [])
    names += [absence.substitute for absence in minutes.absent if absence.substitute]
    return frozenset(key for name in names for key in _keys(name))


def is_public(named: Named, text: str, known: frozenset[str]) -> bool:
    """Whether the person is one of the meeting, has a party, or stands beside a post."""
    if known & _keys(named.name):
        return True
    after = text[named.end : named.end + _BESIDE]
    if _PARTY.match(after) or _COMPANY.search(after[:16]):
        return True
    before = text[max(0, named.start - _BESIDE) : named.start].rpartition("\n")[2]
    last = _WORD.findall(before)[-3:]
    following = re.match(r"\s*(?:,|\(|–|-|\ber\b)\s*((?:[\w-]+\s?){1,4})", after.split("\n")[0])
    behind = following[1].split() if following else []
    return any(_is_post(word) for word in (*last, *behind))


def _keys(name: str) -> frozenset[str]:
    words = name.casefold().split()
    if not words:
        return frozenset()
    short = f"{words[0]} {words[-1]}"
    return frozenset({" ".join(words), short, short.removesuffix("s")})


@lru_cache(maxsize=4096)
def _is_post(word: str) -> bool:
    return is_role_word(word) or _PROFESSION.fullmatch(word) is not None


def _in_sequences(text: str) -> Iterator[Named]:
    for match in _SEQUENCE.finditer(text):
        words = list(_WORD.finditer(match[0]))
        start = _given_name(words, text[max(0, match.start() - _BESIDE) : match.start()])
        if start is None or start + 1 >= len(words):
            continue
        kept = [words[start]]
        for word in words[start + 1 :]:
            if not _may_be_surname(word[0]):
                break
            kept.append(word)
        # "Hans Jensens Vej", "Karen Blixen Skolen": named after somebody
        is_thing_named = any(_PLACE.match(word[0]) for word in words[start + 1 :])
        while kept and kept[-1][0] in ("de", "von", "van", "al", "el", "bin", "den", "af"):
            kept.pop()
        if len(kept) < 2 or is_thing_named:
            continue
        first, last = match.start() + kept[0].start(), match.start() + kept[-1].end()
        name = text[first:last].rstrip(".")
        if len(name) <= _LONGEST_NAME:
            yield Named(first, first + len(name), name)


def _given_name(words: list[re.Match[str]], before: str) -> int | None:
    """Which of the words in capitals a name begins with: one that is known, or any before a
    surname in "-sen", or the first where it is said that somebody is named.
    """
    for at, word in enumerate(words):
        following = words[at + 1][0] if at + 1 < len(words) else ""
        is_common = _SURNAME.fullmatch(following) is not None and len(word[0]) > 2
        if _is_first_name(word[0]) or (
            is_common and word[0].casefold() not in _NO_GIVEN.split() and _may_be_surname(word[0])
        ):
            return at
    is_called = _CALLED.search(before) is not None and all(
        _may_be_surname(word[0]) for word in words
    )
    return 0 if is_called and words else None


def _is_first_name(word: str) -> bool:
    plain = word.casefold().rstrip(".,")
    names = first_names()
    return plain in names or ("-" in plain and plain.split("-")[0] in names)


def _may_be_surname(word: str) -> bool:
    plain = word.rstrip(".").casefold()
    return (
        plain not in NEVER_NAMES
        and not is_thing(word)
        and not _PLACE.match(word)
        and not _is_post(word)
    )
