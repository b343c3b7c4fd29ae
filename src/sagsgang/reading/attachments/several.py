"""Many attachments at once, on more than one processor."""

import contextlib
import hashlib
import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from sagsgang.minutes import Attachment
from sagsgang.reading.attachments.file import MAX_SIZE, read_attachment

MAX_MEMORY = 2_000_000_000  # bytes of address space of one process
#: So few and small files are read sooner than a second process is started.
_FEW_BYTES = 2_000_000
_CRASHED = "fik læseren til at gå i stå og er ikke læst"
_GONE = "kan ikke åbnes og er ikke læst"

#: Told how many of how many attachments are read.
Progress = Callable[[int, int], None]


def read_attachments(
    paths: Sequence[Path], *, workers: int = 2, progress: Progress | None = None
) -> list[Attachment]:
    """The attachments in these files, in their order; never raises for what is in a file.

    Each is read in one of `workers` processes; a file that brings its process down is named, and
    the others are read all the same.
    """
    read: dict[int, Attachment] = {}
    sizes = [_size(path) for path in paths]
    if workers < 2 or len(paths) < 2 or sum(sizes) < _FEW_BYTES:
        finished = _here(paths)
    else:
        finished = _in_processes(paths, sizes, workers)
    for place, attachment in finished:
        read[place] = attachment
        if progress is not None:
            progress(len(read), len(paths))
    return [read[place] for place in range(len(paths))]


def _here(paths: Sequence[Path]) -> Iterator[tuple[int, Attachment]]:
    for place, path in enumerate(paths):
        yield place, _read(str(path))


def _in_processes(
    paths: Sequence[Path], sizes: Sequence[int], workers: int
) -> Iterator[tuple[int, Attachment]]:
    """The attachments as they are finished; the largest are begun first."""
    waiting = sorted(range(len(paths)), key=lambda place: -sizes[place])
    done: set[int] = set()
    for place, attachment in _pooled(paths, waiting, workers):
        done.add(place)
        yield place, attachment
    # A process that breaks down takes what the others were at with it: those one by one.
    for place in waiting:
        if place not in done:
            alone = list(_pooled(paths, [place], 1))
            yield place, alone[0][1] if alone else _unread(paths[place], _CRASHED)


def _pooled(
    paths: Sequence[Path], places: Sequence[int], workers: int
) -> Iterator[tuple[int, Attachment]]:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_limit) as pool:
        futures: dict[Future[Attachment], int] = {
            pool.submit(_read, str(paths[place])): place for place in places
        }
        for future in as_completed(futures):
            try:
                yield futures[future], future.result()
            except BrokenProcessPool:
                return


def _read(path: str) -> Attachment:
    file = Path(path)
    try:
        if file.stat().st_size > MAX_SIZE:
            return _unread(file, f"er større end {MAX_SIZE // 1_000_000} MB og er ikke læst")
        data = file.read_bytes()
    except OSError:
        return _unread(file, _GONE)
    return read_attachment(data, file.name)


def _unread(path: Path, problem: str) -> Attachment:
    digest = hashlib.sha256()
    with contextlib.suppress(OSError), path.open("rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    return Attachment(path.name, digest.hexdigest(), "", (), (problem,))


def _size(path: Path) -> int:
    with contextlib.suppress(OSError):
        return path.stat().st_size
    return 0


def _limit() -> None:
    """Bounds what one process may take, and keeps it from leaving its memory on the disk; Ctrl-C
    ends it without a word.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
