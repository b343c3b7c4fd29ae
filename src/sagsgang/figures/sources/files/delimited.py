"""CSV: its encoding and delimiter are found, and the database reads it as it is where it can."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb

from sagsgang.figures.sources.files.headers import TOP
from sagsgang.figures.sources.source import NAMED, BadFile, Problem, Progress

_CHUNK = 1 << 22
_DELIMITERS = (";", "\t", ",", "|")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: A cell is not longer than this; a quotation mark that never ends would be.
_LONGEST = 100_000


class Delimited:
    """A CSV file. `top` are its first rows, blank ones too. Raises BadFile for what is no text."""

    def __init__(self, path: Path, folder: Path, on_progress: Progress | None = None) -> None:
        self._folder = folder
        self._on_progress = on_progress
        self._path, self.encoding, self._is_plain = self._as_utf8(path)
        with self._path.open(encoding="utf-8", newline="") as file:
            lines = [line for _number, line in zip(range(TOP), file, strict=False)]
        self.delimiter = _delimiter(lines)
        self.top: list[tuple[int, list[str]]] = list(
            enumerate(csv.reader(io.StringIO("".join(lines)), delimiter=self.delimiter), start=1)
        )

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Every row with anything in it."""
        with self._path.open(encoding="utf-8", newline="") as file:
            csv.field_size_limit(_LONGEST)
            rows = enumerate(csv.reader(file, delimiter=self.delimiter), start=1)
            try:
                for number, cells in rows:
                    if any(cell.strip() for cell in cells):
                        yield number, cells
            except csv.Error as error:
                raise BadFile([_unreadable(error)]) from error

    def fill(
        self, database: duckdb.DuckDBPyConnection, header_row: int, columns: Sequence[int]
    ) -> None:
        """The rows after the headings as the table `raw`. Raises BadFile."""
        width = len(dict(self.top)[header_row])
        if self._is_plain:
            try:
                return self._fill_directly(database, header_row, columns, width)
            except duckdb.Error:
                # Quoted line feeds, or rows that are too long: looked at row by row.
                database.execute("DROP TABLE IF EXISTS raw")
        written = self._folder / "rows.csv"
        write_rows(written, self.rows(), header_row, width)
        fill_from_rows(database, written, columns, width)

    def _fill_directly(
        self,
        database: duckdb.DuckDBPyConnection,
        header_row: int,
        columns: Sequence[int],
        width: int,
    ) -> None:
        names = ", ".join(f"'c{column}': 'VARCHAR'" for column in range(width))
        chosen = ", ".join(f"trim(c{column}) AS c{column}" for column in sorted(set(columns)))
        database.execute(
            f"CREATE OR REPLACE TABLE raw AS SELECT (row_number() OVER () + {header_row})::INTEGER "
            f"AS row, {chosen} FROM read_csv(?, header = false, skip = {header_row}, delim = ?, "
            "quote = '\"', escape = '\"', auto_detect = false, null_padding = true, "
            f"columns = {{{names}}})",
            [str(self._path), self.delimiter],
        )

    def _as_utf8(self, path: Path) -> tuple[Path, str, bool]:
        """The file in UTF-8, its encoding, and whether its lines are its rows: no blank ones."""
        with path.open("rb") as file:
            beginning = file.read(4)
        encoding = next((name for bom, name in _BOMS if beginning.startswith(bom)), None)
        for attempt in (encoding,) if encoding else ("utf-8", "cp1252"):
            target = self._folder / "text.csv"
            try:
                has_blank, is_same = self._transcode(path, target, attempt)
            except UnicodeError:
                continue
            return (path if is_same else target), attempt, not has_blank
        raise BadFile(
            [
                Problem(
                    "Filens tegn kan ikke læses: den er hverken UTF-8, UTF-16 eller Windows-1252",
                    "Gem den som CSV UTF-8.",
                )
            ]
        )

    def _transcode(self, path: Path, target: Path, encoding: str) -> tuple[bool, bool]:
        is_same = encoding == "utf-8"
        decoder = codecs.getincrementaldecoder(encoding)()
        size, done, has_blank, before = max(path.stat().st_size, 1), 0, False, ""
        with path.open("rb") as file, target.open("wb") as out:
            while chunk := file.read(_CHUNK):
                text = decoder.decode(chunk)
                if "\x00" in text:
                    raise BadFile(
                        [Problem("Filen er ikke tekst", "Gem den som CSV, XLSX eller ODS.")]
                    )
                seen = before + text
                has_blank = (
                    has_blank
                    or "\n\n" in seen
                    or "\n\r\n" in seen
                    or "\r" in seen.replace("\r\n", "")[:-1]
                )
                before = seen[-2:]
                if not is_same:
                    out.write(text.encode())
                done += len(chunk)
                if self._on_progress:
                    self._on_progress(0.25 * done / size, "Læser filen")
            tail = decoder.decode(b"", final=True)
            if not is_same:
                out.write(tail.encode())
        return has_blank, is_same


def write_rows(
    path: Path, rows: Iterator[tuple[int, list[str]]], header_row: int, width: int
) -> None:
    """The rows after the headings, each with its number first. Raises BadFile for rows with more
    cells than there are headings.
    """
    too_long: list[Problem] = []
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        for number, cells in rows:
            if number <= header_row:
                continue
            if any(cell.strip() for cell in cells[width:]):
                count += 1
                if len(too_long) < NAMED:
                    too_long.append(
                        Problem(
                            f"har {len(cells)} celler, men der er {width} overskrifter",
                            "Står der et skilletegn i en tekst, skal teksten stå i anførselstegn.",
                            row=number,
                        )
                    )
                continue
            cells = [*cells[:width], *[""] * (width - len(cells))]
            writer.writerow([number, *(cell.replace("\x00", "") for cell in cells)])
    if too_long:
        raise BadFile(too_long, count)


def fill_from_rows(
    database: duckdb.DuckDBPyConnection, path: Path, columns: Sequence[int], width: int
) -> None:
    """What `write_rows` wrote as the table `raw`."""
    names = ", ".join(["'row': 'INTEGER'", *(f"'c{column}': 'VARCHAR'" for column in range(width))])
    chosen = ", ".join(f"trim(c{column}) AS c{column}" for column in sorted(set(columns)))
    if not path.stat().st_size:
        empty = ", ".join(f"c{column} VARCHAR" for column in sorted(set(columns)))
        database.execute(f"CREATE OR REPLACE TABLE raw (row INTEGER, {empty})")
        return
    database.execute(
        f"CREATE OR REPLACE TABLE raw AS SELECT row, {chosen} FROM read_csv(?, header = false, "
        "delim = ',', quote = '\"', escape = '\"', auto_detect = false, parallel = false, "
        f"max_line_size = 10000000, columns = {{{names}}})",
        [str(path)],
    )


def _delimiter(lines: Sequence[str]) -> str:
    """The one that parts most lines into the same number of cells, more than one."""
    best, chosen = (0, 0), ";"
    for delimiter in _DELIMITERS:
        widths = Counter(
            len(row) for row in csv.reader(io.StringIO("".join(lines)), delimiter=delimiter) if row
        )
        (width, count), *_rest = widths.most_common(1) or [(1, 0)]
        if width > 1 and (count, width) > best:
            best, chosen = (count, width), delimiter
    return chosen


def _unreadable(error: Exception) -> Problem:
    return Problem(
        f"Filen kan ikke deles i celler ({error})",
        "Se efter et anførselstegn, der mangler sin slutning.",
    )
