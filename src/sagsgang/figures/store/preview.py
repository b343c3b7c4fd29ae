"""Preview: what a load would change, and what somebody has to say yes to before it counts."""

from dataclasses import dataclass
from decimal import Decimal

import duckdb

from sagsgang.figures.observation import Group, group_of
from sagsgang.figures.periods import Period

#: So many of each are named; all are counted.
NAMED = 50
#: A value so many times what the same series and group usually has is asked about.
TIMES = 10


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that has one value and would have another; None is a missing value, or none told."""

    series: str
    area: str
    period: Period
    group: Group
    before: Decimal | None
    after: Decimal | None
    place: str


@dataclass(frozen=True, slots=True)
class Unusual:
    """A value far from what the same series and group usually has (the median of its others)."""

    series: str
    period: Period
    group: Group
    value: Decimal
    usual: Decimal
    place: str


@dataclass(frozen=True, slots=True)
class Thin:
    """A period with fewer than half the observations that the same series has in every other: it
    may not be whole.
    """

    series: str
    period: Period
    count: int
    usual: int


@dataclass(frozen=True, slots=True)
class Preview:
    """How many observations are new, are as they were, would be changed and would be gone; the
    first of the changed and the unusual by name; periods that may not be whole; and which other
    sources told of the same.
    """

    new: int
    same: int
    changed: int
    gone: int
    changes: tuple[Change, ...]
    unusual: tuple[Unusual, ...]
    other_sources: tuple[str, ...]
    thin: tuple[Thin, ...] = ()

    @property
    def asks(self) -> bool:
        """Whether somebody has to say yes first."""
        return bool(self.changed or self.gone or self.unusual or self.thin or self.other_sources)


class MustBeConfirmed(RuntimeError):
    """The load changes what is known, or is unusual; `preview` says how. Nothing was added."""

    def __init__(self, preview: Preview) -> None:
        super().__init__("Indlæsningen ændrer tal, der er kendt, eller har usædvanlige tal.")
        self.preview = preview


class TwiceInFile(ValueError):
    """The same series, area, period and group stand twice; the message says where, in Danish."""


def refuse_doubles(database: duckdb.DuckDBPyConnection) -> None:
    """Raises TwiceInFile when `staged` tells something twice."""
    found = database.execute(
        "SELECT series, first, length, any_value(members), list(place)[1:3], list(value)[1:3] "
        "FROM staged GROUP BY series, area, first, length, members::VARCHAR HAVING count(*) > 1 "
        "ORDER BY series, first LIMIT 1"
    ).fetchone()
    if found is None:
        return
    series, first, length, members, places, values = found
    named = ", ".join(f"{name} {member}" for name, member in sorted(members.items()))
    told = [f"{place} ({value})" for place, value in zip(places, values, strict=True)]
    raise TwiceInFile(
        f"{series} for {Period(first, length).in_danish()}{' – ' + named if named else ''} står "
        f"flere gange: {' og '.join(told)}. Ret filen, så hvert tal står én gang."
    )


def preview_of(database: duckdb.DuckDBPyConnection, other_sources: tuple[str, ...]) -> Preview:
    """What the table `staged` would change of the table `known`, which has the same columns."""
    database.execute(
        """
        CREATE OR REPLACE TEMP TABLE beside AS
        SELECT coalesce(s.series, k.series) AS series, coalesce(s.area, k.area) AS area,
            coalesce(s.first, k.first) AS first, coalesce(s.length, k.length) AS length,
            coalesce(s.members, k.members) AS members, k.value AS before, s.value AS after,
            s.place, k.series IS NULL AS is_new, s.series IS NULL AS is_gone,
            s.series IS NOT NULL AND k.series IS NOT NULL AND (
                s.value IS DISTINCT FROM k.value OR s.missing IS DISTINCT FROM k.missing
                OR s.unit <> k.unit OR s.price_level IS DISTINCT FROM k.price_level) AS is_changed
        FROM staged s FULL JOIN known k
        ON s.series = k.series AND s.area = k.area AND s.first = k.first AND s.length = k.length
            AND s.members::VARCHAR = k.members::VARCHAR
        """
    )
    counts = database.execute(
        "SELECT count(*) FILTER (is_new), count(*) FILTER (is_gone), count(*) FILTER (is_changed), "
        "count(*) FROM beside"
    ).fetchone()
    assert counts is not None
    new, gone, changed, everything = counts
    rows = database.execute(
        "SELECT series, area, first, length, members, before, after, place FROM beside "
        "WHERE is_gone OR is_changed "
        f"ORDER BY abs(coalesce(after, 0) - coalesce(before, 0)) DESC, series, first LIMIT {NAMED}"
    ).fetchall()
    return Preview(
        new=new,
        same=everything - new - gone - changed,
        changed=changed,
        gone=gone,
        changes=tuple(
            Change(
                row[0],
                row[1],
                Period(row[2], row[3]),
                group_of(row[4]),
                row[5],
                row[6],
                row[7] or "",
            )
            for row in rows
        ),
        unusual=_unusual(database),
        other_sources=other_sources,
        thin=_thin(database),
    )


def _unusual(database: duckdb.DuckDBPyConnection) -> tuple[Unusual, ...]:
    rows = database.execute(
        f"""
        WITH told AS (
            SELECT series, area, first, length, members, value, place, true AS is_new
            FROM staged WHERE value IS NOT NULL
            UNION ALL
            SELECT series, area, first, length, members, value, place, false
            FROM history WHERE value IS NOT NULL),
        usual AS (
            SELECT *, median(abs(value)) OVER of_group AS usual, count(*) OVER of_group AS told_of
            FROM told WINDOW of_group AS (PARTITION BY series, area, length, members::VARCHAR))
        SELECT series, first, length, members, value, usual::DECIMAL(24, 6), place FROM usual
        WHERE is_new AND told_of >= 4 AND usual > 0 AND abs(value) >= {TIMES} * usual
        ORDER BY abs(value) / usual DESC, series, first LIMIT {NAMED}
        """
    ).fetchall()
    return tuple(
        Unusual(row[0], Period(row[1], row[2]), group_of(row[3]), row[4], row[5], row[6] or "")
        for row in rows
    )


def _thin(database: duckdb.DuckDBPyConnection) -> tuple[Thin, ...]:
    """Where the others are few or differ as much themselves, nothing is thought of it."""
    rows = database.execute(
        f"""
        WITH told AS (
            SELECT series, area, first, length, count(*) AS n, true AS is_new
            FROM staged GROUP BY ALL
            UNION ALL
            SELECT series, area, first, length, count(*), false FROM history
            ANTI JOIN staged USING (series, area, first, length) GROUP BY ALL),
        usual AS (
            SELECT *, median(n) OVER of_series AS usual, count(*) OVER of_series AS periods,
                count(*) FILTER (n * 2 < usual_of) OVER of_series AS thin
            FROM (SELECT *, median(n) OVER (PARTITION BY series, area, length) AS usual_of
                FROM told)
            WINDOW of_series AS (PARTITION BY series, area, length))
        SELECT series, first, length, n, usual::INTEGER FROM usual
        WHERE is_new AND periods >= 4 AND thin = 1 AND n * 2 < usual
        ORDER BY series, first LIMIT {NAMED}
        """
    ).fetchall()
    return tuple(Thin(row[0], Period(row[1], row[2]), row[3], row[4]) for row in rows)
