"""What somebody typed in the form of a statement: kept as it stands, right or wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from sagsgang.figures.appropriation import (
    FINANCING_WORDS,
    GRANTED_WORDS,
    AmountError,
    AppropriationStatement,
    Column,
    FinancingKind,
    FinancingRow,
    GrantedKind,
    GrantedRow,
    StatementError,
    Unit,
    amount_typed,
    amount_written,
    default_columns,
    years_named,
)
from sagsgang.figures.appropriation.statement import MOST_COLUMNS, MOST_ROWS, MOST_YEARS

GRANTED, FINANCING = "granted", "financing"
_KINDS: dict[str, dict[Any, str]] = {GRANTED: dict(GRANTED_WORDS), FINANCING: dict(FINANCING_WORDS)}
LONGEST_NAME, LONGEST_LABEL = 120, 30


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name in the form, its id, what was typed, and what is wrong with it."""

    name: str
    key: str
    text: str
    error: str = ""


@dataclass(frozen=True, slots=True)
class TypedColumn:
    """A column's head and how many years it stands for, as typed."""

    label: str
    years: str


@dataclass(frozen=True, slots=True)
class TypedRow:
    """A row as typed: `name` is the policy area, or where the financing is from."""

    kind: str
    name: str
    amounts: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        """Whether nothing but the kind is there."""
        return not self.name.strip() and not any(each.strip() for each in self.amounts)


@dataclass(frozen=True, slots=True)
class Typed:
    """The whole form as typed, and the errors by the ids of its fields once it was `read`."""

    columns: tuple[TypedColumn, ...]
    granted: tuple[TypedRow, ...]
    financing: tuple[TypedRow, ...]
    errors: Mapping[str, str] = field(default_factory=dict)

    def after(self, button: str) -> "Typed":
        """As it stands after a button: `add_granted`, `remove_financing:1`, `add_column` …"""
        does, _mark, place = button.partition(":")
        at = int(place) if place.isdecimal() and len(place) < 4 else -1
        match does:
            case "add_granted" | "add_financing" if self._rows < MOST_ROWS:
                group = does.removeprefix("add_")
                kind = next(iter(_KINDS[group])).value
                new = TypedRow(kind, "", ("",) * len(self.columns))
                return self._with(group, (*self._group(group), new))
            case "remove_granted" | "remove_financing":
                group = does.removeprefix("remove_")
                return self._with(group, _without(self._group(group), at))
            case "add_column" if len(self.columns) < MOST_COLUMNS:
                return self._columns_with(
                    (*self.columns, _next(self.columns)), lambda row: (*row, "")
                )
            case "remove_column" if len(self.columns) > 1:
                columns = _without(self.columns, at)
                return self._columns_with(columns, lambda row: _without(row, at))
            case _:
                return self

    def read(self, unit: Unit, price_level: int | None, committee: str) -> "Read":
        """The statement as far as it can be read, and what is wrong, by the ids of the fields.
        Rows of which nothing is filled in are left out.
        """
        errors: dict[str, str] = {}
        columns = tuple(self._column(at, errors) for at in range(len(self.columns)))
        granted = tuple(
            GrantedRow(
                _kind(GrantedKind, row.kind),
                _name(row.name),
                self._amounts(GRANTED, at, row, errors),
                committee,
            )
            for at, row in enumerate(self.granted)
            if not row.is_blank
        )
        financing = tuple(
            FinancingRow(
                _kind(FinancingKind, row.kind),
                _name(row.name),
                self._amounts(FINANCING, at, row, errors),
            )
            for at, row in enumerate(self.financing)
            if not row.is_blank
        )
        for at, row in enumerate(self.granted):
            if not row.is_blank and not row.name.strip():
                errors[f"{GRANTED}-name-{at}"] = _("Write which policy area the amounts are for.")
        try:
            statement = AppropriationStatement(columns, granted, financing, unit, price_level)
        except StatementError as error:
            # Two columns of one name: the sums can be shown all the same.
            errors[""] = str(error)
            apart = tuple(
                replace(column, label=f"{column.label} ({at})")
                for at, column in enumerate(columns, start=1)
            )
            statement = AppropriationStatement(apart, granted, financing, unit, price_level)
        return Read(statement, errors, replace(self, errors=errors))

    # What the page shows -------------------------------------------------------------------------

    @property
    def heads(self) -> list[dict[str, Any]]:
        """The fields above each column."""
        return [
            {
                "at": at,
                "number": at + 1,
                "label": self._field("column_label", f"column-label-{at}", column.label),
                "years": self._field("column_years", f"column-years-{at}", column.years),
                "printed": column.label.strip() or str(at + 1),
            }
            for at, column in enumerate(self.columns)
        ]

    @property
    def groups(self) -> list[dict[str, Any]]:
        """The rows that grant and those that finance, each with its fields."""
        return [self._shown(GRANTED), self._shown(FINANCING)]

    @property
    def error_list(self) -> list[tuple[str, str]]:
        """(id of the field, what is wrong), in the order of the page."""
        return list(self.errors.items())

    def _shown(self, group: str) -> dict[str, Any]:
        rows = []
        for at, row in enumerate(self._group(group)):
            cells = [
                {
                    **_as_dict(
                        self._field(f"{group}_amount_{number}", f"{group}-{at}-{number}", text)
                    ),
                    "column": self.columns[number].label.strip() or str(number + 1),
                }
                for number, text in enumerate(row.amounts)
            ]
            rows.append(
                {
                    "at": at,
                    "number": at + 1,
                    "kind": self._field(f"{group}_kind", f"{group}-kind-{at}", row.kind),
                    "name": self._field(f"{group}_name", f"{group}-name-{at}", row.name),
                    "cells": cells,
                }
            )
        kinds = [(kind.value, words) for kind, words in _KINDS[group].items()]
        return {"name": group, "rows": rows, "kinds": kinds, "is_granted": group == GRANTED}

    def _field(self, name: str, key: str, text: str) -> Field:
        return Field(name, key, text, self.errors.get(key, ""))

    # What was typed ------------------------------------------------------------------------------

    @property
    def _rows(self) -> int:
        return len(self.granted) + len(self.financing)

    def _group(self, group: str) -> tuple[TypedRow, ...]:
        return self.granted if group == GRANTED else self.financing

    def _with(self, group: str, rows: tuple[TypedRow, ...]) -> "Typed":
        if group == GRANTED:
            return replace(self, granted=rows)
        return replace(self, financing=rows)

    def _columns_with(self, columns: tuple[TypedColumn, ...], changed: Any) -> "Typed":
        def rows(group: tuple[TypedRow, ...]) -> tuple[TypedRow, ...]:
            return tuple(replace(row, amounts=tuple(changed(row.amounts))) for row in group)

        return Typed(columns, rows(self.granted), rows(self.financing))

    def _column(self, at: int, errors: dict[str, str]) -> Column:
        typed = self.columns[at]
        label = _name(typed.label)[:LONGEST_LABEL]
        text = typed.years.strip()
        if not text:
            years = years_named(label)
        elif text.isdecimal() and 1 <= int(text) <= MOST_YEARS:
            years = int(text)
        else:
            errors[f"column-years-{at}"] = _(
                "Write how many years the column stands for: a whole number from 1 to %(most)s."
            ) % {"most": MOST_YEARS}
            years = 1
        if not label:
            errors[f"column-label-{at}"] = _("Write which year the column is, such as 2026.")
            label = f"({at + 1})"
        return Column(label, years)

    def _amounts(
        self, group: str, at: int, row: TypedRow, errors: dict[str, str]
    ) -> tuple[Decimal | None, ...]:
        amounts: list[Decimal | None] = []
        for number, text in enumerate(row.amounts):
            try:
                amounts.append(amount_typed(text))
            except AmountError as error:
                errors[f"{group}-{at}-{number}"] = str(error)
                amounts.append(None)
        return tuple(amounts)


@dataclass(frozen=True, slots=True)
class Read:
    """The statement, where an amount that could not be read is not filled in; `typed` has the
    errors at its fields.
    """

    statement: AppropriationStatement
    errors: Mapping[str, str]
    typed: Typed


def typed_data(data: Any) -> Typed:
    """What a form that was sent says: lists of fields of one name, in order."""
    labels = data.getlist("column_label")[:MOST_COLUMNS]
    years = [*data.getlist("column_years"), *([""] * len(labels))]
    columns = tuple(TypedColumn(label, each) for label, each in zip(labels, years, strict=False))
    if not columns:
        columns = (TypedColumn("", ""),)

    def rows(group: str) -> tuple[TypedRow, ...]:
        kinds = data.getlist(f"{group}_kind")[:MOST_ROWS]
        names = [*data.getlist(f"{group}_name"), *([""] * len(kinds))]
        lanes = [
            [*data.getlist(f"{group}_amount_{number}"), *([""] * len(kinds))]
            for number in range(len(columns))
        ]
        return tuple(
            TypedRow(kind, names[at][:LONGEST_NAME], tuple(lane[at] for lane in lanes))
            for at, kind in enumerate(kinds)
        )

    granted = rows(GRANTED)
    return Typed(columns, granted, rows(FINANCING)[: MOST_ROWS - len(granted)])


def typed_statement(statement: AppropriationStatement) -> Typed:
    """A statement as it would be typed."""
    return Typed(
        tuple(TypedColumn(each.label, str(each.years_covered)) for each in statement.columns),
        tuple(
            TypedRow(row.kind.value, row.policy_area, _written(row.amounts))
            for row in statement.granted
        ),
        tuple(
            TypedRow(row.kind.value, row.source, _written(row.amounts))
            for row in statement.financing
        ),
    )


def typed_new(year: int) -> Typed:
    """A new form: the budget year and three more, a row to grant in, and the cash balance."""
    columns = tuple(TypedColumn(each.label, "1") for each in default_columns(year))
    nothing = ("",) * len(columns)
    return Typed(
        columns,
        (TypedRow(GrantedKind.OPERATING.value, "", nothing),),
        (TypedRow(FinancingKind.CASH_BALANCE.value, "", nothing),),
    )


def _written(amounts: Sequence[Decimal | None]) -> tuple[str, ...]:
    return tuple(amount_written(each) for each in amounts)


def _next(columns: tuple[TypedColumn, ...]) -> TypedColumn:
    last = columns[-1].label.strip()[-4:]
    is_year = last.isdecimal() and len(last) == 4
    return TypedColumn(str(int(last) + 1) if is_year else "", "1")


def _without(rows: Any, at: int) -> Any:
    return tuple(each for number, each in enumerate(rows) if number != at)


def _kind(kinds: Any, value: str) -> Any:
    return kinds(value) if value in {each.value for each in kinds} else next(iter(kinds))


def _name(text: str) -> str:
    return " ".join(text.split())[:LONGEST_NAME]


def _as_dict(shown: Field) -> dict[str, str]:
    return {"name": shown.name, "key": shown.key, "text": shown.text, "error": shown.error}
