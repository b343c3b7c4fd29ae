"""A load: one file of a source as it was taken in; what it holds is never changed, only withdrawn.

`000007.parquet` holds the observations and `000007.json` says where they came from. The second is
written last and in one step, so a load is either whole or not there.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from sagsgang.figures.observation import Origin
from sagsgang.figures.periods import Period

#: A series, an area and a period; a load tells all there is of those it covers.
Covered = tuple[str, str, Period]


class StoreDamaged(RuntimeError):
    """A load whose file is gone or changed; the message says which, in Danish."""


@dataclass(frozen=True, slots=True)
class Load:
    """`origin.load` is its number, from 1. `added_at` is when it began to count, `withdrawn_at`
    when it ceased to. `reading` names how the file was read (a mapping of columns). `sha256` is
    that of the Parquet file.
    """

    origin: Origin
    rows: int
    covers: tuple[Covered, ...]
    added_at: datetime
    sha256: str
    reading: str = ""
    withdrawn_at: datetime | None = None
    withdrawn_because: str = ""

    @property
    def number(self) -> int:
        """Its number in the store."""
        return self.origin.load

    def counts_at(self, moment: datetime | None) -> bool:
        """Whether it counts at a moment; None is now and later."""
        if moment is None:
            return self.withdrawn_at is None
        gone = self.withdrawn_at is not None and self.withdrawn_at <= moment
        return self.added_at <= moment and not gone


def parquet_of(folder: Path, number: int) -> Path:
    """Where the observations of a load are."""
    return folder / f"{number:06}.parquet"


def loads_in(folder: Path) -> tuple[Load, ...]:
    """Every load, in the order they were added."""
    if not folder.is_dir():
        return ()
    found = []
    for path in sorted(folder.glob("[0-9]*.json")):
        # A head is replaced as a whole, so its file is another one when it says something else.
        stat = path.stat()
        found.append(_read(path, stat.st_ino, stat.st_mtime_ns))
    return tuple(found)


def load_write(folder: Path, load: Load) -> None:
    """The load's head, written in one step."""
    told: dict[str, Any] = asdict(load)
    told["covers"] = [[series, area, str(period)] for series, area, period in load.covers]
    preliminary = load.origin.preliminary_from
    told["origin"]["preliminary_from"] = str(preliminary) if preliminary else None
    path = folder / f"{load.number:06}.json"
    beside = path.with_suffix(".new")
    with beside.open("w", encoding="utf-8") as file:
        json.dump(told, file, ensure_ascii=False, default=datetime.isoformat)
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, path)


def withdrawn(load: Load, at: datetime, because: str) -> Load:
    """The load, ceasing to count at a moment."""
    return replace(load, withdrawn_at=at, withdrawn_because=because)


@lru_cache(maxsize=4096)
def _read(path: Path, _inode: int, _mtime_ns: int) -> Load:
    try:
        return _load(json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, KeyError, TypeError) as error:
        raise StoreDamaged(
            f"Indlæsningen {path.name} kan ikke læses ({error}). Hent den fra sikkerhedskopien."
        ) from error


def _load(told: Mapping[str, Any]) -> Load:
    origin = dict(told["origin"])
    preliminary = origin["preliminary_from"]
    origin["preliminary_from"] = Period.parse(preliminary) if preliminary else None
    origin["retrieved_at"] = datetime.fromisoformat(origin["retrieved_at"])
    gone = told["withdrawn_at"]
    return Load(
        origin=Origin(**origin),
        rows=told["rows"],
        covers=tuple((series, area, Period.parse(at)) for series, area, at in told["covers"]),
        added_at=datetime.fromisoformat(told["added_at"]),
        sha256=told["sha256"],
        reading=told["reading"],
        withdrawn_at=datetime.fromisoformat(gone) if gone else None,
        withdrawn_because=told["withdrawn_because"],
    )
