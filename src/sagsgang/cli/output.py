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
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    try:
        return text.encode() + b"\n"
    except UnicodeEncodeError:
        # Half a surrogate pair, from a source that holds one: JSON can say it, UTF-8 cannot.
        return json.dumps(data, indent=indent).encode() + b"\n"


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


def complain(subject: str, reason: str) -> None:
    """One line on standard error about one input."""
    print(f"{subject}: {' '.join(reason.split())}", file=sys.stderr, flush=True)
