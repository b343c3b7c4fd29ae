"""What the columns of any table probably are, so that a person only has to say yes."""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from sagsgang.figures.periods import BadPeriod
from sagsgang.figures.sources.areas import area_named
from sagsgang.figures.sources.files import (
    Header,
    NotANumber,
    is_english_only,
    number_of,
    open_file,
    plain,
    read_period,
    slug,
)
from sagsgang.figures.sources.source import BadFile, Mapping, Problem
from sagsgang.figures.sources.units import PRINTED, scale_in_heading

_PERIODS = ("år", "periode", "måned", "kvartal", "tid", "dato", "årstal")
#: So many rows are looked at.
_LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class Guess:
    """The headings in their order, the row they stand in, the first rows, and the mapping."""

    names: tuple[str, ...]
    row: int
    rows: tuple[tuple[str, ...], ...]
    mapping: Mapping


def guess(path: Path, sheet: str = "") -> Guess:
    """What a file's columns probably are. Raises BadFile when no headings are found."""
    with open_file(path, sheet=sheet) as opened:
        header = header_of(opened.top)
        rows = []
        for number, cells in opened.rows():
            if number > header.row:
                rows.append(tuple(cell.strip() for cell in [*cells, *[""] * len(header.names)]))
            if len(rows) >= _LOOKED_AT:
                break
    return Guess(
        names=tuple(name.strip() for name in header.names),
        row=header.row,
        rows=tuple(row[: len(header.names)] for row in rows[:5]),
        mapping=_mapping(header.names, rows),
    )


def header_of(top: Sequence[tuple[int, Sequence[str]]]) -> Header:
    """The first row that has as many texts as the table has columns. Raises BadFile."""
    widths = [sum(bool(cell.strip()) for cell in cells) for _row, cells in top]
    widest = max(widths, default=0)
    for (row, cells), width in zip(top, widths, strict=True):
        texts = [cell for cell in cells if cell.strip()]
        if width >= max(2, widest - 1) and not any(_is_value(cell) for cell in texts):
            return Header(row, tuple(cells), {}, ())
    raise BadFile(
        [
            Problem(
                "Filen har ingen række med overskrifter",
                "Sæt en overskrift over hver kolonne, også over årstal.",
            )
        ]
    )


def layout_key(names: Sequence[str]) -> str:
    """What files of the same layout have in common: their headings, however they are spelt."""
    told = "\n".join(plain(name) for name in names)
    return hashlib.sha256(told.encode()).hexdigest()


def _mapping(names: Sequence[str], rows: Sequence[Sequence[str]]) -> Mapping:
    period = year = area = None
    dimensions: dict[str, str] = {}
    values: dict[str, dict[str, object]] = {}
    for column, heading in enumerate(names):
        name = heading.strip()
        cells = [row[column] for row in rows if row[column]]
        if not name:
            continue
        if plain(name) in _PERIODS and period is None and _mostly(_is_period, cells):
            period = name
        elif plain(name) in _PERIODS and year is None and period is not None:
            # A year and a month beside it: the month is the period.
            year, period = period, name
        elif area is None and _mostly(area_named, cells):
            area = name
        elif _mostly(_is_value, cells):
            values[name] = {"series": f"egne.{slug(name)}", "unit": _unit(name)}
        else:
            dimensions[name] = slug(name)
    if period is None:
        period = next(
            (name for name, each in dimensions.items() if _periods_in(names, rows, name)), None
        )
        if period is not None:
            del dimensions[period]
    told = {"period": period, "area": area, "dimensions": dimensions, "values": values}
    return told | ({"year": year} if year else {})


def _unit(heading: str) -> str:
    if scale := scale_in_heading(heading):
        return PRINTED[scale]
    told = heading.casefold()
    for mark, unit in (
        ("point", "pct. point"),
        ("pct", "pct."),
        ("%", "pct."),
        ("andel", "pct."),
        ("fuldtidsperson", "fuldtidspersoner"),
        ("person", "personer"),
        ("timer", "timer"),
        ("indeks", "indeks"),
    ):
        if mark in told:
            return unit
    return "dage" if re.search(r"\bdage\b", told) else "antal"


def _is_value(cell: str) -> bool:
    try:
        return number_of(cell.strip()) is not None
    except NotANumber:
        return is_english_only(cell)


def _is_period(cell: str) -> bool:
    try:
        read_period(cell)
    except BadPeriod:
        return False
    return True


def _mostly(test: Callable[[str], object], cells: Sequence[str]) -> bool:
    """Whether at least half are: what is wrong with the others is told when they are read."""
    return bool(cells) and 2 * sum(bool(test(cell)) for cell in cells) >= len(cells)


def _periods_in(names: Sequence[str], rows: Sequence[Sequence[str]], name: str) -> bool:
    column = [each.strip() for each in names].index(name)
    return _mostly(_is_period, [row[column] for row in rows if row[column]])
