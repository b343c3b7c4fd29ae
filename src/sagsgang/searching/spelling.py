"""Which known words a word stands in, and which a misspelt one may have been meant as."""

from collections.abc import Callable
from typing import Any

import tantivy

from sagsgang.searching.analysis import keys_of
from sagsgang.searching.schema import BACKWARDS, PARTS, WORD

_MOST_LIKE = 5
_MOST_LOOKED_AT = 400
_MOST_COMPOUNDS = 40
_SHORTEST_BEGINNING = 4


def most_edits(word: str) -> int:
    """How many letters may be wrong in a word of this length."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2


def words_like(word: str, words: Any, schema: Any, frequency: Callable[[str], int]) -> list[str]:
    """The keys nearest to a word by letters wrong, missing, added or exchanged; best first.

    `words` is a searcher of the index of words, of `schema`; `frequency` says how many items have a
    key. Mistakes are seldom in the first letter; else the more frequent word is the likelier.
    """
    key = keys_of(word).word
    # The mistake may hide an ending, so that the word itself is nearer than what is left of it.
    for distance in range(1, most_edits(word) + 1 if most_edits(key) else 1):
        like = {
            words.doc(address).get_first(WORD)
            for spelt in {key, word}
            if most_edits(spelt) >= distance
            for _, address in words.search(
                tantivy.Query.fuzzy_term_query(schema, WORD, spelt, distance),
                _MOST_LOOKED_AT,
                count=False,
            ).hits
        }
        common = {each: count for each in like - {key} if (count := frequency(each))}
        if common:
            ordered = sorted(common, key=lambda each: (each[0] != key[0], -common[each], each))
            return ordered[:_MOST_LIKE]
    return []


def words_with(key: str, words: Any, schema: Any) -> list[str]:
    """The known compounds that have the word with this key as a part, as far as was learned."""
    query = tantivy.Query.term_query(schema, PARTS, key, "basic")
    found = words.search(query, _MOST_COMPOUNDS, count=False).hits
    return sorted(words.doc(address).get_first(WORD) for _, address in found)


def words_around(key: str, words: Any, frequency: Callable[[str], int]) -> list[str]:
    """The most frequent known words that begin or end with a word that is not known itself."""
    if len(key) < _SHORTEST_BEGINNING:
        return []
    found = [word for word, _ in words.terms_with_prefix(WORD, key, limit=_MOST_LOOKED_AT)]
    ends = words.terms_with_prefix(BACKWARDS, key[::-1], limit=_MOST_LOOKED_AT)
    found += [word[::-1] for word, _ in ends]
    common = {word: count for word in set(found) - {key} if (count := frequency(word))}
    return sorted(common, key=lambda word: (-common[word], word))[:_MOST_LIKE]
