"""The store: loads are added and withdrawn, one at a time; any moment can be asked about."""

import fcntl
import hashlib
import os
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from sagsgang.figures.observation import Origin
from sagsgang.figures.periods import Period
from sagsgang.figures.store.loads import (
    Covered,
    Load,
    load_write,
    loads_in,
    parquet_of,
    withdrawn,
)
from sagsgang.figures.store.preview import (
    MustBeConfirmed,
    Preview,
    preview_of,
    refuse_doubles,
)
from sagsgang.figures.store.snapshot import Snapshot
from sagsgang.figures.store.staging import COLUMNS, NAMES, Staged

#: So many moments are kept ready.
KEPT = 4


class Store:
    """Observations in a folder of Parquet files. A load tells all there is of each series, area and
    period it covers: the newest load that covers it holds, and what that file no longer has is
    gone. What held earlier is still there, and is asked for by its moment.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ready: OrderedDict[tuple[int, ...], Snapshot] = OrderedDict()

    def loads(self) -> tuple[Load, ...]:
        """Every load there was, in their order, those withdrawn too."""
        return loads_in(self.folder)

    def snapshot(self, at: datetime | None = None) -> Snapshot:
        """What holds now, or held at a moment."""
        counting = [load for load in self.loads() if load.counts_at(at)]
        key = tuple(load.number for load in counting)
        found = self._ready.pop(key, None) or Snapshot(self.folder, counting)
        self._ready[key] = found
        while len(self._ready) > KEPT:
            self._ready.popitem(last=False)
        return found

    def preview(self, staged: Staged, origin: Origin) -> Preview:
        """What would change. Raises TwiceInFile when the file tells something twice."""
        database = staged.database
        refuse_doubles(database)
        counting = [load for load in self.loads() if load.counts_at(None)]
        covers = _covered(staged)
        others: set[str] = set()
        holds = _holding(counting)
        database.execute(f"CREATE OR REPLACE TABLE known ({COLUMNS})")
        database.execute(f"CREATE OR REPLACE TABLE history ({COLUMNS})")
        touched = {holds[covered].number for covered in covers if covered in holds}
        for load in counting:
            path = str(parquet_of(self.folder, load.number))
            if {series for series, _area, _period in load.covers} & {each[0] for each in covers}:
                self._hold(staged, "history", path, [c for c in load.covers if holds[c] is load])
            if load.number in touched:
                own = [c for c in covers if c in holds and holds[c] is load]
                if self._hold(staged, "known", path, own) and load.origin.source != origin.source:
                    others.add(load.origin.source)
        seen = preview_of(database, tuple(sorted(others)))
        # Two sources that tell the same do not contradict each other.
        return seen if seen.changed or seen.gone else replace(seen, other_sources=())

    @staticmethod
    def _hold(staged: Staged, table: str, path: str, covers: list[Covered]) -> int:
        database = staged.database
        database.execute(
            "CREATE OR REPLACE TEMP TABLE held "
            "(series VARCHAR, area VARCHAR, first INTEGER, length INTEGER)"
        )
        if covers:
            database.executemany(
                "INSERT INTO held VALUES (?, ?, ?, ?)",
                [(series, area, period.first, period.length) for series, area, period in covers],
            )
        database.execute(
            f"INSERT INTO {table} SELECT {NAMES} FROM read_parquet(?) "
            "SEMI JOIN held USING (series, area, first, length)",
            [path],
        )
        return len(covers)

    def add(
        self,
        staged: Staged,
        origin: Origin,
        *,
        at: datetime,
        reading: str = "",
        is_confirmed: bool = False,
    ) -> Load:
        """The load that the staged observations became; the one there is when the same file was
        read in the same way before and still holds. Raises TwiceInFile, and MustBeConfirmed when it
        changes what is known or is unusual and nobody has confirmed that (`is_confirmed`).
        """
        with self._alone():
            holds = _holding(self.loads())
            for load in holds.values():
                if _is_same(load, origin, reading) and all(holds[c] is load for c in load.covers):
                    return load
            seen = self.preview(staged, origin)
            if seen.asks and not is_confirmed:
                raise MustBeConfirmed(seen)
            before = self.loads()
            number = before[-1].number + 1 if before else 1
            if before and at <= before[-1].added_at:
                at = before[-1].added_at + timedelta(microseconds=1)
            load = Load(
                origin=replace(origin, load=number),
                rows=staged.rows,
                covers=tuple(sorted(_covered(staged))),
                added_at=at,
                sha256=self._write(staged, number),
                reading=reading,
            )
            load_write(self.folder, load)
            return load

    def _write(self, staged: Staged, number: int) -> str:
        path = parquet_of(self.folder, number)
        beside = path.with_suffix(".new")
        staged.database.execute(
            f"COPY (SELECT {NAMES} FROM staged ORDER BY series, area, first, length, "
            f"members::VARCHAR) TO '{str(beside).replace(chr(39), chr(39) * 2)}' "
            "(FORMAT parquet, COMPRESSION zstd)"
        )
        with beside.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            os.fsync(file.fileno())
        os.replace(beside, path)
        return digest

    def withdraw(self, number: int, *, at: datetime, because: str) -> Load:
        """The load ceases to count: what held before it holds again. Raises KeyError when there is
        no such load, and ValueError when it is withdrawn already.
        """
        with self._alone():
            loads = {load.number: load for load in self.loads()}
            load = loads[number]
            if load.withdrawn_at is not None:
                raise ValueError(f"Indlæsning {number} er allerede trukket tilbage.")
            gone = withdrawn(load, max(at, load.added_at + timedelta(microseconds=1)), because)
            load_write(self.folder, gone)
            return gone

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Nobody else adds or withdraws meanwhile."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield


def _holding(loads: Iterable[Load]) -> dict[Covered, Load]:
    """Which load holds, by what it covers: the newest of those that count."""
    return {covered: load for load in loads if load.counts_at(None) for covered in load.covers}


def _is_same(load: Load, origin: Origin, reading: str) -> bool:
    known = (load.origin.source, load.origin.file_sha256, load.reading)
    return known == (origin.source, origin.file_sha256, reading)


def _covered(staged: Staged) -> list[Covered]:
    rows = staged.database.execute(
        "SELECT DISTINCT series, area, first, length FROM staged"
    ).fetchall()
    return [(series, area, Period(first, length)) for series, area, first, length in rows]
