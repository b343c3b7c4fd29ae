"""Staging: what a file says, laid out as observations beside the store, before it counts."""

import csv
import json
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from sagsgang.figures.observation import Observation

#: The columns of every load. `first` and `length` are the period's, in months; `members` is the
#: group; `place` is where in the file it stood, in Danish.
COLUMNS = (
    "series VARCHAR NOT NULL, area VARCHAR NOT NULL, first INTEGER NOT NULL, "
    "length INTEGER NOT NULL, members MAP(VARCHAR, VARCHAR) NOT NULL, value DECIMAL(24, 6), "
    "missing VARCHAR, unit VARCHAR NOT NULL, price_level INTEGER, place VARCHAR"
)
NAMES = "series, area, first, length, members, value, missing, unit, price_level, place"
#: Values have at most so many decimals.
DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Staged:
    """A database in memory whose table `staged` has the columns above. Sources that read large
    files fill it with SQL; the members of a group stand in the order of their dimensions.
    """

    database: duckdb.DuckDBPyConnection

    @property
    def rows(self) -> int:
        """How many observations there are."""
        found = self.database.execute("SELECT count(*) FROM staged").fetchone()
        return int(found[0]) if found else 0

    def add(self, observations: Iterable[tuple[Observation, str]]) -> None:
        """Lay out observations, each with its place in the file. Raises ValueError for a value with
        more decimals, or larger, than the store keeps.
        """
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "staged.csv"
            with path.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(_row(each, place) for each, place in observations)
            if path.stat().st_size:
                self.database.execute(
                    f"INSERT INTO staged SELECT {_TYPED} FROM read_csv(?, header = false, "
                    "all_varchar = true, quote = '\"', escape = '\"', delim = ',', "
                    f"max_line_size = 10000000, names = [{_CSV_NAMES}])",
                    [str(path)],
                )


@contextmanager
def stage() -> Iterator[Staged]:
    """An empty staging place; gone when the block is left."""
    with tempfile.TemporaryDirectory() as folder, duckdb.connect(":memory:") as database:
        database.execute("SET threads TO 2")
        database.execute("SET memory_limit = '700MB'")
        # What memory does not hold is never left where the program was started.
        database.execute(f"SET temp_directory = '{folder.replace(chr(39), chr(39) * 2)}'")
        database.execute(f"CREATE TABLE staged ({COLUMNS})")
        yield Staged(database)


_CSV_NAMES = ", ".join(f"'{name}'" for name in NAMES.split(", "))
_TYPED = (
    "series, area, first::INTEGER, length::INTEGER, members::JSON::MAP(VARCHAR, VARCHAR), "
    "nullif(value, '')::DECIMAL(24, 6), nullif(missing, ''), unit, "
    "nullif(price_level, '')::INTEGER, place"
)


def _row(each: Observation, place: str) -> tuple[object, ...]:
    value = each.value
    if value is not None and (abs(value) >= 10**18 or round(value, DECIMALS) != value):
        raise ValueError(f"{each.series} {each.period}: {value}")
    return (
        each.series,
        each.area,
        each.period.first,
        each.period.length,
        json.dumps(dict(each.group), ensure_ascii=False),
        "" if value is None else f"{value:f}",
        each.missing.value if each.missing else "",
        each.unit.value,
        each.price_level or "",
        place,
    )
