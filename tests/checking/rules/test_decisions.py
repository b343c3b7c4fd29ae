"""The decisions beyond their pages: what is in order, and texts that no person wrote."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.checking import check
from sagsgang.minutes import CaseStop, Recommendation
from sagsgang.reading.content.decisions import read_decision

WORDS = (
    "Ad 1-3. ",
    "Sendes i høring. ",
    "Byrådet godkendte ",
    "11.111,",
    "kr. flyttes ",
    "Model F ",
)


@pytest.fixture(scope="module")
def decided(world):
    """The findings of a rule on one item with this decision."""

    def of(rule, text, *, points=("at sagen godkendes",), body="Arbejdsmarkedsudvalget", **fields):
        item = world.item(
            recommendations=tuple(
                Recommendation(number=number, text=point)
                for number, point in enumerate(points, start=1)
            ),
            decision=read_decision(text, len(points)),
            **fields,
        )
        return check(world.minutes(item, body=body), rules=[rule]).findings

    return of


APPROPRIATION = "at der gives en tillægsbevilling på 1,2 mio. kr. finansieret af kassen"


def test_d03_asks_a_committee_and_never_the_council(decided):
    assert len(decided("D03", "Godkendt.", points=(APPROPRIATION,))) == 1
    assert decided("D03", "Godkendt.", points=(APPROPRIATION,), body="Byrådet") == ()
    assert decided("D03", "Anbefales.", points=(APPROPRIATION,)) == ()
    own = "Arbejdsmarkedsudvalget"
    assert decided("D03", "Godkendt.", points=(APPROPRIATION,), deciding_body=own) == ()


def test_d03_looks_at_each_point(decided):
    points = ("at planen godkendes", APPROPRIATION)
    assert decided("D03", "Ad 1. Godkendt.\nAd 2. Anbefales.", points=points) == ()
    assert len(decided("D03", "Ad 1. Anbefales.\nAd 2. Godkendt.", points=points)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "at tilbuddet oprettes inden for udvalgets egen ramme",
        "at der bevilges 550.000 kr. fra puljen Unge i vej",
        "at budgettet nedsættes med 5,3 mio. kr.",
        "at driften forankres i Jobcentret",
    ],
)
def test_d03_the_committees_own_money(decided, text):
    assert decided("D03", "Godkendt.", points=(text,)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Udvalget godkendte indstillingen.",
        "Arbejdsmarkedsudvalget drøftede sagen.",
        "Byrådet besluttede den 3. marts 2025 at vente.",
        "Byrådet fik redegørelsen i juli.",
        "Drøftet. Økonomiudvalget skal se den i maj.",
    ],
)
def test_d05_what_others_did_is_told_with_a_day_or_as_no_decision(decided, text):
    assert decided("D05", text) == ()


def test_d05_a_shorter_name_is_the_same_body(decided):
    body = "Beskæftigelses- og Erhvervsudvalget"
    assert decided("D05", "Beskæftigelsesudvalget godkendte sagen.", body=body) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Sagen genoptages efter endt høring i Handicaprådet.",
        "Planen sendes i offentlig høring.",
        "Sendes i høring i perioden 6. marts - 3. april 2025.",
        "Fremsendes med anbefaling.",
        "Sagen oversendes til Økonomiudvalget.",
        "Sagen henvises til budgettet.",
    ],
)
def test_d07_a_receiver_or_a_period_is_named(decided, text):
    assert decided("D07", text) == ()


def test_d07_the_route_may_name_the_receiver(decided):
    text = "Sagen genoptages efter høring."
    assert len(decided("D07", text)) == 1
    assert decided("D07", text, case_route=(CaseStop(body="Ældrerådet"),)) == ()


@pytest.mark.parametrize("text", ["Dagsordenen blev godkendt.", "Model 2 valgt.", "Udsat."])
def test_d06_general_words_and_choices_that_are_offered(decided, text):
    assert decided("D06", text, points=("at model 2 vælges",)) == ()


@given(st.lists(st.sampled_from(WORDS), max_size=60).map("".join))
def test_any_decision_is_checked(decided, text):
    decided("D", text, points=("at 1", "at 2", text))


@pytest.mark.parametrize("word", WORDS)
def test_a_very_long_decision_takes_no_quadratic_time(decided, word):
    start = time.process_time()
    decided("D", "Godkendt.", points=(word * 20_000,))
    decided("D", word * 300)
    assert time.process_time() - start < 8
