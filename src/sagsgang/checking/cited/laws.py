"""The laws a text names: by title, by short name, and what it abbreviates them to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from sagsgang.checking.cited.prose import Spot, own_sections, spots
from sagsgang.checking.seen import words_of
from sagsgang.minutes import AgendaItem
from sagsgang.reference.laws import Law, laws, title_words

_TITLE = re.compile(
    r"\blov(?:en)? om[ ](?P<title>(?:(?!\blov(?:en)? om\b)[^.;:()\n§\"”«»]){4,120})", re.IGNORECASE
)
_LONG_WORD = re.compile(r"[a-zæøå]{6,46}")
_ABBREVIATION = r"(?P<short>[A-ZÆØÅ]{2,5})"
_DEFINED_AFTER = re.compile(rf"(?:[ ]m\.?[ ]?(?:v|m|fl)\.?)?[.,]?[ \t]?\({_ABBREVIATION}\)")
_DEFINED_BEFORE = re.compile(rf"(?<!\w){_ABBREVIATION}[ \t]?[:=][ \t]?\Z")
#: Letters that two words must share at the front to be the same word with another ending.
_FRONT = 8


@dataclass(frozen=True, slots=True)
class Naming:
    """A law named at a spot; `is_right` when the title or name is the law's own.

    `short` is what the text abbreviates it to, in brackets after it or before a colon.
    """

    law: Law
    spot: Spot
    is_right: bool
    short: str | None


def namings(item: AgendaItem, number: int) -> Iterator[Naming]:
    """Every law of the list that the item's own text names, rightly or nearly."""
    for spot, match, text in spots(item, number, _TITLE, "lov om ", "loven om "):
        if found := _of_title(match["title"]):
            law, length, is_right = found
            end = match.start("title") + _length(match["title"], length)
            printed = text[spot.start : end]
            cut = Spot(number, spot.section, spot.start, end, printed, spot.lines)
            yield Naming(law, cut, is_right, _short(text, spot.start, end))
    for at, section in own_sections(item):
        words = sorted(
            word for word in _like_names(section.text) if _alone(word).search(section.text)
        )
        known = {word: named for word in words if (named := _of_name(word))}
        for word, (law, is_right) in known.items():
            for match in _alone(word).finditer(section.text):
                spot = Spot(number, at, match.start(), match.end(), match[0], section.lines)
                yield Naming(law, spot, is_right, _short(section.text, *match.span()))


def shortened(item: AgendaItem, number: int) -> Iterator[tuple[Law, str, Spot]]:
    """Every known abbreviation in the item's own text: (law, abbreviation, where)."""
    known = {short: law for law in laws() for short in law.abbreviations}
    for spot, match, _ in spots(item, number, _known_abbreviations()):
        yield known[match[0]], match[0], spot


def _like_names(text: str) -> set[str]:
    """The words that begin as a short name does and end nearly in "loven", in lower case."""
    beginnings = _beginnings()
    return {
        word
        for word in words_of(text)
        if word[:2] in beginnings
        and sum(letter in word[-6:] for letter in "lov") > 1
        and _LONG_WORD.fullmatch(word)
    }


@lru_cache(maxsize=1024)
def _alone(word: str) -> re.Pattern[str]:
    return re.compile(rf"{word}(?<![\w-]{word})(?![\w-])", re.IGNORECASE)


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(name[:2] for law in laws() for name in law.names)


@cache
def _known_abbreviations() -> re.Pattern[str]:
    every = sorted({short for law in laws() for short in law.abbreviations}, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(every)})(?![\w-])")


def _short(text: str, start: int, end: int) -> str | None:
    after = _DEFINED_AFTER.match(text, end)
    before = _DEFINED_BEFORE.search(text[max(0, start - 12) : start])
    found = after or before
    return found["short"] if found else None


def _of_title(text: str) -> tuple[Law, int, bool] | None:
    """The law a title means, how many of its counting words belong to it, and if it is right."""
    said = title_words(text)
    for law in laws():
        length = len(law.words)
        if _is_front(said, law.words):
            return law, min(length, len(said)), True
    for law in laws():
        if length := _nearly(said, law.words):
            return law, length, False
    return None


def _is_front(said: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """True for the title, and for its beginning: "lov om integration"."""
    part = said[: len(right)]
    return bool(part) and all(map(_same, part, right))


def _same(word: str, right: str) -> bool:
    return word in (right, f"{right}s")


def _nearly(said: tuple[str, ...], right: tuple[str, ...]) -> int:
    """How many words are the title with one slip; 0 when they are something else.

    A slip is a word misspelt or with another ending, two words in the wrong order, one left out.
    """
    count = len(right)
    part = said[:count]
    if len(part) == count:
        wrong = [at for at in range(count) if not _same(part[at], right[at])]
        if len(wrong) == 1 and _is_slip(part[wrong[0]], right[wrong[0]], alone=count == 1):
            return count
        if len(wrong) == 2 and sorted(part) == sorted(right):
            return count
    if count >= 3:
        for left_out in range(1, count):
            shorter = right[:left_out] + right[left_out + 1 :]
            if len(said) >= count - 1 and all(map(_same, said[: count - 1], shorter)):
                return count - 1
    return 0


def _is_slip(word: str, right: str, *, alone: bool) -> bool:
    if is_misspelt(word, right, shortest=6 if alone else 5):
        return True
    same_front = len(word) > _FRONT and word[:_FRONT] == right[:_FRONT]
    return same_front and not alone and len(right) > _FRONT


def is_misspelt(word: str, right: str, shortest: int = 6) -> bool:
    """True when one letter of a word is wrong, missing, too much, or two are swapped.

    Words of fewer letters than `shortest` are too easily other words.
    """
    if word == right or min(len(word), len(right)) < shortest or abs(len(word) - len(right)) > 1:
        return False
    front = 0
    while front < min(len(word), len(right)) and word[front] == right[front]:
        front += 1
    one, other = word[front:], right[front:]
    if one[1:] == other[1:] or one[1:] == other or one == other[1:]:
        return True
    return one[:2] == other[:2][::-1] and one[2:] == other[2:]


@cache
def _forms() -> dict[str, Law]:
    """Every form of every short name: "aktivlov", "aktivloven", "aktivlovens" …"""
    endings = ("", "en", "ens", "e", "ene")
    return {
        name.removesuffix("en") + ending: law
        for law in laws()
        for name in law.names
        for ending in endings
    }


@lru_cache(maxsize=4096)
def _of_name(word: str) -> tuple[Law, bool] | None:
    """The law that a word means by its short name, and whether it is spelt right."""
    forms = _forms()
    if word in forms:
        return forms[word], True
    for law in laws():
        if any(is_misspelt(word, form) for name in law.names for form in (name, f"{name}s")):
            return law, False
    return None


def _length(text: str, words: int) -> int:
    """How many letters of a title its first counting words take up."""
    for match in re.finditer(r"[\wæøå]+", text):
        words -= bool(title_words(match[0]))
        if words == 0:
            return match.end()
    return len(text)
