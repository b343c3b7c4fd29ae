"""Which years a statement's columns stand for, and what an amount in one is a year."""

import re
from collections.abc import Sequence
from decimal import Decimal

from sagsgang.figures.appropriation.statement import Amounts, Column

_SPAN = re.compile(r"\b(20[0-9]{2}) ?(?:-|–|til) ?(20[0-9]{2}|[0-9]{2})\b")
#: No column is read as more years than this: a longer span is a slip of the pen.
MOST_NAMED = 12
#: After the budget year come three estimated ones (budget- og regnskabssystem for kommuner).
ESTIMATED_YEARS = 3


def years_named(label: str) -> int:
    """How many years a column's head names: 3 for "2027-2029", else 1."""
    span = _SPAN.search(label)
    if span is None:
        return 1
    last = int(span[2]) if len(span[2]) == 4 else int(span[1][:2] + span[2])
    return max(1, min(MOST_NAMED, last - int(span[1]) + 1))


def default_columns(year: int) -> tuple[Column, ...]:
    """The budget year and the three estimated years after it, one column each."""
    return tuple(Column(str(each)) for each in range(year, year + ESTIMATED_YEARS + 1))


def spread(a_year: Decimal, columns: Sequence[Column]) -> Amounts:
    """The same amount every year, as it stands in columns that stand for one or more years."""
    return tuple(a_year * column.years_covered for column in columns)


def per_year(amounts: Sequence[Decimal | None], columns: Sequence[Column]) -> Amounts:
    """What the amounts are on average in each year of their columns; not rounded."""
    return tuple(
        None if amount is None else amount / column.years_covered
        for amount, column in zip(amounts, columns, strict=True)
    )
