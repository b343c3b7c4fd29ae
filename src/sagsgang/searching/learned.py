"""Which compounds the archive itself explains: words in which two other words of it stand.

No list has all words: "skakdag" is a compound of "skak" and "dag" where items say "skak" too. What
is learned is looked up when somebody searches; how texts are indexed does not depend on it.
"""

from collections.abc import Callable

from sagsgang.searching.compounds import is_listed, split
from sagsgang.searching.stemming import root

_SHORTEST = 7
_LONGEST = 40
_SHORTEST_PART = 3
_SHORTEST_LINKED = 4
#: Short words stand in others by chance: they must be listed, or frequent, to count.
_SHORT, _FREQUENT = 3, 20
#: Words that are mostly endings of others: skriftlig, bekendtskab, gradvis, virksom.
_ENDINGS = frozenset({"lig", "skab", "vis", "som"})


def learned_parts(key: str, frequency: Callable[[str], int]) -> tuple[str, ...]:
    """The keys of the words that make up the word with this key, or none.

    Two words, the last one as long as may be; or one, when an s links it to what nobody has alone.
    `frequency` says how many items have a word. Words on the lists, and compounds of them, have
    nothing to learn.
    """
    if not _SHORTEST <= len(key) <= _LONGEST or is_listed(key) or split(key):
        return ()
    return _two_words(key, frequency) or _linked_word(key, frequency)


def _two_words(key: str, frequency: Callable[[str], int]) -> tuple[str, ...]:
    for at in range(_SHORTEST_PART, len(key) - _SHORTEST_PART + 1):
        last = key[at:]
        if last not in _ENDINGS and _is_word(last, frequency):
            # What links the two is an ending by rule: skøjte-bane, strands-kant.
            first = root(key[:at])
            if _is_word(first, frequency):
                return first, last
    return ()


def _linked_word(key: str, frequency: Callable[[str], int]) -> tuple[str, ...]:
    """The longest word that an s links to the rest: ukrudt-s-bekæmpelse."""
    for at in range(len(key) - _SHORTEST_LINKED - 1, _SHORTEST_LINKED - 1, -1):
        if key[at] == "s":
            for part, word in ((key[:at], root(key[:at])), (key[at + 1 :], key[at + 1 :])):
                if len(part) >= _SHORTEST_LINKED and _is_word(word, frequency):
                    return (word,)
    return ()


def _is_word(key: str, frequency: Callable[[str], int]) -> bool:
    if len(key) < _SHORTEST_PART:
        return False
    return is_listed(key) or frequency(key) >= (_FREQUENT if len(key) <= _SHORT else 1)
