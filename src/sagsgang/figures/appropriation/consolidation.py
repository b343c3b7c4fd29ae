"""Several committees' statements in one: a row for each committee and policy area, same columns."""

from collections.abc import Hashable, Iterable, Mapping
from decimal import Decimal
from typing import TypeVar

from sagsgang.figures.appropriation.statement import (
    Amounts,
    AppropriationStatement,
    FinancingKind,
    FinancingRow,
    GrantedKind,
    GrantedRow,
)
from sagsgang.figures.appropriation.words import price_level_words
from sagsgang.language.collation import collation_key

_KINDS = [*GrantedKind]
_FINANCING_KINDS = [*FinancingKind]
_Key = TypeVar("_Key", bound=Hashable)


class NotComparableError(ValueError):
    """Statements that cannot stand in one table; the message names them and says what differs."""


def consolidate(statements: Mapping[str, AppropriationStatement]) -> AppropriationStatement:
    """The statements as one, in an order of its own, whatever the order they came in.

    Rows of one committee, kind and policy area are added, as is financing of one kind and source.
    The keys are what the statements are called. Raises NotComparableError when there are none, or
    when columns, units or price levels differ.
    """
    if not statements:
        raise NotComparableError("Der er ingen påtegninger at samle.")
    first_name, first = next(iter(statements.items()))
    for name, each in statements.items():
        if difference := _difference(first, each):
            raise NotComparableError(
                f"»{first_name}« og »{name}« kan ikke stå i samme tabel: {difference}"
            )
    granted = _added(
        ((row.committee, row.kind, row.policy_area), row.amounts)
        for each in statements.values()
        for row in each.granted
    )
    financing = _added(
        ((row.kind, row.source), row.amounts)
        for each in statements.values()
        for row in each.financing
    )
    rows = (
        GrantedRow(kind, area, amounts, committee)
        for (committee, kind, area), amounts in granted.items()
    )
    sources = (FinancingRow(kind, source, amounts) for (kind, source), amounts in financing.items())
    return AppropriationStatement(
        columns=first.columns,
        granted=tuple(sorted(rows, key=_row_order)),
        financing=tuple(sorted(sources, key=_source_order)),
        unit=first.unit,
        price_level=first.price_level,
    )


def _difference(one: AppropriationStatement, other: AppropriationStatement) -> str:
    if one.columns != other.columns:
        return f"kolonnerne er {_columns(one)} og {_columns(other)}."
    if one.unit is not other.unit:
        return f"beløbene er i {one.unit} og i {other.unit}"
    if one.price_level != other.price_level:
        levels = (price_level_words(one.price_level), price_level_words(other.price_level))
        return f"beløbene er i {levels[0]} og i {levels[1]}."
    return ""


def _columns(statement: AppropriationStatement) -> str:
    return ", ".join(
        column.label if column.years_covered == 1 else f"{column.label} ({column.years_covered} år)"
        for column in statement.columns
    )


def _added(rows: Iterable[tuple[_Key, Amounts]]) -> dict[_Key, Amounts]:
    found: dict[_Key, Amounts] = {}
    for key, amounts in rows:
        before = found.get(key)
        found[key] = (
            amounts
            if before is None
            else tuple(_sum(one, other) for one, other in zip(before, amounts, strict=True))
        )
    return found


def _sum(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    if one is None or other is None:
        return other if one is None else one
    return one + other


def _row_order(row: GrantedRow) -> tuple[object, ...]:
    return (
        collation_key(row.committee),
        row.committee,
        _KINDS.index(row.kind),
        collation_key(row.policy_area),
        row.policy_area,
    )


def _source_order(row: FinancingRow) -> tuple[object, ...]:
    return (_FINANCING_KINDS.index(row.kind), collation_key(row.source), row.source)
