"""`sagsgang render`: documents in, pages or PDFs out, from which the same documents are read."""

import sys
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sagsgang.cli import side_by_side
from sagsgang.cli.inputs import BadInput, Input, expand, reason
from sagsgang.cli.language import _
from sagsgang.cli.options import DEFAULT_MAX_SIZE, MaxSize, Paths, size_in_bytes
from sagsgang.cli.out_folder import OutFolder
from sagsgang.cli.output import complain, write

if TYPE_CHECKING:
    from sagsgang.minutes import Minutes

UNREADABLE = 2


class Target(StrEnum):
    """What a document becomes."""

    HTML = "html"
    PDF = "pdf"


@dataclass(frozen=True)
class Outcome:
    """What rendering one input gave: its documents, or a complaint."""

    source: Input
    rendered: tuple[bytes, ...] = ()
    complaint: str | None = None


def render(
    files: Paths,
    to: Annotated[Target, typer.Option("--to", help=_("A web page or a PDF."), show_default=False)],
    out: Annotated[
        Path | None,
        typer.Option(
            metavar=_("FILE|FOLDER"), help=_("Write it here: a folder when there are several.")
        ),
    ] = None,
    public: Annotated[
        bool, typer.Option("--public", help=_("Only what everybody may read."))
    ] = False,
    max_size: MaxSize = DEFAULT_MAX_SIZE,
) -> None:
    limit = size_in_bytes(max_size)
    inputs, refused = expand(files)
    for word, why in refused:
        complain(word, why)
    is_folder = out is not None and (len(inputs) > 1 or out.is_dir())
    if out is None and len(inputs) > 1:
        raise typer.BadParameter(
            _("several files need a folder to be written to"), param_hint="--out"
        )
    if out is None and to is Target.PDF and sys.stdout.isatty():
        raise typer.BadParameter(_("a PDF needs a file to be written to"), param_hint="--out")
    folder = OutFolder(out, to, inputs) if out and is_folder else None
    failed = bool(refused)
    work = partial(render_one, to=to, public=public, max_size=limit)
    found = side_by_side.results(work, inputs)
    try:
        for outcome in side_by_side.shown(found, len(inputs), _("Rendering"), quiet=False):
            complaint = outcome.complaint
            if complaint is None:
                complaint = _put(outcome, folder, out)
            if complaint is not None:
                complain(outcome.source.name, complaint)
                failed = True
    except BrokenProcessPool:
        complain("sagsgang", _("the system stopped the work, probably for lack of memory"))
        failed = True
    if failed:
        raise typer.Exit(UNREADABLE)


def render_one(source: Input, to: Target, public: bool, max_size: int) -> Outcome:
    """Render one input. Never raises: what went wrong becomes the complaint."""
    from sagsgang import reading
    from sagsgang.cli.documents import documents_in

    try:
        documents = [document.minutes for document in documents_in(source, max_size)]
        if public:
            from sagsgang.rendering import renditions

            documents = list(map(renditions.public, documents))
        return Outcome(source, tuple(map(_way_to(to), documents)))
    except (BadInput, reading.Unreadable) as error:
        return Outcome(source, complaint=str(error))
    except Exception as error:  # a mistake of ours in one document must not take the others with it
        return Outcome(source, complaint=_("unexpected error: {}").format(repr(error)))


def _way_to(to: Target) -> "Callable[[Minutes], bytes]":
    if to is Target.HTML:
        from sagsgang.rendering.html import document_page

        return lambda minutes: document_page(minutes).encode()
    from sagsgang.rendering.paper import document_pdf

    return document_pdf


def _put(outcome: Outcome, folder: OutFolder | None, out: Path | None) -> str | None:
    """Write what was rendered; the complaint when it cannot be."""
    try:
        if len(outcome.rendered) > 1:
            # One file held several documents, which is one line of JSON each.
            return _("holds several documents; give each a file of its own")
        (data,) = outcome.rendered
        if folder is not None:
            folder.write(outcome.source, data)
        elif out is not None:
            out.write_bytes(data)
        else:
            write(data)
    except OSError as error:
        return reason(error)
    return None
