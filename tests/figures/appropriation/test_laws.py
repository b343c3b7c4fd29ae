"""Laws of statements: sums of parts, any order, what balances, and what a person may type."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sagsgang.figures.appropriation import (
    AmountError,
    AppropriationStatement,
    BalanceMode,
    Column,
    FinancingKind,
    FinancingRow,
    GrantedKind,
    GrantedRow,
    NotComparableError,
    StatementError,
    Unit,
    amount_typed,
    amount_written,
    balance_sentence,
    column_sums,
    consolidate,
    default_columns,
    financing_sums,
    frame_changes,
    granted_sums,
    is_balanced,
    lacks_financing,
    missing,
    per_year,
    spread,
    yearly_notes,
    years_named,
)

COLUMNS = (Column("2026"), Column("2027"), Column("2028-2030", 3))
COMMITTEES = ("Arbejdsmarkedsudvalget", "Børneudvalget", "Ældreudvalget")

whole = st.integers(-(10**9), 10**9).map(Decimal)
amounts = st.tuples(*[st.none() | whole] * len(COLUMNS))
granted = st.lists(
    st.builds(
        GrantedRow,
        st.sampled_from(GrantedKind),
        st.sampled_from(("11 Integration", "12", "18")),
        amounts,
        st.sampled_from(COMMITTEES),
    ),
    max_size=4,
).map(tuple)
financing = st.lists(
    st.builds(FinancingRow, st.sampled_from(FinancingKind), st.sampled_from(("", "01")), amounts),
    max_size=4,
).map(tuple)
statements = st.builds(AppropriationStatement, st.just(COLUMNS), granted, financing)
several = st.lists(statements, min_size=1, max_size=4)


def named(parts: list[AppropriationStatement]) -> dict[str, AppropriationStatement]:
    return {f"Sag {number}": part for number, part in enumerate(parts, start=1)}


def added(parts: list[AppropriationStatement], sums) -> tuple[Decimal | None, ...]:
    lanes = zip(*(sums(part) for part in parts), strict=True)
    filled = [[each for each in lane if each is not None] for lane in lanes]
    return tuple(sum(lane, Decimal(0)) if lane else None for lane in filled)


def balanced_by(mode: BalanceMode, part: AppropriationStatement) -> AppropriationStatement:
    """The statement with what is missing put in its cash balance."""
    lacking = {each.column: each.amount for each in missing(part, mode)}
    if mode is BalanceMode.PERIOD:
        row = (lacking.get(None, Decimal(0)), None, None)
    else:
        row = tuple(lacking.get(column) for column in part.columns)
    cash = FinancingRow(FinancingKind.CASH_BALANCE, "kassen", row)
    return AppropriationStatement(part.columns, part.granted, (*part.financing, cash))


@given(several)
def test_the_sums_of_the_whole_are_the_sums_of_the_parts(parts):
    whole = consolidate(named(parts))
    for sums in (column_sums, granted_sums, financing_sums):
        assert sums(whole) == added(parts, sums)


@given(several)
def test_each_committee_keeps_its_own_change(parts):
    whole = consolidate(named(parts))
    for committee in COMMITTEES:
        changes = tuple(each.change for each in frame_changes(whole, committee))
        own = [frame_changes(part, committee) for part in parts]
        lanes = [
            [c.change for c in lane if c.change is not None] for lane in zip(*own, strict=True)
        ]
        assert changes == tuple(sum(lane, Decimal(0)) if lane else None for lane in lanes)


@given(several, st.randoms())
def test_the_order_does_not_matter(parts, random):
    shuffled = list(named(parts).items())
    random.shuffle(shuffled)
    assert consolidate(dict(shuffled)) == consolidate(named(parts))


@given(several)
def test_what_is_consolidated_in_two_steps_is_the_same(parts):
    first, *rest = parts
    if rest:
        two = consolidate({"første": first, "resten": consolidate(named(rest))})
        assert two == consolidate(named(parts))


@given(several, st.sampled_from(BalanceMode))
def test_balanced_parts_balance_together(parts, mode):
    parts = [balanced_by(mode, part) for part in parts]
    assert all(is_balanced(part, mode) for part in parts)
    assert is_balanced(consolidate(named(parts)), mode)


@given(statements)
def test_what_balances_every_year_balances_over_the_years(part):
    if is_balanced(part, BalanceMode.YEAR):
        assert is_balanced(part, BalanceMode.PERIOD)


@given(statements, st.sampled_from(BalanceMode))
def test_something_is_said_of_every_statement_with_amounts(part, mode):
    assert bool(balance_sentence(part, mode)) is not part.is_empty


@given(whole, st.sampled_from(BalanceMode))
def test_what_is_missing_is_what_must_be_written(amount, mode):
    row = GrantedRow(GrantedKind.OPERATING, "12", (amount, None, None), "Børneudvalget")
    part = AppropriationStatement(COLUMNS, (row,))
    assert is_balanced(balanced_by(mode, part), mode)
    assert lacks_financing(part) is (amount > 0)


def test_what_is_saved_in_one_year_finances_the_next():
    row = GrantedRow(GrantedKind.OPERATING, "12", (Decimal(-3), Decimal(1), Decimal(2)))
    part = AppropriationStatement(COLUMNS, (row,))
    assert not lacks_financing(part)
    assert is_balanced(part, BalanceMode.PERIOD)


@given(whole)
def test_the_same_a_year_is_the_same_a_year(amount):
    assert per_year(spread(amount, COLUMNS), COLUMNS) == (amount,) * 3


@given(whole)
def test_what_is_written_can_be_typed(amount):
    assert amount_typed(amount_written(amount)) == amount


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("-5.390", -5390),
        ("−5.390", -5390),
        ("1.000", 1000),
        ("5390", 5390),
        ("+326", 326),
        ("0", 0),
    ],
)
def test_amounts_as_people_type_them(typed, amount):
    assert amount_typed(f" {typed} ") == amount


def test_an_empty_field_is_not_zero():
    assert amount_typed("  ") is None
    row = GrantedRow(GrantedKind.OPERATING, "12", (None, None, None), "Børneudvalget")
    assert column_sums(AppropriationStatement(COLUMNS, (row,))) == (None, None, None)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("(200)", "Skriv -200 i stedet for (200)"),
        ("1,5", "uden komma"),
        ("1.00", "ikke et beløb"),
        ("tusind", "ikke et beløb"),
        ("9" * 13, "flere cifre"),
    ],
)
def test_what_is_no_amount_is_refused_with_what_to_write(typed, says):
    with pytest.raises(AmountError) as refused:
        amount_typed(typed)
    assert says in str(refused.value)


@pytest.mark.parametrize(
    ("other", "says"),
    [
        (
            AppropriationStatement((Column("2026"),)),
            "kolonnerne er 2026, 2027, 2028-2030 (3 år) og",
        ),
        (AppropriationStatement(COLUMNS, unit=Unit.KRONER), "beløbene er i t.kr. og i kr."),
        (AppropriationStatement(COLUMNS, price_level=2026), "i pris- og lønniveau 2026."),
    ],
)
def test_what_cannot_stand_in_one_table_is_named(other, says):
    with pytest.raises(NotComparableError) as refused:
        consolidate({"Skolerne": AppropriationStatement(COLUMNS), "Kysten": other})
    assert "»Skolerne« og »Kysten«" in str(refused.value)
    assert says in str(refused.value)


def test_nothing_to_consolidate():
    with pytest.raises(NotComparableError):
        consolidate({})


@pytest.mark.parametrize(
    "bad",
    [
        lambda: AppropriationStatement(()),
        lambda: AppropriationStatement((Column("2026"), Column("2026 "))),
        lambda: AppropriationStatement(
            COLUMNS, (GrantedRow(GrantedKind.CAPITAL, "12", (Decimal(1),)),)
        ),
        lambda: AppropriationStatement(
            COLUMNS[:1], (GrantedRow(GrantedKind.CAPITAL, "12", (Decimal("1.5"),)),)
        ),
        lambda: Column(" "),
        lambda: Column("2026", 0),
    ],
)
def test_what_is_no_statement(bad):
    with pytest.raises(StatementError):
        bad()


def test_the_columns_of_a_budget():
    assert [column.label for column in default_columns(2026)] == ["2026", "2027", "2028", "2029"]
    assert (years_named("2027-2029"), years_named("2027-29"), years_named("2026")) == (3, 3, 1)


def test_a_share_that_is_not_whole_is_called_about():
    row = GrantedRow(GrantedKind.OPERATING, "12", (None, None, Decimal(1000)), "Børneudvalget")
    (note,) = yearly_notes(AppropriationStatement(COLUMNS, (row,)))
    assert note == "2028-2030 dækker 3 år. Det er om året 12: ca. 333 t.kr."
