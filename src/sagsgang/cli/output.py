"""Decides how commands print: documents on standard output, complaints on standard error."""

import json
import os
import sys
from typing import Any

import typer

# What a shell reports for a program that was writing when its reader left.
READER_LEFT = 141


def as_bytes(data: Any, *, indent: int | None = None) -> bytes:
    """JSON values as UTF-8 with readable Danish letters, ended by a line feed."""
    return encoded(json.dumps(data, ensure_ascii=False, indent=indent) + "\n")


def encoded(text: str) -> bytes:
    """JSON as UTF-8; half a surrogate pair, which UTF-8 cannot say, is escaped as in JSON."""
    return text.encode("utf-8", "backslashreplace")


def write(data: bytes) -> None:
    """Print `data`; when nobody reads any more, end quietly as other programs do."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Python flushes once more at its end; let that go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(READER_LEFT) from None


def write_styled(pieces: list[tuple[str, str]]) -> None:
    """Print pieces of text, each in its style where standard output is a terminal."""
    if not sys.stdout.isatty():
        write(encoded("".join(text for text, _ in pieces)))
        return
    from rich.console import Console
    from rich.text import Text

    Console().print(Text.assemble(*pieces), end="", soft_wrap=True)


def complain(subject: str, reason: str) -> None:
    """One line on standard error about one input."""
    print(f"{subject}: {' '.join(reason.split())}", file=sys.stderr, flush=True)
