"""What the pages show of a statement: its sums, and whether it balances, as one types."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import ngettext

from sagsgang.figures.appropriation import (
    FINANCING_WORDS,
    GRANTED_WORDS,
    AppropriationStatement,
    BalanceMode,
    amount_written,
    balance_sentence,
    column_sums,
    financing_sums,
    frame_changes,
    granted_sums,
    is_balanced,
    lacks_financing,
    yearly_notes,
)
from sagsgang.web.cases.appropriation.rounds import Overview
from sagsgang.web.cases.appropriation.selectors import problems_of


@dataclass(frozen=True, slots=True)
class Sums:
    """The sums of each column as printed, and what is said of them."""

    columns: tuple[str, ...]
    granted: tuple[str, ...]
    financing: tuple[str, ...]
    together: tuple[str, ...]
    sentence: str
    problems: tuple[str, ...]
    notes: tuple[str, ...]
    is_balanced: bool
    is_empty: bool

    @property
    def granted_by_column(self) -> list[tuple[str, str]]:
        """What is granted, beside the heading of its column."""
        return list(zip(self.columns, self.granted, strict=True))

    @property
    def financing_by_column(self) -> list[tuple[str, str]]:
        """What is financed, beside the heading of its column."""
        return list(zip(self.columns, self.financing, strict=True))

    @property
    def together_by_column(self) -> list[tuple[str, str]]:
        """Both together, beside the heading of its column."""
        return list(zip(self.columns, self.together, strict=True))


def sums_of(
    statement: AppropriationStatement, mode: BalanceMode, wrong: Collection[int] = ()
) -> Sums:
    """The sums; of the columns in `wrong`, where an amount could not be read, none is told, and
    then nothing is said of the balance either.
    """

    def written(amounts: tuple[Decimal | None, ...]) -> tuple[str, ...]:
        return tuple(
            "?" if at in wrong else amount_written(each) for at, each in enumerate(amounts)
        )

    is_told = not wrong
    balanced = is_balanced(statement, mode) and not lacks_financing(statement)
    return Sums(
        tuple(column.label for column in statement.columns),
        written(granted_sums(statement)),
        written(financing_sums(statement)),
        written(column_sums(statement)),
        balance_sentence(statement, mode) if is_told else "",
        problems_of(statement, mode) if is_told else (),
        yearly_notes(statement) if is_told else (),
        balanced and is_told,
        statement.is_empty,
    )


def reservations_of(overview: Overview) -> list[str]:
    """What the table does not answer for: what is left out of it, and what balances only together
    with the rest.
    """
    told = (
        (
            overview.hidden,
            ngettext(
                "%(n)s statement is left out, because you may not read its case.",
                "%(n)s statements are left out, because you may not read their cases.",
                overview.hidden,
            ),
        ),
        (
            overview.withdrawn,
            ngettext(
                "%(n)s statement is left out, because its case is withdrawn.",
                "%(n)s statements are left out, because their cases are withdrawn.",
                overview.withdrawn,
            ),
        ),
        (
            overview.unbalanced,
            ngettext(
                "%(n)s statement does not balance by itself: see its case below.",
                "%(n)s statements do not balance by themselves: see their cases below.",
                overview.unbalanced,
            ),
        ),
    )
    return [said % {"n": count} for count, said in told if count]


def overview_rows(statement: AppropriationStatement) -> list[dict[str, Any]]:
    """The rows of the direction's overview: each committee's policy areas, and its net change."""
    found: list[dict[str, Any]] = []
    for committee in dict.fromkeys(row.committee for row in statement.granted):
        rows = [row for row in statement.granted if row.committee == committee]
        found += [
            _shown(statement, committee, GRANTED_WORDS[row.kind], row.policy_area, row.amounts)
            for row in rows
        ]
        changes = tuple(each.change for each in frame_changes(statement, committee))
        found.append(_shown(statement, committee, "", "", changes) | {"is_sum": True})
    return found


def financing_rows(statement: AppropriationStatement) -> list[dict[str, Any]]:
    """How it is all financed."""
    return [
        _shown(statement, "", FINANCING_WORDS[row.kind], row.source, row.amounts)
        for row in statement.financing
    ]


def _shown(
    statement: AppropriationStatement,
    committee: str,
    kind: str,
    name: str,
    amounts: tuple[Decimal | None, ...],
) -> dict[str, Any]:
    written = tuple(amount_written(each) for each in amounts)
    labels = (column.label for column in statement.columns)
    return {
        "committee": committee,
        "kind": kind,
        "name": name,
        "amounts": written,
        "by_column": list(zip(labels, written, strict=True)),
        "is_sum": False,
    }
