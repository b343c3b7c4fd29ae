"""Workbooks (XLSX, XLS) and OpenDocument sheets as rows of cells, written as Danes write them."""

import datetime
import zipfile
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

import duckdb
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from sagsgang.figures.sources.files.delimited import fill_from_rows, write_rows
from sagsgang.figures.sources.files.headers import TOP
from sagsgang.figures.sources.source import BadFile, Problem

#: A workbook that unpacks to more than this is refused.
_MOST_BYTES = 2_000_000_000
#: What a workbook keeps of a number.
_DIGITS = 15


class Spreadsheet:
    """One sheet of a workbook: the one named, else the first with anything in it. Hidden sheets are
    not taken. Raises BadFile.
    """

    def __init__(self, path: Path, folder: Path, sheet: str = "") -> None:
        self._folder = folder
        self.encoding, self.delimiter = "", ""
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                if sum(each.file_size for each in packed.infolist()) > _MOST_BYTES:
                    raise BadFile([Problem("Regnearket er for stort", "Gem arket som CSV.")])
        try:
            self._sheet = _chosen(CalamineWorkbook.from_path(str(path)), sheet)
        except PasswordError:
            raise BadFile(
                [Problem("Regnearket er låst med en adgangskode", "Gem det uden adgangskode.")]
            ) from None
        except CalamineError as error:
            raise BadFile(
                [Problem(f"Filen er ikke et regneark, der kan læses ({error})", "Gem den som CSV.")]
            ) from error
        self.top = [entry for entry, _number in zip(self._all_rows(), range(TOP), strict=False)]

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Every row with anything in it."""
        return (entry for entry in self._all_rows() if any(cell.strip() for cell in entry[1]))

    def _all_rows(self) -> Iterator[tuple[int, list[str]]]:
        start = self._sheet.start or (0, 0)
        for number, cells in enumerate(self._sheet.to_python(skip_empty_area=True), start[0] + 1):
            yield number, [_text(cell) for cell in cells]

    def fill(
        self, database: duckdb.DuckDBPyConnection, header_row: int, columns: Sequence[int]
    ) -> None:
        """The rows after the headings as the table `raw`. Raises BadFile."""
        width = len(next(cells for number, cells in self.top if number == header_row))
        written = self._folder / "rows.csv"
        write_rows(written, self.rows(), header_row, width)
        fill_from_rows(database, written, columns, width)


def _chosen(book: CalamineWorkbook, wanted: str) -> CalamineSheet:
    shown = [
        each.name for each in book.sheets_metadata if "Visible" in str(each.visible)
    ] or book.sheet_names
    names = ", ".join(f"“{name}”" for name in shown)
    if wanted:
        if wanted not in book.sheet_names:
            raise BadFile([Problem(f"Arket “{wanted}” findes ikke", f"Der er: {names}.")])
        return book.get_sheet_by_name(wanted)
    for name in shown:
        sheet = book.get_sheet_by_name(name)
        if sheet.height:
            return sheet
    raise BadFile([Problem("Regnearket har ingen ark med noget i", "Hent det igen.")])


def _text(cell: object) -> str:
    """The cell as it would be typed: 1234.5 is "1234,5", a date is "2025-05-31"."""
    match cell:
        case bool():
            return "ja" if cell else "nej"
        case float():
            exact = Decimal(f"{cell:.{_DIGITS}g}")
            if exact == exact.to_integral_value():
                return str(int(exact))
            return f"{exact:f}".rstrip("0").replace(".", ",")
        case int():
            return str(cell)
        case datetime.datetime():
            return cell.date().isoformat()
        case datetime.date():
            return cell.isoformat()
        case None:
            return ""
    return str(cell)
