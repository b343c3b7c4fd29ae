"""Which months the lines of an extract are of, found once for each way a period is written."""

import duckdb

from sagsgang.figures.periods import BadPeriod, Period
from sagsgang.figures.sources.files import read_period
from sagsgang.figures.sources.ledger.columns import Layout
from sagsgang.figures.sources.source import NAMED, BadFile, Mapping, Problem


def find_months(database: duckdb.DuckDBPyConnection, layout: Layout) -> tuple[str, ...]:
    """The table `months`: `year_text`, `period_text` and `as_of_text` with the months they mean.
    Gives warnings. Raises BadFile.
    """
    texts = [
        f"coalesce({layout.column(role)}, '')" if layout.column(role) else "''"
        for role in ("year", "period", "as_of")
    ]
    told = database.execute(
        f"SELECT {', '.join(texts)}, min(row), count(*) FROM raw GROUP BY 1, 2, 3"
    ).fetchall()
    problems, count = [], 0
    found: list[tuple[str, str, str, int, int, int | None, int | None]] = []
    for year, period, as_of, row, lines in sorted(told, key=lambda each: each[3]):
        try:
            months = _months(layout, year, period)
            made = read_period(as_of) if as_of else layout.as_of
        except BadPeriod as error:
            count += lines
            role = "period" if layout.header.has("period") else "year"
            column = layout.header.name(layout.header.column(role))
            problems.append(
                Problem(
                    "er ikke en periode" if period or year else "Perioden mangler",
                    "Skriv fx 2025-05, maj 2025 eller 31-05-2025." if period or year else "",
                    row=row,
                    column=column,
                    text=period or year,
                )
                if "ikke en periode" in str(error) or not (period or year)
                else Problem(str(error).rstrip("."), row=row, column=column)
            )
            continue
        forecast = made or months
        found.append(
            (
                *(year, period, as_of),
                *(months.first, months.length),
                *(forecast.first + forecast.length - 1, 1),
            )
            if made or months.length == 1
            else (year, period, as_of, months.first, months.length, None, None)
        )
    if problems:
        raise BadFile(problems[:NAMED], count)
    database.execute(
        "CREATE OR REPLACE TABLE months (year_text VARCHAR, period_text VARCHAR, "
        "as_of_text VARCHAR, first INTEGER, length INTEGER, made INTEGER, made_length INTEGER)"
    )
    if found:
        database.executemany("INSERT INTO months VALUES (?, ?, ?, ?, ?, ?, ?)", found)
    return ()


def _months(layout: Layout, year: str, period: str) -> Period:
    if layout.header.has("period") or layout.header.has("year"):
        if not period and not year:
            if layout.period is not None:
                return layout.period
            raise BadPeriod("Perioden mangler")
        told = read_period(period, year) if period else read_period(year)
        if year and period:
            within = read_period(year)
            if told.calendar_year != within.calendar_year:
                raise BadPeriod(f"Perioden “{period}” ligger ikke i året {year}")
        return told
    assert layout.period is not None
    return layout.period


def preliminary_from(mapping: Mapping) -> Period | None:
    """From when on whoever loads says that the figures are preliminary. Raises BadFile."""
    if not mapping.get("preliminary_from"):
        return None
    try:
        return read_period(str(mapping["preliminary_from"]))
    except BadPeriod as error:
        raise BadFile([Problem(str(error).rstrip("."))]) from error
