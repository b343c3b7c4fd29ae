"""What is said of a statement in Danish: whether it balances, what is missing, how much a year."""

from decimal import Decimal

from sagsgang.figures.appropriation.balance import (
    BalanceMode,
    Missing,
    is_balanced,
    lacks_financing,
    missing,
)
from sagsgang.figures.appropriation.columns import per_year
from sagsgang.figures.appropriation.statement import (
    AppropriationStatement,
    FinancingKind,
    GrantedKind,
    Unit,
)
from sagsgang.language.numbers import format_number

GRANTED_WORDS = {
    GrantedKind.OPERATING: "Drift",
    GrantedKind.CAPITAL: "Anlæg/rådighedsbeløb",
}
FINANCING_WORDS = {
    FinancingKind.OPERATING_ELSEWHERE: "Drift andetsteds",
    FinancingKind.RAADIGHEDSBELOEB: "Afsat rådighedsbeløb",
    FinancingKind.LOAN: "Låneoptagelse",
    FinancingKind.LOAN_COSTS: "Renter og afdrag af nye lån",
    FinancingKind.CASH_BALANCE: "Kassebeholdning",
}


def price_level_words(price_level: int | None) -> str:
    """ "pris- og lønniveau 2026", or "løbende priser" where no year is told."""
    return "løbende priser" if price_level is None else f"pris- og lønniveau {price_level}"


def missing_in_words(what: Missing, unit: Unit) -> str:
    """What does not balance, where, with how much, and what to write: one sentence."""
    where = "Over hele perioden" if what.column is None else what.column.label
    amount, write = (format_number(each) for each in (abs(what.sum), what.amount))
    if what.sum > 0:
        said = f"der mangler finansiering for {amount} {unit}"
    else:
        said = f"{amount} {unit} har ikke fået nogen plads i finansieringen"
    return f"{where}: {said} (skriv {write} under finansiering, eller ret beløbene)."


def balance_sentence(statement: AppropriationStatement, mode: BalanceMode) -> str:
    """Whether the statement balances in each column, over the period or not, in one sentence or
    more; "" for one with no amounts.
    """
    if statement.is_empty:
        return ""
    if lacks_financing(statement):
        return "Der er ikke angivet nogen finansiering."
    if is_balanced(statement, BalanceMode.YEAR):
        return "Bevilling og finansiering går op i hvert år."
    if mode is BalanceMode.PERIOD and is_balanced(statement, mode):
        return (
            f"Bevilling og finansiering går op over perioden {_period(statement)}, men ikke i "
            "hvert år for sig: se den nederste række."
        )
    return " ".join(
        ["Bevilling og finansiering går ikke op."]
        + [missing_in_words(each, statement.unit) for each in missing(statement, mode)]
    )


def yearly_notes(statement: AppropriationStatement) -> tuple[str, ...]:
    """What the amounts granted are a year in columns that stand for several; a share of a whole
    amount is said to be rounded.
    """
    notes = []
    for at, column in enumerate(statement.columns):
        if column.years_covered == 1:
            continue
        said = [
            f"{row.policy_area}: {_about(each[at])} {statement.unit}"
            for row in statement.granted
            if (each := per_year(row.amounts, statement.columns))[at]
        ]
        if said:
            notes.append(
                f"{column.label} dækker {column.years_covered} år. Det er om året "
                f"{', '.join(said)}".rstrip(".")
                + "."
            )
    return tuple(notes)


def _about(amount: Decimal | None) -> str:
    assert amount is not None
    whole = format_number(amount)
    return whole if amount == amount.to_integral_value() else f"ca. {whole}"


def _period(statement: AppropriationStatement) -> str:
    first, last = statement.columns[0].label, statement.columns[-1].label
    if len(statement.columns) == 1:
        return first
    return f"{first} til {last}"
