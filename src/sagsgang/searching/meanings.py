"""Which words and phrases count as the same, by the keys they are found by."""

from functools import cache

from sagsgang.reference.search_words import synonyms
from sagsgang.searching.analysis import is_filler, keys_of, words_of

#: Keys in order.
Phrase = tuple[str, ...]


@cache
def _groups() -> dict[Phrase, tuple[Phrase, ...]]:
    same: dict[Phrase, tuple[Phrase, ...]] = {}
    for group in synonyms():
        phrases = tuple(phrase_keys(tuple(words_of(phrase))) for phrase in group)
        for phrase in phrases:
            others = (*same.get(phrase, ()), *(other for other in phrases if other != phrase))
            same[phrase] = tuple(dict.fromkeys(others))
    return same


def phrase_keys(words: tuple[str, ...]) -> Phrase:
    """The keys of words in small letters, in order."""
    return tuple(keys_of(word).word for word in words)


def same_as(phrase: Phrase) -> tuple[Phrase, ...]:
    """Other phrases, as keys, that mean what `phrase` means; mostly none."""
    return _groups().get(phrase, ())


@cache
def _by_words() -> dict[Phrase, tuple[Phrase, ...]]:
    return {
        words: others
        for phrase, others in _groups().items()
        if len(words := tuple(key for key in phrase if not is_filler(key))) > 1
    }


def same_as_words(words: Phrase) -> tuple[Phrase, ...]:
    """Phrases that mean what `words` mean in this order, whatever fillers stand between them."""
    return _by_words().get(words, ())


@cache
def longest_phrase() -> int:
    """The number of words, without fillers, in the longest phrase that others mean the same as."""
    return max(map(len, _by_words()))
