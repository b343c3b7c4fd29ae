"""`sagsgang read`: documents in, one JSON object each out, in the order given."""

import sys
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from sagsgang.cli import side_by_side
from sagsgang.cli.inputs import BadInput, Input, expand
from sagsgang.cli.language import _
from sagsgang.cli.options import DEFAULT_MAX_SIZE, MaxSize, Paths, size_in_bytes
from sagsgang.cli.out_folder import OutFolder
from sagsgang.cli.output import as_bytes, complain, write

UNREADABLE = 2


class Format(StrEnum):
    """How a document is printed: indented, one a line, or as its canonical text."""

    JSON = "json"
    JSONL = "jsonl"
    TEXT = "text"


@dataclass(frozen=True)
class Outcome:
    """What reading one input gave: bytes to print, a complaint, or (text without items) both."""

    source: Input
    printed: bytes | None
    complaint: str | None = None


def read(
    files: Paths,
    format: Annotated[
        Format | None,
        typer.Option(help=_("json, one object a line, or the canonical text."), show_default=False),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(metavar=_("FOLDER"), help=_("Write one file for each document here.")),
    ] = None,
    report: Annotated[
        bool, typer.Option("--report", help=_("How sure each reading is, and what found no place."))
    ] = False,
    max_size: MaxSize = DEFAULT_MAX_SIZE,
) -> None:
    limit = size_in_bytes(max_size)
    inputs, refused = expand(files)
    for word, why in refused:
        complain(word, why)
    form = format or (Format.JSON if len(inputs) == 1 or out else Format.JSONL)
    ending = "txt" if report or form is Format.TEXT else "json"
    folder = OutFolder(out, ending, inputs) if out else None
    failed = bool(refused)
    # A bar between lines of output would be neither.
    quiet = folder is None and sys.stdout.isatty()
    work = partial(read_one, form=form, max_size=limit, report=report)
    found = side_by_side.results(work, inputs)
    try:
        for outcome in side_by_side.shown(found, len(inputs), _("Reading"), quiet=quiet):
            failed |= outcome.complaint is not None
            if outcome.printed is not None and folder:
                folder.write(outcome.source, outcome.printed)
            elif outcome.printed is not None:
                write(outcome.printed)
            if outcome.complaint is not None:
                complain(outcome.source.name, outcome.complaint)
    except BrokenProcessPool:
        complain("sagsgang", _("the system stopped the work, probably for lack of memory"))
        failed = True
    if failed:
        raise typer.Exit(UNREADABLE)


def read_one(source: Input, form: Format, max_size: int, report: bool = False) -> Outcome:
    """Read one input. Never raises: what went wrong becomes the complaint."""
    from sagsgang import reading

    try:
        data = source.load(max_size)
        found = reading.read(data, source.file_name, max_size=max_size)
        if report:
            return Outcome(source, reading.report(found).encode())
        if form is Format.TEXT:
            return Outcome(source, found.canonical.text.encode("utf-8", "surrogatepass"))
        indent = 2 if form is Format.JSON else None
        return Outcome(source, as_bytes(found.minutes.as_json(), indent=indent))
    except reading.NoItems as error:
        text = error.canonical.text.encode("utf-8", "surrogatepass")
        return Outcome(source, text if form is Format.TEXT else None, str(error))
    except (BadInput, reading.Unreadable) as error:
        return Outcome(source, None, str(error))
    except Exception as error:  # a mistake of ours in one document must not take the others with it
        return Outcome(source, None, _("unexpected error: {}").format(repr(error)))
