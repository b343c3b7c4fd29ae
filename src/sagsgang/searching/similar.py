"""Which items are on the same matter as another: by the words that tell it apart and by subject."""

from collections import Counter
from math import log
from typing import Any

import tantivy
from tantivy import Occur

from sagsgang.searching import schema
from sagsgang.searching.analysis import BREAK, is_filler, keys_of, words_of
from sagsgang.searching.item import PublicItem
from sagsgang.searching.matching import Matcher

_MOST_WORDS = 30
_LEAST_SHARED = 0.25
_TITLE_COUNTS = 3
_SUBJECT_WEIGHT = 8.0
_SHORTEST = 3


def query_like(item: PublicItem, matcher: Matcher, *, elsewhere: bool) -> Any:
    """A query for items like `item`, or None when it says too little to tell.

    What is found shares a quarter of the words that tell the item apart.
    """
    words = _telling_words(item, matcher)
    if len(words) < _SHORTEST:
        return None
    fields = matcher.items_schema
    should = [
        (
            Occur.Should,
            tantivy.Query.boost_query(
                tantivy.Query.term_query(fields, schema.TEXT, word, "freq"), weight
            ),
        )
        for word, weight in words
    ]
    like = tantivy.Query.boolean_query(
        should, minimum_number_should_match=max(_SHORTEST, round(len(words) * _LEAST_SHARED))
    )
    query = [(Occur.Must, like)]
    if item.kle_subject:
        subject = tantivy.Query.term_query(fields, schema.CASE, item.kle_subject, "basic")
        same = tantivy.Query.const_score_query(subject, _SUBJECT_WEIGHT)
        query.append((Occur.Should, same))
    return tantivy.Query.boolean_query(query + _left_out(item, fields, elsewhere=elsewhere))


def _telling_words(item: PublicItem, matcher: Matcher) -> list[tuple[str, float]]:
    """The words of an item that are frequent in it and rare elsewhere, with weights from 0 to 1."""
    own_names = {
        key
        for name in (item.municipality, item.body)
        for word in words_of(name or "")
        for key in (keys_of(word).word, *keys_of(word).parts)
    }
    counts = Counter(schema.text_keys(item).split())
    for word in words_of(item.title):
        counts[keys_of(word).word] += _TITLE_COUNTS
    total = matcher.items.num_docs
    weights: dict[str, float] = {}
    for key, count in counts.items():
        if key == BREAK or is_filler(key) or len(key) < _SHORTEST or not key.isalpha():
            continue
        items = matcher.known(key)
        if key not in own_names and items > 1:
            weights[key] = (1 + log(count)) * log(1 + total / items)
    best = sorted(weights, key=lambda key: (-weights[key], key))[:_MOST_WORDS]
    return [(key, weights[key] / weights[best[0]]) for key in best]


def _left_out(item: PublicItem, fields: Any, *, elsewhere: bool) -> list[tuple[Occur, Any]]:
    """The item's own document and case and, `elsewhere`, all of its municipality."""
    wholes = [(schema.DOCUMENT, item.document_key), (schema.ADDRESS, item.address)]
    if item.case_number:
        wholes.append((schema.CASE, schema.case_term(item.case_number)))
    if elsewhere and item.municipality:
        wholes.append((schema.MUNICIPALITY, item.municipality))
    return [
        (Occur.MustNot, tantivy.Query.term_query(fields, name, value, "basic"))
        for name, value in wholes
    ]
