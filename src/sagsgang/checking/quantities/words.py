"""Quantities in words: "seks anbefalinger", "halvdelen", "to tredjedele"."""

import re
from decimal import Decimal
from functools import cache

from sagsgang.checking.quantities.beside import noun_after, read_before, read_unit
from sagsgang.checking.quantities.quantity import Hedge, Quantity, Unit
from sagsgang.language.number_words import number_words

_NUMBERS = number_words()
_PARTS = {
    "halvdelen": (1, 2),
    "tredjedel": (1, 3),
    "tredjedele": (1, 3),
    "fjerdedel": (1, 4),
    "fjerdedele": (1, 4),
    "femtedel": (1, 5),
    "femtedele": (1, 5),
    "tiendedel": (1, 10),
}
_KNOWN = frozenset(_NUMBERS) | frozenset(_PARTS)
_HOW_MANY = re.compile(r"(?<![\w-])(en|to|tre|fire)\s\Z", re.IGNORECASE)


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """The word standing alone: a pattern with a literal beginning is found fast."""
    return re.compile(rf"{word}(?<![\w-]{word})(?![\w-])", re.IGNORECASE)


def known_words(text: str) -> frozenset[str]:
    """The words in `text` that may be numbers, in lower case."""
    lowered = text.lower()
    for sign in ",.(:":
        lowered = lowered.replace(sign, " ")
    return _KNOWN.intersection(lowered.split())


def words_in(text: str, start: int, stop: int, words: frozenset[str]) -> list[Quantity]:
    """The quantities written with one of `words` in `text[start:stop]`, in order.

    "En" and "et" are none.
    """
    matches = [match for word in words for match in _pattern(word).finditer(text, start, stop)]
    found: list[Quantity] = []
    for match in sorted(matches, key=lambda match: match.start()):
        word = match.group().lower()
        part = _part(text, match, word) if word in _PARTS else _number(text, match, word)
        if found and part.start < found[-1].end:
            found.pop()  # "to tredjedele" is one quantity
        found.append(part)
    return found


def _number(text: str, match: re.Match[str], word: str) -> Quantity:
    unit = read_unit(text, match.end())
    before = read_before(text, match.start())
    return Quantity(
        start=before.start,
        end=unit.end,
        text=text[before.start : unit.end],
        number=match.group(),
        value=Decimal(_NUMBERS[word]).scaleb(unit.scale),
        half=Decimal(0),
        unit=unit.unit or Unit.NUMBER,
        scale=unit.scale,
        hedge=before.hedge,
        noun=unit.noun or noun_after(text, unit.end),
        is_word=True,
    )


def _part(text: str, match: re.Match[str], word: str) -> Quantity:
    above, below = _PARTS[word]
    start = match.start()
    many = _HOW_MANY.search(text, max(0, start - 6), start)
    if many:
        start = many.start()
        above = {"en": 1, "to": 2, "tre": 3, "fire": 4}[many[1].lower()]
    return Quantity(
        start=start,
        end=match.end(),
        text=text[start : match.end()],
        number=text[start : match.end()],
        value=Decimal(above) / Decimal(below),
        half=Decimal("0.03"),
        unit=Unit.FRACTION,
        hedge=Hedge.ABOUT,
        noun="",
        is_word=True,
    )
