"""A file becomes a load: read, held against what is known, and added once nobody must be asked."""

import hashlib
import json
from datetime import datetime
from pathlib import Path

from sagsgang.figures.observation import Origin
from sagsgang.figures.sources.registry import source
from sagsgang.figures.sources.source import Mapping, Progress, Reading
from sagsgang.figures.store import Load, MustBeConfirmed, Preview, Staged, Store, stage


class MustBeAnswered(MustBeConfirmed):
    """As MustBeConfirmed; `reading` has the questions of the file itself. Nothing was added."""

    def __init__(self, preview: Preview, reading: Reading) -> None:
        super().__init__(preview)
        self.reading = reading


def load_file(
    store: Store,
    path: Path,
    source_id: str,
    *,
    area: str,
    at: datetime,
    mapping: Mapping | None = None,
    is_confirmed: bool = False,
    file_name: str = "",
    on_progress: Progress | None = None,
) -> Load:
    """The load that a file became; the one there is when it was loaded before. Raises BadFile and
    TwiceInFile for a file that cannot be taken in, MustBeAnswered when somebody must say yes first
    (`is_confirmed`), UnknownSource, and OSError. Whatever is raised, the store is as it was.
    """
    with stage() as staged:
        each = source(source_id)
        reading = each.read(path, staged, area=area, mapping=mapping, on_progress=on_progress)
        return add_staged(
            store,
            staged,
            origin_of(path, source_id, reading, at=at, file_name=file_name),
            reading,
            key=reading_key(area, mapping),
            at=at,
            is_confirmed=is_confirmed,
        )


def add_staged(
    store: Store,
    staged: Staged,
    origin: Origin,
    reading: Reading,
    *,
    key: str,
    at: datetime,
    is_confirmed: bool,
) -> Load:
    """What was read and laid out, added to the store. Raises as `load_file` does."""
    if reading.questions and not is_confirmed:
        known = known_load(store, origin, key)
        if known is None:
            raise MustBeAnswered(store.preview(staged, origin), reading)
    try:
        return store.add(staged, origin, at=at, reading=key, is_confirmed=is_confirmed)
    except MustBeConfirmed as asks:
        raise MustBeAnswered(asks.preview, reading) from None


def known_load(store: Store, origin: Origin, key: str) -> Load | None:
    """The load that counts and that the same file became in the same way, if there is one."""
    for load in reversed(store.loads()):
        told = (load.origin.source, load.origin.file_sha256, load.reading)
        if load.withdrawn_at is None and told == (origin.source, origin.file_sha256, key):
            return load
    return None


def origin_of(
    path: Path, source_id: str, reading: Reading, *, at: datetime, file_name: str = ""
) -> Origin:
    """Where the observations of a file came from."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Origin(
        source=source_id,
        file_name=file_name or path.name,
        file_sha256=digest,
        retrieved_at=at,
        preliminary_from=reading.preliminary_from,
    )


def reading_key(area: str, mapping: Mapping | None) -> str:
    """In which way a file was read: for which area and with which mapping."""
    told = {"area": area, "mapping": mapping or {}}
    return json.dumps(told, ensure_ascii=False, sort_keys=True)
