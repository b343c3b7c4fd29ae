"""Decides what the files of `read --out` are called, so that none is written over another."""

from collections.abc import Sequence
from pathlib import Path

from sagsgang.cli.inputs import Input


class OutFolder:
    """One file for each input: `minutes.txt` becomes `minutes.json`.

    Where two inputs would get the same name, or one would be written over itself, the whole name is
    kept (`minutes.md.json`), and a number is added where even that is taken.
    Raises OSError when the folder cannot be made.
    """

    def __init__(self, folder: Path, ending: str, inputs: Sequence[Input]) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        taken = {source.path.resolve() for source in inputs if source.path}
        self._paths: dict[Input, Path] = {}
        for source in inputs:
            path = self._free(folder, source, ending, taken)
            taken.add(path)
            self._paths[source] = path

    @staticmethod
    def _free(folder: Path, source: Input, ending: str, taken: set[Path]) -> Path:
        name = Path(source.file_name)
        candidates = [f"{name.stem}.{ending}", f"{name.name}.{ending}"]
        number = 2
        while True:
            for candidate in candidates:
                path = (folder / candidate).resolve()
                if path not in taken:
                    return path
            candidates = [f"{name.name}-{number}.{ending}"]
            number += 1

    def write(self, source: Input, data: bytes) -> None:
        """Raises OSError when the file cannot be written."""
        self._paths[source].write_bytes(data)
