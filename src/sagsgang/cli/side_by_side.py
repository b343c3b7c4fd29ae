"""Decides how many documents are worked on at once, and shows how far it has come."""

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from sagsgang.cli import language

if TYPE_CHECKING:
    from rich.progress import Progress

Task = TypeVar("Task")
Result = TypeVar("Result")

# Below this, starting processes takes longer than the work.
FEW = 3
CHUNK = 4


def results(work: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
    """`work` on every task, on all cores when there are many; results in the order of the tasks.

    `work` must be a function of a module and must not raise. Raises BrokenProcessPool when the
    system kills a worker.
    """
    cores = os.cpu_count() or 1
    if len(tasks) <= FEW or cores == 1:
        yield from map(work, tasks)
        return
    pool = ProcessPoolExecutor(
        min(cores, len(tasks)), initializer=_begin_work, initargs=(language.chosen(),)
    )
    try:
        yield from pool.map(work, tasks, chunksize=CHUNK if len(tasks) > CHUNK * cores else 1)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _begin_work(chosen: language.Language) -> None:
    """In a worker: speak the language chosen, and let Ctrl-C end it at once without a word."""
    language.speak(chosen)
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def shown(found: Iterator[Result], total: int, title: str, *, quiet: bool) -> Iterator[Result]:
    """`found` as it comes, with a bar on standard error when that is a terminal, unless `quiet`."""
    if quiet or total <= 1 or not sys.stderr.isatty():
        yield from found
        return
    # The first result is awaited before the bar starts its thread: forking wants a single one.
    first = next(found)
    with _bar() as progress:
        bar = progress.add_task(title, total=total, completed=1)
        yield first
        for result in found:
            progress.advance(bar)
            yield result


@contextmanager
def counting(title: str) -> Iterator[Callable[[int, int], None] | None]:
    """A bar on standard error, when that is a terminal: it is told how many of all are done."""
    if not sys.stderr.isatty():
        yield None
        return
    with _bar() as progress:
        bar = progress.add_task(title, total=None)
        yield lambda done, total: progress.update(bar, completed=done, total=total)


def _bar() -> "Progress":
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,
    )
