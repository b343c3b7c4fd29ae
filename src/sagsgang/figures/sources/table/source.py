"""The table source: any CSV, XLSX or ODS by a mapping, or by a guess that somebody says yes to."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path

from sagsgang.figures.observation import Group, Missing, Observation, group_of
from sagsgang.figures.periods import BadPeriod, Period
from sagsgang.figures.sources.areas import area_named
from sagsgang.figures.sources.files import ENDINGS, Header, plain, read_period
from sagsgang.figures.sources.files.table import Problems, Table, read_table
from sagsgang.figures.sources.source import BadFile, Mapping, Problem, Progress, Reading
from sagsgang.figures.sources.table.guessing import guess, header_of
from sagsgang.figures.sources.table.mapped import Mapped, Value, mapped
from sagsgang.figures.store import Staged


class AnyTable:
    """Figures in a layout of one's own."""

    id = "table"
    title = "Anden tabel"
    page = Path(__file__).with_name("table.md")
    endings = ENDINGS

    def read(
        self,
        path: Path,
        staged: Staged,
        *,
        area: str,
        mapping: Mapping | None = None,
        on_progress: Progress | None = None,
    ) -> Reading:
        """Lay the table out. Without a mapping it is guessed, and asked about. Raises BadFile."""
        sheet = str((mapping or {}).get("sheet") or "")
        is_guessed = not (mapping or {}).get("values")
        told = guess(path, sheet).mapping if is_guessed else (mapping or {})
        table = read_table(path, _headings(told), sheet=sheet, numbers=("value",))
        columns = mapped(told, table.header.names, table.header.row)
        problems = Problems()
        found = [
            each
            for row, cells in table.rows
            for each in _row(table, columns, row, cells, area, problems)
        ]
        problems.refuse()
        if not found:
            raise BadFile([Problem("Filen har ingen tal under overskrifterne")])
        staged.add(found)
        if on_progress:
            on_progress(0.9, "Læst")
        return Reading(
            rows=len(table.rows),
            columns=_told(table.header, columns),
            unit=", ".join(sorted({value.unit.words for value in columns.values})),
            first=min(each.period for each, _place in found),
            last=max(each.period for each, _place in found),
            questions=_asked(table.header, columns) if is_guessed else (),
            mapping=told,
        )


def _headings(mapping: Mapping) -> Callable[[Sequence[tuple[int, list[str]]]], Header]:
    """The row of headings, in which the columns of numbers are taken for values."""
    wanted = {plain(str(heading)) for heading in mapping.get("values") or {}}

    def find(top: Sequence[tuple[int, list[str]]]) -> Header:
        found = header_of(top)
        columns = tuple(at for at, name in enumerate(found.names) if plain(name) in wanted)
        return Header(found.row, found.names, {"value": columns}, found.above)

    return find


def _row(
    table: Table,
    columns: Mapped,
    row: int,
    cells: Sequence[str],
    area: str,
    problems: Problems,
) -> list[tuple[Observation, str]]:
    period = _period(table, columns, row, cells, problems)
    if columns.area is not None:
        named = area_named(cells[columns.area])
        if named is None:
            problems.add(
                Problem(
                    "er ikke en kommune" if cells[columns.area] else "Kommunen mangler",
                    "Skriv kommunens navn eller kode, eller “Hele landet”.",
                    row=row,
                    column=table.header.name(columns.area),
                    text=cells[columns.area],
                )
            )
        area = named or area
    if period is None:
        return []
    group = group_of({name: cells[at] for at, name in columns.dimensions if cells[at]})
    found = []
    for value in columns.values:
        each = _observation(table, value, row, cells, (area, period, group), problems)
        if each is not None:
            found.append((each, f"række {row}, kolonne “{table.header.name(value.column)}”"))
    return found


def _period(
    table: Table, columns: Mapped, row: int, cells: Sequence[str], problems: Problems
) -> Period | None:
    year = cells[columns.year] if columns.year is not None else ""
    try:
        return read_period(cells[columns.period], year)
    except BadPeriod:
        text = cells[columns.period]
        problems.add(
            Problem(
                "er ikke en periode" if text else "Perioden mangler",
                "Skriv fx 2025, 2025K2, 2025-05, maj 2025 eller 31-05-2025.",
                row=row,
                column=table.header.name(columns.period),
                text=text,
            )
        )
        return None


def _observation(
    table: Table,
    value: Value,
    row: int,
    cells: Sequence[str],
    key: tuple[str, Period, Group],
    problems: Problems,
) -> Observation | None:
    told = table.number(row, cells, value.column, problems)
    if told is None:
        return None
    if isinstance(told, Missing):
        return Observation(
            value.series, *key[:2], None, value.unit, key[2], told, value.price_level
        )
    exact = told * value.times
    if round(exact, 6) != exact or abs(exact) >= Decimal(10) ** 18:
        problems.add(
            Problem(
                "har flere cifre, end der kan gemmes",
                "Afrund det til seks decimaler.",
                row=row,
                column=table.header.name(value.column),
                text=cells[value.column],
            )
        )
        return None
    return Observation(value.series, *key[:2], exact, value.unit, key[2], None, value.price_level)


def _told(header: Header, columns: Mapped) -> dict[str, str]:
    told = {"period": header.name(columns.period)}
    if columns.area is not None:
        told["area"] = header.name(columns.area)
    told |= {name: header.name(at) for at, name in columns.dimensions}
    return told | {value.series: header.name(value.column) for value in columns.values}


def _asked(header: Header, columns: Mapped) -> tuple[Problem, ...]:
    named = "; ".join(
        f"“{header.name(value.column)}” er tal i {value.unit.words}" for value in columns.values
    )
    return (
        Problem(
            f"Kolonnerne er gættet: “{header.name(columns.period)}” er perioden, {named}",
            "Ret det, hvis det er forkert.",
            row=header.row,
        ),
    )


SOURCE = AnyTable()
