"""The words that several commands take: documents, and how large one may be."""

from typing import Annotated

import typer

from sagsgang.cli.inputs import parse_size
from sagsgang.cli.language import _

DEFAULT_MAX_SIZE = "50MB"

_paths = typer.Argument(
    metavar=_("FILE…"),
    help=_("Files, folders (meaning the files in them), or - for standard input."),
    show_default=False,
)
Paths = Annotated[list[str], _paths]
OptionalPaths = Annotated[list[str] | None, _paths]
MaxSize = Annotated[
    str,
    typer.Option(metavar=_("SIZE"), help=_("Refuse larger files; 80MB, 1,5GB or bytes.")),
]


def size_in_bytes(text: str) -> int:
    try:
        return parse_size(text)
    except ValueError:
        raise typer.BadParameter(
            _("{} is not a size; write e.g. 80MB").format(repr(text)), param_hint="--max-size"
        ) from None


def codes(text: str | None) -> tuple[str, ...] | None:
    """`F01, A` as ("F01", "A"); None when nothing was asked for."""
    return (
        None
        if text is None
        else tuple(code.strip().upper() for code in text.split(",") if code.strip())
    )
