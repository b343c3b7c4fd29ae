"""Which keys a text is found by: the same for what is stored and what is asked.

Each word gives one key (all its forms share it), and a compound gives besides one key for each run
of its parts. Fillers have keys that no other word can have.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from sagsgang.language.collation import match_key
from sagsgang.reference.search_words import stop_words
from sagsgang.searching.compounds import split
from sagsgang.searching.stemming import root

#: Stands between blocks of text, and before the parts of compounds: no phrase reaches across it.
BREAK = "\x1f"
_FILLER = "="
_LONGEST_KEY = 60
_MOST_KNOWN = 500_000
#: What is left of a small-letter word after this needs folding: accents, foreign letters.
_NO_ACCENTS = dict.fromkeys(map(ord, "abcdefghijklmnopqrstuvwxyzæøå0123456789"))
_WORD = re.compile(r"[^\W_]+")


class Keys(NamedTuple):
    """What one word is found by: its own key, and those of the parts of a compound."""

    word: str
    parts: tuple[str, ...] = ()


_WORD_KEY, _PART_KEYS = attrgetter("word"), attrgetter("parts")


class Token(NamedTuple):
    """A word of a text: its extent, and what it is found by."""

    start: int
    end: int
    keys: Keys


class _Known(dict[str, Keys]):
    """Keys by word as printed; computed once, forgotten when there are too many."""

    def __missing__(self, printed: str) -> Keys:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        is_plain = "aa" not in printed and not printed.translate(_NO_ACCENTS)
        # One letter may stand for several words (ﷺ); a key is one.
        word = printed if is_plain else match_key(printed).replace(" ", "")
        keys = self[printed] = _keys(word)
        return keys


_known = _Known()


def is_filler(key: str) -> bool:
    """Whether a key is that of a stop word."""
    return key.startswith(_FILLER)


def folded(text: str) -> str:
    """`text` in small letters, with composed letters; as long as the composed text."""
    text = unicodedata.normalize("NFC", text)
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def keys_of(word: str) -> Keys:
    """What one word in small letters is found by."""
    return _known[word]


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, in order."""
    return _WORD.findall(folded(text))


def tokens(text: str) -> list[Token]:
    """The words of a composed (NFC) text with their keys, in order.

    Case, accents, aa or å, endings, odd forms and linking letters make no difference to the keys.
    """
    return [Token(m.start(), m.end(), _known[m.group()]) for m in _WORD.finditer(folded(text))]


def indexed(blocks: Iterable[str]) -> str:
    """The keys of all blocks separated by blanks: words in their order, then parts of compounds."""
    keys: list[str] = []
    parts: list[str] = []
    for block in blocks:
        # For every word of the archive: no loop of ours.
        found = list(map(_known.__getitem__, words_of(block)))
        keys += map(_WORD_KEY, found)
        keys.append(BREAK)
        parts += chain.from_iterable(map(_PART_KEYS, found))
    return " ".join((*keys, *parts))


def _keys(word: str) -> Keys:
    if word in stop_words():
        return Keys(_FILLER + word)
    if not word.isalpha():
        return Keys(word[:_LONGEST_KEY])
    extents = split(word)
    if not extents:
        return Keys(root(word)[:_LONGEST_KEY])
    whole, *rest = dict.fromkeys(_runs(word, extents))
    return Keys(whole, tuple(rest))


def _runs(word: str, extents: tuple[tuple[int, int], ...]) -> Iterator[str]:
    """The key of every run of neighbouring parts, the whole word first."""
    count = len(extents)
    roots = [root(word[start:end]) for start, end in extents]
    for length in range(count, 0, -1):
        for first in range(count - length + 1):
            last = first + length - 1
            yield word[extents[first][0] : extents[last][0]] + roots[last]
