"""A snapshot: every observation that counts at one moment, ready to be asked."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import duckdb

from sagsgang.figures.observation import Missing, Observation, Unit, group_of
from sagsgang.figures.periods import Period
from sagsgang.figures.store.loads import Covered, Load, StoreDamaged, parquet_of
from sagsgang.figures.store.staging import COLUMNS, NAMES

T = TypeVar("T")
#: So many answers are kept beside a snapshot.
REMEMBERED = 20_000


class Snapshot:
    """A database in memory whose table `observations` has the columns of a load and `load`, its
    number. It is read only, and by several threads at once.
    """

    def __init__(self, folder: Path, loads: Sequence[Load]) -> None:
        self.loads = {load.number: load for load in loads}
        self._database = duckdb.connect(":memory:")
        self._database.execute("SET threads TO 2")
        self._lock = threading.Lock()
        self._known: OrderedDict[Hashable, Any] = OrderedDict()
        self._database.execute(f"CREATE TABLE observations ({COLUMNS}, load INTEGER)")
        holds: dict[Covered, int] = {}
        for load in loads:
            holds |= dict.fromkeys(load.covers, load.number)
        for number in sorted(set(holds.values())):
            covers = [covered for covered, by in holds.items() if by == number]
            self._take(folder, self.loads[number], covers)

    def _take(self, folder: Path, load: Load, covers: Iterable[Covered]) -> None:
        told = [(series, area, period.first, period.length) for series, area, period in covers]
        path = parquet_of(folder, load.number)
        try:
            if len(told) == len(load.covers):
                self._database.execute(
                    f"INSERT INTO observations SELECT {NAMES}, {load.number} FROM read_parquet(?)",
                    [str(path)],
                )
                return
            self._database.execute(
                "CREATE OR REPLACE TEMP TABLE held "
                "(series VARCHAR, area VARCHAR, first INTEGER, length INTEGER)"
            )
            self._database.executemany("INSERT INTO held VALUES (?, ?, ?, ?)", told)
            self._database.execute(
                f"INSERT INTO observations SELECT {NAMES}, {load.number} FROM read_parquet(?) "
                "SEMI JOIN held USING (series, area, first, length)",
                [str(path)],
            )
        except duckdb.IOException as error:
            raise StoreDamaged(
                f"Indlæsning {load.number} ({load.origin.file_name}) mangler sin fil {path.name}. "
                "Hent den fra sikkerhedskopien."
            ) from error

    def ask(self, sql: str, values: Sequence[object] = ()) -> list[tuple[object, ...]]:
        """The rows of a question in SQL."""
        with self._lock:
            cursor = self._database.cursor()
        with cursor:
            return cursor.execute(sql, list(values)).fetchall()

    def remembered(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gave the first time it was asked for under this key: nothing changes here."""
        with self._lock:
            if key in self._known:
                self._known.move_to_end(key)
                known: T = self._known[key]
                return known
        made = make()
        with self._lock:
            self._known[key] = made
            while len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
        return made

    def series(self) -> tuple[str, ...]:
        """The series there is something of, in their order."""
        return tuple(
            str(row[0]) for row in self.ask("SELECT DISTINCT series FROM observations ORDER BY 1")
        )

    def periods(self, series: str, area: str | None = None) -> tuple[Period, ...]:
        """The periods of a series, earliest first."""
        return self.remembered(("periods", series, area), lambda: self._periods(series, area))

    def _periods(self, series: str, area: str | None) -> tuple[Period, ...]:
        rows = self.ask(
            "SELECT DISTINCT first, length FROM observations "
            "WHERE series = ? AND (? IS NULL OR area = ?) ORDER BY 1, 2",
            [series, area, area],
        )
        return tuple(Period(int(str(first)), int(str(length))) for first, length in rows)

    def observations(self, series: str, area: str | None = None) -> tuple[Observation, ...]:
        """Every observation of a series, in the order of period and group."""
        rows = self.ask(
            "SELECT series, area, first, length, value, unit, members, missing, price_level "
            "FROM observations WHERE series = ? AND (? IS NULL OR area = ?) "
            "ORDER BY first, length, members::VARCHAR",
            [series, area, area],
        )
        return tuple(_observation(row) for row in rows)


def _observation(row: Sequence[object]) -> Observation:
    series, area, first, length, value, unit, members, missing, price_level = row
    assert isinstance(first, int)
    assert isinstance(length, int)
    assert isinstance(members, dict)
    assert value is None or isinstance(value, Decimal)
    assert price_level is None or isinstance(price_level, int)
    return Observation(
        series=str(series),
        area=str(area),
        period=Period(first, length),
        value=value,
        unit=Unit(str(unit)),
        group=group_of(members),
        missing=Missing(str(missing)) if missing is not None else None,
        price_level=price_level,
    )
