"""A statement in another case or version: last year's rows without amounts, or as it was."""

import re
from dataclasses import replace
from typing import Any

from django.utils import timezone

from sagsgang.figures.appropriation import AppropriationStatement, Column
from sagsgang.web.cases.appropriation.keeping import (
    as_statement,
    row_write,
    statement_of,
    statement_row,
)
from sagsgang.web.cases.models import Case

_YEAR = re.compile(r"\b20[0-9]{2}\b")


def statement_take_over(case: Case, earlier: Case, actor: Any) -> None:
    """Give a new case the rows of the earlier one's statement, with the amounts left out and the
    years moved so that the first is this one. It belongs to no appropriation revision yet.
    """
    row = statement_row(earlier)
    if row is None or not (row.content["granted"] or row.content["financing"]):
        return
    row_write(case, None, emptied(statement_of(row, earlier), timezone.localdate().year), actor)


def statement_restore(case: Case, content: dict[str, Any] | None, actor: Any) -> None:
    """Let the statement be as a version kept it. One that has come since stays, as sections do."""
    row = statement_row(case)
    if content is not None and row is not None and row.content != content:
        row_write(case, row, as_statement(content, str(case.body)), actor)


def emptied(statement: AppropriationStatement, year: int) -> AppropriationStatement:
    """The statement with no amounts, its columns and its price level moved to begin in `year`."""
    first = _YEAR.search(statement.columns[0].label)
    moved = year - int(first.group()) if first else 0

    def later(text: str) -> str:
        return _YEAR.sub(lambda found: str(int(found.group()) + moved), text)

    nothing = (None,) * len(statement.columns)
    level = statement.price_level
    return AppropriationStatement(
        columns=tuple(Column(later(each.label), each.years_covered) for each in statement.columns),
        granted=tuple(replace(row, amounts=nothing) for row in statement.granted),
        financing=tuple(replace(row, amounts=nothing) for row in statement.financing),
        unit=statement.unit,
        price_level=None if level is None else level + moved,
    )
