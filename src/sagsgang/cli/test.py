"""`sagsgang test`: format, lint, types, layers, tests; each is run, and its result shown."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import typer

from sagsgang.cli.language import _

ROOT = Path(__file__).resolve().parents[3]
CHECKED = ("src", "tests", "benchmarks")
# Called by name: the script that the package installs would not survive moving the checkout.
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as lint; lint()"
# Whole files go to one worker: what a file starts (a browser, a server) is started once. They go
# in the order in which they are collected, tests of the database first: a worker that has a browser
# open asks no database.
PYTEST = ("-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder", "--durations=10")


@dataclass(frozen=True)
class Part:
    """One of the tools: what it looks at, said in a word, and its command."""

    title: str
    command: tuple[str, ...]


def parts(pytest_arguments: list[str]) -> list[Part]:
    """The parts in the order they run; pytest is last, so that its summary ends the output."""
    folders = tuple(name for name in CHECKED if (ROOT / name).is_dir())
    python = sys.executable
    return [
        Part(_("format"), (python, "-m", "ruff", "format", "--check", "--quiet", *folders)),
        Part(_("lint"), (python, "-m", "ruff", "check", "--quiet", *folders)),
        Part(_("types"), (python, "-m", "mypy", "--no-error-summary")),
        Part(_("layers"), (python, "-c", LINT_IMPORTS)),
        Part(_("tests"), (python, "-m", "pytest", *PYTEST, *pytest_arguments)),
    ]


def test(context: typer.Context) -> None:
    results: list[str] = []
    failed = False
    for part in parts(context.args):
        print(f"— {part.title}", flush=True)
        started = time.monotonic()
        code = subprocess.run(part.command, cwd=ROOT, env=_environment()).returncode
        seconds = f"{time.monotonic() - started:.0f} s"
        failed |= code != 0
        results.append(f"{part.title}: {_('passed') if code == 0 else _('FAILED')} ({seconds})")
    print("\n" + " · ".join(results), flush=True)
    if failed:
        raise typer.Exit(1)


def _environment() -> dict[str, str]:
    """The tools on the path, and no setting of the user's that changes what the tests see.

    Python keeps what it has compiled, wherever it is told not to: the tests start hundreds of
    programs, and each would compile all of the sources again.
    """
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)))
    environment = {**os.environ, "PATH": path, "PYTHONSAFEPATH": "1", "PYTHONUTF8": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment
