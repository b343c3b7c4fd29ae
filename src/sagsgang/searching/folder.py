"""Where the index lies: one folder for each time it was built, one file that says which is read.

FOLDER/current names the one in force; whoever writes holds FOLDER/writer.lock. A new index is built
beside the old one, and a change of the file `current`, which is one step, puts it in its place.
"""

import fcntl
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sagsgang.reference.search_words import fingerprint
from sagsgang.searching.schema import SHAPE

_CURRENT, _LOCK, _FORMAT, _BUILD = "current", "writer.lock", "format.json", "build-"


class IndexIsBeingWritten(RuntimeError):
    """Somebody else writes; its text is one clear Danish line."""

    def __init__(self) -> None:
        super().__init__(
            "Søgeindekset er ved at blive skrevet af en anden proces. Prøv igen om lidt."
        )


class NoIndex(LookupError):
    """There is no index that can be read; its text is one clear Danish line."""

    def __init__(self, why: str = "Der er intet søgeindeks endnu.") -> None:
        super().__init__(why)


class BrokenIndex(NoIndex):
    """The index was damaged, or made by another version: it must be built anew."""

    def __init__(self) -> None:
        super().__init__("Søgeindekset kan ikke læses og skal bygges igen.")


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Hold the folder for writing; raises `IndexIsBeingWritten` at once when it is held."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / _LOCK).open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise IndexIsBeingWritten from None
        yield


def has_index(folder: Path) -> bool:
    """Whether an index, of whatever shape, is in force."""
    return (folder / _CURRENT).is_file()


def current(folder: Path) -> Path:
    """The index in force; raises `NoIndex` when there is none of our shape."""
    try:
        build = folder / (folder / _CURRENT).read_text("utf-8").strip()
        shape = json.loads((build / _FORMAT).read_text("utf-8"))["shape"]
    except (OSError, ValueError, KeyError):
        raise NoIndex from None
    if shape != SHAPE:
        raise NoIndex("Søgeindekset er bygget af en anden udgave af Sagsgang og skal bygges igen.")
    return build


def uses_same_words(build: Path) -> bool:
    """Whether an index was built with the word lists of this version."""
    written = json.loads((build / _FORMAT).read_text("utf-8"))
    return bool(written.get("words") == fingerprint())


def stamp(folder: Path) -> tuple[int, int]:
    """Changes whenever another index is put in force; raises `NoIndex` when there is none."""
    try:
        status = (folder / _CURRENT).stat()
    except OSError:
        raise NoIndex from None
    return status.st_ino, status.st_mtime_ns


def new_build(folder: Path) -> Path:
    """An empty folder for a new index; what is left of an interrupted build is cleared away."""
    _remove_others(folder)
    numbers = (int(path.name.removeprefix(_BUILD)) for path in folder.glob(f"{_BUILD}*"))
    build = folder / f"{_BUILD}{max(numbers, default=0) + 1}"
    build.mkdir()
    written = {"shape": SHAPE, "words": fingerprint()}
    (build / _FORMAT).write_text(json.dumps(written), "utf-8")
    return build


def put_in_force(folder: Path, build: Path) -> None:
    """Make `build` the index that is read, in one step, and remove the one before."""
    fresh = folder / f"{_CURRENT}.new"
    with fresh.open("w", encoding="utf-8") as file:
        file.write(build.name)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(folder / _CURRENT)
    _remove_others(folder)


def _remove_others(folder: Path) -> None:
    try:
        name = (folder / _CURRENT).read_text("utf-8").strip()
    except OSError:
        name = ""
    for path in folder.glob(f"{_BUILD}*"):
        if path.name != name:
            # Readers that have it open keep what they opened.
            shutil.rmtree(path, ignore_errors=True)
