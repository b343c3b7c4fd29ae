"""Amounts to the last krone that add up across an item."""

from hypothesis import given
from hypothesis import strategies as st

from sagsgang.checking import check
from sagsgang.checking.quantities import read_prose
from sagsgang.checking.text.exact import exact_claims


def test_the_amounts_may_stand_in_different_sections(world):
    item = world.item(
        sections=(
            world.section("Budgettet er 1.458.739 kr., og Park og Vej beholder 964.250 kr."),
            world.section("Der flyttes netto 494.489 kr."),
        )
    )
    (claim,) = exact_claims(read_prose(item))
    assert claim.statement() == "1.458.739 - 964.250 = 494.489"
    (verified,) = check(world.minutes(item), rules=["F24"]).verified
    assert [place.section for place in (verified.place, *verified.others)] == [1, 0]


@given(st.integers(100_001, 9_999_999), st.integers(10_001, 99_999))
def test_what_adds_up_is_never_a_mistake(world, whole, part):
    numbers = [f"{n:,}".replace(",", ".") for n in (whole, part, whole - part)]
    text = "Der er {} kr., heraf {} kr. og {} kr.".format(*numbers)
    claims = list(exact_claims(read_prose(world.item(sections=(world.section(text),)))))
    assert all(claim.holds for claim in claims)


@given(st.lists(st.integers(10_000, 99_999_999), max_size=40))
def test_any_amounts_are_read(world, amounts):
    text = ", ".join(f"{amount} kr." for amount in amounts)
    for claim in exact_claims(read_prose(world.item(sections=(world.section(text),)))):
        assert claim.statement()
