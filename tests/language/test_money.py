"""Money: the scale a sum is printed in, and the round trip."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.language.money import (
    FACTORS,
    Scale,
    find_money,
    format_money,
    parse_money,
    parse_scale,
)


@pytest.mark.parametrize(
    ("text", "kroner", "half_unit"),
    [
        ("1.471,7 mio. kr.", "1471700000", "50000"),
        ("kr. 20.000", "20000", "0.5"),
        ("297.370 kr.", "297370", "0.5"),
        ("1.000 kr.", "1000", "0.5"),
        ("12.000 kr", "12000", "0.5"),
        ("500 kroner", "500", "0.5"),
        ("20.000,-", "20000", "0.5"),
        ("DKK 500", "500", "0.5"),
        ("5 t.kr.", "5000", "500"),
        ("400 tusinde kr.", "400000", "500"),
        ("3 mia. kr.", "3000000000", "500000000"),
        ("2 millioner kroner", "2000000", "500000"),
        ("kr. 2,5 mio.", "2500000", "50000"),
        ("- 5 mio. kr.", "-5000000", "500000"),
        ("1,5\xa0mio.\xa0kr.", "1500000", "50000"),
    ],
)
def test_sums(text: str, kroner: str, half_unit: str) -> None:
    money = parse_money(text)
    assert money is not None
    assert (money.kroner, money.half_unit) == (Decimal(kroner), Decimal(half_unit))
    assert (money.low, money.high) == (
        money.kroner - money.half_unit,
        money.kroner + money.half_unit,
    )


@pytest.mark.parametrize("text", ["", "5", "5 mio. borgere", "10 krav", "kr.", "12 pct.", "i 2024"])
def test_what_is_no_sum(text: str) -> None:
    assert find_money(text) == []
    assert parse_money(text) is None


@pytest.mark.parametrize(
    ("text", "millions"),
    [
        ("15-25 mio. kr.", ["15", "25"]),
        ("10,6 - 6,7 og 2,1 mio. kr.", ["10.6", "6.7", "2.1"]),
        ("2 til 3 mio. kr.", ["2", "3"]),
        ("i 2024-2025 5 mio. kr.", ["5"]),
        ("12 borgere og 5 mio. kr.", ["5"]),
    ],
)
def test_numbers_joined_by_a_dash_share_the_unit(text: str, millions: list[str]) -> None:
    assert [money.kroner for money in find_money(text)] == [
        Decimal(million) * 10**6 for million in millions
    ]


def test_kroner_belong_to_the_sum_before_them() -> None:
    assert [money.text for money in find_money("100 kr. 20 personer og 5 mio. kr. 7 uger")] == [
        "100 kr.",
        "5 mio. kr.",
    ]


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("(i 1.000 kr.)", "t.kr."),
        ("i tusinde kr.", "t.kr."),
        ("T.kr.", "t.kr."),
        ("Mio. kr.", "mio. kr."),
        ("Provenu (mio. kr.)", "mio. kr."),
        ("i 1.000.000 kr.", "mio. kr."),
        ("Beløb i mia. kr.", "mia. kr."),
        ("i hele kroner", "kr."),
        ("Beløb i 1.000\xa0kr.", "t.kr."),
        ("Budget, mio.kr.", "mio. kr."),
        ("Forbrug t.kr.", "t.kr."),
        ("på 5 mio. kr.", None),
        ("Antal", None),
        ("Ændring", None),
    ],
)
def test_the_unit_of_a_table(text: str, scale: str | None) -> None:
    assert parse_scale(text) == scale


@given(st.integers(-(10**9), 10**9), st.integers(0, 3), st.sampled_from(sorted(FACTORS)))
def test_parse_and_format_are_inverse(units: int, decimals: int, scale: Scale) -> None:
    kroner = Decimal(units).scaleb(-decimals) * FACTORS[scale]
    printed = format_money(kroner, scale, decimals)
    money = parse_money(printed)
    assert money is not None
    assert (money.kroner, money.scale) == (kroner, scale)
    assert format_money(money.kroner, money.scale, money.number.decimals) == printed


@given(st.text(max_size=60) | st.text(alphabet="0123456789., -–krmiot", max_size=40))
def test_any_text_gives_ordered_spans(text: str) -> None:
    end = 0
    for money in find_money(text):
        assert end <= money.start < money.end
        assert text[money.start : money.end] == money.text
        end = money.end
    parse_scale(text)
