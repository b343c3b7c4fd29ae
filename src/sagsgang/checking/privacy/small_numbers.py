"""Which small numbers of people running text tells: "1 % af 57", "2 i praktik", "3 af de 41"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from sagsgang.checking.privacy.conditions import has_condition
from sagsgang.checking.privacy.counts import PEOPLE
from sagsgang.checking.privacy.sentences import sentence_at
from sagsgang.checking.seen import matches_at, places_of
from sagsgang.language.number_words import number_words
from sagsgang.language.numbers import parse_number

#: "en" and "et" are articles more often than numbers.
_WORDS = {word: count for word, count in number_words().items() if 2 <= count <= 9}
_IN_WORDS = frozenset(_WORDS)
#: A text that tells of more has been told of.
_ENOUGH = 1_000
_SMALL = rf"(?P<small>[1-9]|{'|'.join(_WORDS)})"
_SHARE = re.compile(
    r"(?<![\w.,])(?P<share>[0-9]{1,2}(?:,[0-9]{1,2})?)\s?(?:%|pct\.?|procent)\s(?:ud\s)?af\s"
    r"(?:de\s|i\salt\s|alle\s|kommunens\s|vores\s|disse\s)?(?P<whole>[0-9]{2,4})(?![.,]?[0-9])"
    r"(?!\s?(?:kr|mio|mia|t\.kr|%|pct|m2|km|timer|uger|dage|stemmer|pladser|medlemmer|skoler|sager))",
    re.IGNORECASE,
)
_MAYBE_SHARE = re.compile(r"[0-9]{1,2}(?:,[0-9]{1,2})?\s?[%pP]")
_DIGIT = re.compile(r"[1-9](?<![\w.,/-].)\s")
_OF = re.compile(
    rf"(?<![\w.,/-]){_SMALL}\s(?P<who>\w+\s)?(?:ud\s)?af\s(?:de\s|i\salt\s|en\sgruppe\spå\s)?"
    r"(?P<whole>[0-9]{1,4})(?![.,/]?[0-9])\s?(?P<what>\w*)",
    re.IGNORECASE,
)
_IN = re.compile(
    rf"(?<![\w.,/§-]){_SMALL}\s(?:\w+\s)?(?:(?:er|var|kom|kommer|gik|går|blev)\s)?(?:kommet\s|startet\s"
    r"|nu\s)?i\s(?P<place>(?:virksomheds)?praktik|fleksjob|løntilskud|ordinært\s(?:job|arbejde)"
    r"|småjob|nytteindsats|ressourceforløb|jobafklaringsforløb|\w*behandling|revalidering"
    r"|uddannelse|beskæftigelse|job)\b",
    re.IGNORECASE,
)
_WHO = re.compile(rf"(?<![\w.,/§-]){_SMALL}\s(?:\w+e\s)?(?={PEOPLE.pattern})", re.IGNORECASE)
#: Numbers of this are not of people to be known again, or are of all of them.
_OTHER = re.compile(
    r"\b(?:landsplan|landet|danmark|kommuner|projekter|punkter|møder|medlemmer|medarbejdere|"
    r"politikere|stemte|stemmer|virksomheder|skoler|hold|timer|uger|måneder|år|dage|gange|mål|"
    r"mio|kr|budget\w*|normering\w*|maksimalt|højst|mindst|eksempel\w*|fx|f\.eks)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class SmallNumber:
    """A number of people at `start`–`end`; `most` is how many it can be at most."""

    start: int
    end: int
    text: str
    most: Decimal


def find_small_numbers(text: str, least: int) -> Iterator[SmallNumber]:
    """The numbers below `least` and above 0 that are told of people, each once."""
    end = -1
    for small in sorted(
        islice(_all(text, least), _ENOUGH), key=lambda small: (small.start, -small.end)
    ):
        if small.start >= end:
            end = small.end
            yield small


def _all(text: str, least: int) -> Iterator[SmallNumber]:
    shares = (match.start() for match in _MAYBE_SHARE.finditer(text))
    for match in matches_at(_SHARE, text, shares):
        share = parse_number(match["share"])
        if share is None or not share.value or _is_other(text, match):
            continue
        most = (share.value + share.half_unit) * int(match["whole"]) / 100
        if most < least:
            yield SmallNumber(match.start(), match.end(), match[0], most)
    small = _places(text)
    for match in matches_at(_OF, text, small):
        is_of_people = PEOPLE.search(f"{match['who'] or ''} {match['what']}") is not None
        if _value(match) < min(least, int(match["whole"])) and is_of_people:
            yield from _small(text, match, match.end(), least)
    for match in matches_at(_IN, text, small):
        first, last = sentence_at(text, *match.span())
        if PEOPLE.search(text, first, last):
            yield from _small(text, match, match.end(), least)
    for match in matches_at(_WHO, text, small):
        first, last = sentence_at(text, *match.span())
        if has_condition(text[first:last]):
            end = text.find(" ", match.end())
            yield from _small(text, match, end if end >= 0 else len(text), least)


def _places(text: str) -> list[int]:
    """Where a small number stands alone, in order."""
    digits = (match.start() for match in _DIGIT.finditer(text))
    return sorted((*digits, *places_of(text, _IN_WORDS)))


def _small(text: str, match: re.Match[str], end: int, least: int) -> Iterator[SmallNumber]:
    if _value(match) < least and not _is_other(text, match):
        end = match.start() + len(text[match.start() : end].rstrip(" ,.;"))
        yield SmallNumber(match.start(), end, text[match.start() : end], Decimal(_value(match)))


def _value(match: re.Match[str]) -> int:
    small = match["small"].lower()
    return _WORDS.get(small) or int(small)


def _is_other(text: str, match: re.Match[str]) -> bool:
    first, last = sentence_at(text, *match.span())
    return _OTHER.search(text, first, last) is not None
