"""Sums that a text states: which parts the words give, what holds and what is a mistake."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sagsgang.checking.quantities import read_prose
from sagsgang.checking.text.deltas import read_told
from sagsgang.checking.text.parts import parts_too_large
from sagsgang.checking.text.sums import sum_claims


@pytest.fixture
def claims(world):
    def read(text):
        prose = read_prose(world.item(sections=(world.section(text),)))
        return list(sum_claims(read_told(prose)))

    return read


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("18 er i job, 5 i uddannelse og 2 i praktik, i alt 25.", "18 + 5 + 2"),
        ("Løn er 1,2 mio. kr., leje 0,6 mio. kr. og el 0,2 mio. kr. I alt 2,0 mio. kr.", None),
        ("Af de 96 unge er 52 piger og 44 drenge.", "52 + 44"),
        ("Holdene er på 61 borgere: 30 (49 %), 21 (34 %) og 10 (16 %).", "30 + 21 + 10"),
        ("Tillægget, i alt 4,8 mio. kr., er løn (10,2), leje (-4,1) og el (-1,3).", None),
        (
            "Gælden er 394,0 mio. kr., nemlig 402,5 mio. kr. primo, 12,5 mio. kr. i nyt lån og "
            "afdrag på 21,0 mio. kr.",
            "402,5 + 12,5 - 21,0",
        ),
        (
            "Ud af de i alt 17 sager blev 13 sager stadfæstet. 1 sag er ændret, og 3 sager er "
            "hjemvist.",
            "13 + 1 + 3",
        ),
        (
            "Der er tre poster:\n- Løn: 300.000 kr.\n- Leje: 125.000 kr.\n- El: 40.000 kr.\n"
            "I alt 465.000 kr.",
            "300.000 + 125.000 + 40.000",
        ),
        (
            "Der ventes et mindreforbrug på 15-25 mio. kr. Det dækker over ca. 4 mio. kr. på et "
            "område "
            "og ca. 16 mio. kr. på et andet.",
            "4 + 16",
        ),
        (
            "Budgettet reduceres med 5 mio. kr.\nDet tilføres 0,064 mio. kr.\nDet tilføres desuden "
            "0,076 mio. kr. og reduceres med 0,466 mio. kr.\nSamlet reduceres budgettet med 5,326 "
            "mio. kr.",
            "-5 + 0,064 + 0,076 - 0,466",
        ),
        (
            "Huset har 33 pladser fordelt på 3 stuer: 12 i nord, 11 i syd og 10 i vest.",
            "12 + 11 + 10",
        ),
    ],
)
def test_a_sum_that_holds_is_verified(claims, text, written):
    found = [claim for claim in claims(text) if claim.holds]
    assert found
    if written:
        assert written in [claim.written for claim in found]


@pytest.mark.parametrize(
    ("text", "printed", "computed"),
    [
        ("18 er i job, 5 i uddannelse og 2 i praktik, i alt 26.", "26", "25"),
        (
            "Det kostede 145.000 kr. i løn, 62.000 kr. i leje og 18.000 kr. i kørsel. Tilsammen "
            "blev "
            "det 252.000 kr.",
            "252.000",
            "225.000",
        ),
        (
            "Taksten på 3.585 kr. er sat sammen af 1.120 kr. i gebyr, 1.385 kr. for affald og "
            "1.800 "
            "kr. for genbrug.",
            "3.585",
            "4.305",
        ),
        ("Ud af de i alt 17 sager blev 13 stadfæstet, 2 ændret og 3 hjemvist.", "17", "18"),
    ],
)
def test_a_sum_that_fails_is_a_mistake(claims, text, printed, computed):
    found = [claim for claim in claims(text) if not claim.holds and claim.is_sure]
    assert [(claim.stated.number, claim.computed) for claim in found] == [(printed, computed)]


@pytest.mark.parametrize(
    "text",
    [
        "Af de 80 borgere er 30 i job og 25 under uddannelse.",
        "Der er holdt 5 hold og 8 kurser, i alt 260 deltagere.",
        "Vi har 3 medarbejdere og 2 frivillige, som i alt har hjulpet 48 borgere.",
        "Rammen er 45 mio. kr., heraf 20 mio. kr. til skoler og 12 mio. kr. til veje.",
        "Udgiften er 1,8 mio. kr. i 2024 og 2,1 mio. kr. i 2025, i alt 5,2 mio. kr. i perioden.",
        "Vejene får 4,0 mio. kr. og stierne 1,5 mio. kr. I alt er der afsat 9,0 mio. kr. til "
        "anlæg.",
        "Der er 14 dagplejere og 6 institutioner med i alt 380 børn.",
        "476 af de 739 har svaret. Heraf er 239 meget tilfredse og 203 tilfredse, tilsammen 442.",
        "Af de 75 unge skal 40 % (30) i uddannelse og 20 % (15) i job.",
    ],
)
def test_what_is_no_sum_of_these_is_not_told(claims, text):
    assert not [claim for claim in claims(text) if not claim.holds and claim.is_sure]


def test_a_part_is_not_more_than_its_whole(world):
    def found(text):
        prose = read_prose(world.item(sections=(world.section(text),)))
        return [each.part.number for each in parts_too_large(read_told(prose))]

    assert found("37 sager kom fra bosteder, hvoraf 41 handler om det samme.") == ["41"]
    assert found("41 sager kom fra bosteder, hvoraf 37 handler om det samme.") == []
    assert found("Der er 3 projekter, hvoraf ca. 4 er nye.") == []


@given(parts=st.lists(st.integers(1001, 1899), min_size=2, max_size=6), off=st.integers(10, 999))
def test_a_list_with_its_sum_is_silent_and_caught_when_changed(world, parts, off):
    assume((sum(parts) + off) % 100)  # a round sum may be a rounded one
    assume(all(part % 10 for part in parts))  # and so may round parts
    named = [f"{part} kr. til post {letter}" for part, letter in zip(parts, "abcdef", strict=False)]
    said = f"Der gives {', '.join(named[:-1])} og {named[-1]}, i alt {{}} kr."
    right, wrong = (
        sum_claims(read_told(read_prose(world.item(sections=(world.section(said.format(total)),)))))
        for total in (sum(parts), sum(parts) + off)
    )
    assert all(claim.holds for claim in right)
    assert [claim.value for claim in wrong if not claim.holds] == [Decimal(sum(parts))]
