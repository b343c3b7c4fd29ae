"""`sagsgang import`: documents into the archive, side by side; the same ones again change nothing.

Interrupted, it goes on where it stopped: each document is in the archive as soon as it is read, and
files that are there already are known by their content and not read again.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from sagsgang.cli import side_by_side
from sagsgang.cli.database import open_database
from sagsgang.cli.inputs import BadInput, Input, expand
from sagsgang.cli.language import _
from sagsgang.cli.options import DEFAULT_MAX_SIZE, MaxSize, Paths, size_in_bytes
from sagsgang.cli.output import complain

if TYPE_CHECKING:
    from sagsgang.web.archive.reader import ReadFile

UNREADABLE = 2
# Documents after which the search index is brought up to date, so that a long import can be used.
INDEXED_AT_ONCE = 2_000
# From so many failures on, they are told once more, by reason.
MANY = 4
NAMES_TOLD = 3


class Task(NamedTuple):
    """A file to read in another process."""

    source: Input
    sha256: str
    limit: int


class Done(NamedTuple):
    """What became of a file; `why` says it where it failed or was refused."""

    source: Input
    outcome: str
    why: str = ""


def import_(
    paths: Paths,
    municipality: Annotated[
        str | None,
        typer.Option(
            "--kommune",
            metavar=_("NAME"),
            help=_("The municipality of documents that do not say theirs."),
            show_default=False,
        ),
    ] = None,
    max_size: MaxSize = DEFAULT_MAX_SIZE,
) -> None:
    limit = size_in_bytes(max_size)
    inputs, refused = expand(paths)
    for word, why in refused:
        complain(word, why)
    open_database()
    from sagsgang.web.archive.results import ImportOutcome
    from sagsgang.web.archive.search_index import index_update

    counted: Counter[str] = Counter({ImportOutcome.FAILED: len(refused)})
    failures: defaultdict[str, list[str]] = defaultdict(list)
    try:
        for done in _imported(inputs, limit, municipality):
            counted[done.outcome] += 1
            if done.why:
                complain(done.source.name, done.why)
            if done.outcome == ImportOutcome.FAILED:
                failures[done.why].append(done.source.name)
            if sum(counted.values()) % INDEXED_AT_ONCE == 0:
                index_update()
    finally:
        index_update()
    _tell(counted, failures)
    if counted[ImportOutcome.FAILED] or counted[ImportOutcome.REFUSED]:
        raise typer.Exit(UNREADABLE)


def _tell(counted: Counter[str], failures: dict[str, list[str]]) -> None:
    from sagsgang.web.archive.results import ImportOutcome

    if sum(map(len, failures.values())) >= MANY:
        for why, names in sorted(failures.items(), key=lambda entry: -len(entry[1])):
            told = ", ".join(names[:NAMES_TOLD]) + (" …" if len(names) > NAMES_TOLD else "")
            print(_("{} not read: {} ({})").format(len(names), why, told))
    print(
        _("{} imported, {} replaced, {} already there, {} not read").format(
            counted[ImportOutcome.IMPORTED],
            counted[ImportOutcome.REPLACED],
            counted[ImportOutcome.ALREADY_THERE],
            counted[ImportOutcome.FAILED],
        )
    )
    if copies := counted[ImportOutcome.COPY]:
        print(_("{} there in another format").format(copies))
    if refused := counted[ImportOutcome.REFUSED]:
        print(_("{} kept out of the archive").format(refused))


def _imported(inputs: Sequence[Input], limit: int, municipality: str | None) -> Iterator[Done]:
    """Each input with its outcome: first what is there already, then what has to be read."""
    from django.db import connections

    from sagsgang.web.archive.results import ImportOutcome
    from sagsgang.web.archive.services import archive_knows

    tasks: list[Task] = []
    for source in inputs:
        try:
            data = source.load(limit)
        except BadInput as error:
            yield Done(source, ImportOutcome.FAILED, str(error))
            continue
        digest = sha256(data).hexdigest()
        if archive_knows(sha256=digest, municipality=municipality):
            yield Done(source, ImportOutcome.ALREADY_THERE)
        elif source.path is None:
            # Standard input can be had once, and here.
            yield _stored(source, digest, _read(data, source, limit), municipality)
        else:
            tasks.append(Task(source, digest, limit))
    # A connection must not be shared with the processes that are about to begin.
    connections.close_all()
    found = side_by_side.shown(
        side_by_side.results(_work, tasks), len(tasks), _("Importing"), quiet=False
    )
    left = iter(tasks)
    try:
        for task, read in zip(left, found, strict=False):
            yield _stored(task.source, task.sha256, read, municipality)
    except BrokenProcessPool:
        why = _("the system stopped the work, probably for lack of memory")
        for task in left:
            yield Done(task.source, ImportOutcome.FAILED, why)


def _work(task: Task) -> "ReadFile | str":
    """In another process: the file read and checked, or why it could not be."""
    try:
        return _read(task.source.load(task.limit), task.source, task.limit)
    except BadInput as error:
        return str(error)


def _read(data: bytes, source: Input, limit: int) -> "ReadFile | str":
    from sagsgang.reading import Unreadable
    from sagsgang.web.archive.reader import read_file

    try:
        return read_file(data, source.file_name, limit)
    except Unreadable as error:
        return str(error)
    except Exception as error:
        # One file that trips the program must not stop the other thousands.
        return _("unexpected error: {}").format(repr(error))


def _stored(source: Input, digest: str, read: "ReadFile | str", municipality: str | None) -> Done:
    from sagsgang.web.archive.results import ImportOutcome
    from sagsgang.web.archive.services import archive_import_read

    if isinstance(read, str):
        return Done(source, ImportOutcome.FAILED, read)
    result = archive_import_read(
        name=source.file_name, sha256=digest, read=read, municipality=municipality
    )
    return Done(source, result.outcome, result.message)
