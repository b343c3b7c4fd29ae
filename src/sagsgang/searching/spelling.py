"""Which known words a misspelt one may have been meant as."""

from collections.abc import Callable
from typing import Any

import tantivy

from sagsgang.searching.schema import WORD

_MOST_LIKE = 5
_MOST_LOOKED_AT = 400


def most_edits(key: str) -> int:
    """How many letters may be wrong in a word of this length."""
    return 0 if len(key) < 4 else 1 if len(key) < 8 else 2


def words_like(key: str, words: Any, schema: Any, frequency: Callable[[str], int]) -> list[str]:
    """The known words nearest to `key` by letters wrong, missing, added or exchanged; best first.

    `words` is a searcher of the index of words, of `schema`; `frequency` says how many items have a
    word. Mistakes are seldom in the first letter; else the more frequent word is the likelier.
    """
    for distance in range(1, most_edits(key) + 1):
        query = tantivy.Query.fuzzy_term_query(schema, WORD, key, distance)
        found = words.search(query, _MOST_LOOKED_AT, count=False).hits
        like = {words.doc(address).get_first(WORD) for _, address in found} - {key}
        common = {word: count for word in like if (count := frequency(word))}
        if common:
            ordered = sorted(common, key=lambda word: (word[0] != key[0], -common[word], word))
            return ordered[:_MOST_LIKE]
    return []
