"""The lines of an extract added up: one observation for each series, period and group."""

import duckdb

from sagsgang.figures.observation import Unit
from sagsgang.figures.periods import Period
from sagsgang.figures.sources.ledger.amounts import Amount, amounts_of
from sagsgang.figures.sources.ledger.columns import Layout
from sagsgang.figures.sources.ledger.words import TOTALS
from sagsgang.figures.sources.source import NAMED, BadFile, Problem
from sagsgang.language.money import Scale

#: The dimensions in their order; the first three come from the table `accounts`.
_MEMBERS = ("account", "committee", "dranst", "frame", "policy_area")


def leave_totals_out(database: duckdb.DuckDBPyConnection, layout: Layout) -> tuple[str, ...]:
    """Takes rows of totals ("I alt") and empty ones out of `raw`; gives a warning."""
    roles = ("year", "period")
    texts = [f"c{column}" for column in layout.dimensions.values()]
    texts += [column for role in roles if (column := layout.column(role))]
    is_total = " OR ".join(f"regexp_matches({text}, '{TOTALS}')" for text in texts)
    rows = [
        row
        for (row,) in database.execute(
            f"SELECT row FROM raw WHERE {is_total} ORDER BY row"
        ).fetchall()
    ]
    is_blank = " AND ".join(f"coalesce(c{column}, '') = ''" for column in layout.used)
    database.execute(f"DELETE FROM raw WHERE {is_blank}")
    if not rows:
        return ()
    database.execute(f"DELETE FROM raw WHERE {is_total}")
    named = ", ".join(map(str, rows[:5])) + (" …" if len(rows) > 5 else "")
    word = "Rækken" if len(rows) == 1 else f"{len(rows)} rækker"
    return (f"{word} med summer tæller ikke med (række {named}).",)


def add_up(
    database: duckdb.DuckDBPyConnection, layout: Layout, area: str
) -> tuple[int, Scale | None]:
    """Fills `staged`; gives the number of lines and the unit they were told in. Raises BadFile."""
    amounts, scale = amounts_of(database, layout)
    _refuse_forecasts_without_month(database, layout, amounts)
    kinds: dict[str, list[Amount]] = {}
    for amount in amounts:
        kinds.setdefault(amount.kind, []).append(amount)
    for kind, columns in kinds.items():
        parts = " UNION ALL ".join(_lines(layout, each) for each in columns)
        told = f"'{kind}'" if kind else "kind"
        entries = ", ".join(f"{{'k': '{name}', 'v': {name}}}" for name in _MEMBERS)
        database.execute(
            f"""
            INSERT INTO staged
            SELECT 'ledger.' || {told}, ?, first, length,
                map_from_entries(list_filter([{entries}], lambda x: x.v IS NOT NULL)),
                CASE WHEN max(missing) IS NULL THEN sum(value)::DECIMAL(24, 6) END, max(missing),
                '{Unit.KR.value}', NULL,
                'række ' || min(row) || CASE WHEN count(*) = 1 THEN ''
                    ELSE ' og ' || (count(*) - 1) || ' til' END
            FROM ({parts})
            GROUP BY {told}, first, length, {", ".join(_MEMBERS)}
            """,
            [area],
        )
    _refuse_mixed_grains(database)
    counted = database.execute("SELECT count(*) FROM raw").fetchone()
    assert counted is not None
    return int(counted[0]), scale


def _lines(layout: Layout, amount: Amount) -> str:
    """The lines of one amount column, in SQL."""
    header = layout.header
    kind = "k.kind" if not amount.kind else f"'{amount.kind}'"
    first = (
        f"CASE {kind} WHEN 'adjusted_budget' THEN m.first // 12 * 12 "
        "WHEN 'forecast_outturn' THEN m.made ELSE m.first END"
    )
    length = (
        f"CASE {kind} WHEN 'adjusted_budget' THEN 12 WHEN 'forecast_outturn' THEN m.made_length "
        "ELSE m.length END"
    )
    members = [
        f"nullif(r.c{header.column(name)}, '') AS {name}"
        if header.has(name)
        else f"NULL::VARCHAR AS {name}"
        for name in ("committee", "policy_area")
    ]
    joins = [f"JOIN months m ON {_told(layout, 'm', ('year', 'period', 'as_of'))}"]
    joins += [
        f"JOIN accounts a ON {_told(layout, 'a', ('account', 'dranst', 'frame'))} "
        "AND a.year = m.first // 12"
    ]
    if not amount.kind:
        joins += [f"JOIN kinds k ON {_told(layout, 'k', ('kind',))}"]
    return (
        f"SELECT {kind} AS kind, {first} AS first, {length} AS length, a.account, a.dranst, "
        f"a.frame, {', '.join(members)}, {amount.value} AS value, {amount.missing} AS missing, "
        f"r.row FROM raw r {' '.join(joins)} WHERE coalesce(r.c{amount.column}, '') <> ''"
    )


def _told(layout: Layout, table: str, roles: tuple[str, ...]) -> str:
    told = []
    for role in roles:
        column = layout.column(role)
        text = f"coalesce(r.{column}, '')" if column else "''"
        told.append(f"{table}.{role}_text = {text}")
    return " AND ".join(told)


def _refuse_forecasts_without_month(
    database: duckdb.DuckDBPyConnection, layout: Layout, amounts: tuple[Amount, ...]
) -> None:
    for amount in amounts:
        if amount.kind not in ("", "forecast_outturn"):
            continue
        lines = _lines(layout, amount)
        row = database.execute(
            f"SELECT min(row) FROM ({lines}) WHERE kind = 'forecast_outturn' AND first IS NULL"
        ).fetchone()
        if row is not None and row[0] is not None:
            raise BadFile(
                [
                    Problem(
                        "Filen siger ikke, hvilken måned det forventede regnskab er opgjort",
                        "Skriv “Opgjort pr. 31-05-2025” over tabellen, tilføj en kolonne “Opgjort "
                        "pr.”, eller sig det, når filen indlæses.",
                        row=row[0],
                        column=layout.header.name(amount.column),
                    )
                ]
            )


def _refuse_mixed_grains(database: duckdb.DuckDBPyConnection) -> None:
    """A year told as a whole and by months too would count twice."""
    rows = database.execute(
        "SELECT series, first // 12, list(DISTINCT length ORDER BY length), "
        "arg_min(place, length), arg_max(place, length), arg_min(first, length) FROM staged "
        "WHERE series <> 'ledger.forecast_outturn' GROUP BY 1, 2 "
        f"HAVING count(DISTINCT length) > 1 ORDER BY 1, 2 LIMIT {NAMED}"
    ).fetchall()
    if rows:
        words = {
            "ledger.original_budget": "Oprindeligt budget",
            "ledger.supplementary_appropriation": "Tillægsbevillinger",
            "ledger.spending": "Forbrug",
        }
        raise BadFile(
            [
                Problem(
                    f"{words.get(series, series)} i {year} står både som "
                    f"{Period(first, lengths[0]).in_danish()} ({short}) og som "
                    f"{Period(year * 12, lengths[-1]).in_danish()} ({long})",
                    "Behold enten månederne eller året, så intet tæller to gange.",
                )
                for series, year, lengths, short, long, first in rows
            ]
        )
