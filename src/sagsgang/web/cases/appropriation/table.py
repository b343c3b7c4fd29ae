"""A statement as the table that is printed in a case: caption, rows, sums, and what they say."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from django.utils.html import escape

from sagsgang.figures.appropriation import (
    FINANCING_WORDS,
    GRANTED_WORDS,
    AppropriationStatement,
    BalanceMode,
    amount_written,
    balance_sentence,
    column_sums,
    granted_sums,
    price_level_words,
    yearly_notes,
)

GRANTED_TOTAL = "Bevilling i alt"
TOGETHER = "Bevilling og finansiering i alt"


def statement_html(statement: AppropriationStatement, mode: BalanceMode, number: int) -> str:
    """The statement as table `number` of the case, with the sentences that belong to it."""
    caption = (
        f"Tabel {number}. Bevillingspåtegning, {statement.unit}, "
        f"{price_level_words(statement.price_level)}"
    )
    rows = [
        _row((GRANTED_WORDS[row.kind], row.policy_area), row.amounts) for row in statement.granted
    ]
    if len(statement.granted) > 1:
        rows.append(_row((GRANTED_TOTAL, ""), granted_sums(statement)))
    rows += [
        _row((f"Finansiering: {FINANCING_WORDS[row.kind].lower()}", row.source), row.amounts)
        if at == 0
        else _row((FINANCING_WORDS[row.kind], row.source), row.amounts)
        for at, row in enumerate(statement.financing)
    ]
    rows.append(_row((TOGETHER, ""), column_sums(statement)))
    heads = ("Bevilling", "Politikområde", *(column.label for column in statement.columns))
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in heads)
    said = (balance_sentence(statement, mode), *yearly_notes(statement))
    return (
        f"<p>{escape(caption)}</p>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
        + "".join(f"<p>{escape(text)}</p>" for text in said if text)
    )


def _row(heads: Iterable[str], amounts: Sequence[Decimal | None]) -> str:
    first, *rest = heads
    cells = "".join(f"<td>{escape(text)}</td>" for text in rest)
    cells += "".join(f"<td>{amount_written(amount)}</td>" for amount in amounts)
    return f'<tr><th scope="row">{escape(first)}</th>{cells}</tr>'
