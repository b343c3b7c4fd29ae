"""What an extract is asked about: budgets that do not add up, vouchers told twice, and the unit."""

import duckdb

from sagsgang.figures.observation import group_of
from sagsgang.figures.sources.ledger.columns import Layout
from sagsgang.figures.sources.source import NAMED, Problem
from sagsgang.language.money import format_money


def questions_of(
    database: duckdb.DuckDBPyConnection, layout: Layout, *, is_told: bool
) -> tuple[Problem, ...]:
    """What somebody must say yes to before the extract counts."""
    questions = []
    if not is_told:
        questions.append(
            Problem(
                "Filen siger ikke, om beløbene er i kr., 1.000 kr. eller mio. kr.",
                "Der er regnet med kr. Sig enheden, hvis det er en anden.",
            )
        )
    return (*questions, *_adjusted(database), *_vouchers(database, layout))


def _adjusted(database: duckdb.DuckDBPyConnection) -> list[Problem]:
    """Adjusted budgets that are not the original and what was given since, by group and year."""
    told = database.execute(
        """
        WITH sums AS (
            SELECT first // 12 AS year, members::VARCHAR AS members, any_value(members) AS named,
                sum(value) FILTER (series = 'ledger.original_budget') AS original,
                sum(value) FILTER (series = 'ledger.supplementary_appropriation') AS given,
                sum(value) FILTER (series = 'ledger.adjusted_budget') AS adjusted,
                any_value(place) FILTER (series = 'ledger.adjusted_budget') AS place
            FROM staged GROUP BY 1, 2),
        told AS (
            SELECT first // 12 AS year, bool_or(series = 'ledger.original_budget') AS has_original,
                bool_or(series = 'ledger.supplementary_appropriation') AS has_given
            FROM staged GROUP BY 1)
        SELECT year, named, coalesce(original, 0), coalesce(given, 0), adjusted, place
        FROM sums JOIN told USING (year)
        WHERE has_original AND has_given AND adjusted IS NOT NULL
            AND adjusted <> coalesce(original, 0) + coalesce(given, 0)
        ORDER BY abs(adjusted - coalesce(original, 0) - coalesce(given, 0)) DESC
        """
    ).fetchall()
    found = [
        Problem(
            f"{place}: Korrigeret budget {year} for {_named(members)} er "
            f"{format_money(adjusted, 'kr.')}, men oprindeligt budget og tillægsbevillinger giver "
            f"{format_money(original + given, 'kr.')}",
            "Mangler der en tillægsbevilling?",
        )
        for year, members, original, given, adjusted, place in told[:NAMED]
    ]
    if len(told) > NAMED:
        found.append(Problem(f"… og {len(told) - NAMED} andre korrigerede budgetter"))
    return found


def _vouchers(database: duckdb.DuckDBPyConnection, layout: Layout) -> list[Problem]:
    """Lines that are alike in every column that is read, the voucher's number among them."""
    voucher = layout.column("voucher")
    if voucher is None:
        return _doubled(database, layout)
    name = layout.header.name(layout.header.column("voucher"))
    same = ", ".join(f"c{column}" for column in layout.used)
    rows = database.execute(
        f"SELECT {voucher}, list(row ORDER BY row)[1:3] FROM raw "
        f"WHERE coalesce({voucher}, '') <> '' GROUP BY {same} HAVING count(*) > 1 ORDER BY min(row)"
    ).fetchall()
    found = [
        Problem(
            f"står flere gange med samme konto, periode og beløb (række {_rows(lines)})",
            "Er det den samme postering, så slet den ene.",
            row=lines[0],
            column=name,
            text=str(text),
        )
        for text, lines in rows[:NAMED]
    ]
    if len(rows) > NAMED:
        found.append(Problem(f"… og {len(rows) - NAMED} andre bilag"))
    return found


def _doubled(database: duckdb.DuckDBPyConnection, layout: Layout) -> list[Problem]:
    """A file of which most lines stand twice; some alike are usual where nothing tells vouchers."""
    same = ", ".join(f"c{column}" for column in layout.used)
    told = database.execute(
        f"SELECT coalesce(sum(n), 0), coalesce(sum(n) FILTER (n > 1), 0) "
        f"FROM (SELECT count(*) AS n FROM raw GROUP BY {same})"
    ).fetchone()
    assert told is not None
    lines, alike = told
    if not alike or alike * 2 <= lines:
        return []
    return [
        Problem(
            f"{alike} af {lines} linjer er ens med en anden, og de lægges sammen",
            "Står den samme måned to gange, så slet den ene.",
        )
    ]


def _named(members: dict[str, str]) -> str:
    return ", ".join(member for _name, member in group_of(members)) or "det hele"


def _rows(rows: list[int]) -> str:
    return " og ".join(map(str, rows))
