from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.reference.search_words import compound_parts
from sagsgang.searching.compounds import split

SPLIT = [
    ("sygedagpengemodtagere", "syge dagpenge modtagere"),
    ("sygedagpenge", "syge dagpenge"),
    ("kontanthjælpsmodtagerne", "kontanthjælp modtagerne"),
    ("arbejdsmarkedsudvalget", "arbejdsmarked udvalget"),
    ("beskæftigelsesindsatsen", "beskæftigelse indsatsen"),
    ("børnehaveplads", "børne have plads"),
    ("børnepasning", "børne pasning"),
    ("arbejdstimer", "arbejd timer"),
    ("budgetopfølgningen", "budget opfølgningen"),
    ("vindmølleparken", "vind mølle parken"),
    ("uddannelseshjælpsmodtager", "uddannelseshjælp modtager"),
    ("borgertilfredshedsundersøgelse", "borger tilfredshed undersøgelse"),
    ("lærebøger", "lære bøger"),
    ("regnskabsår", "regnskab år"),
    ("bevillingsmæssige", "bevilling mæssige"),
    ("limfjordsbroen", "limfjord broen"),
    ("nørrevangskolen", "nørrevang skolen"),
]
WHOLE = """
dagpenge kontanthjælp jobcenter byråd forvejen formandskab landskab fællesskab undersøgelse
processen madsen københavn århus frihed helhed modtage varetage billede undervejs skole
overvejelse medarbejderen borgmesteren uddannelse by år x
"""


@pytest.mark.parametrize(("word", "parts"), SPLIT)
def test_compounds_are_split_without_linking_letters(word, parts):
    assert [word[start:end] for start, end in split(word)] == parts.split()


@pytest.mark.parametrize("word", WHOLE.split())
def test_other_words_are_whole(word):
    assert split(word) == ()


PARTS = [part.word for part in compound_parts() if len(part.word) > 2]


@given(st.lists(st.sampled_from(PARTS), min_size=2, max_size=4), st.sampled_from(["", "s"]))
def test_parts_stand_in_order_inside_the_word(parts, link):
    word = link.join(parts)
    extents = split(word)
    assert len(extents) <= len(parts) or not extents
    for start, end in extents:
        assert 0 <= start < end <= len(word)
    for (_, end), (start, _) in pairwise(extents):
        assert word[end:start] in ("", "s", "e")


@given(st.text("abdegiklmnoprstvæøå", max_size=80))
def test_any_letters_are_split_or_not(word):
    assert len(split(word)) != 1


def test_a_long_row_of_parts_takes_no_time():
    assert split("by" * 25 + "plan" * 2) == ()
