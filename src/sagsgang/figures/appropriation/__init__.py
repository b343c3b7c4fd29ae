"""The appropriation statement: what is granted, how it is financed, and whether it balances."""

from sagsgang.figures.appropriation.amounts import AmountError, amount_typed, amount_written
from sagsgang.figures.appropriation.balance import (
    BalanceMode,
    FrameChange,
    Missing,
    column_sums,
    financing_sums,
    frame_changes,
    granted_sums,
    is_balanced,
    lacks_financing,
    missing,
    period_sum,
)
from sagsgang.figures.appropriation.columns import default_columns, per_year, spread, years_named
from sagsgang.figures.appropriation.consolidation import NotComparableError, consolidate
from sagsgang.figures.appropriation.statement import (
    AppropriationStatement,
    Column,
    FinancingKind,
    FinancingRow,
    GrantedKind,
    GrantedRow,
    StatementError,
    Unit,
)
from sagsgang.figures.appropriation.words import (
    FINANCING_WORDS,
    GRANTED_WORDS,
    balance_sentence,
    missing_in_words,
    price_level_words,
    yearly_notes,
)

__all__ = [
    "FINANCING_WORDS",
    "GRANTED_WORDS",
    "AmountError",
    "AppropriationStatement",
    "BalanceMode",
    "Column",
    "FinancingKind",
    "FinancingRow",
    "FrameChange",
    "GrantedKind",
    "GrantedRow",
    "Missing",
    "NotComparableError",
    "StatementError",
    "Unit",
    "amount_typed",
    "amount_written",
    "balance_sentence",
    "column_sums",
    "consolidate",
    "default_columns",
    "financing_sums",
    "frame_changes",
    "granted_sums",
    "is_balanced",
    "lacks_financing",
    "missing",
    "missing_in_words",
    "per_year",
    "period_sum",
    "price_level_words",
    "spread",
    "yearly_notes",
    "years_named",
]
