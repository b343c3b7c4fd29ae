"""Calculations that running text writes out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.checking.quantities import read_prose
from sagsgang.checking.text.products import product_claims


@pytest.fixture(scope="session")
def claims(world):
    return lambda text: list(
        product_claims(read_prose(world.item(sections=(world.section(text),))))
    )


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("38 borgere x 7.900 kr. x 9 måneder = 2.701.800 kr.", "38 x 7.900 x 9 = 2.701.800"),
        ("I 2025 bruges 5/12 af 546.600 kr., svarende til 227.750 kr.", "546.600 × 5/12 = 227.750"),
        ("Det koster 186.000 kr. om året eller 15.500 kr. om måneden.", "186.000 / 12 = 15.500"),
        (
            "4.992 timer til 1.104 borgere. Det er 4,5 timer pr. borger.",
            "4.992 / 1.104 = 4,52 ≈ 4,5",
        ),
        ("3 hold + 4 hold = 7 hold", "3 + 4 = 7"),
        ("Der gives 1.500 kr. pr. plads til 12 pladser, i alt 18.000 kr.", "1.500 × 12 = 18.000"),
        ("Der er 300.000 kr. årligt i 4 år, i alt 1,2 mio. kr.", "300.000 × 4 = 1,2"),
    ],
)
def test_a_calculation_is_recomputed(claims, text, statement):
    assert [claim.statement() for claim in claims(text)] == [statement]


@pytest.mark.parametrize(
    ("text", "computed"),
    [
        ("38 borgere x 7.900 kr. x 9 måneder = 2.710.800 kr.", "2.701.800"),
        ("I 2025 bruges 5/12 af 546.600 kr., svarende til 272.750 kr.", "227.750"),
        ("Det koster 186.000 kr. om året eller 16.500 kr. om måneden.", "15.500"),
    ],
)
def test_a_wrong_result_fails(claims, text, computed):
    (claim,) = claims(text)
    assert not claim.holds
    assert claim.is_sure
    assert claim.computed == computed


def test_a_price_is_not_that_of_another_sentence(claims):
    text = "Budgettet er i alt 900.000 kr. Der er 80 borgere. Prisen er 1.250 kr. pr. borger."
    assert claims(text) == []


def test_a_price_with_no_yearly_amount_near_says_nothing(claims):
    assert claims("Udgiften er 1,9 mio. kr. Et ophold koster 7.000 kr. om måneden.") == []


@given(st.integers(2, 999), st.integers(2, 9999), st.integers(1, 12))
def test_a_product_written_out_holds(claims, count, price, months):
    text = f"{count} pladser x {price} kr. x {months} måneder = {count * price * months} kr."
    (claim,) = claims(text)
    assert claim.holds


@given(st.text(st.sampled_from("0123456789 ,.()/x=+-prmåned.borgerkrTF\n"), max_size=120))
def test_any_text_gives_an_answer(claims, text):
    for claim in claims(text):
        assert claim.statement()
