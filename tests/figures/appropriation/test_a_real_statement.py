"""Sønderborg, Arbejdsmarkedsudvalget 13-08-2024, item 2 (second appropriation revision of 2024):
the numbers of its appropriation statement, in t.kr., and what its text says of them.
"""

from decimal import Decimal

import pytest

from sagsgang.figures.appropriation import (
    AppropriationStatement,
    BalanceMode,
    Column,
    FinancingKind,
    FinancingRow,
    GrantedKind,
    GrantedRow,
    balance_sentence,
    column_sums,
    frame_changes,
    granted_sums,
    missing,
    missing_in_words,
    per_year,
    period_sum,
    spread,
    yearly_notes,
)

COMMITTEE = "Arbejdsmarkedsudvalget"


def numbers(*each: int | None) -> tuple[Decimal | None, ...]:
    return tuple(None if one is None else Decimal(one) for one in each)


@pytest.fixture
def printed() -> AppropriationStatement:
    columns = (Column("2024"), Column("2025"), Column("2026"), Column("2027-2029", 3))
    drift, cash = GrantedKind.OPERATING, FinancingKind.CASH_BALANCE
    return AppropriationStatement(
        columns,
        (
            GrantedRow(drift, "12", numbers(64, 0, 0, 0), COMMITTEE),
            GrantedRow(drift, "18", numbers(-5390, 1000, 1000, 3000), COMMITTEE),
        ),
        (FinancingRow(cash, "01", numbers(326, 0, 0, 0)),),
    )


def test_the_columns_do_not_balance_and_the_period_does(printed):
    assert column_sums(printed) == numbers(-5000, 1000, 1000, 3000)
    assert period_sum(printed) == 0
    assert missing(printed, BalanceMode.PERIOD) == ()
    assert [each.sum for each in missing(printed, BalanceMode.YEAR)] == [-5000, 1000, 1000, 3000]


def test_it_is_said_which_year_lacks_what(printed):
    first, second, *_more = missing(printed, BalanceMode.YEAR)
    assert missing_in_words(first, printed.unit) == (
        "2024: 5.000 t.kr. har ikke fået nogen plads i finansieringen "
        "(skriv 5.000 under finansiering, eller ret beløbene)."
    )
    assert missing_in_words(second, printed.unit) == (
        "2025: der mangler finansiering for 1.000 t.kr. "
        "(skriv -1.000 under finansiering, eller ret beløbene)."
    )
    assert balance_sentence(printed, BalanceMode.PERIOD) == (
        "Bevilling og finansiering går op over perioden 2024 til 2027-2029, men ikke i hvert år "
        "for sig: se den nederste række."
    )


def test_the_committee_gets_5_326_less_in_2024(printed):
    changes = frame_changes(printed, COMMITTEE, numbers(1_491_700))
    assert [each.change for each in changes] == [*numbers(-5326, 1000, 1000, 3000)]
    assert changes[0].after == 1_486_374
    assert changes[1].after is None
    assert granted_sums(printed) == tuple(each.change for each in changes)


def test_a_million_a_year_is_three_in_the_last_column(printed):
    assert spread(Decimal(1000), printed.columns[1:]) == numbers(1000, 1000, 3000)
    row = printed.granted[1]
    assert per_year(row.amounts, printed.columns) == numbers(-5390, 1000, 1000, 1000)
    assert yearly_notes(printed) == ("2027-2029 dækker 3 år. Det er om året 18: 1.000 t.kr.",)
