"""What an appropriation statement is: rows that grant, rows that finance, over labelled columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

#: No statement has more columns or rows, and no column stands for more years.
MOST_COLUMNS = 12
MOST_ROWS = 200
MOST_YEARS = 20

Amounts = tuple[Decimal | None, ...]


class StatementError(ValueError):
    """A statement that cannot be; the message is Danish and says what is wrong."""


class Unit(StrEnum):
    """What the amounts are counted in."""

    KRONER = "kr."
    THOUSANDS = "t.kr."


class GrantedKind(StrEnum):
    """What is granted: drift, or anlæg with its rådighedsbeløb."""

    OPERATING = "operating"
    CAPITAL = "capital"


class FinancingKind(StrEnum):
    """Where the money is from: a budget elsewhere, a rådighedsbeløb set aside, a loan, interest and
    repayments of it, or the cash balance.
    """

    OPERATING_ELSEWHERE = "operating_elsewhere"
    RAADIGHEDSBELOEB = "raadighedsbeloeb"
    LOAN = "loan"
    LOAN_COSTS = "loan_costs"
    CASH_BALANCE = "cash_balance"


@dataclass(frozen=True, slots=True)
class Column:
    """A budget year, or several years in one: then each amount in it is their sum."""

    label: str
    years_covered: int = 1

    def __post_init__(self) -> None:
        if not self.label.strip():
            raise StatementError("En kolonne har ingen overskrift. Skriv året, fx 2026.")
        if not 1 <= self.years_covered <= MOST_YEARS:
            raise StatementError(
                f"Kolonnen {self.label} skal dække mellem 1 og {MOST_YEARS} år, "
                f"ikke {self.years_covered}."
            )


@dataclass(frozen=True, slots=True)
class GrantedRow:
    """Granted to a policy area of a committee; a saving is negative, None is not filled in."""

    kind: GrantedKind
    policy_area: str
    amounts: Amounts
    committee: str = ""


@dataclass(frozen=True, slots=True)
class FinancingRow:
    """How it is financed, and the pool or account (`source`) if it is told. Spending that is
    granted has its financing with the opposite sign: money saved is positive when it goes to cash.
    """

    kind: FinancingKind
    source: str
    amounts: Amounts


@dataclass(frozen=True, slots=True)
class AppropriationStatement:
    """Whole amounts in `unit`, at the prices of the year `price_level` (None: current prices).

    Raises StatementError when a row has not one amount for each column, when an amount is not
    whole, or when two columns are called the same. Source: kommunestyrelsesloven § 40, stk. 2.
    """

    columns: tuple[Column, ...]
    granted: tuple[GrantedRow, ...] = ()
    financing: tuple[FinancingRow, ...] = ()
    unit: Unit = Unit.THOUSANDS
    price_level: int | None = None

    def __post_init__(self) -> None:
        if not 1 <= len(self.columns) <= MOST_COLUMNS:
            raise StatementError(f"En påtegning har mellem 1 og {MOST_COLUMNS} kolonner.")
        labels = [column.label.strip() for column in self.columns]
        for label in labels:
            if labels.count(label) > 1:
                raise StatementError(f"To kolonner hedder {label}. Giv dem hver sin overskrift.")
        if len(self.granted) + len(self.financing) > MOST_ROWS:
            raise StatementError(f"En påtegning har højst {MOST_ROWS} rækker.")
        for amounts in self.all_amounts:
            if len(amounts) != len(self.columns):
                raise StatementError("En række har ikke ét felt for hver kolonne.")
            for amount in amounts:
                if amount is not None and (
                    not amount.is_finite() or amount != amount.to_integral_value()
                ):
                    raise StatementError(f"Beløbet {amount} er ikke et helt tal i {self.unit}")

    @property
    def all_amounts(self) -> Sequence[Amounts]:
        """The amounts of every row, what is granted first."""
        granted = [row.amounts for row in self.granted]
        return granted + [row.amounts for row in self.financing]

    @property
    def is_empty(self) -> bool:
        """Whether no amount is filled in."""
        return all(amount is None for amounts in self.all_amounts for amount in amounts)
