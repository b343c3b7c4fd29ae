"""Which passage of a text shows best why it was found, and which of its words are marked."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from sagsgang.reference.search_words import irregular_forms
from sagsgang.searching.analysis import folded, keys_of
from sagsgang.searching.results import Part
from sagsgang.searching.stemming import odd_forms

_LENGTH = 240
_BEFORE = 60
_MOST_PLACES = 15
_WORD = re.compile(r"[^\W_]+")
_BLANKS = re.compile(r"\s+")
_CUT = "…"


class _Mark(NamedTuple):
    start: int
    end: int
    key: str


class Marker:
    """Marks in texts what is found by some keys; made for one search, used for all its hits.

    Only words that hold the letters of a key are looked at, which is what makes it quick.
    """

    def __init__(self, keys: Collection[str]) -> None:
        self._keys = frozenset(keys)
        needles = {needle for key in self._keys for needle in _needles(key)}
        # What holds a longer one holds the shorter one too.
        self._needles = [
            needle
            for needle in needles
            if not any(other in needle for other in needles if other != needle)
        ]
        self._found_by: dict[str, str | None] = {}

    def marked(self, text: str) -> tuple[Part, ...]:
        """The whole of `text` with the words found by the keys marked."""
        text = unicodedata.normalize("NFC", text)
        return tuple(_parts(text, 0, len(text), self._marks(text)))

    def snippet(self, text: str) -> tuple[Part, ...]:
        """About 240 characters of `text`, with marks.

        Of all passages the one with the most different keys, then the most marks, then the first
        one. Without any it is the beginning of the text.
        """
        text = unicodedata.normalize("NFC", text)
        marks = self._marks(text)
        start, end = _passage(text, marks)
        parts = list(_parts(text, start, end, marks))
        if start:
            parts.insert(0, Part(f"{_CUT} "))
        if end < len(text):
            parts.append(Part(f" {_CUT}"))
        return tuple(parts)

    def _marks(self, text: str) -> list[_Mark]:
        """The words of `text` that have one of the keys, or a part that has, in order."""
        small = folded(text)
        found: dict[int, _Mark] = {}
        for needle in self._needles:
            for at in _places(small, needle):
                start = at
                while start and small[start - 1].isalnum():
                    start -= 1
                if start in found:
                    continue
                word = _WORD.match(small, start)
                if word and (key := self._key_of(word.group())):
                    found[start] = _Mark(start, word.end(), key)
        return [found[start] for start in sorted(found)]

    def _key_of(self, word: str) -> str | None:
        """Which of the keys finds a word in small letters."""
        if word not in self._found_by:
            of_word = keys_of(word)
            self._found_by[word] = next(
                (key for key in (of_word.word, *of_word.parts) if key in self._keys), None
            )
        return self._found_by[word]


def _places(text: str, needle: str) -> Iterator[int]:
    at = text.find(needle)
    for _ in range(_MOST_PLACES):
        if at < 0:
            return
        yield at
        at = text.find(needle, at + len(needle))


@lru_cache(maxsize=4096)
def _needles(key: str) -> tuple[str, ...]:
    """Letters that every printed word with this key holds; one of them in each."""
    spellings = {key}
    for word, forms in irregular_forms().items():
        if forms and key.endswith(word):
            spellings |= {key.removesuffix(word) + form for form in odd_forms(word)}
    # "regl" is printed "regel" too.
    short = {each[:-1] if len(each) > 3 and each[-1] == "l" else each for each in spellings}
    return tuple(short | {each.replace("å", "aa") for each in short})


def _passage(text: str, marks: list[_Mark]) -> tuple[int, int]:
    """Where the passage begins and ends, between words."""
    if len(text) <= _LENGTH + _BEFORE // 2:
        return 0, len(text)
    start = _word_start(text, _best_start(marks) - _BEFORE)
    end = min(len(text), start + _LENGTH)
    if end < len(text):
        end = max(text.rfind(" ", start, end), start + _LENGTH // 2)
    return start, end


def _best_start(marks: list[_Mark]) -> int:
    """Where the first mark of the best passage begins."""
    best, start = (0, 0), 0
    keys: Counter[str] = Counter()
    inside = 0
    for number, mark in enumerate(marks):
        # Both ends of the passage only move on.
        while inside < len(marks) and marks[inside].end <= mark.start + _LENGTH - _BEFORE:
            keys[marks[inside].key] += 1
            inside += 1
        worth = len(keys), inside - number
        if worth > best:
            best, start = worth, mark.start
        if number < inside:
            keys[mark.key] -= 1
            if not keys[mark.key]:
                del keys[mark.key]
        else:
            inside = number + 1
    return start


def _word_start(text: str, at: int) -> int:
    if at <= 0:
        return 0
    blank = _BLANKS.search(text, at, at + _BEFORE)
    return blank.end() if blank else at


def _parts(text: str, start: int, end: int, marks: list[_Mark]) -> Iterator[Part]:
    at = start
    for mark in marks:
        if mark.start < at or mark.end > end:
            continue
        yield from _part(text[at : mark.start])
        yield Part(text[mark.start : mark.end], is_marked=True)
        at = mark.end
    yield from _part(text[at:end])


def _part(text: str) -> Iterator[Part]:
    if text:
        yield Part(_BLANKS.sub(" ", text))


def printed_as(parts: Collection[Part], keys: Collection[str]) -> Counter[str]:
    """How often each marked word, in small letters, was found whole by one of `keys`."""
    words = (part.text.lower() for part in parts if part.is_marked)
    return Counter(word for word in words if keys_of(word).word in keys)
