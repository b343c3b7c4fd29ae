"""Which account, dranst and frame the lines of an extract have, found once for each spelling."""

from datetime import date

import duckdb

from sagsgang.figures.sources.files import plain
from sagsgang.figures.sources.ledger.columns import Layout
from sagsgang.figures.sources.ledger.frames import frame_of
from sagsgang.figures.sources.ledger.words import (
    AMOUNTS,
    FRAMES,
    KINDS,
    account_of,
    dranst_of,
)
from sagsgang.figures.sources.source import NAMED, BadFile, Problem


def find_groups(database: duckdb.DuckDBPyConnection, layout: Layout) -> tuple[str, ...]:
    """The tables `accounts` (account, dranst and frame by what is written, and by year) and
    `kinds`. Gives warnings. Raises BadFile.
    """
    problems: list[Problem] = []
    count = _kinds(database, layout, problems)
    texts = [
        f"coalesce({layout.column(role)}, '')" if layout.column(role) else "''"
        for role in ("account", "dranst", "frame")
    ]
    year = "m.first // 12"
    joined = _join(layout)
    told = database.execute(
        f"SELECT {', '.join(texts)}, {year}, min(row), count(*) FROM raw r JOIN months m "
        f"ON {joined} GROUP BY 1, 2, 3, 4"
    ).fetchall()
    found: list[tuple[str, str, str, int, str | None, str | None, str | None]] = []
    without: set[str] = set()
    for account_text, dranst_text, frame_text, at, row, lines in sorted(
        told, key=lambda each: each[4]
    ):
        before = len(problems)
        account, dranst = _account(layout, account_text, row, problems)
        dranst = _dranst(layout, dranst_text, dranst, row, problems)
        frame = _frame(layout, frame_text, row, problems)
        if len(problems) > before:
            count += lines
            continue
        if not frame:
            frame = frame_of(account, dranst, date(at, 1, 1)) or ""
        if not frame:
            without.add(account or "linjer uden konto")
        found.append(
            (
                account_text,
                dranst_text,
                frame_text,
                at,
                account or None,
                dranst or None,
                frame or None,
            )
        )
    if problems:
        raise BadFile(problems[:NAMED], max(count, len(problems)))
    database.execute(
        "CREATE OR REPLACE TABLE accounts (account_text VARCHAR, dranst_text VARCHAR, "
        "frame_text VARCHAR, year INTEGER, account VARCHAR, dranst VARCHAR, frame VARCHAR)"
    )
    _insert(database, found)
    if not without:
        return ()
    named = ", ".join(sorted(without)[:5]) + (" …" if len(without) > 5 else "")
    return (f"Rammen er ukendt for: {named}. Tilføj en kolonne “Ramme”, eller dranst til kontoen.",)


def _insert(
    database: duckdb.DuckDBPyConnection,
    found: list[tuple[str, str, str, int, str | None, str | None, str | None]],
) -> None:
    """Many rows at once: one by one is slow."""
    columns = list(zip(*found, strict=True)) or [()] * 7
    database.execute(
        "INSERT INTO accounts SELECT " + ", ".join(f"unnest(?::{kind}[])" for kind in _KINDS_OF),
        [list(column) for column in columns],
    )


_KINDS_OF = ("VARCHAR", "VARCHAR", "VARCHAR", "INTEGER", "VARCHAR", "VARCHAR", "VARCHAR")


def _join(layout: Layout) -> str:
    told = []
    for role, name in (("year", "year_text"), ("period", "period_text"), ("as_of", "as_of_text")):
        column = layout.column(role)
        told.append(f"m.{name} = " + (f"coalesce(r.{column}, '')" if column else "''"))
    return " AND ".join(told)


def _account(layout: Layout, text: str, row: int, problems: list[Problem]) -> tuple[str, str]:
    if not text:
        return "", ""
    found = account_of(text)
    if found is None:
        problems.append(
            Problem(
                "er ikke en konto i den autoriserede kontoplan",
                "Skriv den som 5.57.71 eller 05.57.71.",
                row=row,
                column=layout.header.name(layout.header.column("account")),
                text=text,
            )
        )
        return "", ""
    return found


def _dranst(layout: Layout, text: str, of_account: str, row: int, problems: list[Problem]) -> str:
    if not text:
        return of_account
    found = dranst_of(text)
    if found is None or (of_account and of_account != found):
        wrong = "er ikke en dranst" if found is None else f"passer ikke til kontoens {of_account}"
        problems.append(
            Problem(
                wrong,
                "Skriv 1 (drift), 2 (statsrefusion), 3 (anlæg), 4, 5, 6 eller 7.",
                row=row,
                column=layout.header.name(layout.header.column("dranst")),
                text=text,
            )
        )
        return ""
    return found


def _frame(layout: Layout, text: str, row: int, problems: list[Problem]) -> str:
    if not text:
        return ""
    found = FRAMES.get(plain(text))
    if found is None:
        problems.append(
            Problem(
                "er ikke en ramme",
                "Skriv service, overførsler, anlæg, finansiering eller øvrige.",
                row=row,
                column=layout.header.name(layout.header.column("frame")),
                text=text,
            )
        )
    return found or ""


def _kinds(database: duckdb.DuckDBPyConnection, layout: Layout, problems: list[Problem]) -> int:
    database.execute("CREATE OR REPLACE TABLE kinds (kind_text VARCHAR, kind VARCHAR)")
    column = layout.column("kind")
    if column is None:
        return 0
    count = 0
    for text, row, lines in database.execute(
        f"SELECT coalesce({column}, ''), min(row), count(*) FROM raw GROUP BY 1 ORDER BY 2"
    ).fetchall():
        kind = KINDS.get(plain(text))
        if kind is None:
            count += lines
            known = ", ".join(words[0] for words in AMOUNTS.values())
            problems.append(
                Problem(
                    "er ikke en kendt slags beløb" if text else "Beløbstypen mangler",
                    f"Kendte er: {known}.",
                    row=row,
                    column=layout.header.name(layout.header.column("kind")),
                    text=text,
                )
            )
            continue
        database.execute("INSERT INTO kinds VALUES (?, ?)", [text, kind])
    return count
