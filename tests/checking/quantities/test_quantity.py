"""What a quantity in running text is, and what is none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.checking.quantities import Hedge, Unit, read_marks, read_quantities


def read(text):
    return [(each.number, each.unit) for each in read_quantities(text)]


@pytest.mark.parametrize(
    ("text", "number", "value", "unit"),
    [
        ("et forbrug på 688,5 mio. kr. i alt", "688,5", "688500000", Unit.MONEY),
        ("udgør 1.658.739 kr. årligt", "1.658.739", "1658739", Unit.MONEY),
        ("koster kr. 20.000 ekskl. moms", "20.000", "20000", Unit.MONEY),
        ("en besparelse på 3 mia. kr.", "3", "3000000000", Unit.MONEY),
        ("47 t.kr. over budgettet", "47", "47000", Unit.MONEY),
        ("250,- pr. person", "250", "250", Unit.MONEY),
        ("40 millioner kroner", "40", "40000000", Unit.MONEY),
        ("svarprocenten er 38,8 %", "38,8", "38.8", Unit.PERCENT),
        ("på 46,2 pct. af budgettet", "46,2", "46.2", Unit.PERCENT),
        ("en forskel på -0,47 pct. point", "-0,47", "-0.47", Unit.POINT),
        ("faldet 1,4 procentpoint", "1,4", "1.4", Unit.POINT),
        ("37 timer om ugen", "37", "37", Unit.TIME),
        ("i 12 måneder", "12", "12", Unit.TIME),
        ("87 virksomheder svarede", "87", "87", Unit.NUMBER),
        ("de seks hovedanbefalinger", "seks", "6", Unit.NUMBER),
        ("i alt 22.000 personer", "22.000", "22000", Unit.NUMBER),
        ("svarende til 6/12", "6/12", "0.5", Unit.FRACTION),
        ("halvdelen af dem", "halvdelen", "0.5", Unit.FRACTION),
        ("og i 2030", "2030", "2030", Unit.YEAR),
    ],
)
def test_one_quantity_is_read_with_its_unit(text, number, value, unit):
    (quantity,) = read_quantities(text)
    assert (quantity.number, quantity.value, quantity.unit) == (number, Decimal(value), unit)


@pytest.mark.parametrize(
    "text",
    [
        "den 12. maj 2025 kl. 16:30",
        "den 21/5 og 31.03.2025",
        "jf. § 17, stk. 2, og §§ 10 og 12",
        "sag 24/19987 og 15.00.30-G01-1-20",
        "tlf. 96 12 34 56 eller 96123456",
        "punkt 3, 4 og 7, bilag 2, side 14",
        "i uge 33 og uge 45-46",
        "Ringvej 34, 7900 Nykøbing",
        "13-17-årige på 37-timers ordninger",
        "ved 2. behandling af 3. bevillingsrevision",
        "i 1. kvartal 2024 og maj 2025",
        "i perioden 2025-2029",
        "politikområde 18 og konto 5",
        "lokalet er 25 m2",
    ],
)
def test_what_is_no_quantity_is_left_out(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "hedge", "low", "high"),
    [
        ("ca. 16 personer", Hedge.ABOUT, "15", "17"),
        ("ca. 230 personer", Hedge.ABOUT, "220", "240"),
        ("knap 600 borgere", Hedge.JUST_UNDER, "500", "600"),
        ("godt 40 sager", Hedge.JUST_OVER, "40", "50"),
        ("mere end 75 sager", Hedge.AT_LEAST, "74.5", "93.75"),
        ("op mod 100 borgere", Hedge.AT_MOST, "75", "100.5"),
        ("87 borgere", Hedge.EXACT, "86.5", "87.5"),
    ],
)
def test_a_hedge_is_part_of_the_quantity_and_widens_it(text, hedge, low, high):
    (quantity,) = read_quantities(text)
    assert quantity.hedge is hedge
    assert (quantity.interval.low, quantity.interval.high) == (Decimal(low), Decimal(high))
    assert quantity.text in text
    assert text.startswith(quantity.text.split()[0])


def test_a_range_holds_both_its_ends():
    (quantity,) = read_quantities("et mindreforbrug på 15-25 mio. kr.")
    assert quantity.is_range
    assert quantity.interval.low == Decimal(14_500_000)
    assert quantity.interval.high == Decimal(25_500_000)


def test_numbers_in_a_list_share_the_unit_of_the_last():
    text = "merforbrug på henholdsvis 10,6 - 6,7 og 2,1 mio. kr."
    assert [each.value for each in read_quantities(text)] == [10_600_000, 6_700_000, 2_100_000]
    assert read("fra 81 til 85 pct.") == [("81", Unit.PERCENT), ("85", Unit.PERCENT)]
    assert read("et fald på 6 eller 9,4 pct.") == [("6", Unit.NUMBER), ("9,4", Unit.PERCENT)]


def test_people_and_cases_are_counted_exactly_and_full_time_persons_are_rounded():
    people, full_time = read_quantities("87 borgere og 43 fuldtidspersoner")
    assert people.counted.half == 0
    assert full_time.counted.half == Decimal("0.5")


@given(st.text(st.sampled_from("0123456789.,-–/ %kr§caknpo()\n\t:mi½ÆåI\u0130"), max_size=60))
def test_any_text_is_read_and_no_mark_overlaps_another(text):
    marks = read_marks(text)
    ends = [0, *(mark.end for mark in marks)]
    assert all(end <= mark.start < mark.end for end, mark in zip(ends, marks, strict=False))
    for mark in marks:
        if mark.quantity:
            assert text[mark.quantity.start : mark.quantity.end] == mark.quantity.text
