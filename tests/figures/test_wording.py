"""How figures are told: the same words from both signs, in the house's unit and percent word."""

from dataclasses import replace
from decimal import Decimal

import pytest

from sagsgang.figures.engine import Question, compute
from sagsgang.figures.observation import Missing
from sagsgang.figures.periods import Period
from sagsgang.figures.registry import indicator
from sagsgang.figures.wording import (
    Convention,
    HouseStyle,
    beside,
    corridor_in_words,
    deviation_in_words,
    in_table,
    in_words,
    money_in_words,
)

MIO = 1_000_000
YEAR = Period.parse("2024")


def kr(text):
    return Decimal(text) * MIO


@pytest.fixture
def deviation(world):
    snapshot = world.of_inputs(
        indicator("deviation"), YEAR, {"original": kr("743.0"), "spending": kr("731.6")}
    )
    return compute(snapshot, Question(indicator("deviation"), YEAR, world.area)).whole


@pytest.mark.parametrize(
    ("convention", "printed"),
    [
        (Convention.ACTUAL_MINUS_BUDGET, kr("731.6") - kr("743.0")),
        (Convention.BUDGET_MINUS_ACTUAL, kr("743.0") - kr("731.6")),
    ],
)
def test_both_conventions_give_the_same_words(convention, printed):
    assert deviation_in_words(convention.inside(printed)) == "mindreforbrug på 11,4 mio. kr."


def test_a_deviation_in_words_has_no_sign_to_read():
    with pytest.raises(ValueError, match="words"):
        Convention.IN_WORDS.inside(Decimal(1))


@pytest.mark.parametrize(
    ("convention", "cell"),
    [
        (Convention.ACTUAL_MINUS_BUDGET, "-11,4"),
        (Convention.BUDGET_MINUS_ACTUAL, "11,4"),
        (Convention.IN_WORDS, "mindreforbrug på 11,4 mio. kr."),
    ],
)
def test_the_sign_of_a_table_is_the_house_s(deviation, convention, cell):
    style = HouseStyle(convention=convention)
    assert in_table(deviation, style) == cell
    assert in_words(deviation, style) == "mindreforbrug på 11,4 mio. kr."


@pytest.mark.parametrize(
    ("style", "told"),
    [
        (HouseStyle("kr.", 0), "merforbrug på 25.200.000 kr."),
        (HouseStyle("t.kr.", 0), "merforbrug på 25.200 t.kr."),
        (HouseStyle("mio. kr.", 1), "merforbrug på 25,2 mio. kr."),
    ],
)
def test_money_is_told_in_the_house_s_unit(style, told):
    assert deviation_in_words(kr("25.2"), style) == told


def test_what_is_printed_as_zero_is_no_deviation():
    assert deviation_in_words(Decimal("-0.49")) == "ingen afvigelse"
    assert deviation_in_words(Decimal("-0.5")) == "mindreforbrug på 1 kr."
    assert deviation_in_words(Decimal(0)) == "ingen afvigelse"


@pytest.mark.parametrize(
    ("style", "told"),
    [
        (HouseStyle("mio. kr.", 1), ("402.350 kr.", "999.999 kr.", "1,0 mio. kr.")),
        (HouseStyle("t.kr.", 0), ("402 t.kr.", "1.000 t.kr.", "1.000 t.kr.")),
        (HouseStyle("kr.", 0), ("402.350 kr.", "999.999 kr.", "1.000.000 kr.")),
    ],
)
def test_less_than_one_of_the_house_s_unit_is_told_in_kroner(style, told):
    amounts = [Decimal(402_350), Decimal(999_999), Decimal(MIO)]
    assert tuple(money_in_words(each, style) for each in amounts) == told
    assert tuple(money_in_words(-each, style) for each in amounts) == tuple(f"-{t}" for t in told)
    assert deviation_in_words(Decimal(999), style) == "merforbrug på 999 kr."


def test_a_small_amount_in_a_sentence_is_told_in_kroner(deviation):
    small = replace(deviation, value=Decimal("-402350"))
    assert in_words(small) == "mindreforbrug på 402.350 kr."
    assert in_table(small) == "-0,4"


def test_less_of_an_income_is_no_overspend():
    assert deviation_in_words(kr("5.6"), is_income=True) == "mindreindtægt på 5,6 mio. kr."
    assert deviation_in_words(-kr("5.6"), is_income=True) == "merindtægt på 5,6 mio. kr."


@pytest.mark.parametrize(
    ("lowest", "highest", "told"),
    [
        (-25, -15, "mindreforbrug på 15-25 mio. kr."),
        (15, 25, "merforbrug på 15-25 mio. kr."),
        (-5, 5, "fra mindreforbrug på 5 mio. kr. til merforbrug på 5 mio. kr."),
        (-5, -5, "mindreforbrug på 5 mio. kr."),
        ("0.2", "0.4", "merforbrug på 200.000-400.000 kr."),
        ("-2", "-0.4", "mindreforbrug på mellem 400.000 kr. og 2 mio. kr."),
        (0, 5, "fra ingen afvigelse til merforbrug på 5 mio. kr."),
    ],
)
def test_a_corridor_is_told_as_people_write_it(lowest, highest, told):
    style = HouseStyle(decimals=0)
    assert corridor_in_words(kr(lowest), kr(highest), style) == told
    assert corridor_in_words(kr(highest), kr(lowest), style) == told


def test_percent_has_the_house_s_word(world):
    values = {"upheld": Decimal(39), "changed": Decimal(4), "remitted": Decimal(15)}
    rate = indicator("reversal_rate")
    figure = compute(world.of_inputs(rate, YEAR, values), Question(rate, YEAR, world.area)).whole
    assert in_words(figure, HouseStyle(percent="%")) == "32,8 %"
    recount = replace(figure, value=Decimal(22))
    assert beside(figure, recount) == "32,8 pct. (22,0 pct.)"
    nothing = replace(figure, value=None, missing=Missing.NO_BASE)
    assert beside(figure, nothing) == "32,8 pct."
    assert in_table(figure) == "32,8"


def test_preliminary_figures_say_so(deviation):
    told = in_words(replace(deviation, is_preliminary=True))
    assert told == "mindreforbrug på 11,4 mio. kr. (foreløbige tal)"


@pytest.mark.parametrize("missing", list(Missing))
def test_what_is_missing_is_told_in_words_and_never_as_zero(deviation, missing):
    figure = replace(deviation, value=None, missing=missing)
    assert in_words(figure) == missing.words
    assert in_table(figure) == missing.sign
    assert "0" not in in_words(figure) + in_table(figure)
