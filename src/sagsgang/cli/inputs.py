"""Decides which documents the words of a command line mean: files, folders, standard input."""

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from sagsgang.cli.language import _

STDIN = "-"
SETTINGS_FILE = "sagsgang.toml"
_SIZE = re.compile(r"(\d+(?:[.,]\d+)?)\s*([kmg]?)b?", re.IGNORECASE)
_UNITS = {"": 1, "k": 1_000, "m": 1_000_000, "g": 1_000_000_000}


class BadInput(Exception):
    """An input that cannot be read; its text is one line that says why."""


@dataclass(frozen=True)
class Input:
    """A document to read. `name` is what the user called it; `path` is None for standard input."""

    name: str
    path: Path | None

    @property
    def file_name(self) -> str:
        return self.path.name if self.path else "stdin"

    def load(self, max_size: int) -> bytes:
        """The bytes, cut one byte past `max_size`: enough to tell that there are too many.

        Raises BadInput.
        """
        try:
            if self.path is None:
                return sys.stdin.buffer.read(max_size + 1)
            with self.path.open("rb") as file:
                return file.read(max_size + 1)
        except OSError as error:
            raise BadInput(reason(error)) from error


def reason(error: OSError) -> str:
    """Why the system refused, in the chosen language where it is one of the usual reasons."""
    match error:
        case FileNotFoundError():
            return _("no such file")
        case PermissionError():
            return _("access denied")
        case IsADirectoryError():
            return _("is a folder")
        case FileExistsError() | NotADirectoryError():
            return _("is a file, not a folder")
    return error.strerror or str(error)


def expand(words: list[str]) -> tuple[list[Input], list[tuple[str, str]]]:
    """The inputs that `words` mean, in order, and (word, reason) for those that mean none.

    A folder means the files in it and below it, by name, without those that start with a dot.
    """
    inputs: list[Input] = []
    refused: list[tuple[str, str]] = []
    for word in words:
        if word == STDIN:
            inputs.append(Input(word, None))
        elif os.path.isdir(word):
            found = files_below(Path(word))
            inputs += [Input(str(file), file) for file in found]
            if not found:
                refused.append((word, _("the folder holds no files")))
        else:
            # A missing file is found out when it is read, so that complaints keep the order given.
            inputs.append(Input(word, Path(word)))
    return inputs, refused


def files_below(folder: Path) -> list[Path]:
    """The files in a folder and below it, by name, without those that start with a dot and the
    settings that lie beside documents. Links to folders are not followed.
    """
    found: list[Path] = []
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [
            Path(place, name)
            for name in names
            if not name.startswith(".") and name != SETTINGS_FILE
        ]
    # What is no file, a pipe for instance, would be waited for; a link that leads nowhere is told.
    return sorted(path for path in found if path.is_file() or not path.exists())


def parse_size(text: str) -> int:
    """`80MB`, `1,5 GB` or a bare number of bytes, as bytes. Raises ValueError."""
    match = _SIZE.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    number, unit = match.groups()
    return int(float(number.replace(",", ".")) * _UNITS[unit.lower()])
