"""How a suspected file is read: in a process of its own, with a limit on its time and memory."""

import contextlib
import importlib
import json
import os
import subprocess
import sys

from sagsgang.reading.canonical import Canonical, Mark, Role, Unreadable

MAX_SECONDS = 20
MAX_MEMORY = 1_500_000_000  # bytes of address space
_REFUSED = 3  # exit status: the file is unreadable, and standard output says why
_TOO_MUCH = (
    "PDF-filen er sat så indviklet sammen, at den ikke kan læses inden for rimelig tid; "
    "udskriv den til en ny PDF-fil, og prøv igen."
)


def lines_apart(data: bytes) -> Canonical:
    """The canonical lines of a PDF file, read in another process; raises Unreadable."""
    return _from_json(run_apart(data, f"{__name__}:lines_as_json"))


def run_apart(data: bytes, task: str) -> bytes:
    """What a task makes of a PDF file in another process; raises Unreadable.

    `task` is "module:function", a function from bytes to a text.
    """
    program = f"from {__name__} import main; main({task!r}, {MAX_SECONDS}, {MAX_MEMORY})"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(
            [sys.executable, "-X", "utf8", "-c", program],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=MAX_SECONDS * 2,
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Unreadable(_TOO_MUCH) from None
    if done.returncode == _REFUSED:
        raise Unreadable(done.stdout.decode("utf-8"))
    if done.returncode != 0:
        raise Unreadable(_TOO_MUCH)
    return done.stdout


def main(task: str, seconds: int, memory: int) -> None:
    """Read a PDF file from standard input; print what `task` makes of it, or why it cannot.

    `seconds` limits the time of the processor, `memory` the address space in bytes.
    """
    _limit(seconds, memory)
    module, _, function = task.partition(":")
    try:
        text = getattr(importlib.import_module(module), function)(sys.stdin.buffer.read())
    except Unreadable as error:
        sys.stdout.write(str(error))
        sys.stdout.flush()
        os._exit(_REFUSED)
    sys.stdout.write(text)
    sys.stdout.flush()
    os._exit(0)


def lines_as_json(data: bytes) -> str:
    """The canonical lines of a PDF file as JSON; raises Unreadable."""
    from sagsgang.reading.formats.pdf.reader import lines_here

    return _as_json(lines_here(data))


def _limit(seconds: int, memory: int) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _as_json(canonical: Canonical) -> str:
    marks = [
        (index, mark.role, mark.level, mark.table, mark.continues)
        for index, mark in canonical.marks.items()
    ]
    return json.dumps([canonical.lines, marks, canonical.pages, canonical.links])


def _from_json(text: bytes) -> Canonical:
    lines, marks, pages, links = json.loads(text)
    return Canonical(
        lines,
        "pdf",
        marks={
            index: Mark(role and Role(role), level, table, continues)
            for index, role, level, table, continues in marks
        },
        pages=pages,
        flowed=True,
        links=[(text, address) for text, address in links],
    )
