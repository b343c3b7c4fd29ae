"""Whether what a statement grants is financed, by column or over the period, and what is missing.

Source: kommunestyrelsesloven § 40, stk. 2: a supplementary appropriation says how it is financed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sagsgang.figures.appropriation.statement import Amounts, AppropriationStatement, Column

ZERO = Decimal(0)


class BalanceMode(StrEnum):
    """What must give zero: each column by itself, or all of them together."""

    YEAR = "year"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Missing:
    """`sum` is what grants and financing give together where they should give zero: in `column`,
    or over the period (None). Above zero that much is not financed; below, that much has no place.
    """

    column: Column | None
    sum: Decimal

    @property
    def amount(self) -> Decimal:
        """What has to be written among the financing, with its sign, for it to balance."""
        return -self.sum


@dataclass(frozen=True, slots=True)
class FrameChange:
    """A committee's frame in one column: `before` and `after` are None where it is not known."""

    column: Column
    change: Decimal | None
    before: Decimal | None = None

    @property
    def after(self) -> Decimal | None:
        """The frame when the appropriation is given; the same where nothing changes it."""
        if self.before is None:
            return None
        return self.before + (self.change or ZERO)


def granted_sums(statement: AppropriationStatement) -> Amounts:
    """What is granted in each column; None where nothing is filled in."""
    return _summed([row.amounts for row in statement.granted], len(statement.columns))


def financing_sums(statement: AppropriationStatement) -> Amounts:
    """What is financed in each column; None where nothing is filled in."""
    return _summed([row.amounts for row in statement.financing], len(statement.columns))


def column_sums(statement: AppropriationStatement) -> Amounts:
    """Grants and financing together in each column; None where nothing is filled in."""
    return _summed(statement.all_amounts, len(statement.columns))


def period_sum(statement: AppropriationStatement) -> Decimal:
    """Grants and financing over all columns. One that lumps years holds their sum already."""
    return _total(column_sums(statement))


def missing(statement: AppropriationStatement, mode: BalanceMode) -> tuple[Missing, ...]:
    """What does not give zero in the municipality's own way of balancing; empty: it balances."""
    if mode is BalanceMode.PERIOD:
        whole = period_sum(statement)
        return (Missing(None, whole),) if whole else ()
    sums = zip(statement.columns, column_sums(statement), strict=True)
    return tuple(Missing(column, each) for column, each in sums if each)


def is_balanced(statement: AppropriationStatement, mode: BalanceMode) -> bool:
    """Whether nothing is missing."""
    return not missing(statement, mode)


def lacks_financing(statement: AppropriationStatement) -> bool:
    """Whether more is granted than saved over the period, and no financing at all is filled in."""
    is_more = _total(granted_sums(statement)) > 0
    return is_more and all(not each for each in financing_sums(statement))


def frame_changes(
    statement: AppropriationStatement,
    committee: str | None = None,
    frame: Sequence[Decimal | None] = (),
) -> tuple[FrameChange, ...]:
    """How the frame of a committee (of all, when none is named) changes in each column; `frame` is
    its adjusted budget in the statement's unit, as far as it is known.
    """
    rows = [row for row in statement.granted if committee is None or row.committee == committee]
    changes = _summed([row.amounts for row in rows], len(statement.columns))
    known = [*frame, *([None] * len(statement.columns))]
    return tuple(
        FrameChange(column, change, before)
        for column, change, before in zip(statement.columns, changes, known, strict=False)
    )


def _summed(rows: Sequence[Amounts], columns: int) -> Amounts:
    lanes = ([row[at] for row in rows if row[at] is not None] for at in range(columns))
    return tuple(_total(lane) if lane else None for lane in lanes)


def _total(amounts: Iterable[Decimal | None]) -> Decimal:
    return sum((amount for amount in amounts if amount is not None), ZERO)
