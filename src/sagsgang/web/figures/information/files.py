"""Files that are fetched: their names, and a table that a Danish spreadsheet opens."""

import csv
from collections.abc import Iterable, Sequence

from django.http import HttpResponse

from sagsgang.figures.overview import Overview

#: What a spreadsheet would take for a formula gets this in front; a negative number is a number.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def file_name(seen: Overview, ending: str) -> str:
    """ "reversal_rate-2023-2025.csv"."""
    periods = seen.periods
    between = f"-{periods[0]}-{periods[-1]}" if periods else ""
    return f"{seen.indicator.id}{between}.{ending}"


def as_csv(name: str, rows: Iterable[Sequence[str]]) -> HttpResponse:
    """A file with semicolons between, and nothing that is reckoned."""
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    writer = csv.writer(response, delimiter=";", lineterminator="\r\n")
    for row in rows:
        writer.writerow([_plain(cell) for cell in row])
    return response


def _plain(text: str) -> str:
    is_number = text.lstrip("-").replace(",", "", 1).isdecimal()
    return f"'{text}" if text.startswith(_FORMULA) and not is_number else text
