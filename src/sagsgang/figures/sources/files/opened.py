"""A file opened as rows of cells, numbered as a spreadsheet numbers them, whatever its format."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from sagsgang.figures.sources.files.delimited import Delimited
from sagsgang.figures.sources.files.headers import TOP
from sagsgang.figures.sources.files.spreadsheet import Spreadsheet
from sagsgang.figures.sources.source import BadFile, Problem, Progress

ENDINGS = ("csv", "txt", "tsv", "xlsx", "xlsm", "ods", "xls")
_NOT_TABLES = {b"%PDF": "en PDF", b"{\\rt": "et RTF-dokument", b"<!DO": "en webside"}

Opened = Delimited | Spreadsheet


@contextmanager
def open_file(
    path: Path, *, sheet: str = "", on_progress: Progress | None = None
) -> Iterator[Opened]:
    """The file, by what it holds and not by its name. Raises BadFile and OSError."""
    with path.open("rb") as file:
        beginning = file.read(8)
    if not beginning:
        raise BadFile([Problem("Filen er tom", "Hent den igen, hvor den kommer fra.")])
    for mark, kind in _NOT_TABLES.items():
        if beginning.startswith(mark):
            raise BadFile(
                [Problem(f"Filen er {kind} og ikke en tabel", "Gem den som CSV, XLSX eller ODS.")]
            )
    with TemporaryDirectory() as folder:
        if beginning.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
            yield Spreadsheet(path, Path(folder), sheet)
        else:
            yield Delimited(path, Path(folder), on_progress)


def rows_of(opened: Opened) -> Iterator[tuple[int, list[str]]]:
    """Every row with anything in it, with its number. For files that memory holds."""
    return opened.rows()


def fill(
    opened: Opened, database: duckdb.DuckDBPyConnection, header_row: int, columns: Sequence[int]
) -> None:
    """The rows after the headings as the table `raw`: `row` and `c0`, `c3` … for these columns, as
    text without blanks around it. Raises BadFile.
    """
    opened.fill(database, header_row, columns)


__all__ = ["ENDINGS", "TOP", "Opened", "fill", "open_file", "rows_of"]
