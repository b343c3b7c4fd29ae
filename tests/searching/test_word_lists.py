"""The word lists hold what the code expects of them."""

import pytest

from sagsgang.language.collation import match_key
from sagsgang.reference.search_words import (
    compound_parts,
    fingerprint,
    irregular_forms,
    stop_words,
    synonyms,
)
from sagsgang.searching.analysis import words_of
from sagsgang.searching.meanings import phrase_keys, same_as


def all_words():
    for part in compound_parts():
        yield from (part.word, *part.fronts)
    for word, forms in irregular_forms().items():
        yield word
        yield from (form.removeprefix("=") for form in forms)
    yield from stop_words()


def test_words_are_written_as_they_are_looked_up():
    assert [word for word in all_words() if match_key(word) != word] == []


def test_there_are_many_parts_and_no_doubtful_ones():
    words = [part.word for part in compound_parts()]
    assert len(words) == len(set(words)) > 1000
    assert all(len(word) > 1 for word in words)


def test_no_form_belongs_to_two_words():
    owners = {}
    for word, forms in irregular_forms().items():
        for form in forms:
            owners.setdefault(form.removeprefix("="), set()).add(word)
    assert {form: words for form, words in owners.items() if len(words) > 1} == {}


@pytest.mark.parametrize("group", synonyms(), ids=lambda group: group[0])
def test_synonyms_mean_each_other(group):
    assert len(group) > 1
    keys = [phrase_keys(tuple(words_of(phrase))) for phrase in group]
    assert all(keys)
    for one in keys:
        assert set(keys) - {one} <= set(same_as(one))


def test_the_fingerprint_is_of_the_lists():
    assert len(fingerprint()) == 16
