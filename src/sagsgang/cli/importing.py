"""`sagsgang import`: documents into the archive; the same ones again change nothing."""

from collections import Counter
from collections.abc import Iterator

import typer

from sagsgang.cli import side_by_side
from sagsgang.cli.database import open_database
from sagsgang.cli.inputs import BadInput, Input, expand
from sagsgang.cli.language import _
from sagsgang.cli.options import DEFAULT_MAX_SIZE, MaxSize, Paths, size_in_bytes
from sagsgang.cli.output import complain

UNREADABLE = 2


def import_(paths: Paths, max_size: MaxSize = DEFAULT_MAX_SIZE) -> None:
    limit = size_in_bytes(max_size)
    inputs, refused = expand(paths)
    for word, why in refused:
        complain(word, why)
    open_database()
    from sagsgang.web.archive.results import ImportOutcome

    counted: Counter[str] = Counter({ImportOutcome.FAILED: len(refused)})
    work = _imported(inputs, limit)
    for source, outcome, message in side_by_side.shown(
        work, len(inputs), _("Importing"), quiet=False
    ):
        counted[outcome] += 1
        if message:
            complain(source.name, message)
    print(
        _("{} imported, {} replaced, {} already there, {} not read").format(
            *(counted[outcome] for outcome in ImportOutcome)
        )
    )
    if counted[ImportOutcome.FAILED]:
        raise typer.Exit(UNREADABLE)


def _imported(inputs: list[Input], limit: int) -> Iterator[tuple[Input, str, str]]:
    """Each input with its outcome and, where it failed, why."""
    from sagsgang.web.archive.results import ImportOutcome
    from sagsgang.web.archive.services import archive_import

    for source in inputs:
        try:
            result = archive_import(data=source.load(limit), name=source.file_name)
        except BadInput as error:
            yield source, ImportOutcome.FAILED, str(error)
        else:
            yield source, result.outcome, result.message
