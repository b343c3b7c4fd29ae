"""The file of findings known from before: read once in each process, written at the end."""

import os
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from sagsgang.checking import Report
from sagsgang.checking.baseline import (
    BadBaseline,
    fingerprints,
    read_baseline,
    without_known,
    write_baseline,
)
from sagsgang.cli.inputs import BadInput, reason


class KnownFile(NamedTuple):
    """A baseline as it was at a moment, in nanoseconds: a newer one is read anew."""

    path: Path
    changed: int


def known_file(path: Path) -> KnownFile | None:
    """The baseline at a path; None when there is none yet. Raises BadInput for another file."""
    try:
        file = KnownFile(path, path.stat().st_mtime_ns)
        _known(file)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise BadInput(reason(error)) from error
    except BadBaseline as error:
        raise BadInput(str(error)) from error
    return file


def only_new(report: Report, file: KnownFile | None) -> Report:
    """The report with what the baseline knows listed as suppressed."""
    return report if file is None else without_known(report, _known(file))


class NewBaseline:
    """The findings of a run, to be known from now on."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._found: set[str] = set()

    def add(self, report: Report) -> None:
        """Know the findings of a report."""
        self._found |= fingerprints(report)

    def write(self) -> int:
        """Write the file, whole or not at all; how many findings it knows. Raises OSError."""
        draft = self.path.with_name(f".{self.path.name}.{os.getpid()}")
        draft.write_text(write_baseline(self._found), encoding="utf-8")
        draft.replace(self.path)
        return len(self._found)


@lru_cache(maxsize=1)
def _known(file: KnownFile) -> frozenset[str]:
    try:
        return read_baseline(file.path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise BadBaseline("er ikke en liste over kendte fund") from error
