"""What a text holds, found once: rules look here before they search it with a pattern.

A pattern that may begin anywhere is tried at every letter; a look in a set costs next to nothing.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

_WORD = re.compile(r"\w+")
_LONG = re.compile(r"[0-9](?:[^0-9A-Za-zÆØÅæøå\t,;:%()]{0,5}[0-9]){8}")
_ENDINGS = re.compile(r"\(\?:([^()]*)\)\?")
#: So many texts are kept, those of a long document, and none that are longer.
_KEPT = 512
_LONGEST_KEPT = 20_000


def lowered(text: str) -> str:
    """The text in lower case; some letters (İ) become two, so places may differ."""
    return _lowered(text) if len(text) <= _LONGEST_KEPT else text.lower()


def casefolded(text: str) -> str:
    """The text for comparing regardless of case."""
    return _casefolded(text) if len(text) <= _LONGEST_KEPT else text.casefold()


def words_of(text: str) -> frozenset[str]:
    """Every run of letters and digits in the text, in lower case."""
    return _words_of(text) if len(text) <= _LONGEST_KEPT else _words_in(text)


def has_long_number(text: str) -> bool:
    """Whether nine digits stand close together, as in a personal or an account number."""
    return _has_long_number(text) if len(text) <= _LONGEST_KEPT else _LONG.search(text) is not None


@lru_cache(maxsize=_KEPT)
def _lowered(text: str) -> str:
    return text.lower()


@lru_cache(maxsize=_KEPT)
def _casefolded(text: str) -> str:
    return text.casefold()


@lru_cache(maxsize=_KEPT)
def _words_of(text: str) -> frozenset[str]:
    return _words_in(text)


@lru_cache(maxsize=_KEPT)
def _has_long_number(text: str) -> bool:
    return _LONG.search(text) is not None


def _words_in(text: str) -> frozenset[str]:
    found: set[str] = set()
    for piece in set(lowered(text).split()):
        if piece.isalnum():
            found.add(piece)
        else:
            found.update(_WORD.findall(piece))
    return frozenset(found)


def matches(pattern: re.Pattern[str], text: str, words: frozenset[str]) -> Iterator[re.Match[str]]:
    """What `pattern.finditer(text)` gives, for a pattern that always begins with one of `words`."""
    present = words & words_of(text)
    if not present:
        return
    folded = lowered(text)
    if len(folded) != len(text):
        yield from pattern.finditer(text)
        return
    yield from matches_at(pattern, text, _places(folded, present))


def matches_at(
    pattern: re.Pattern[str], text: str, starts: Iterable[int]
) -> Iterator[re.Match[str]]:
    """What `pattern.finditer(text)` gives, for a pattern that always begins at one of `starts`."""
    end = 0
    for start in starts:
        match = pattern.match(text, start) if start >= end else None
        if match:
            yield match
            end = match.end()


def places_of(text: str, words: frozenset[str]) -> list[int]:
    """Where the words stand alone in the text, in any case; in order."""
    present = words & words_of(text)
    return _places(lowered(text), present) if present else []


def _places(text: str, words: Iterable[str]) -> list[int]:
    return sorted(match.start() for word in words for match in _alone(word).finditer(text))


@lru_cache(maxsize=4096)
def _alone(word: str) -> re.Pattern[str]:
    """The word alone: a pattern with a literal beginning is found fast."""
    return re.compile(rf"{word}(?<!\w{word})(?!\w)")


def first_words(patterns: str) -> frozenset[str]:
    """What the first word can be where one of the patterns, parted by blanks, is found.

    Of the syntax of patterns only a choice of endings is known, "kursus(?:et|ets)?", and what
    follows a sign between words counts for nothing: "hiv(?:-positiv)?" begins with "hiv".
    """
    return frozenset(
        _WORD.match(f"{start}{ending}".lower())[0]  # type: ignore[index]
        for pattern in patterns.split()
        for start, ending in _forms(pattern.partition(r"\s")[0])
    )


def _forms(word: str) -> list[tuple[str, str]]:
    optional = _ENDINGS.search(word)
    if optional is None:
        return [(word, "")]
    start = word[: optional.start()]
    return [(start, ""), *((start, ending) for ending in optional[1].split("|"))]
