"""What the amounts of an extract come to in kroner, and which cells are none."""

from dataclasses import dataclass

import duckdb

from sagsgang.figures.sources.files.cells import DANISH, ENGLISH, SIGNS
from sagsgang.figures.sources.ledger.columns import Layout
from sagsgang.figures.sources.source import NAMED, BadFile, Problem
from sagsgang.figures.sources.units import scale_named
from sagsgang.language.money import FACTORS, Scale

#: Decimals that the store keeps, and how many more a unit of thousands or millions may have.
_DECIMALS = {"kr.": 6, "t.kr.": 9, "mio. kr.": 12, "mia. kr.": 15}


@dataclass(frozen=True, slots=True)
class Amount:
    """How a column's cells become kroner: `value` and `missing` are SQL over the table `raw`."""

    column: int
    kind: str
    value: str
    missing: str


def amounts_of(
    database: duckdb.DuckDBPyConnection, layout: Layout
) -> tuple[tuple[Amount, ...], Scale | None]:
    """Every amount column, and the unit of all of them where it is told. Raises BadFile, which
    names the cells that are no numbers.
    """
    scale = _scale(database, layout)
    problems: list[Problem] = []
    count = 0
    found = []
    for column, kind in layout.amounts:
        pattern, decimal = _style(database, column)
        count += _refused(database, layout, column, pattern, decimal, scale or "kr.", problems)
        found.append(_amount(column, kind, decimal, layout.sign, scale or "kr."))
    if problems:
        raise BadFile(sorted(problems, key=lambda each: each.row or 0)[:NAMED], count)
    return tuple(found), scale


def _amount(column: int, kind: str, decimal: str, sign: int, scale: Scale) -> Amount:
    cell = f"r.c{column}"
    digits = f"regexp_replace({cell}, '[^0-9{decimal}]', '', 'g')"
    if decimal == ",":
        digits = f"replace({digits}, ',', '.')"
    is_negative = f"({cell}[1] IN ('-', '−', '–') OR {cell}[-1] = '-')"
    times = sign * FACTORS[scale]
    value = (
        f"(CASE WHEN {is_negative} THEN -1 ELSE 1 END * {times} * "
        f"try_cast({digits} AS DECIMAL(27, {min(_DECIMALS[scale], 15)})))::DECIMAL(24, 6)"
    )
    quoted = ", ".join(f"'{text}'" for text in SIGNS)
    cases = " ".join(f"WHEN '{text}' THEN '{missing.value}'" for text, missing in SIGNS.items())
    return Amount(
        column,
        kind,
        f"CASE WHEN {cell} IN ({quoted}) THEN NULL ELSE {value} END",
        f"CASE {cell} {cases} END",
    )


def _style(database: duckdb.DuckDBPyConnection, column: int) -> tuple[str, str]:
    """Danish, unless some cells are numbers in English only and none in Danish only."""
    cell = f"c{column}"
    told = database.execute(
        f"SELECT count(*) FILTER (regexp_full_match({cell}, ?)), "
        f"count(*) FILTER (regexp_full_match({cell}, ?)), "
        f"count(*) FILTER (regexp_full_match({cell}, ?) AND NOT regexp_full_match({cell}, ?)) "
        f"FROM (SELECT {cell} FROM raw WHERE contains({cell}, '.') OR contains({cell}, ','))",
        [DANISH, ENGLISH, ENGLISH, DANISH],
    ).fetchone()
    assert told is not None
    danish, english, english_only = told
    return (ENGLISH, ".") if english_only and english > danish else (DANISH, ",")


def _refused(
    database: duckdb.DuckDBPyConnection,
    layout: Layout,
    column: int,
    pattern: str,
    decimal: str,
    scale: Scale,
    problems: list[Problem],
) -> int:
    """Adds the first cells that are no numbers; gives how many there are."""
    cell = f"c{column}"
    quoted = ", ".join(f"'{text}'" for text in SIGNS)
    most = _DECIMALS[scale]
    is_long = f"regexp_matches({cell}, '[{decimal}][0-9]{{{most + 1},}}|[0-9.]{{23,}}')"
    is_blank = "" if layout.header.has("amount") else f"AND {cell} <> '' "
    database.execute(
        f"CREATE OR REPLACE TEMP TABLE refused AS SELECT row, coalesce({cell}, '') AS cell "
        f"FROM raw WHERE (NOT regexp_full_match(coalesce({cell}, ''), ?) OR {is_long}) "
        f"AND coalesce({cell}, '') NOT IN ({quoted}) {is_blank}",
        [pattern],
    )
    counted = database.execute("SELECT count(*) FROM refused").fetchone()
    assert counted is not None
    name = layout.header.name(column)
    for row, text in database.execute(
        f"SELECT row, cell FROM refused ORDER BY row LIMIT {NAMED}"
    ).fetchall():
        problems.append(_problem(name, row, text))
    return int(counted[0])


def _problem(column: str, row: int, text: str) -> Problem:
    if not text:
        return Problem(
            "Beløbet mangler",
            "Skriv beløbet, “-” når der ikke er noget, eller slet rækken.",
            row=row,
            column=column,
        )
    if any(character.isdigit() for character in text) and "kr" in text.casefold():
        return Problem(
            "har en enhed i cellen",
            "Skriv kun tallet, og sig enheden i overskriften: Beløb (1.000 kr.).",
            row=row,
            column=column,
            text=text,
        )
    return Problem(
        "er ikke et tal" if len(text) < 24 else "har flere cifre, end der kan gemmes",
        "Skriv det med komma før decimalerne: 1.234,56.",
        row=row,
        column=column,
        text=text,
    )


def _scale(database: duckdb.DuckDBPyConnection, layout: Layout) -> Scale | None:
    """The one unit of all amounts; None where nobody told it. Raises BadFile for several."""
    told = next((scale for scale in layout.scales.values() if scale), None)
    column = layout.column("unit")
    if column is None:
        return told
    name = layout.header.name(layout.header.column("unit"))
    units = database.execute(
        f"SELECT coalesce({column}, ''), min(row) FROM raw GROUP BY 1 ORDER BY 2"
    ).fetchall()
    scales: dict[Scale, int] = {}
    for text, row in units:
        try:
            scales.setdefault(scale_named(text), row)
        except BadFile as bad:
            wrong = "er ikke en enhed, der kan bruges her" if text else "Enheden mangler"
            raise BadFile(
                [Problem(wrong, bad.problems[0].remedy, row=row, column=name, text=text)]
            ) from bad
    if len(scales) > 1:
        places = " og ".join(f"{scale} (række {row})" for scale, row in scales.items())
        raise BadFile(
            [
                Problem(
                    f"Filen blander enheder: {places}",
                    "Gem udtrækket, så alle beløb står i samme enhed.",
                    column=name,
                )
            ]
        )
    found = next(iter(scales), None)
    if told and found and told != found:
        raise BadFile([Problem(f"Filen siger {found}, men der er valgt {told}", column=name)])
    return found
