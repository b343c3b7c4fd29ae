"""Plain text and CSV: the lines of the file, the cells of its rows."""

import csv
import re

from sagsgang.minutes import FragmentKind
from sagsgang.reading.attachments.cells import Cells, one_line
from sagsgang.reading.attachments.found import Found

MAX_CELLS = 1_000_000
_LINES = 2_000  # in one fragment
_LONGEST_LINE = 100_000
_SAMPLE = 50


def read_text(text: str, found: Found) -> None:
    """The lines of a text, in fragments that tell each line's number."""
    lines = re.split(r"\r\n|\n|\r", text)
    for first in range(0, len(lines), _LINES):
        chunk = lines[first : first + _LINES]
        rows = tuple(range(first + 1, first + len(chunk) + 1))
        found.add(FragmentKind.TEXT, "teksten", "\n".join(chunk), rows)


def delimiter_of(text: str) -> str:
    """What sets the cells of a CSV file apart: the sign most lines have equally often; or ""."""
    lines = [line for line in text[:_LONGEST_LINE].splitlines()[:_SAMPLE] if line.strip()]
    best, most = "", 0
    for mark in ";\t,":
        counts = [line.count(mark) for line in lines]
        usual = max(set(counts), key=counts.count, default=0)
        if usual and counts.count(usual) > most:
            best, most = mark, counts.count(usual)
    return best


def read_csv(text: str, delimiter: str, found: Found) -> None:
    """The cells of a CSV file, named as in a spreadsheet."""
    cells = Cells(found, "arket")
    count = 0
    rows = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    try:
        for number, row in enumerate(rows, 1):
            filled = [(c, one_line(cell)) for c, cell in enumerate(row, 1) if cell.strip()]
            cells.row(number, filled)
            count += len(row)
            if count > MAX_CELLS:
                found.problem(f"arket er for stort: de første {number} rækker er læst")
                break
    except csv.Error:
        cells.finish()
        found.problem("filen følger ikke reglerne for CSV; den er læst som tekst")
        read_text(text, found)
        return
    cells.finish()
